package graph

import "slices"

// Look asks what lies right around some nodes: their links along some tracks,
// at either end.
type Look struct {
	Of      []ID
	Along   []Track
	Most    int  // links of each node, track and end; which of more is left open
	Cross   bool // of a node to which more than that lead along a track nothing is given, but that it is crowded
	Further int  // so many nodes that are met will be crossed next: a store that is far away looks at them at once, if there are no more
}

// Around is what there is around nodes. Of those that the store does not know
// it says nothing.
type Around struct {
	There   []ID // of the nodes asked for, those that count now (rule 1)
	Crowded []ID // those that are not crossed
	Steps   []Step
	Beyond  *Around // the same of all nodes that the steps lead to, crossing them; nil: not looked at
}

// of is what there is around some of the nodes alone.
func (a *Around) of(nodes []ID) *Around {
	asked := idSet{}
	asked.add(nodes...)
	out := &Around{Crowded: slices.DeleteFunc(slices.Clone(a.Crowded), func(id ID) bool { return !asked[id] })}
	for _, s := range a.Steps {
		if asked[s.At] {
			out.Steps = append(out.Steps, s)
		}
	}
	return out
}

// beyond is what was seen at once beyond the nodes asked for, of all of some
// nodes; nil where one of them was not met.
func (a *Around) beyond(nodes []ID) *Around {
	if a.Beyond == nil {
		return nil
	}
	met := idSet{}
	for _, s := range a.Steps {
		met.add(s.Far)
	}
	if slices.ContainsFunc(nodes, func(id ID) bool { return !met[id] }) {
		return nil
	}
	return a.Beyond.of(nodes)
}

// Track is a relation as a walk follows it: its links from nodes of some kinds,
// or, across the nodes where two relations begin, from the end of the one to
// the end of the other.
type Track struct {
	Relation *Relation
	From     []NodeKind // nil: all that have the relation
	Onward   *Relation  // the other relation; each node has one link of either
}

// Near are the kinds of the nodes where the links begin.
func (t Track) Near() []NodeKind {
	if t.From != nil {
		return t.From
	}
	return t.Relation.From
}

// Narrow tells whether the relation has links from nodes that are not wanted.
func (t Track) Narrow() bool { return len(t.Near()) < len(t.Relation.From) }

// Step is a link as it is met at one of its ends, or two across a node.
type Step struct {
	At, Far  ID
	Via      ID // the node that is crossed; "": none
	Relation *Relation
	In       bool // it leads to At
	Gone     bool // what is far, or crossed, counts no more (rule 1): taken back, or all of its sources are
}
