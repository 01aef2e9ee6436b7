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
	switch {
	case l.relation != nil:
		return l.match(l.hop, l.node, l.link, l.fits, l.after(keys)) + l.cut(keys, l.several())
	case l.driver == nil || l.walked:
		return l.inOrder(keys)
	}
	found := spot{l.node, l.end.kinds}
	return l.drive(l.driver, found).and(l.node+":"+labels(l.end.kinds), l.test(l.fits, found), l.after(keys)).String() + l.cut(keys, true)
}

// inOrder runs through an index until the page is full. The server takes the
// index only where both of its properties are asked for.
func (l *list) inOrder(keys []sortKey) string {
	bounds := []string{keys[0].expression + " IS NOT NULL", l.node + "." + idOf + " IS NOT NULL"}
	if l.query.After != nil {
		bounds[0] = l.after(keys)
	}
	return l.match(hop{end: l.end}, l.node, l.link, l.query.Where, bounds...) + l.cut(keys, false)
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
	out := " WITH " + columns + " ORDER BY " + sorted
	if l.branch.Query != nil {
		out += " LIMIT " + l.value(l.query.Limit+1)
	}
	return out
}
