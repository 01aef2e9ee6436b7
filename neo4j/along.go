package neo4j

import (
	"slices"
	"strings"

	"claimgraph/graph"
)

// alongside is a list whose nodes are met at the other ends of the links to one
// node, in its order: the attacks in a country. A hub has too many of them to look
// at all, and a walk through everything meets few of them.
type alongside struct {
	relation *graph.Relation
	to       string     // an expression for the id of the node that the links lead to
	edge     graph.Pred // about the links
	rest     graph.Pred // about the nodes
	runs     []graph.Run
}

// along tells whether the list is one: it is under the node itself, or one test,
// and no better one, asks for a link to it.
func (l *list) along() (alongside, bool) {
	if impossible(l.query.Where) {
		return alongside{}, false
	}
	if l.relation != nil {
		if !l.in || l.parent == "" || !l.lies(l.relation) || impossible(l.edge) {
			return alongside{}, false
		}
		return alongside{l.relation, l.parent + "." + idOf, l.edge, l.fits, l.runs()}, true
	}
	tests := graph.Conjuncts(l.query.Where)
	at := slices.IndexFunc(tests, l.looksAlong)
	if at < 0 {
		return alongside{}, false
	}
	has, rest := tests[at].(graph.Has), graph.All(slices.Delete(tests, at, at+1))
	if slices.ContainsFunc(rest, func(p graph.Pred) bool { return drives(p) || seeks(p) }) {
		return alongside{}, false
	}
	return alongside{has.Relation, l.value(string(has.Far.(graph.IDIn)[0])), has.Edge, rest, l.runs()}, true
}

// runs are the stretches in which the list stands.
func (l *list) runs() []graph.Run {
	if s, ok := stretchOf(l.query.Where); ok {
		return s.Runs
	}
	return graph.Everywhere()
}

// looksAlong tells whether a test asks for a link to one node.
func (l *list) looksAlong(p graph.Pred) bool {
	has, ok := p.(graph.Has)
	if !ok || has.In || !l.lies(has.Relation) || impossible(has.Edge) { // the server takes no index where it sees that nothing is there
		return false
	}
	to, ok := has.Far.(graph.IDIn)
	return ok && len(to) == 1 && (has.Kinds == nil || slices.Contains(has.Kinds, to[0].Kind()))
}

// lies tells whether links of a relation lie in the order of the list.
func (l *list) lies(r *graph.Relation) bool {
	by := l.order()
	if !r.Listed || len(by) != 1 {
		return false
	}
	f := l.family()
	return by[0].Column == onLink || f != nil && by[0].Column == r.NearOrder(f).Column
}

// inLinks runs along the links until the page is full. Where they stand in stretches
// it is filled in each, and taken from what all of them gave.
func (l *list) inLinks(a alongside, keys []sortKey) string {
	r := l.name("r")
	more := l.after([]sortKey{{r + "." + keyOf, keys[0].desc}, {r + "." + idOf, keys[1].desc}})
	columns, order := []string{l.node}, []sortKey{}
	for _, property := range alongBy(a.relation) {
		k := l.name("k")
		columns, order = append(columns, r+"."+property+" AS "+k), append(order, sortKey{k, keys[0].desc})
	}
	sorted := " WITH DISTINCT " + strings.Join(columns, ", ") + " ORDER BY " + listed(order) + l.limit()
	if a.relation.Wide == nil {
		return l.links(a, r, []string{r + "." + keyOf + " IS NOT NULL", more}) + sorted
	}
	run := l.name("u")
	imports := run
	if l.parent != "" {
		imports += ", " + l.parent
	}
	near := []sortKey{{property(l.node, a.relation.NearOrder(l.family()).Column), keys[0].desc}, {l.node + "." + idOf, keys[1].desc}}
	return "UNWIND " + l.value(runsOf(a.runs)) + " AS " + run + " CALL (" + imports + withWalks + ") { " + l.linksIn(a, r, run, more) +
		sorted + " RETURN " + l.node + " }" +
		" WITH " + l.node + " ORDER BY " + listed(near) + l.limit()
}

// linksIn finds the nodes whose links stand in a stretch, possibly several times.
func (l *list) linksIn(a alongside, r, run string, more ...string) string {
	key := r + "." + keyOf
	return l.links(a, r, append([]string{property(r, a.relation.Wide) + " = " + run + "[0]", key + " >= " + run + "[1]", key + " < " + run + "[2]"}, more...))
}

// links finds the nodes of links that stand where the bounds say. The server takes
// the index only where all of its properties are asked for.
func (l *list) links(a alongside, r string, bounds []string) string {
	at := spot{l.node, l.end.kinds}
	narrowed := always
	if !among(a.relation.From, l.end.kinds) {
		narrowed = l.node + ":" + labels(l.end.kinds)
	}
	in := append([]string{r + "." + farOf + " = " + a.to, r + "." + idOf + " IS NOT NULL"}, bounds...)
	return "MATCH " + link(l.node, r, a.relation, false, "") + " USING INDEX " + r + ":" + quoted(a.relation.Name) + "(" + strings.Join(alongBy(a.relation), ", ") + ")" +
		where(append(in, narrowed, l.test(a.edge, spot{name: r}), l.test(a.rest, at))...)
}
