package sqlite

import "claimgraph/graph"

// newGrouping writes the statement for how all nodes that match under each of
// the parents fall into groups: one pass through them, each joined with the
// words it holds or the links it has. What has none stays, under no name.
func newGrouping(b *graph.Branch, by graph.Sharing, parents []int64) *page {
	g := b.Query.Grouping
	p := &page{text: text{parent: "p.value"}, branch: b, query: b.Query}
	kinds := both(b.Kinds, b.Query.Kinds)
	family := onlyFamily(kinds)
	if family == nil {
		p.fail("nodes of several families are not grouped together")
		return p
	}
	var column, group string
	from := func() {}
	switch {
	case by.Column == nil:
		near, far := ends("l", by.Links.In)
		column, group = "(SELECT x.id FROM node x WHERE x.num = "+far+")", far
		from = func() {
			p.add(" LEFT JOIN ", linkTable(by.Links.Relation), " l ON ")
			end := farEnd(by.Links.Relation, by.Links.In, by.Links.Kinds)
			conditions := p.conditions(end, row{num: far}, by.Links.Edge, "l", by.Links.Far)
			p.each(" AND ", append([]func(){func() { p.add(near, " = n.num") }}, conditions...)...)
		}
	case by.Column.Shape == graph.Words:
		column, group = "v.value", "v.value"
		from = func() { p.add(" LEFT JOIN ", wordTable(by.Column), " v ON v.num = n.num") }
	default:
		column, group = "n."+nodeColumn(by.Column), "n."+nodeColumn(by.Column)
	}
	p.add("SELECT p.key, coalesce(", column, ", ''), count(DISTINCT n.num) FROM ")
	p.list(parents)
	p.add(" p CROSS JOIN ", familyTable(family), " n")
	from()
	p.add(" WHERE n.num IN (")
	p.members(newHop(g.Relation, g.In, g.Edge, kinds), g.Where, func(far row) string { return far.num })
	p.add(") GROUP BY p.key, ", group)
	return p
}
