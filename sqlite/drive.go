package sqlite

import (
	"slices"

	"claimgraph/graph"
)

// A test can be asked of every node in the order of the list, or the nodes that
// pass it can be looked up: "claimed by this group" is a few index entries for
// most groups, and a walk through everything for a list sorted by date. What
// can be looked up drives.

// drives tells whether the nodes that pass can be looked up from ids or words given.
func drives(p graph.Pred) bool {
	switch p := p.(type) {
	case graph.IDIn, graph.Parent, graph.Reaches, graph.Covers:
		return true
	case graph.Has:
		return p.Far != nil && drives(p.Far) || seeks(p.Edge)
	case graph.All:
		return slices.ContainsFunc(p, drives)
	case graph.Any:
		return len(p) > 0 && !slices.ContainsFunc(p, func(p graph.Pred) bool { return !drives(p) })
	case graph.Cmp:
		return p.Column.Shape == graph.Words && (p.Op == graph.OpIn || p.Op == graph.OpPrefix) || seeks(p)
	}
	return false
}

// seeks tells whether an index finds what has the words asked for.
func seeks(p graph.Pred) bool {
	switch p := p.(type) {
	case graph.Cmp:
		return p.Column.Seek && p.Op == graph.OpIn
	case graph.All:
		return slices.ContainsFunc(p, seeks)
	}
	return false
}

// split takes the test that drives out of a conjunction.
func split(p graph.Pred) (driver, rest graph.Pred) { return graph.Driver(p, drives) }

// set writes a query for the numbers of all nodes that pass, as "num". The
// joins are crossed: the order they are written in is the order they run in.
func (t *text) set(p graph.Pred) {
	switch p := p.(type) {
	case graph.IDIn:
		t.add("SELECT n.num AS num FROM ")
		t.list(p)
		t.add(" j CROSS JOIN node n ON n.id = j.value")
	case graph.Parent:
		t.add("SELECT ", t.parent, " AS num")
	case graph.Has:
		t.setOfLinked(p)
	case graph.Reaches:
		t.setOfWalk(p)
	case graph.Any:
		parts := make([]func(), len(p))
		for i, one := range p {
			parts[i] = func() {
				t.add("SELECT num FROM ")
				t.driver(one, "")
			}
		}
		t.each(" UNION ", parts...)
		t.add(" LIMIT -1") // else SQLite writes every other test of the query into every part
	case graph.Cmp:
		w := t.name("w")
		if p.Column.Shape != graph.Words {
			t.add("SELECT ", w, ".num AS num FROM ", familyTable(familyOf[p.Column]), " ", w, " WHERE ")
			t.holds(p, w+"."+nodeColumn(p.Column))
			return
		}
		t.add("SELECT DISTINCT ", w, ".num AS num FROM ", wordTable(p.Column), " ", w, " WHERE ")
		t.holds(p, w+".value")
	default: // All, Covers
		t.subset(p)
	}
}

// subset looks up what drives and tests the rest.
func (t *text) subset(p graph.Pred) {
	driver, rest := split(p)
	if rest == nil {
		t.set(driver)
		return
	}
	d := t.name("d")
	t.add("SELECT ", d, ".num AS num FROM ")
	t.driver(driver, d)
	t.add(" WHERE ")
	t.test(rest, row{num: d + ".num"})
}

// driver puts a set where a table stands, by the name d.
func (t *text) driver(set graph.Pred, d string) {
	t.add("(")
	t.set(set)
	t.add(") ", d)
}

// setOfLinked goes back from the far nodes to those that have a link to them.
func (t *text) setOfLinked(h graph.Has) {
	driver, rest := split(h.Far)
	d, l := t.name("d"), t.name("l")
	near, far := ends(l, h.In)
	if driver == nil { // the links themselves are looked up
		t.add("SELECT DISTINCT ", near, " AS num FROM ", linkTable(h.Relation), " ", l)
		t.reach(h, l, far, rest, nil)
		return
	}
	t.add("SELECT DISTINCT ", near, " AS num FROM ")
	t.driver(driver, d)
	t.add(" CROSS JOIN ", linkTable(h.Relation), " ", l, " ON ", far, " = ", d, ".num")
	t.reach(h, l, far, rest, nil)
}

// setOfWalk walks the links backwards; UNION makes an end of circles.
func (t *text) setOfWalk(r graph.Reaches) {
	if r.Once {
		t.set(graph.Has{Relation: r.Relation, Edge: r.Edge, Far: r.Far})
		return
	}
	w, l := t.name("w"), t.name("l")
	t.add("WITH RECURSIVE ", w, "(num) AS (")
	t.set(graph.Has{Relation: r.Relation, Edge: r.Edge, Far: r.Far})
	t.add(" UNION SELECT ", l, ".src FROM ", w, " CROSS JOIN ", linkTable(r.Relation), " ", l, " ON ", l, ".dst = ", w, ".num")
	if r.Edge != nil {
		t.add(" WHERE ")
		t.test(r.Edge, row{link: l})
	}
	t.add(") SELECT num FROM ", w)
}
