package sqlite

import (
	"slices"

	"claimgraph/graph"
)

// hop is how a list is reached: by the links of a parent, or, without a
// relation, as nodes of a family.
type hop struct {
	relation *graph.Relation
	in       bool
	edge     graph.Pred
	end      end
}

func newHop(r *graph.Relation, in bool, edge graph.Pred, kinds []graph.NodeKind) hop {
	if r == nil {
		return hop{end: familyEnd(kinds)}
	}
	return hop{r, in, edge, farEnd(r, in, kinds)}
}

// several tells whether a node can stand in the list by more than one link:
// only relations whose links say something need that.
func (h hop) several() bool { return h.relation != nil && h.relation.Edge != nil }

// naming is how a statement calls what it finds, when it calls the links l and
// the family's rows f. Those are left out where nothing speaks of them.
func (h hop) naming(l, f string, spoken bool) row {
	if h.relation == nil {
		return row{num: f + ".num", family: h.end.family, alias: f}
	}
	_, far := ends(l, h.in)
	if h.end.family == nil || !spoken {
		return row{num: far}
	}
	return row{num: far, family: h.end.family, alias: f}
}

// source writes the tables: the links with the far node's row, or the rows of a family.
func (t *text) source(h hop, l string, far row) {
	if h.relation == nil {
		t.add(familyTable(far.family), " ", far.alias)
		return
	}
	t.add(linkTable(h.relation), " ", l)
	t.joinRow(far)
}

// belonging are the conditions on what stands in the list of a parent.
func (t *text) belonging(h hop, l string, far row, fits graph.Pred) []func() {
	conditions := t.conditions(h.end, far, h.edge, l, fits)
	if h.relation == nil {
		return conditions
	}
	near, _ := ends(l, h.in)
	return append([]func(){func() { t.add(near, " = ", t.parent) }}, conditions...)
}

// driven writes the tables with a set that drives in front of them.
func (t *text) driven(driver graph.Pred, h hop, far row) {
	if driver == nil {
		t.source(h, "", far)
		return
	}
	d := t.name("d")
	t.driver(driver, d)
	t.add(" CROSS JOIN ")
	t.source(h, "", far)
	t.add(" ON ", far.num, " = ", d, ".num")
}

// count writes a query for how many a list holds.
func (t *text) count(h hop, fits graph.Pred) {
	t.members(h, fits, func(far row) string {
		if h.several() {
			return "count(DISTINCT " + far.num + ")"
		}
		return "count(*)"
	})
}

// members writes a query for something about all that a list holds.
func (t *text) members(h hop, fits graph.Pred, what func(far row) string) {
	l, f := t.name("k"), t.name("f")
	if h.relation == nil {
		if h.end.family == nil {
			t.fail("nodes of several families are not looked through together")
			return
		}
		far := h.naming(l, f, true)
		driver, rest := t.split(fits)
		if driver != nil && h.end.family.Few && t.bestOf(fits) == nil && rank(driver) > 4 {
			driver, rest = nil, fits
		}
		if driver != nil && !h.end.narrow && only(driver, h.end) {
			d := t.name("d")
			t.add("SELECT ", what(row{num: d + ".num"}), " FROM ")
			t.driver(fits, d)
			return
		}
		t.add("SELECT ", what(far), " FROM ")
		t.driven(driver, h, far)
		t.filter(t.belonging(h, l, far, rest))
		return
	}
	far := h.naming(l, f, h.end.joins || speaksOf(fits, h.end))
	t.add("SELECT ", what(far), " FROM ")
	t.source(h, l, far)
	t.filter(t.belonging(h, l, far, fits))
}

// only tells whether a set holds nothing but nodes of an end, by what they are
// looked up in.
func only(p graph.Pred, e end) bool {
	switch p := p.(type) {
	case graph.Cmp:
		return familyOf[p.Column] == e.family
	case graph.Stretch:
		return familyOf[p.Key] == e.family
	case graph.Has:
		near := p.Relation.From
		if p.In {
			near = p.Relation.To
		}
		return len(both(near, e.kinds)) == len(near)
	case graph.All:
		at, drive := best(p)
		return drive && only(p[at], e)
	case graph.Any:
		return !slices.ContainsFunc(p, func(p graph.Pred) bool { return !only(p, e) })
	}
	return false
}
