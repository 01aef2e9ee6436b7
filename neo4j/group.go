package neo4j

import (
	"reflect"
	"strings"

	"claimgraph/graph"
)

// gathering is a list of nodes that a statement has collected.
type gathering struct {
	list  string     // its name
	where graph.Pred // what they pass
}

// gathered is the list in which all that pass a test stand, where there is one,
// and what is left to be tested of them.
func (s *statement) gathered(p graph.Pred) (list string, rest graph.Pred, ok bool) {
	for _, g := range s.lists {
		if reflect.DeepEqual(g.where, p) {
			return g.list, nil, true
		}
		if all, is := p.(graph.All); is && g.where != nil && len(all) > 1 && reflect.DeepEqual(g.where, all[len(all)-1]) {
			return g.list, all[:len(all)-1], true
		}
	}
	return "", nil, false
}

// groupings writes what a branch's groupings find under one parent, after the
// clause that finds the nodes.
func (q *fetching) groupings(l *list) (all, shares string) {
	of := counted(q.statement, l.branch, l.query.Grouping.Count)
	list := q.name("g")
	ways := make([]string, len(l.query.Grouping.By))
	for i, by := range l.query.Grouping.By {
		ways[i] = "COLLECT { " + shared(q.statement, list, by) + " RETURN x }"
	}
	return " WITH *, COLLECT { " + of.everything() + " RETURN DISTINCT " + of.node + " } AS " + list, "[" + strings.Join(ways, ", ") + "]"
}

// shared finds x: what nodes of a list share, a word or the id of a far node,
// with how many do. What shares nothing with any stays, under no name.
func shared(s *statement, list string, by graph.Sharing) string {
	n := s.name("n")
	each := "UNWIND " + list + " AS " + n
	if by.Column == nil {
		l, m := s.name("r"), s.name("m")
		far := farEnd(by.Links.Relation, by.Links.In, by.Links.Kinds)
		return each + " OPTIONAL MATCH " + link(n, l, by.Links.Relation, by.Links.In, m) +
			where(far.narrowed(m), s.test(by.Links.Edge, spot{name: l}), s.test(by.Links.Far, spot{m, far.kinds})) +
			" WITH " + m + ", count(DISTINCT " + n + ") AS c WITH [coalesce(" + m + "." + idOf + ", ''), c] AS x"
	}
	held := property(n, by.Column)
	if by.Column.Shape == graph.Words {
		each += " UNWIND CASE size(" + held + ") WHEN 0 THEN [''] ELSE " + held + " END AS k"
	} else {
		each += " WITH " + held + " AS k"
	}
	return each + " WITH k, count(*) AS c WITH [k, c] AS x"
}

// groups is what each of several ways to group found.
func groups(ways []any) []map[string]int {
	out := make([]map[string]int, len(ways))
	for i, all := range ways {
		out[i] = map[string]int{}
		for _, one := range items(all) {
			share := items(one)
			n, _ := share[1].(int64)
			out[i][textOf(share[0])] = int(n)
		}
	}
	return out
}
