package graph

import (
	"context"
	"slices"
)

// What a change bears on, and deriving that anew: first the line of parents of
// places, then what actors lie under, then every subject that anything changed
// is about.

// derive brings everything derived up to date after the given nodes changed.
func (w *writer) derive(ctx context.Context, changed []Node) error {
	dirty := idSet{}
	if err := w.derivePlaces(ctx, changed, dirty); err != nil {
		return err
	}
	if err := w.deriveActors(ctx, changed, dirty); err != nil {
		return err
	}
	if err := w.dirtySubjects(ctx, changed, dirty); err != nil {
		return err
	}
	return w.deriveDirty(ctx, dirty)
}

// deriveDirty derives the affiliations first: ties carry where they stand and
// whether their sources do, and what attacks are attributed to rests on that.
func (w *writer) deriveDirty(ctx context.Context, dirty idSet) error {
	isTie := func(id ID) bool { return id.Kind() == KindAffiliation }
	ties := slices.DeleteFunc(keys(dirty), func(id ID) bool { return !isTie(id) })
	if err := w.deriveSubjects(ctx, ties); err != nil {
		return err
	}
	found, err := w.known(ctx, ties)
	if err != nil {
		return err
	}
	origins := idSet{}
	for _, n := range found {
		origins.add(n.(*Affiliation).From)
	}
	if _, err := w.weave(ctx, keys(origins), dirty); err != nil {
		return err
	}
	return w.deriveSubjects(ctx, slices.DeleteFunc(keys(dirty), isTie))
}

type idSet map[ID]bool

func (s idSet) add(ids ...ID) {
	for _, id := range ids {
		if id != "" {
			s[id] = true
		}
	}
}

// follow is a branch along one relation to everything at its far end.
func follow(r *Relation, in bool, kinds []NodeKind, then ...*Branch) *Branch {
	on := r.From
	if in {
		on = r.To
	}
	return &Branch{On: on, Relation: r, In: in, Kinds: kinds, Then: then}
}

// Numbered numbers the branches of a tree from 1 on.
func Numbered(branches []*Branch) []*Branch {
	last := 0
	var number func([]*Branch)
	number = func(branches []*Branch) {
		for _, b := range branches {
			last++
			b.Number = last
			number(b.Then)
		}
	}
	number(branches)
	return branches
}

// fetchAll reads nodes and what hangs on them, in bounded parts.
func (w *writer) fetchAll(ctx context.Context, ids []ID, then []*Branch, visit func(*Tree) error) error {
	Numbered(then)
	for part := range slices.Chunk(ids, chunk) {
		tree, err := w.fetch(ctx, part, then)
		if err != nil {
			return err
		}
		if err := visit(tree); err != nil {
			return err
		}
	}
	return nil
}

// derivePlaces finds the ancestors of changed places and of all inside of
// them, and marks the attacks that lie there.
func (w *writer) derivePlaces(ctx context.Context, changed []Node, dirty idSet) error {
	var moved []ID
	for _, n := range changed {
		if l, ok := n.(*Location); ok {
			if old, _ := w.before[l.ID].(*Location); w.again || old == nil || old.Parent != l.Parent {
				moved = append(moved, l.ID)
			} else {
				l.Ancestors = old.Ancestors
			}
		}
	}
	places := map[ID]*Location{}
	err := w.fetchAll(ctx, moved, []*Branch{follow(Inside, true, nil)}, func(t *Tree) error {
		for id, n := range t.Nodes {
			places[id] = n.(*Location)
		}
		return nil
	})
	if err != nil {
		return err
	}
	affected := keys(places)
	if err := w.parents(ctx, places); err != nil {
		return err
	}
	for _, id := range affected {
		line, err := lineOfParents(id, places)
		if err != nil {
			return err
		}
		places[id].Ancestors = line
		w.lay(places[id])
	}
	return w.fetchAll(ctx, affected, []*Branch{follow(LiesIn, true, nil)}, func(t *Tree) error {
		for id := range t.Nodes {
			if id.Kind() == KindAttack {
				dirty.add(id)
			}
		}
		return nil
	})
}

// parents reads upwards until every parent is there.
func (w *writer) parents(ctx context.Context, places map[ID]*Location) error {
	for {
		missing := idSet{}
		for _, l := range places {
			if l.Parent != "" && places[l.Parent] == nil {
				missing.add(l.Parent)
			}
		}
		if len(missing) == 0 {
			return nil
		}
		found, err := w.known(ctx, keys(missing))
		if err != nil {
			return err
		}
		for id, n := range found {
			places[id] = n.(*Location)
		}
	}
}

// lineOfParents is the way up from a place, nearest first.
func lineOfParents(id ID, places map[ID]*Location) ([]ID, error) {
	var line []ID
	for at := places[id].Parent; at != ""; at = places[at].Parent {
		if at == id || slices.Contains(line, at) {
			return nil, Under(BadInput("%s lies in itself, by way of %v", id, line), string(id), "parent")
		}
		line = append(line, at)
	}
	return line, nil
}

