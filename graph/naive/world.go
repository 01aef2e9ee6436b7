// Package naive answers every rule of what is computed a second time: from the
// words of the rules alone, over plain records, with loops in loops and nothing
// kept. It shares the types of package graph and none of its reasoning, so that
// each can be held against the other.
package naive

import (
	"cmp"
	"slices"

	"claimgraph/graph"
)

// World is all that is recorded, by id.
type World []graph.Node

// Of is the world of some nodes.
func Of(nodes []graph.Node) World {
	w := World(slices.Clone(nodes))
	slices.SortFunc(w, func(a, b graph.Node) int { return cmp.Compare(a.Head().ID, b.Head().ID) })
	return w
}

// At is the node of an id, nil where there is none.
func (w World) At(id graph.ID) graph.Node {
	i, ok := slices.BinarySearchFunc(w, id, func(n graph.Node, id graph.ID) int { return cmp.Compare(n.Head().ID, id) })
	if !ok {
		return nil
	}
	return w[i]
}

// every gives all nodes of a type, by id.
func every[N graph.Node](w World) []N {
	var found []N
	for _, n := range w {
		if n, ok := n.(N); ok {
			found = append(found, n)
		}
	}
	return found
}

// claims are those about a subject, in their default order.
func (w World) claims(subject graph.ID) []*graph.Claim {
	found := slices.DeleteFunc(every[*graph.Claim](w), func(c *graph.Claim) bool { return !slices.Contains(c.About, subject) })
	slices.SortFunc(found, newest[*graph.Claim])
	return found
}

// answers are the responses to an assertion, in their default order.
func (w World) answers(to graph.ID) []graph.Response {
	found := slices.DeleteFunc(every[graph.Response](w), func(r graph.Response) bool { return r.Replied().RespondsTo != to })
	slices.SortFunc(found, newest[graph.Response])
	return found
}

// direct are the responses to a subject itself, in their default order.
func (w World) direct(subject graph.ID) []graph.Response {
	return slices.DeleteFunc(w.answers(""), func(r graph.Response) bool { return !slices.Contains(r.Spoken().About, subject) })
}

// assertions are all about a subject, in their default order.
func (w World) assertions(subject graph.ID) []graph.Assertion {
	found := slices.DeleteFunc(every[graph.Assertion](w), func(a graph.Assertion) bool { return !slices.Contains(a.Spoken().About, subject) })
	slices.SortFunc(found, newest[graph.Assertion])
	return found
}

// newest is the default order of assertions, statements aside: by when they were made, newest
// first, by the latest bound, else the earliest, else as oldest; then by the
// earliest; then by id, in the same direction.
func newest[A graph.Assertion](a, b A) int {
	return -cmp.Or(byDate(a.Spoken().Made, b.Spoken().Made), cmp.Compare(a.Head().ID, b.Head().ID))
}

// byDate says which date sorts first.
func byDate(a, b graph.DateRange) int {
	return cmp.Or(cmp.Compare(cmp.Or(a.Latest, a.Earliest), cmp.Or(b.Latest, b.Earliest)), cmp.Compare(a.Earliest, b.Earliest))
}

// byName puts actors into the order of pictures: by name, then id, each once (rule 37).
func (w World) byName(ids []graph.ID) []graph.ID {
	named := slices.Clone(ids)
	slices.SortFunc(named, func(a, b graph.ID) int {
		return cmp.Or(cmp.Compare(w.name(a), w.name(b)), cmp.Compare(a, b))
	})
	return slices.Compact(named)
}

func (w World) name(actor graph.ID) string {
	return graph.Fold(w.At(actor).(graph.Actor).Profiled().Name())
}

// meet tells whether two lists have something in common.
func meet[T comparable](a, b []T) bool {
	return slices.ContainsFunc(a, func(x T) bool { return slices.Contains(b, x) })
}

// idsOf are the ids of nodes.
func idsOf[N graph.Node](nodes []N) []graph.ID {
	var ids []graph.ID
	for _, n := range nodes {
		ids = append(ids, n.Head().ID)
	}
	return ids
}

// each gives the members that are in a list, in its order.
func each[T comparable](list []T, in map[T]bool) []T {
	var found []T
	for _, x := range list {
		if in[x] {
			found = append(found, x)
		}
	}
	return found
}
