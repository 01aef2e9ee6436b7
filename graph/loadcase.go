package graph

import (
	"bytes"
	"context"
	"encoding/json"
	"slices"
)

// Casework is the selection tree of cases, from their subjects down. Its named
// branches are where the nodes come from that a picture shows.
type Casework struct {
	Then       []*Branch // below the subjects
	Assertions *Branch   // all that is about a subject
	Asserters  *Branch   // who speaks in them
	Attributed *Branch   // whom claims hold responsible
	Statements *Branch   // that they are part of
	Sources    *Branch   // that they cite
	Citing     *Branch   // sources that the subject itself cites
	Telling    *Branch   // sources that the statements cite
}

// NewCasework is the tree for all that the rules and pictures look at.
func NewCasework() *Casework {
	w := &Casework{Asserters: speaker(AssertedBy), Attributed: speaker(Attributed), Sources: cited(), Citing: cited(), Telling: cited()}
	w.Statements = follow(InStatement, false, nil, w.Telling)
	w.Assertions = follow(About, true, nil, append(spoken(w.Asserters, w.Sources),
		w.Attributed, w.Statements, follow(OccurredAt, false, nil), follow(Within, false, nil),
		follow(JudgedBy, false, nil), follow(Concerning, false, nil),
		follow(RespondsTo, false, nil, spoken(speaker(AssertedBy), cited())...),
		follow(RespondsTo, true, responseKinds, answering(speaker(AssertedBy))...))...)
	w.Then = []*Branch{w.Citing, follow(OccurredAt, false, nil), follow(Within, false, nil), w.Assertions}
	return w
}

// NewHearing is the tree for where claims stand, from the claims down.
func NewHearing() *Casework {
	w := &Casework{Asserters: speaker(AssertedBy)}
	w.Assertions = follow(RespondsTo, true, responseKinds, answering(w.Asserters)...)
	w.Then = append(spoken(speaker(AssertedBy), cited()), w.Assertions)
	return w
}

// speaker leads to actors and to all they lie under.
func speaker(r *Relation) *Branch { return follow(r, false, nil, follow(Beneath, false, nil)) }

// cited leads to sources and to those that tell of their retraction.
func cited() *Branch { return follow(Cites, false, nil, follow(RetractedIn, false, nil)) }

func spoken(asserters, sources *Branch) []*Branch {
	return []*Branch{asserters, sources, follow(RetractedIn, false, nil)}
}

func answering(asserters *Branch) []*Branch {
	return append(spoken(asserters, cited()), follow(JudgedBy, false, nil), follow(Concerning, false, nil))
}

// CaseFile sorts what a tree holds, so that cases can be taken out of it.
type CaseFile struct {
	tree    *Tree
	shared  Case              // sources, actors, places, statements: of all cases alike
	answers map[ID][]Response // by what they answer
}

// NewCaseFile looks through a tree once.
func NewCaseFile(t *Tree) *CaseFile {
	f := &CaseFile{tree: t, answers: map[ID][]Response{}, shared: Case{
		Sources: map[ID]*Source{}, Actors: map[ID]Actor{}, Places: map[ID]*Location{}, Statements: map[ID]*Statement{},
	}}
	for id, n := range t.Nodes {
		switch n := n.(type) {
		case *Source:
			f.shared.Sources[id] = n
		case Actor:
			f.shared.Actors[id] = n
		case *Location:
			f.shared.Places[id] = n
		case *Statement:
			f.shared.Statements[id] = n
		case Response:
			to := n.Replied().RespondsTo
			f.answers[to] = append(f.answers[to], n)
		}
	}
	return f
}

// Case is that of a subject, given what is about it: claims with their answers,
// and answers to the subject itself.
func (f *CaseFile) Case(subject Subject, about []ID) *Case {
	c := f.shared
	c.Subject, c.Answered = subject, map[ID]Assertion{}
	responses := map[ID]Response{}
	for _, id := range about {
		switch n := f.tree.Nodes[id].(type) {
		case *Claim:
			c.Claims = append(c.Claims, n)
			for _, r := range f.answers[id] {
				responses[r.Head().ID] = r
			}
		case Response:
			responses[id] = n
			if to, ok := f.tree.Nodes[n.Replied().RespondsTo].(Assertion); ok {
				c.Answered[to.Head().ID] = to
			}
		}
	}
	for _, id := range keys(responses) {
		c.Responses = append(c.Responses, responses[id])
	}
	sortByDefault(c.Claims)
	sortByDefault(c.Responses)
	return &c
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

// deriveSubjects derives the case of each subject; what came out otherwise than
// the store has it lies on the desk.
func (w *writer) deriveSubjects(ctx context.Context, subjects []ID) error {
	work := NewCasework()
	Numbered(work.Then)
	for part := range slices.Chunk(subjects, chunk) {
		tree, err := w.fetch(ctx, part, work.Then)
		if err != nil {
			return err
		}
		before := map[ID][]byte{}
		for id, n := range tree.Nodes {
			switch n.(type) {
			case Assertion, *Affiliation:
				if w.nodes[id] == nil {
					before[id] = fingerprint(n)
				}
			}
		}
		file := NewCaseFile(tree)
		for _, id := range part {
			subject, ok := tree.Nodes[id].(Subject)
			if !ok {
				continue
			}
			file.Case(subject, tree.Page(work.Assertions.Number, id).IDs).Derive()
			if _, attack := subject.(*Attack); attack { // what its index holds is nowhere but in its links
				w.lay(subject)
			}
		}
		for id, was := range before {
			if n := tree.Nodes[id]; w.nodes[id] == nil && !bytes.Equal(was, fingerprint(n)) {
				w.lay(n)
			}
		}
		w.forgetDerived()
		if len(w.nodes) > len(w.given)+maxLaid {
			if err := w.empty(ctx); err != nil {
				return err
			}
		}
	}
	return nil
}

// maxLaid is how many nodes, beside those given, a Write keeps in memory.
const maxLaid = 20_000

// fingerprint is what is derived of a node and kept with it.
func fingerprint(n Node) []byte {
	text, err := json.Marshal([]any{viewOf(n), indexOf(n)})
	if err != nil {
		return nil
	}
	return text
}

// Rederive builds everything derived from the records as they stand.
func Rederive(ctx context.Context, tx Tx) error {
	w := newWriter(tx)
	w.again = true
	var all []ID
	for _, f := range Families {
		found, err := w.listed(ctx, f)
		if err != nil {
			return err
		}
		all = append(all, found...)
	}
	for part := range slices.Chunk(all, chunk) {
		found, err := w.known(ctx, part)
		if err != nil {
			return err
		}
		for _, n := range found {
			w.lay(n)
		}
		if err := w.empty(ctx); err != nil {
			return err
		}
	}
	if err := w.rederive(ctx, all); err != nil {
		return err
	}
	return w.empty(ctx)
}

// rederive derives from the ground up, one sort after the other.
func (w *writer) rederive(ctx context.Context, all []ID) error {
	found, err := w.known(ctx, slices.DeleteFunc(slices.Clone(all), func(id ID) bool {
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
