package sqlite

import "claimgraph/graph"

// row is what a test speaks of: a node by its number, with its family's row
// where that is joined; or a link, whose columns stand under its own name.
type row struct {
	num    string
	family *graph.Family
	alias  string // of the family's row
	link   string
}

// test writes a test as an expression that is 0 or 1, never NULL: then NOT
// means what it says.
func (t *text) test(p graph.Pred, r row) {
	switch p := p.(type) {
	case nil:
		t.add("1")
	case graph.All:
		t.joined(p, r, " AND ", "1")
	case graph.Any:
		t.joined(p, r, " OR ", "0")
	case graph.Not:
		t.add("NOT (")
		t.test(p.Pred, r)
		t.add(")")
	case graph.Parent:
		t.add(r.num, " = ", t.parent)
	case graph.Stretch: // says where to look, and asks nothing
		t.add("1")
	case graph.Cmp:
		t.compare(p, r)
	case graph.Has:
		t.has(p, r)
	case graph.Covers:
		t.covers(p, r)
	case graph.IDIn, graph.Reaches: // the same set for every row: made once
		t.add(r.num, " IN (")
		t.set(p)
		t.add(")")
	default:
		t.fail("a filter has an unknown part, %T", p)
	}
}

func (t *text) joined(all []graph.Pred, r row, between, none string) {
	if len(all) == 0 {
		t.add(none)
		return
	}
	parts := make([]func(), len(all))
	for i, p := range all {
		parts[i] = func() { t.test(p, r) }
	}
	t.add("(")
	t.each(between, parts...)
	t.add(")")
}

// compare tests a column: of the link, of the family's row where it is at hand,
// else of the row that has the node's number.
func (t *text) compare(c graph.Cmp, r row) {
	family := familyOf[c.Column]
	switch {
	case family == nil:
		t.holds(c, r.link+"."+edgeColumn(c.Column))
	case c.Column.Shape == graph.Words:
		t.inTable(wordTable(c.Column), "value", c, r)
	case family == r.family && r.alias != "":
		t.holds(c, r.alias+"."+nodeColumn(c.Column))
	default:
		t.inTable(familyTable(family), nodeColumn(c.Column), c, r)
	}
}

func (t *text) inTable(table, column string, c graph.Cmp, r row) {
	x := t.name("x")
	t.add("EXISTS (SELECT 1 FROM ", table, " ", x, " WHERE ", x, ".num = ", r.num, " AND ")
	t.holds(c, x+"."+column)
	t.add(")")
}

// beyondAll comes after every character that can stand in a text.
const beyondAll = "\U0010FFFF"

func (t *text) holds(c graph.Cmp, expression string) {
	if c.Op != graph.OpIn && c.Column.Shape != graph.Number && len(c.Words) == 0 {
		t.add("0") // nothing begins with no word
		return
	}
	switch c.Op {
	case graph.OpIn:
		t.among(expression, c.Words)
	case graph.OpPrefix: // as a range, which an index can serve
		t.add("(", expression, " >= ")
		t.value(c.Words[0])
		t.add(" AND ", expression, " < ")
		t.value(c.Words[0] + beyondAll)
		t.add(")")
	case graph.OpContains:
		t.add("instr(", expression, ", ")
		t.value(c.Words[0])
		t.add(") > 0")
	default:
		t.add(expression, map[graph.Op]string{graph.OpLeast: " >= ", graph.OpMost: " <= ", graph.OpIs: " = "}[c.Op])
		t.value(c.Number)
	}
}

// has looks for one link of the node.
func (t *text) has(h graph.Has, r row) {
	l := t.name("l")
	near, far := ends(l, h.In)
	t.add("EXISTS (SELECT 1 FROM ", linkTable(h.Relation), " ", l)
	t.reach(h, l, far, h.Far, func() { t.add(near, " = ", r.num) })
	t.add(")")
}

// reach goes on from a link: it joins the far node's row where it is spoken of,
// and writes all the conditions.
func (t *text) reach(h graph.Has, link, far string, fits graph.Pred, start func()) {
	end := farEnd(h.Relation, h.In, h.Kinds)
	to := t.join(end, far, speaksOf(fits, end))
	var parts []func()
	if start != nil {
		parts = append(parts, start)
	}
	parts = append(parts, t.conditions(end, to, h.Edge, link, fits)...)
	t.filter(parts)
}

// conditions are what a far node and the link to it must fulfil, those that ask nothing left out.
func (t *text) conditions(end end, to row, edge graph.Pred, link string, fits graph.Pred) []func() {
	var parts []func()
	if edge != nil {
		parts = append(parts, func() { t.test(edge, row{link: link}) })
	}
	if end.narrow {
		parts = append(parts, func() { t.ofKind(end.kinds, to) })
	}
	if end.told {
		parts = append(parts, func() { t.ofPrefix(end.kinds, link) })
	}
	if fits != nil {
		parts = append(parts, func() { t.test(fits, to) })
	}
	return parts
}

// covers looks for a group of links that is complete.
func (t *text) covers(c graph.Covers, r row) {
	l := t.name("l")
	t.add("EXISTS (SELECT 1 FROM ", linkTable(c.Relation), " ", l, " WHERE ", l, ".src = ", r.num, " AND ")
	t.test(c.Edge, row{link: l})
	t.add(" AND ", l, ".dst IN (")
	t.set(c.Far)
	t.add(") GROUP BY ", l, ".")
	if c.Group != nil {
		t.add(edgeColumn(c.Group))
	} else {
		t.add("src")
	}
	t.add(" HAVING count(DISTINCT ", l, ".", edgeColumn(c.Part), ") >= max(", l, ".", edgeColumn(c.Parts), "))")
}
