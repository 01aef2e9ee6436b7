package neo4j

import (
	"strings"

	"claimgraph/graph"
)

// groupings writes the list of what a branch's groupings find under one parent.
func (q *fetching) groupings(l *list) string {
	all := make([]string, len(l.query.Groupings))
	for i, g := range l.query.Groupings {
		all[i] = "COLLECT { " + grouped(q.statement, l.branch, g) + " RETURN x }"
	}
	return "[" + strings.Join(all, ", ") + "]"
}

// grouped finds x: what nodes of a list share, a word or the id of a far node,
// with how many do. What shares nothing with any stays, under no name.
func grouped(s *statement, b *graph.Branch, g graph.Grouping) string {
	of := counted(s, b, g.Count)
	found, n := of.everything()+" WITH DISTINCT "+of.node, of.node
	if g.Column == nil {
		l, m := s.name("r"), s.name("m")
		far := farEnd(g.Links.Relation, g.Links.In, g.Links.Kinds)
		return found + " OPTIONAL MATCH " + link(n, l, g.Links.Relation, g.Links.In, m) +
			where(far.narrowed(m), s.test(g.Links.Edge, spot{name: l}), s.test(g.Links.Far, spot{m, far.kinds})) +
			" WITH " + m + ", count(DISTINCT " + n + ") AS c WITH [coalesce(" + m + "." + idOf + ", ''), c] AS x"
	}
	held := property(n, g.Column)
	if g.Column.Shape == graph.Words {
		return found + " UNWIND CASE size(" + held + ") WHEN 0 THEN [''] ELSE " + held + " END AS k WITH k, count(*) AS c WITH [k, c] AS x"
	}
	return found + " WITH " + held + " AS k, count(*) AS c WITH [k, c] AS x"
}

// groups is what each of several groupings found.
func groups(groupings []any) []map[string]int {
	out := make([]map[string]int, len(groupings))
	for i, all := range groupings {
		out[i] = map[string]int{}
		for _, one := range items(all) {
			shared := items(one)
			n, _ := shared[1].(int64)
			out[i][textOf(shared[0])] = int(n)
		}
	}
	return out
}
