package neo4j

import (
	"reflect"

	"claimgraph/graph"
)

// list is the part of a statement that fills one branch under a parent, or the
// root page. It stops one row beyond the page.
type list struct {
	*statement
	hop
	branch     *graph.Branch
	query      *graph.Query // of the branch; an empty one where it has none
	fits       graph.Pred   // what is left to be tested of the nodes the hop leads to
	driver     graph.Pred   // what looks them up, where there is no relation
	walked     bool         // that finds too many: the list is walked through in its order
	certain    graph.Pred   // which rows are certain; nil: all
	node, link string
}

func newList(s *statement, b *graph.Branch) *list {
	l := &list{statement: s, branch: b, query: b.Query, node: s.name("n"), link: s.name("r")}
	if l.query == nil {
		l.query = &graph.Query{}
	}
	if !reflect.DeepEqual(l.query.Match, l.query.Where) { // else all rows match: most filters know no doubt
		l.certain = l.query.Match
	}
	l.hop, l.fits = newHop(b.Relation, b.In, b.Edge, both(b.Kinds, l.query.Kinds)), l.query.Where
	if b.Relation == nil {
		l.lookUp()
	}
	return l
}

// lookUp takes out of the tests the one that looks nodes up.
func (l *list) lookUp() {
	driver, rest := split(l.fits)
	if driver == nil {
		return
	}
	if back, ok := l.toParent(driver); ok {
		l.hop, l.fits = back, rest
		return
	}
	l.driver, l.fits = driver, rest
}

// rows finds the nodes of the page, in order.
func (l *list) rows() string {
	if len(l.end.kinds) == 0 {
		l.fail("a list of no kind of node")
		return ""
	}
	keys := l.sorted()
	if a, ok := l.along(); ok {
		return l.inLinks(a, keys)
	}
	switch {
	case l.relation != nil:
		return l.match(l.hop, l.node, l.link, l.fits, l.after(keys)) + l.cut(keys, l.several())
	case l.driver == nil || l.walked:
		if s, ok := l.stretch(); ok {
			return l.inStretch(s, keys)
		}
		return l.inOrder(keys)
	}
	return l.driven(l.after(keys)) + l.cut(keys, true)
}

// driven looks the nodes up.
func (l *list) driven(more ...string) string {
	at := spot{l.node, l.end.kinds}
	found := l.drive(l.driver, at).and(l.ofKind())
	if s, ok := stretchOf(l.fits); ok {
		return found.String() + l.passing(s, more...)
	}
	return found.and(append([]string{l.test(l.fits, at)}, more...)...).String()
}

// passing asks the rest of nodes that were looked up. Of those that cannot lie in
// the window asked for no link is looked at: the server would do that first, if
// it were left to it.
func (l *list) passing(s graph.Stretch, more ...string) string {
	at := spot{l.node, l.end.kinds}
	return " WITH " + l.node + where(l.stands(s, at)) + " WITH DISTINCT " + l.node + where(append([]string{l.test(l.fits, at)}, more...)...)
}

// inOrder runs through an index until the page is full. The server takes the
// index only where both of its properties are asked for. Where no other index
// finds what is asked for it is named, too: the server takes a bound, or a link,
// for something rare, and would look at everything and sort it.
func (l *list) inOrder(keys []sortKey) string {
	bounds := []string{keys[0].expression + " IS NOT NULL", l.node + "." + idOf + " IS NOT NULL"}
	if l.query.After != nil {
		bounds[0] = l.after(keys)
	}
	all := hop{end: l.end}
	if f := l.family(); f != nil && !seeks(l.query.Where) && !impossible(l.query.Where) {
		all.using = " USING INDEX " + l.node + ":" + quoted(f.Label) + "(" + quoted(l.order()[0].Column.Name) + ", " + idOf + ")"
	}
	return l.match(all, l.node, l.link, l.query.Where, bounds...) + l.cut(keys, false)
}

func (l *list) after(keys []sortKey) string {
	after := l.query.After
	switch {
	case after == nil:
		return always
	case len(after) != len(keys):
		l.fail("a page begins after %d keys, its order has %d", len(after), len(keys))
		return never
	}
	return l.beyond(keys, l.query.After)
}

// cut sorts and stops. A node met several times is one row.
func (l *list) cut(keys []sortKey, several bool) string {
	sorted, columns := listed(keys), l.node
	by := l.order()[0].Column
	byLink := by == onLink || by == inRecord
	switch {
	case several && byLink:
		named := make([]sortKey, len(keys))
		for i, k := range keys {
			named[i] = sortKey{l.name("k"), k.desc}
			columns += ", " + k.expression + " AS " + named[i].expression
		}
		columns, sorted = "DISTINCT "+columns, listed(named)
	case several:
		columns = "DISTINCT " + columns
	case byLink:
		columns += ", " + l.link
	}
	return " WITH " + columns + " ORDER BY " + sorted + l.limit()
}

// limit stops a row beyond the page.
func (l *list) limit() string {
	if l.branch.Query == nil {
		return ""
	}
	return " LIMIT " + l.value(l.query.Limit+1)
}
