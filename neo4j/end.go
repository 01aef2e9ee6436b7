package neo4j

import "claimgraph/graph"

// end is what can stand at the far end of a relation.
type end struct {
	kinds  []graph.NodeKind
	narrow bool // the relation leads to others, too
}

func farEnd(r *graph.Relation, in bool, wanted []graph.NodeKind) end {
	possible := r.To
	if in {
		possible = r.From
	}
	kinds := both(possible, wanted)
	return end{kinds, len(kinds) < len(possible)}
}

// narrowed tests that a node found over the relation is one of those wanted.
func (e end) narrowed(name string) string {
	switch {
	case !e.narrow:
		return always
	case len(e.kinds) == 0:
		return never
	}
	return name + ":" + labels(e.kinds)
}
