package neo4j

import (
	"strings"

	"claimgraph/graph"
)

// fetching is a whole selection as one statement. It goes level by level: each
// branch takes the nodes of the level above, every one once, however often it
// was met there, and gives for each the ids of its page. In the end the
// documents of all nodes met are read, each once. So the work is that of the
// distinct nodes, and so is the answer's size.
type fetching struct {
	*statement
	levels []string // the variables that hold nodes, as lists of lists
	pages  []page   // in the order of the answer's columns
}

// page is where the rows of a branch stand in the answer.
type page struct {
	name   string
	branch *graph.Branch
}

// level is nodes that branches start from.
type level struct {
	name  string
	kinds []graph.NodeKind // they can be of; nil: any
}

func compile(f graph.Fetch) *fetching {
	q := &fetching{statement: newStatement()}
	q.grow(q.roots(f), f.Then)
	q.documents()
	return q
}

func (q *fetching) roots(f graph.Fetch) level {
	if f.Query == nil {
		n, at := q.level(nil), q.name("n")
		q.add("CALL () { MATCH (", at, ":", nodeLabel, ")", where(at+"."+idOf+" IN "+q.value(texts(f.IDs))),
			" RETURN [collect(", at, ")] AS ", n.name, " }\n")
		return n
	}
	l := newList(q.statement, &graph.Branch{Query: f.Query})
	n := q.level(l.end.kinds)
	q.add("CALL (", withWalks, ") { ")
	q.add(l.rows(), q.gathered(l, "''", n), " }\n")
	return n
}

// level names the nodes a branch finds.
func (q *fetching) level(kinds []graph.NodeKind) level {
	n := level{q.name("l"), kinds}
	q.levels = append(q.levels, n.name)
	return n
}

// grow follows the branches from a level.
func (q *fetching) grow(above level, branches []*graph.Branch) {
	for _, b := range branches {
		q.grow(q.follow(above, b), b.Then)
	}
}

// follow fills a branch under every node of the level that has it.
func (q *fetching) follow(above level, b *graph.Branch) level {
	near := b.On
	if b.Relation != nil {
		near = farEnd(b.Relation, !b.In, b.On).kinds
	}
	parent, some := q.name("p"), q.name("s")
	q.parent = parent
	l := newList(q.statement, b)
	n := q.level(l.end.kinds)
	q.add("CALL (", above.name, withWalks, ") { UNWIND ", above.name, " AS ", some, " UNWIND ", some, " AS ", parent,
		" WITH DISTINCT ", parent)
	if !among(above.kinds, near) {
		q.add(where((end{near, true}).narrowed(parent)))
	}
	if !b.In && b.Query == nil && b.Relation != nil { // which they are stands in the parents
		q.add(" ", q.match(l.hop, l.node, l.link, nil), " RETURN [collect(DISTINCT ", l.node, ")] AS ", n.name, " }\n")
	} else {
		q.add(" CALL (", parent, withWalks, ") { ", l.rows())
		q.add(q.gathered(l, parent+"."+idOf, n), " }\n")
	}
	q.parent = ""
	return n
}

// gathered collects the rows of a list: for each parent the page's ids, which
// of them match for certain, and the counts; and the nodes for the level below.
func (q *fetching) gathered(l *list, parent string, n level) string {
	found, match, counts, ids, x := q.name("f"), q.name("f"), q.name("f"), q.name("k"), q.name("x")
	// Beside collect() nothing but another aggregate may stand: a constant would
	// be a grouping key, and a page without rows would have no group.
	certain := "collect(1)"
	if l.query.Match != nil {
		certain = "collect(" + q.definite(l.query.Match, spot{l.node, l.end.kinds}) + ")"
	}
	below := found
	if l.branch.Query != nil {
		below = found + "[.." + q.value(l.query.Limit) + "]"
	}
	inner := "collect(" + l.node + ") AS " + found + ", " + certain + " AS " + match
	rows := "[" + parent + ", [" + x + " IN " + found + " | " + x + "." + idOf + "], " + match + ", " + counts + "]"
	q.pages = append(q.pages, page{ids, l.branch})
	if l.parent == "" { // the root page
		return " WITH " + inner + " WITH " + found + ", " + match + ", " + q.counts(l) + " AS " + counts +
			" RETURN [" + rows + "] AS " + ids + ", [" + below + "] AS " + n.name
	}
	return " RETURN " + inner + " } WITH " + l.parent + ", " + found + ", " + match + ", " + q.counts(l) + " AS " + counts +
		" RETURN collect(" + rows + ") AS " + ids + ", collect(" + below + ") AS " + n.name
}

// documents reads every node met, once, and hands over all pages.
func (q *fetching) documents() {
	some, n, nodes := q.name("s"), q.name("n"), q.name("d")
	q.add("CALL (", strings.Join(q.levels, ", "), ") { UNWIND ", strings.Join(q.levels, " + "), " AS ", some,
		" UNWIND ", some, " AS ", n, " WITH DISTINCT ", n, " RETURN collect([")
	for i, p := range []string{idOf, docOf, viewOf, recordedOf, byOf} {
		if i > 0 {
			q.add(", ")
		}
		q.add(n, ".", p)
	}
	q.add("]) AS ", nodes, " }\nRETURN ", nodes)
	for _, p := range q.pages {
		q.add(", ", p.name)
	}
}
