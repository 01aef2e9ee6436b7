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
	if found, rest, ok := l.gathered(l.query.Where); ok {
		return "UNWIND " + found + " AS " + l.node + " WITH " + l.node + where(l.test(rest, spot{l.node, l.end.kinds}))
	}
	if _, dated := stretchOf(l.query.Where); dated {
		if a, ok := l.along(); ok && a.relation.Wide != nil {
			run := l.name("u")
			return "UNWIND " + l.value(runsOf(a.runs)) + " AS " + run + " " + l.linksIn(a, l.name("r"), run)
		}
	}
	if l.driver == nil || vague(l.driver) {
		if s, ok := stretchOf(l.query.Where); ok && l.relation == nil {
			return l.everyIn(s)
		}
	}
	if l.driver == nil {
		return l.match(l.hop, l.node, l.link, l.fits)
	}
	return l.driven()
}

// each finds all nodes of a list, each once.
func (l *list) each() string {
	_, _, gathered := l.gathered(l.query.Where)
	if gathered || l.driver == nil && !l.several() {
		return l.everything() + " WITH " + l.node
	}
	return l.everything() + " WITH DISTINCT " + l.node
}

// ofKind tests that a node that was looked up is of the kinds wanted, where the
// link by which it was found does not say so.
func (l *list) ofKind() string {
	if h, ok := l.driver.(graph.Has); ok && among(farEnd(h.Relation, !h.In, nil).kinds, l.end.kinds) {
		return always
	}
	return l.node + ":" + labels(l.end.kinds)
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
	return of.each() + " MATCH " + link(of.node, r, sum.Links.Relation, sum.Links.In, "") +
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
	found := of.each()
	said := "''"
	if t.Column != nil {
		said = property(of.node, t.Column)
	}
	return found + " WITH [" + of.node + "." + idOf + ", " + said + "] AS x"
}
