package sqlite

import "claimgraph/graph"

// newGrouping writes the statement for how all nodes that match under each of
// the parents fall into groups: one pass through them, each joined with the
// words it holds or the links it has. What has none stays, under no name.
func newGrouping(b *graph.Branch, by graph.Sharing, parents []int64, bests []bestFor) *page {
	g := b.Query.Grouping
	p := &page{text: text{parent: "p.value", bests: bests}, branch: b, query: b.Query}
	kinds := both(b.Kinds, b.Query.Kinds)
	family := onlyFamily(kinds)
	if family == nil {
		p.fail("nodes of several families are not grouped together")
		return p
	}
	near, far := ends("v", by.Links.In)
	column, size := "v.value", "count(*)"
	if by.Column != nil && by.Column.Shape != graph.Words {
		column = "n." + nodeColumn(by.Column)
	}
	if by.Column == nil {
		column, size = "(SELECT x.id FROM node x WHERE x.num = "+far+")", "count(DISTINCT n.num)"
	}
	p.add("SELECT p.key, coalesce(", column, ", ''), ", size, " FROM ")
	p.list(parents)
	p.add(" p CROSS JOIN ", familyTable(family), " n")
	switch {
	case by.Column == nil:
		p.joinShared(by.Links, near, far)
		column = far
	case by.Column.Shape == graph.Words:
		p.add(" LEFT JOIN ", wordTable(by.Column), " v ON v.num = n.num")
	}
	if g.Relation != nil || g.Where != nil || len(kinds) < len(kindsOf(family)) {
		p.add(" WHERE n.num IN (")
		p.members(newHop(g.Relation, g.In, g.Edge, kinds), g.Where, func(far row) string { return far.num })
		p.add(")")
	}
	p.add(" GROUP BY p.key, ", column)
	return p
}

// joinShared joins the links to what nodes share. Which far nodes are meant is
// found once: they are few, and the links many.
func (t *text) joinShared(by graph.Has, near, far string) {
	end := farEnd(by.Relation, by.In, by.Kinds)
	t.add(" LEFT JOIN ", linkTable(by.Relation), " v ON ", near, " = n.num")
	for _, condition := range t.conditions(end, row{num: far}, by.Edge, "v", nil) {
		t.add(" AND ")
		condition()
	}
	if by.Far == nil {
		return
	}
	x := t.name("x")
	t.add(" AND ", far, " IN (SELECT ", x, ".num FROM ", familyTable(end.family), " ", x, " WHERE ")
	t.test(by.Far, row{num: x + ".num", family: end.family, alias: x})
	t.add(")")
}
