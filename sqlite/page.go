package sqlite

import (
	"strconv"
	"strings"

	"claimgraph/graph"
)

// page is a statement for the rows of one branch, under all of its parents: in
// an inner query, which runs once for each parent, it finds which rows these
// are and stops at the limit; only for those it reads documents.
type page struct {
	text
	hop
	branch *graph.Branch
	query  *graph.Query // of the branch; an empty one where it has none
	keys   []graph.Order
	part   graph.Part // of the nodes that is read
	walked bool       // the list is walked through in its order
	along  *graph.Has // or these links
}

// newPage writes the statement for a branch below the parents with these
// numbers. The root page is a branch without relation, below one parent.
func newPage(b *graph.Branch, parents []int64, found choice) *page {
	p := emptyPage(b, found)
	if p.wrong != nil {
		return p
	}
	if p.looks() {
		p.rows(parents)
	}
	if len(p.query.Counts) > 0 {
		p.counts(parents)
	}
	p.add(" ORDER BY 1")
	for i, k := range append(p.keys, p.keys[len(p.keys)-1]) { // and the id
		p.add(", ", sortKey{strconv.Itoa(firstKey + i), k.Desc}.String())
	}
	return p
}

// emptyPage is a statement of which nothing is written yet.
func emptyPage(b *graph.Branch, found choice) *page {
	p := &page{text: text{parent: "p.value", bests: found.bests}, branch: b, query: b.Query, part: graph.Needs(b.Part, b.Then), walked: found.walk, along: found.lined}
	if p.query == nil {
		p.query = &graph.Query{}
	}
	kinds := both(b.Kinds, p.query.Kinds)
	p.hop = newHop(b.Relation, b.In, b.Edge, kinds)
	if len(p.end.kinds) == 0 || b.Relation == nil && p.end.family == nil {
		p.fail("a page of %v is none of one family", kinds)
		return p
	}
	p.keys = p.order()
	return p
}

// What a statement gives: the parent's place in the list, the node, whether it
// is certain, what it is sorted by, and, in rows without a node, the counts.
const (
	noNode   = "NULL, NULL, NULL, NULL, NULL, NULL, NULL"
	firstKey = 10
)

// nodeColumns are what is read of a node.
func nodeColumns(part graph.Part) string {
	switch part {
	case graph.Bare:
		return "n.num, n.id, NULL, NULL, NULL, NULL, NULL"
	case graph.Written:
		return "n.num, n.id, n.recorded, n.recorded_by, n.doc, NULL, NULL"
	case graph.Shown:
		return "n.num, n.id, n.recorded, n.recorded_by, n.doc, n.view, NULL"
	}
	return "n.num, n.id, n.recorded, n.recorded_by, n.doc, n.view, n.looked_up"
}

// looks tells whether rows are looked for.
func (p *page) looks() bool { return p.branch.Query == nil || p.query.Limit > 0 }

// rows reads the nodes of the page.
func (p *page) rows(parents []int64) {
	l, f := p.name("k"), p.name("f")
	far := p.naming(l, f, p.branch.Query == nil && p.end.joins || p.query.Match != nil || p.keys[0].Column != onLink)
	p.add("SELECT p.key, ", nodeColumns(p.part), ", ")
	p.test(p.query.Match, far)
	for _, k := range p.sorted(l, far) {
		p.add(", ", k.expression)
	}
	p.add(strings.Repeat(", NULL", len(p.query.Counts)), " FROM ")
	p.list(parents)
	p.add(" p CROSS JOIN ")
	p.source(p.hop, l, far)
	p.add(" CROSS JOIN node n ON n.num = ", far.num, " WHERE ")
	if p.branch.Query == nil {
		p.each(" AND ", p.belonging(p.hop, l, far, nil)...)
		return
	}
	handle := l + ".rowid"
	if p.relation == nil {
		handle = far.num
	}
	p.add(handle, " IN (")
	p.find()
	p.add(")")
}

// counts adds a row for each parent, so that one without nodes has them too.
func (p *page) counts(parents []int64) {
	if p.looks() {
		p.add(" UNION ALL ")
	}
	p.add("SELECT p.key, ", noNode, ", NULL", strings.Repeat(", NULL", len(p.keys)+1))
	for _, c := range p.query.Counts {
		kinds := both(p.branch.Kinds, p.query.Kinds)
		if c.Relation == nil {
			kinds = p.end.kinds
		}
		p.add(", (")
		p.count(newHop(c.Relation, c.In, c.Edge, kinds), c.Where)
		p.add(")")
	}
	p.add(" FROM ")
	p.list(parents)
	p.add(" p")
}
