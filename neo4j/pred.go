package neo4j

import (
	"slices"
	"strings"

	"claimgraph/graph"
)

const (
	always = "true"
	never  = "false"
)

// spot is what a test speaks of: a node, of one of some kinds, or a link.
type spot struct {
	name  string
	kinds []graph.NodeKind
}

// test writes a test of a node or a link as an expression.
func (s *statement) test(p graph.Pred, at spot) string {
	switch p := p.(type) {
	case nil:
		return always
	case graph.All:
		return s.joined(p, at, " AND ", always)
	case graph.Any:
		return s.joined(p, at, " OR ", never)
	case graph.Not:
		return "NOT " + s.definite(p.Pred, at)
	case graph.Parent:
		return at.name + " = " + s.parent
	case graph.Stretch: // says where to look, and asks nothing
		return always
	case graph.IDIn:
		return at.name + "." + idOf + " IN " + s.value(graph.Texts(p))
	case graph.Cmp:
		return s.compare(p, at)
	case graph.Has:
		return s.has(p, at)
	case graph.Covers:
		return s.covers(p, at)
	case graph.Reaches:
		if p.Once {
			return s.has(p.Step(), at)
		}
		return at.name + " IN " + s.walk(p)
	}
	s.fail("a filter has an unknown part, %T", p)
	return never
}

func (s *statement) joined(all []graph.Pred, at spot, between, none string) string {
	if len(all) == 0 {
		return none
	}
	parts := make([]string, len(all))
	for i, p := range all {
		parts[i] = s.test(p, at)
	}
	if len(parts) == 1 {
		return parts[0]
	}
	return "(" + strings.Join(parts, between) + ")"
}

// definite is a test that is never null, so that NOT means what it says.
func (s *statement) definite(p graph.Pred, at spot) string {
	switch p := p.(type) {
	case graph.Has, graph.IDIn, graph.Parent, graph.Reaches:
		return "(" + s.test(p, at) + ")"
	}
	return "coalesce(" + s.test(p, at) + ", " + never + ")"
}

// compare tests a column. Columns of several families share a name, so a node
// that may be of another family must show that it is of this one.
func (s *statement) compare(c graph.Cmp, at spot) string {
	f := familyOf[c.Column]
	holds := s.holds(c, property(at.name, c.Column))
	if f == nil || among(at.kinds, kindsOf[f]) {
		return holds
	}
	return "(" + at.name + ":" + quoted(f.Label) + " AND " + holds + ")"
}

func (s *statement) holds(c graph.Cmp, value string) string {
	if c.Op < graph.OpLeast && len(c.Words) == 0 {
		return never
	}
	if c.Column.Shape == graph.Words {
		x := s.name("x")
		return "any(" + x + " IN " + value + " WHERE " + s.fits(c, x) + ")"
	}
	if c.Column.Parts { // written so that no index is taken but where it is named: within EXISTS it would be, for each row
		value = "toString(" + value + ")"
	}
	return s.fits(c, value)
}

func (s *statement) fits(c graph.Cmp, value string) string {
	switch c.Op {
	case graph.OpIn:
		return value + " IN " + s.value(c.Words)
	case graph.OpPrefix:
		return value + " STARTS WITH " + s.value(c.Words[0])
	case graph.OpContains:
		return value + " CONTAINS " + s.value(c.Words[0])
	}
	sign := map[graph.Op]string{graph.OpLeast: " >= ", graph.OpMost: " <= ", graph.OpIs: " = "}[c.Op]
	return value + sign + s.value(c.Number)
}

// impossible tells whether a test is written as one that holds for nothing. The
// server then wants to hear of no index.
func impossible(p graph.Pred) bool {
	switch p := p.(type) {
	case graph.All:
		return slices.ContainsFunc(p, impossible)
	case graph.Any:
		return !slices.ContainsFunc(p, func(p graph.Pred) bool { return !impossible(p) })
	case graph.Cmp:
		return p.Op < graph.OpLeast && len(p.Words) == 0
	}
	return false
}

// has looks for one link of the node.
func (s *statement) has(h graph.Has, at spot) string {
	if _, ok := h.Far.(graph.Parent); ok { // both ends are known
		l := s.name("r")
		return "EXISTS { MATCH " + link(at.name, l, h.Relation, h.In, s.parent) + where(s.test(h.Edge, spot{name: l})) + " }"
	}
	if list, ok := s.around(h); ok {
		return at.name + " IN " + list
	}
	l, m := s.name("r"), ""
	far := farEnd(h.Relation, h.In, h.Kinds)
	if far.narrow || h.Far != nil {
		m = s.name("m")
	}
	return "EXISTS { MATCH " + link(at.name, l, h.Relation, h.In, m) +
		where(far.narrowed(m), s.test(h.Edge, spot{name: l}), s.test(h.Far, spot{m, far.kinds})) + " }"
}

// covers looks for a group of links that is complete: which parts of which
// groups are met is collected, and then looked through. No aggregate stands in
// it, for it may itself stand within one.
func (s *statement) covers(c graph.Covers, at spot) string {
	l, m, all, x, y := s.name("r"), s.name("m"), s.name("x"), s.name("x"), s.name("x")
	far := farEnd(c.Relation, false, nil)
	group := "0"
	if c.Group != nil {
		group = property(l, c.Group)
	}
	met := "COLLECT { MATCH " + link(at.name, l, c.Relation, false, m) + where(s.test(c.Edge, spot{name: l}), s.test(c.Far, spot{m, far.kinds})) +
		" RETURN DISTINCT [" + group + ", " + property(l, c.Part) + ", " + property(l, c.Parts) + "] }"
	return "any(" + all + " IN [" + met + "] WHERE any(" + x + " IN " + all + " WHERE size([" + y + " IN " + all +
		" WHERE " + y + "[0] = " + x + "[0]]) >= " + x + "[2]))"
}
