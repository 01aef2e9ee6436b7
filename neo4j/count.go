package neo4j

import (
	"strings"

	"claimgraph/graph"
)

// counts writes the list of what a query's counts find.
func (q *fetching) counts(l *list) string {
	all := make([]string, len(l.query.Counts))
	for i, c := range l.query.Counts {
		all[i] = q.count(l, c)
	}
	return "[" + strings.Join(all, ", ") + "]"
}

// count writes one count. It stands for itself, whatever the list's own rows
// are found by.
func (q *fetching) count(of *list, c graph.Count) string {
	kinds := both(of.branch.Kinds, of.query.Kinds)
	l := newList(q.statement, &graph.Branch{Relation: c.Relation, In: c.In, Edge: c.Edge, Kinds: kinds, Query: &graph.Query{Where: c.Where}})
	found := spot{l.node, l.end.kinds}
	if l.driver != nil {
		return "COUNT { " + q.drive(l.driver, found) + " WITH DISTINCT " + l.node +
			where(l.node+":"+labels(l.end.kinds), q.test(l.fits, found)) + " RETURN " + l.node + " }"
	}
	text := "COUNT { " + q.match(l.hop, l.node, l.link, l.fits)
	if l.several() {
		text += " RETURN DISTINCT " + l.node
	}
	return text + " }"
}