// deriveActors finds the ties and the upward closures that changed, and marks
// the subjects of what those actors said.
func (w *writer) deriveActors(ctx context.Context, changed []Node, dirty idSet) error {
	origins, renamed := idSet{}, idSet{}
	for _, n := range changed {
		switch n := n.(type) {
		case *Affiliation:
			origins.add(n.From)
			if old, ok := w.before[n.ID].(*Affiliation); ok {
				origins.add(old.From)
			}
		case Actor:
			if old, ok := w.before[n.Head().ID].(Actor); ok && !w.again {
				n.Profiled().Web = old.Profiled().Web
				if old.Profiled().Name() != n.Profiled().Name() {
					renamed.add(n.Head().ID)
				}
			}
			if w.again {
				origins.add(n.Head().ID)
			}
		}
	}
	rewritten, err := w.weave(ctx, keys(origins), dirty)
	if err != nil {
		return err
	}
	for _, n := range rewritten {
		renamed.add(n.Head().ID)
	}
	return w.fetchAll(ctx, keys(renamed), []*Branch{follow(AssertedBy, true, assertionKinds)}, func(t *Tree) error {
		for _, n := range t.Nodes {
			if a, ok := n.(Assertion); ok {
				dirty.add(a.Spoken().About...)
			}
		}
		return nil
	})
}

// weave derives the ties of some actors and the closures of all below them, and
// marks the attacks attributed to any of these where something changed.
func (w *writer) weave(ctx context.Context, origins []ID, dirty idSet) ([]Node, error) {
	net, err := w.web(ctx, origins)
	if err != nil {
		return nil, err
	}
	rewritten, err := w.reweave(ctx, net)
	if err != nil || len(rewritten) == 0 || w.again { // again: everything is derived anyway
		return rewritten, err
	}
	return rewritten, w.fetchAll(ctx, net.below, []*Branch{follow(Attributed, true, nil)}, func(t *Tree) error {
		for _, n := range t.Nodes {
			if c, ok := n.(*Claim); ok {
				dirty.add(c.About...)
			}
		}
		return nil
	})
}

// web is the part of the net of ties that bears on some actors: the actors
// below them, whose closures may change, and every tie on the way up.
type web struct {
	below []ID
	ties  map[ID][]Tie
}

func (w *writer) web(ctx context.Context, origins []ID) (web, error) {
	below := idSet{}
	below.add(origins...)
	err := w.fetchAll(ctx, origins, []*Branch{follow(Beneath, true, nil)}, func(t *Tree) error {
		for id := range t.Nodes {
			below.add(id)
		}
		return nil
	})
	if err != nil {
		return web{}, err
	}
	net := web{below: keys(below), ties: map[ID][]Tie{}}
	for frontier := net.below; len(frontier) > 0; {
		next := idSet{}
		for _, id := range frontier {
			net.ties[id] = nil
		}
		err := w.fetchAll(ctx, frontier, []*Branch{follow(TiesFrom, true, nil, cited())}, func(t *Tree) error {
			sources := NewCaseFile(t).shared.Sources
			for _, id := range keys(t.Nodes) {
				if a, ok := t.Nodes[id].(*Affiliation); ok {
					net.ties[a.From] = append(net.ties[a.From], tieOf(a, sources))
					next.add(a.To)
				}
			}
			return nil
		})
		if err != nil {
			return web{}, err
		}
		for id := range net.ties {
			delete(next, id)
		}
		frontier = keys(next)
	}
	return net, nil
}

// reweave writes the actors whose ties or closures are others than before.
func (w *writer) reweave(ctx context.Context, net web) ([]Node, error) {
	found, err := w.known(ctx, net.below)
	if err != nil {
		return nil, err
	}
	var rewritten []Node
	for _, id := range net.below {
		actor, ok := found[id].(Actor)
		if !ok {
			continue
		}
		view := ActorView{Ties: net.ties[id], Above: above(id, net.ties)}
		old := actor.Profiled().Web
		if slices.EqualFunc(old.Ties, view.Ties, Tie.same) && slices.Equal(old.Above, view.Above) {
			continue
		}
		actor.Profiled().Web = view
		rewritten = append(rewritten, actor)
	}
	w.lay(rewritten...)
	return rewritten, nil
}

// bindingKinds are the ties that make one actor part of another (rule 4).
var bindingKinds = []AffiliationKind{PartOf, BranchOf, PledgedAllegianceTo}

// above is the upward closure of an actor over the binding ties (rule 4).
func above(id ID, ties map[ID][]Tie) []ID {
	found := idSet{}
	for frontier := []ID{id}; len(frontier) > 0; {
		at := frontier[0]
		frontier = frontier[1:]
		for _, t := range ties[at] {
			if slices.Contains(bindingKinds, t.Kind) && !found[t.To] && t.To != id {
				found.add(t.To)
				frontier = append(frontier, t.To)
			}
		}
	}
	return keys(found)
}

// dirtySubjects marks the attacks and affiliations that changed nodes are about.
func (w *writer) dirtySubjects(ctx context.Context, changed []Node, dirty idSet) error {
	answered, sources := idSet{}, idSet{}
	for _, n := range changed {
		for _, n := range []Node{n, w.before[n.Head().ID]} {
			switch n := n.(type) {
			case Subject:
				dirty.add(n.Head().ID)
			case Response:
				dirty.add(n.Spoken().About...)
				answered.add(n.Replied().RespondsTo)
			case Assertion:
				dirty.add(n.Spoken().About...)
			}
		}
		if s, ok := w.before[n.Head().ID].(*Source); ok {
			sources.add(s.ID)
		}
	}
	found, err := w.known(ctx, keys(answered))
	if err != nil {
		return err
	}
	for _, n := range found {
		dirty.add(n.(Assertion).Spoken().About...)
	}
	return w.fetchAll(ctx, keys(sources), []*Branch{follow(Cites, true, nil)}, func(t *Tree) error {
		for id, n := range t.Nodes {
			switch n := n.(type) {
			case Subject:
				dirty.add(id)
			case Assertion:
				dirty.add(n.Spoken().About...)
			}
		}
		return nil
	})
}
