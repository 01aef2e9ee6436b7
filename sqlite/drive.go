package sqlite

import (
	"reflect"
	"slices"
	"strconv"

	"claimgraph/graph"
)

// A test can be asked of every node in the order of the list, or the nodes that
// pass it can be looked up: "claimed by this group" is a few index entries for
// most groups, and a walk through everything for a list sorted by date. What
// can be looked up drives.

// drives tells whether the nodes that pass can be looked up.
func drives(p graph.Pred) bool {
	switch p := p.(type) {
	case graph.IDIn, graph.Parent, graph.Reaches, graph.Covers, graph.Stretch:
		return true
	case graph.Has:
		if p.Far == nil { // that there is a link tells all, where nothing is asked of it
			return p.Edge == nil || seeks(p.Edge)
		}
		return drives(p.Far) || fewFar(p) || seeks(p.Edge)
	case graph.All:
		return slices.ContainsFunc(p, drives)
	case graph.Any:
		return !slices.ContainsFunc(p, func(p graph.Pred) bool { return !drives(p) })
	case graph.Cmp:
		return seeks(p) || p.Within() || p.Column.Shape == graph.Words && p.Op != graph.OpContains
	case graph.Not:
		c, ok := p.Pred.(graph.Cmp)
		return ok && seeks(c) && c.Op != graph.OpPrefix
	}
	return false
}

// fewFar tells whether all nodes a link can lead to may be looked through.
func fewFar(h graph.Has) bool {
	f := farEnd(h.Relation, h.In, h.Kinds).family
	return f != nil && f.Few
}

// seeks tells whether an index finds what has the words or numbers asked for.
func seeks(p graph.Pred) bool {
	switch p := p.(type) {
	case graph.Cmp:
		return p.Op != graph.OpContains && p.Column.Shape != graph.Words && (p.Column.Seek || p.Column.Sort)
	case graph.All:
		return slices.ContainsFunc(p, seeks)
	}
	return false
}

// rank guesses how much a test that drives finds, the least first. One that
// speaks of the parent differs from parent to parent, so it never finds much.
func rank(p graph.Pred) int {
	switch p := p.(type) {
	case graph.IDIn:
		return 1
	case graph.Reaches, graph.Covers:
		return 2
	case graph.Has:
		switch {
		case p.Far != nil && drives(p.Far):
			return min(rank(p.Far)+1, 8)
		case p.Far != nil && fewFar(p):
			return 5
		case p.Edge != nil && seeks(p.Edge):
			return 7
		}
		return 8 // the links there are
	case graph.All:
		driver, _ := best(p)
		return rank(p[driver])
	case graph.Any:
		worst := 0
		for _, p := range p {
			worst = max(worst, rank(p))
		}
		return worst
	case graph.Stretch:
		return 4
	case graph.Cmp:
		switch {
		case p.Column.Sort || p.Column.Shape == graph.Words:
			return 3
		case p.Op == graph.OpIn || p.Op == graph.OpIs:
			return 5
		}
		return 6
	case graph.Not:
		return 7
	}
	return 0 // the parent
}

// best is which of tests that all hold drives best; false where none does.
func best(all []graph.Pred) (at int, drive bool) {
	at = -1
	for i, p := range all {
		if drives(p) && (at < 0 || graph.SpeaksOfParent(p) && !graph.SpeaksOfParent(all[at]) || graph.SpeaksOfParent(p) == graph.SpeaksOfParent(all[at]) && rank(p) < rank(all[at])) {
			at = i
		}
	}
	return at, at >= 0
}

// conjuncts are the tests that must all hold; they know where the links stand that
// they look for, where one of them tells.
func conjuncts(p graph.Pred) []graph.Pred {
	out := graph.Conjuncts(p)
	for _, test := range out {
		if s, ok := test.(graph.Stretch); ok {
			for i := range out {
				out[i] = along(out[i], s)
			}
			break
		}
	}
	return out
}

// bestOf is what is known to drive a test best; nil where nobody counted.
func (t *text) bestOf(where graph.Pred) graph.Pred {
	at := slices.IndexFunc(t.bests, func(b bestFor) bool { return reflect.DeepEqual(b.where, where) })
	if at < 0 {
		return nil
	}
	return t.bests[at].best
}

// split takes the test that drives out of a conjunction.
func (t *text) split(p graph.Pred) (driver, rest graph.Pred) {
	if p == nil {
		return nil, nil
	}
	all := conjuncts(p)
	at, drive := best(all)
	if known := t.bestOf(p); known != nil {
		at = slices.IndexFunc(all, func(p graph.Pred) bool { return reflect.DeepEqual(p, known) })
	}
	if !drive {
		return nil, p
	}
	return graph.Driver(all, at)
}

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
		t.setOfAny(p)
	case graph.Stretch:
		t.setOfStretch(p, nil)
	case graph.Cmp:
		if p.Column.Shape != graph.Words {
			t.setOfRows(p, nil)
			return
		}
		w := t.name("w")
		t.add(t.selectEach(), w, ".num AS num FROM ", wordTable(p.Column), " ", w, " WHERE ")
		t.holds(p, w+".value")
	case graph.Not:
		t.setOfOthers(p.Pred.(graph.Cmp))
	default: // All, Covers
		t.subset(p)
	}
}

