package graph

import (
	"bytes"
	"context"
	"slices"
)

// caseBranches is the selection tree of a Case, from its subject down.
func caseBranches() []*Branch {
	number := 0
	next := func(r *Relation, in bool, kinds []NodeKind, then ...*Branch) *Branch {
		number++
		return follow(number, r, in, kinds, then...)
	}
	spoken := func() []*Branch {
		return []*Branch{next(AssertedBy, false, nil), next(Cites, false, nil)}
	}
	answers := append(spoken(), next(JudgedBy, false, nil), next(Concerning, false, nil))
	claims := append(spoken(), next(Attributed, false, nil), next(OccurredAt, false, nil), next(Within, false, nil),
		next(RespondsTo, true, responseKinds, answers...))
	direct := append(spoken(), next(RespondsTo, false, nil, spoken()...), next(JudgedBy, false, nil), next(Concerning, false, nil))
	return []*Branch{
		next(Cites, false, nil), next(OccurredAt, false, nil), next(Within, false, nil),
		next(About, true, []NodeKind{KindClaim}, claims...),
		next(About, true, responseKinds, direct...),
	}
}

// casesOf sorts what a tree holds into the cases of its subjects.
func casesOf(t *Tree, subjects []ID, branches []*Branch) []*Case {
	sources, actors, places := map[ID]*Source{}, map[ID]Actor{}, map[ID]*Location{}
	answers := map[ID][]Response{}
	for id, n := range t.Nodes {
		switch n := n.(type) {
		case *Source:
			sources[id] = n
		case Actor:
			actors[id] = n
		case *Location:
			places[id] = n
		case Response:
			answers[n.Replied().RespondsTo] = append(answers[n.Replied().RespondsTo], n)
		}
	}
	toClaims, toSubject := branches[3].Number, branches[4].Number
	var cases []*Case
	for _, id := range subjects {
		subject, ok := t.Nodes[id].(Subject)
		if !ok {
			continue
		}
		c := &Case{Subject: subject, Answered: map[ID]Assertion{}, Sources: sources, Actors: actors, Places: places}
		responses := map[ID]Response{}
		for _, at := range t.Page(toClaims, id).IDs {
			claim := t.Nodes[at].(*Claim)
			c.Claims = append(c.Claims, claim)
			for _, r := range answers[at] {
				responses[r.Head().ID] = r
			}
		}
		for _, at := range t.Page(toSubject, id).IDs {
			r := t.Nodes[at].(Response)
			responses[at] = r
			if to, ok := t.Nodes[r.Replied().RespondsTo].(Assertion); ok {
				c.Answered[to.Head().ID] = to
			}
		}
		for _, at := range keys(responses) {
			c.Responses = append(c.Responses, responses[at])
		}
		sortByDefault(c.Claims)
		sortByDefault(c.Responses)
		cases = append(cases, c)
	}
	return cases
}

// sortByDefault puts nodes of one family into their default order.
func sortByDefault[N Node](nodes []N) {
	slices.SortFunc(nodes, func(a, b N) int {
		o := KindNamed(a.Head().ID.Kind()).Family.Order
		return Compare([]Order{o}, a, b)
	})
}

// Compare says which of two nodes comes first in an order; the id decides
// ties, in the direction of the last key.
func Compare(order []Order, a, b Node) int {
	for _, o := range order {
		if c := bytes.Compare([]byte(SortKey(o, a)), []byte(SortKey(o, b))); c != 0 {
			return directed(c, o.Desc)
		}
	}
	c := bytes.Compare([]byte(a.Head().ID), []byte(b.Head().ID))
	return directed(c, order[len(order)-1].Desc)
}

func directed(c int, desc bool) int {
	if desc {
		return -c
	}
	return c
}

// deriveSubjects loads the case of each subject, derives it, and writes what
// came out otherwise than it was.
func (w *writer) deriveSubjects(ctx context.Context, subjects []ID) error {
	branches := caseBranches()
	for part := range slices.Chunk(subjects, chunk) {
		tree, err := w.tx.Fetch(ctx, Fetch{IDs: part, Then: branches})
		if err != nil {
			return err
		}
		before := map[ID][]byte{}
		for id, n := range tree.Nodes {
			before[id] = fingerprint(n)
		}
		for _, c := range casesOf(tree, part, branches) {
			c.Derive()
		}
		var rewritten []Node
		for _, id := range keys(tree.Nodes) {
			n := tree.Nodes[id]
			_, attack := n.(*Attack) // what its index holds is nowhere but in its links
			mine := slices.Contains(part, id)
			if attack && mine || !attack && !bytes.Equal(before[id], fingerprint(n)) {
				rewritten = append(rewritten, n)
			}
		}
		if err := w.put(ctx, rewritten); err != nil {
			return err
		}
	}
	return nil
}

// fingerprint is what is derived and shown of a node.
func fingerprint(n Node) []byte {
	row, err := RowOf(n)
	if err != nil {
		return nil
	}
	return row.View
}

// Rederive builds everything derived from the records as they stand.
func Rederive(ctx context.Context, tx Tx) error {
	w := &writer{tx: tx, given: map[ID]Node{}, before: map[ID]Node{}, again: true}
	var all []ID
	for _, f := range Families {
		found, err := w.listed(ctx, f)
		if err != nil {
			return err
		}
		all = append(all, found...)
	}
	for part := range slices.Chunk(all, chunk) {
		found, err := w.nodes(ctx, part)
		if err != nil {
			return err
		}
		nodes := make([]Node, 0, len(found))
		for _, id := range keys(found) {
			nodes = append(nodes, found[id])
		}
		if err := w.put(ctx, nodes); err != nil {
			return err
		}
	}
	return w.rederive(ctx, all)
}

// rederive derives from the ground up, one sort after the other.
func (w *writer) rederive(ctx context.Context, all []ID) error {
	found, err := w.nodes(ctx, slices.DeleteFunc(slices.Clone(all), func(id ID) bool {
		return id.Kind() != KindLocation && !slices.Contains(actorKinds, id.Kind())
	}))
	if err != nil {
		return err
	}
	var ground []Node
	for _, id := range keys(found) {
		ground = append(ground, found[id])
	}
	dirty := idSet{}
	if err := w.derivePlaces(ctx, ground, dirty); err != nil {
		return err
	}
	if err := w.deriveActors(ctx, ground, dirty); err != nil {
		return err
	}
	for _, id := range all {
		if slices.Contains(subjectKinds, id.Kind()) {
			dirty.add(id)
		}
	}
	return w.deriveDirty(ctx, dirty)
}

// listed gives the ids of a family, page by page.
func (w *writer) listed(ctx context.Context, f *Family) ([]ID, error) {
	var kinds []NodeKind
	for _, k := range Kinds {
		if k.Family == f {
			kinds = append(kinds, k.Name)
		}
	}
	var all []ID
	cursor := Cursor{Kinds: kinds}
	for after := []string(nil); ; {
		tree, err := w.tx.Fetch(ctx, Fetch{Query: &Query{Kinds: kinds, After: after, Limit: chunk}})
		if err != nil {
			return nil, err
		}
		rows := tree.Page(0, "")
		all = append(all, rows.IDs...)
		if !rows.More {
			return all, nil
		}
		last := tree.Nodes[rows.IDs[len(rows.IDs)-1]]
		after = nil
		for _, o := range cursor.Orders(last.Head().ID.Kind()) {
			after = append(after, SortKey(o, last))
		}
		after = append(after, string(last.Head().ID))
	}
}
