package neo4j

import (
	"strings"

	"claimgraph/graph"
)

// counts writes the list of what a branch's counts find under one parent.
func (q *fetching) counts(l *list) string {
	all := make([]string, len(l.query.Counts))
	for i, c := range l.query.Counts {
		of := counted(q.statement, l.branch, c)
		all[i] = "COUNT { " + of.everything() + " RETURN DISTINCT " + of.node + " }"
	}
	return "[" + strings.Join(all, ", ") + "]"
}

// counted is the list that a count is of. It stands for itself, whatever the
// rows of the branch are found by.
func counted(s *statement, b *graph.Branch, c graph.Count) *list {
	return newList(s, &graph.Branch{Relation: c.Relation, In: c.In, Edge: c.Edge, Kinds: both(b.Kinds, b.Query.Kinds), Query: &graph.Query{Where: c.Where}})
}

// everything finds all nodes of a list, possibly several times.
func (l *list) everything() string {
	if l.driver == nil {
		return l.match(l.hop, l.node, l.link, l.fits)
	}
	found := spot{l.node, l.end.kinds}
	return l.drive(l.driver, found).and(l.node+":"+labels(l.end.kinds), l.test(l.fits, found)).String()
}

// tells writes the list of what a branch's tells find under one parent.
func (q *fetching) tells(l *list) string {
	all := make([]string, len(l.query.Tells))
	for i, t := range l.query.Tells {
		all[i] = told(q.statement, l.branch, t)
	}
	return "[" + strings.Join(all, ", ") + "]"
}

// sums writes the list of what a branch's sums find under one parent.
func (q *fetching) sums(l *list) string {
	all := make([]string, len(l.query.Sums))
	for i, sum := range l.query.Sums {
		all[i] = "head(COLLECT { " + summed(q.statement, l.branch, sum) + " RETURN x })"
	}
	return "[" + strings.Join(all, ", ") + "]"
}

// summed finds x: how many links the nodes of a list have, and what stands on
// them, added up.
func summed(s *statement, b *graph.Branch, sum graph.Sum) string {
	of, r := counted(s, b, sum.Count), s.name("r")
	x := "count(" + r + ")"
	for _, c := range sum.Columns {
		x += ", sum(" + property(r, c) + ")"
	}
	return of.everything() + " WITH DISTINCT " + of.node + " MATCH " + link(of.node, r, sum.Links.Relation, sum.Links.In, "") +
		where(s.test(sum.Links.Edge, spot{name: r})) + " WITH [" + x + "] AS x"
}

// told collects what all nodes of a list say in one column, or their ids.
func told(s *statement, b *graph.Branch, t graph.Tell) string {
	said := always
	if t.Column != nil {
		said = "x[1] <> ''"
	}
	return "COLLECT { " + collected(s, b, t) + where(said) + " RETURN x }"
}

// collected finds x: a node of a list with what it says, be it nothing.
func collected(s *statement, b *graph.Branch, t graph.Tell) string {
	of := counted(s, b, t.Count)
	found := of.everything() + " WITH DISTINCT " + of.node
	said := "''"
	if t.Column != nil {
		said = property(of.node, t.Column)
	}
	return found + " WITH [" + of.node + "." + idOf + ", " + said + "] AS x"
}
