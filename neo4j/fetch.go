package neo4j

import (
	"slices"
	"strconv"
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
	levels map[graph.Part][]string // the variables that hold nodes, as lists of lists, by how much of these is read
	pages  []page                  // in the order of the answer's columns
	alone  bool                    // a level without branches: its documents are its page
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

// compile writes the statement. many says that the nodes of the root page are
// too many to be looked up.
func compile(f graph.Fetch, many bool) *fetching {
	q := &fetching{statement: newStatement(), levels: map[graph.Part][]string{}, alone: len(f.Then) == 0}
	if q.alone {
		q.single(f, many)
		return q
	}
	q.grow(q.roots(f, many), f.Then)
	q.documents()
	return q
}

// single is a selection of one level. Every clause costs the server time to
// plan, so the most frequent question has few.
func (q *fetching) single(f graph.Fetch, many bool) {
	if f.Query == nil {
		n := q.name("n")
		q.add("MATCH (", n, ":", nodeLabel, ")", where(n+"."+idOf+" IN "+q.value(graph.Texts(f.IDs))))
		all := q.name("d")
		documents := "collect(" + document(n, f.Part) + ") AS " + all
		if len(f.IDs) <= piece {
			q.add(" RETURN ", documents)
			return
		}
		q.add(" WITH ", documents)
		q.inPieces(all)
		return
	}
	l := newList(q.statement, root(f.Query))
	l.walked = many
	q.pages = append(q.pages, page{branch: l.branch})
	names := []string{q.name("d")}
	text := l.rows() + " RETURN collect(" + document(l.node, f.Part) + ") AS " + names[0]
	if l.certain != nil {
		names = append(names, q.name("f"))
		text += ", collect(" + q.definite(l.certain, spot{l.node, l.end.kinds}) + ") AS " + names[1]
	}
	if len(q.walks) > 0 { // whose names would be forgotten on the way
		text = "CALL (" + withWalks + ") { " + text + " } RETURN " + strings.Join(names, ", ")
	}
	q.add(text)
}

func (q *fetching) roots(f graph.Fetch, many bool) level {
	part := graph.Needs(f.Part, f.Then)
	if f.Query == nil {
		n, at := q.level(nil, part), q.name("n")
		q.add("CALL () { MATCH (", at, ":", nodeLabel, ")", where(at+"."+idOf+" IN "+q.value(graph.Texts(f.IDs))),
			" RETURN [collect(", at, ")] AS ", n.name, " }\n")
		return n
	}
	l := newList(q.statement, root(f.Query))
	l.walked = many
	n := q.level(l.end.kinds, part)
	q.add("CALL (", withWalks, ") { ")
	q.add(l.rows(), q.gathered(l, "''", n), " }\n")
	return n
}

// level names the nodes a branch finds.
func (q *fetching) level(kinds []graph.NodeKind, part graph.Part) level {
	n := level{q.name("l"), kinds}
	q.levels[part] = append(q.levels[part], n.name)
	return n
}

// grow follows the branches from a level.
func (q *fetching) grow(above level, branches []*graph.Branch) {
	branches = slices.DeleteFunc(slices.Clone(branches), func(b *graph.Branch) bool { return b.Each != nil }) // asked for later
	plain, rest := plainOf(branches)
	if len(plain) > 1 {
		var below []*graph.Branch
		for _, b := range plain {
			below = append(below, b.Then...)
		}
		q.grow(q.followAll(above, plain), below)
	} else {
		rest = branches
	}
	for _, b := range rest {
		if n := q.follow(above, b); n.name != "" {
			q.grow(n, b.Then)
		}
	}
}

// plainOf sorts out the plain branches: those that lead, link by link, to all
// that stands in the nodes above, and so on below. They have no pages.
func plainOf(branches []*graph.Branch) (plain, rest []*graph.Branch) {
	for _, b := range branches {
		if isPlain(b) {
			plain = append(plain, b)
		} else {
			rest = append(rest, b)
		}
	}
	return plain, rest
}

func isPlain(b *graph.Branch) bool {
	return !b.In && b.Query == nil && b.Edge == nil && b.Relation != nil && !slices.ContainsFunc(b.Then, func(b *graph.Branch) bool { return !isPlain(b) })
}

// followAll follows plain branches together: a clause costs the server time to
// plan, and what a picture looks at are many such branches. It may meet nodes
// that only another of the branches leads to; they are as true, and few.
func (q *fetching) followAll(above level, branches []*graph.Branch) level {
	types, part := make([]string, len(branches)), graph.Bare
	for i, b := range branches {
		types[i], part = quoted(b.Relation.Name), min(part, graph.Needs(b.Part, b.Then))
	}
	slices.Sort(types)
	some, parent, far := q.name("s"), q.name("p"), q.name("n")
	n := q.level(nil, part)
	q.add("CALL (", above.name, ") { UNWIND ", above.name, " AS ", some, " UNWIND ", some, " AS ", parent, " WITH DISTINCT ", parent,
		" MATCH (", parent, ")-[:", strings.Join(slices.Compact(types), "|"), "]->(", far, ") RETURN [collect(DISTINCT ", far, ")] AS ", n.name, " }\n")
	return n
}

// follow fills a branch under every node of the level that has it. One of which
// no row is looked for leads to no level.
func (q *fetching) follow(above level, b *graph.Branch) level {
	near := b.On
	if b.Relation != nil {
		near = farEnd(b.Relation, !b.In, b.On).kinds
	}
	parent, some := q.name("p"), q.name("s")
	q.parent = parent
	l := newList(q.statement, b)
	n := level{kinds: l.end.kinds}
	if b.Query == nil || b.Query.Limit > 0 {
		n = q.level(l.end.kinds, graph.Needs(b.Part, b.Then))
	}
	q.add("CALL (", above.name, withWalks, ") { UNWIND ", above.name, " AS ", some, " UNWIND ", some, " AS ", parent,
		" WITH DISTINCT ", parent)
	if !among(above.kinds, near) {
		q.add(where((end{near, true}).narrowed(parent)))
	}
	switch {
	case n.name == "":
		q.add(q.counted(l, parent+"."+idOf), " }\n")
	case !b.In && b.Query == nil && b.Relation != nil: // which they are stands in the parents
		q.add(" ", q.match(l.hop, l.node, l.link, nil), " RETURN [collect(DISTINCT ", l.node, ")] AS ", n.name, " }\n")
	default:
		q.add(" CALL (", parent, withWalks, ") { ", l.rows())
		q.add(q.gathered(l, parent+"."+idOf, n), " }\n")
	}
	q.parent = ""
	return n
}

// gathered collects the rows of a list: for each parent the page's ids, which
// of them match for certain, and the counts; and the nodes for the level below.
// Beside collect() nothing but another aggregate may stand: a constant would be
// a grouping key, and a page without rows would have no group.
func (q *fetching) gathered(l *list, parent string, n level) string {
	found, match, ids, x := q.name("f"), "null", q.name("k"), q.name("x")
	inner := "collect(" + l.node + ") AS " + found
	if l.certain != nil {
		match = q.name("f")
		inner += ", collect(" + q.definite(l.certain, spot{l.node, l.end.kinds}) + ") AS " + match
	}
	below := found
	if l.branch.Query != nil {
		below = found + "[.." + q.value(l.query.Limit) + "]"
	}
	q.pages = append(q.pages, page{ids, l.branch})
	rows := "[" + parent + ", [" + x + " IN " + found + " | " + x + "." + idOf + "], " + match + ", "
	if l.parent == "" { // the root page, counted before
		return " WITH " + inner + " RETURN [" + rows + "null, null, null, null]] AS " + ids + ", [" + below + "] AS " + n.name
	}
	asked, beside := q.beside(l)
	return " RETURN " + inner + " }" + asked + " RETURN collect(" + rows + beside + "]) AS " + ids + ", collect(" + below + ") AS " + n.name
}

// counted gives what is asked beside the page, of a branch without rows.
func (q *fetching) counted(l *list, parent string) string {
	ids := q.name("k")
	q.pages = append(q.pages, page{ids, l.branch})
	asked, beside := q.beside(l)
	return asked + " RETURN collect([" + parent + ", [], null, " + beside + "]) AS " + ids
}

// beside writes the clauses for what is asked beside a page, and under which
// names that is found.
func (q *fetching) beside(l *list) (asked, names string) {
	counts, tells, groups, sums := "null", "null", "null", "null"
	if len(l.query.Counts) > 0 {
		asked += " WITH *, " + q.counts(l) + " AS "
		counts = q.name("f")
		asked += counts
	}
	if len(l.query.Tells) > 0 {
		asked += " WITH *, " + q.tells(l) + " AS "
		tells = q.name("f")
		asked += tells
	}
	if len(l.query.Sums) > 0 {
		asked += " WITH *, " + q.sums(l) + " AS "
		sums = q.name("f")
		asked += sums
	}
	if l.query.Grouping != nil {
		all, shares := q.groupings(l)
		groups = q.name("f")
		asked += all + " WITH *, " + shares + " AS " + groups
	}
	return asked, counts + ", " + tells + ", " + groups + ", " + sums
}

// documents reads every node met, once, as much of it as any branch wants, and
// hands over all pages.
func (q *fetching) documents() {
	some, n, nodes, part := q.name("s"), q.name("n"), q.name("d"), q.name("p")
	var all, levels, cases []string
	for p := graph.Whole; p <= graph.Bare; p++ {
		if names := q.levels[p]; names != nil {
			all = append(all, names...)
			levels = append(levels, "["+strconv.Itoa(int(p))+", "+strings.Join(names, " + ")+"]")
			cases = append(cases, " WHEN "+strconv.Itoa(int(p))+" THEN "+document(n, p))
		}
	}
	q.add("CALL (", strings.Join(all, ", "), ") { UNWIND [", strings.Join(levels, ", "), "] AS ", part, " UNWIND ", part, "[1] AS ", some,
		" UNWIND ", some, " AS ", n, " WITH ", n, ", min(", part, "[0]) AS ", part, " RETURN collect(CASE ", part, strings.Join(cases, ""), " END) AS ", nodes, " }\n")
	pages := make([]string, len(q.pages))
	for i, p := range q.pages {
		pages[i] = p.name
	}
	q.inPieces(nodes, pages...)
}

// document is what is read of a node.
func document(n string, part graph.Part) string {
	text := "[" + n + "." + idOf + ", " + strconv.Itoa(int(part))
	read := map[graph.Part][]string{graph.Written: {docOf, recordedOf, byOf}, graph.Shown: {viewOf}, graph.Whole: {indexOf}}
	for p := graph.Written; p >= part; p-- {
		for _, property := range read[p] {
			text += ", " + n + "." + property
		}
	}
	return text + "]"
}
