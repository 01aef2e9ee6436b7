package neo4j

import "claimgraph/graph"

// hop is how a list is reached: by the links of a parent, or, without a
// relation, as nodes of a family.
type hop struct {
	relation *graph.Relation
	in       bool
	edge     graph.Pred
	end      end
	using    string // which index, where it must be named
}

func newHop(r *graph.Relation, in bool, edge graph.Pred, kinds []graph.NodeKind) hop {
	if r == nil {
		return hop{end: end{kinds: kinds}}
	}
	return hop{relation: r, in: in, edge: edge, end: farEnd(r, in, kinds)}
}

// toParent makes a hop of a test that asks for a link to the parent: following
// that link back is the same, and has the order of the links.
func (h hop) toParent(driver graph.Pred) (hop, bool) {
	has, ok := driver.(graph.Has)
	if !ok {
		return h, false
	}
	if _, ok := has.Far.(graph.Parent); !ok {
		return h, false
	}
	return newHop(has.Relation, !has.In, has.Edge, h.end.kinds), true
}

// several tells whether a node can stand in the list by more than one link:
// those that are derived and say something may lead to one node twice.
func (h hop) several() bool { return h.relation != nil && h.relation.Derived && h.relation.Edge != nil }

func (h hop) family() *graph.Family { return onlyFamily(h.end.kinds) }

// match finds the nodes of the hop that fit.
func (s *statement) match(h hop, node, l string, fits graph.Pred, more ...string) string {
	at := spot{node, h.end.kinds}
	if h.relation == nil {
		return "MATCH (" + node + ":" + s.root(h.end.kinds) + ")" + h.using + where(append([]string{h.narrowedRoot(node), s.test(fits, at)}, more...)...)
	}
	conditions := []string{h.end.narrowed(node), s.test(h.edge, spot{name: l}), s.test(fits, at)}
	return "MATCH " + link(s.parent, l, h.relation, h.in, node) + where(append(conditions, more...)...)
}

// root is the label under which nodes of some kinds are indexed.
func (s *statement) root(kinds []graph.NodeKind) string {
	if f := onlyFamily(kinds); f != nil {
		return quoted(f.Label)
	}
	if len(kinds) == 0 {
		s.fail("a list of no kind of node")
	}
	return labels(kinds)
}

func (h hop) narrowedRoot(node string) string {
	if f := h.family(); f == nil || len(h.end.kinds) == len(kindsOf[f]) {
		return always
	}
	return node + ":" + labels(h.end.kinds)
}