// selectEach begins a query that could find a node several times.
func (t *text) selectEach() string {
	if t.bags {
		return "SELECT "
	}
	return "SELECT DISTINCT "
}

func (t *text) setOfAny(ways graph.Any) {
	if len(ways) == 0 {
		t.add("SELECT 0 AS num WHERE 0")
		return
	}
	parts := make([]func(), len(ways))
	for i, one := range ways {
		parts[i] = func() {
			t.add("SELECT num FROM ")
			t.driver(one, "")
		}
	}
	between := " UNION "
	if t.bags {
		between = " UNION ALL "
	}
	t.each(between, parts...)
	t.add(" LIMIT -1") // else SQLite writes every other test of the query into every part
}

// subset looks up what drives and tests the rest.
func (t *text) subset(p graph.Pred) {
	driver, rest := t.split(p)
	if rest == nil {
		t.set(driver)
		return
	}
	switch driver := driver.(type) {
	case graph.Cmp:
		if driver.Column.Shape != graph.Words {
			t.setOfRows(driver, rest)
			return
		}
	case graph.Stretch:
		t.setOfStretch(driver, rest)
		return
	}
	d := t.name("d")
	t.add("SELECT ", d, ".num AS num FROM ")
	t.driver(driver, d)
	of := row{num: d + ".num"}
	if f := rowOf(rest); f != nil && only(driver, familyEnd(kindsOf(f))) {
		of.family, of.alias = f, t.name("f")
		t.joinRow(of)
	}
	t.add(" WHERE ")
	t.test(rest, of)
}

// driver puts a set where a table stands, by the name d.
func (t *text) driver(set graph.Pred, d string) {
	t.add("(")
	t.set(set)
	t.add(") ", d)
}

// setOfLinked goes back from the far nodes to those that have a link to them.
func (t *text) setOfLinked(h graph.Has) {
	var driver, rest graph.Pred
	switch {
	case h.Far != nil && drives(h.Far):
		driver, rest = t.split(h.Far)
	case h.Far != nil && fewFar(h):
		driver = h.Far
	}
	d, l := t.name("d"), t.name("l")
	near, far := ends(l, h.In)
	t.add(t.selectEach(), near, " AS num FROM ")
	if h.Along != nil {
		t.linksAlong(h, driver, d, l)
		t.reach(h, l, far, rest, nil)
		return
	}
	switch {
	case driver == nil: // the links themselves are looked up
		rest = h.Far
		t.add(linkTable(h.Relation), " ", l)
	case rest == nil && !drives(driver):
		t.fewThat(h, driver, d)
		t.add(" CROSS JOIN ", linkTable(h.Relation), " ", l, " ON ", far, " = ", d, ".num")
	default:
		t.driver(driver, d)
		t.add(" CROSS JOIN ", linkTable(h.Relation), " ", l, " ON ", far, " = ", d, ".num")
	}
	t.reach(h, l, far, rest, nil)
}

// setOfWalk walks the links backwards, once a statement; UNION makes an end of circles.
func (t *text) setOfWalk(r graph.Reaches) {
	if r.Once {
		t.set(r.Step())
		return
	}
	at := slices.IndexFunc(t.walks, func(w *walkText) bool { return reflect.DeepEqual(w.of, r) })
	if at < 0 {
		at = len(t.walks)
		w := &walkText{of: r, name: "walk" + strconv.Itoa(at)}
		t.walks = append(t.walks, w)
		w.set(r.Step())
		l := w.text.name("l")
		w.add(" UNION SELECT ", l, ".src FROM ", w.name, " CROSS JOIN ", linkTable(r.Relation), " ", l, " ON ", l, ".dst = ", w.name, ".num")
		if r.Edge != nil {
			w.add(" WHERE ")
			w.test(r.Edge, row{link: l})
		}
	}
	t.add("SELECT num FROM ", t.walks[at].name)
}

// without are the tests that must all hold but one, which is looked up.
func without(where graph.Pred, one graph.Pred) graph.Pred {
	all := conjuncts(where)
	at := slices.IndexFunc(all, func(p graph.Pred) bool { return reflect.DeepEqual(p, one) })
	_, rest := graph.Driver(all, at)
	return rest
}

// rowOf is the family whose rows a test speaks of; nil where it speaks of none.
func rowOf(p graph.Pred) *graph.Family {
	first := func(all []graph.Pred) *graph.Family {
		for _, p := range all {
			if f := rowOf(p); f != nil {
				return f
			}
		}
		return nil
	}
	switch p := p.(type) {
	case graph.All:
		return first(p)
	case graph.Any:
		return first(p)
	case graph.Not:
		return rowOf(p.Pred)
	case graph.Cmp:
		if p.Column.Shape != graph.Words {
			return familyOf[p.Column]
		}
	}
	return nil
}
