package sqlite

import "claimgraph/graph"

// newTelling writes the statement for what all nodes that match under each of
// the parents say in one column, or for their ids.
func newTelling(b *graph.Branch, tell graph.Tell, parents []int64, bests []bestFor) *page {
	p := &page{text: text{parent: "p.value", bests: bests}, branch: b, query: b.Query}
	kinds := both(b.Kinds, b.Query.Kinds)
	h := newHop(tell.Relation, tell.In, tell.Edge, kinds)
	num := "n.num"
	p.add("SELECT p.key, n.id, ")
	if tell.Column == nil {
		p.add("'' FROM ")
		p.list(parents)
		p.add(" p CROSS JOIN node n")
	} else {
		p.add("v.value FROM ")
		p.list(parents)
		num = "v.num" // the list is looked up in the notes, made once: asked of n, it was made for every note there is
		p.add(" p CROSS JOIN ", noteTable(tell.Column), " v CROSS JOIN node n ON n.num = v.num")
	}
	p.add(" WHERE ", num, " IN (")
	p.members(h, tell.Where, func(far row) string { return far.num })
	p.add(")")
	return p
}
