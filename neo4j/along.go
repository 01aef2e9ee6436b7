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
	a := alongside{runs: graph.Everywhere()}
	if s, ok := stretchOf(l.query.Where); ok {
		a.runs = s.Runs
	}
	if impossible(l.query.Where) {
		return a, false
	}
	if l.relation != nil {
		a.relation, a.edge, a.rest, a.to = l.relation, l.edge, l.fits, l.parent+"."+idOf
		return a, l.in && l.parent != "" && l.lies(a.relation)
	}
	tests := graph.Conjuncts(l.query.Where)
	at := slices.IndexFunc(tests, func(p graph.Pred) bool { return l.looksAlong(p) })
	if at < 0 {
		return a, false
	}
	has := tests[at].(graph.Has)
	rest := slices.Delete(tests, at, at+1)
	a.relation, a.edge, a.rest = has.Relation, has.Edge, graph.All(rest)
	if slices.ContainsFunc(rest, func(p graph.Pred) bool { return drives(p) || seeks(p) }) {
		return a, false
	}
	a.to = l.value(string(has.Far.(graph.IDIn)[0]))
	return a, true
}

// looksAlong tells whether a test asks for a link to one node.
func (l *list) looksAlong(p graph.Pred) bool {
	has, ok := p.(graph.Has)
	if !ok || has.In || !l.lies(has.Relation) {
		return false
	}
	to, ok := has.Far.(graph.IDIn)
	return ok && len(to) == 1 && (has.Kinds == nil || slices.Contains(has.Kinds, to[0].Kind()))
}

// lies tells whether links of a relation lie in the order of the list.
func (l *list) lies(r *graph.Relation) bool {
	f := l.family()
	if r.Wide == nil || f == nil {
		return false
	}
	by := l.order()
	key := r.NearOrder(f).Column
	return len(by) == 1 && (by[0].Column == key || by[0].Column == onLink)
}

// inLinks runs along the links, stretch by stretch, until the page is full in each,
// and takes the page from what all of them gave.
func (l *list) inLinks(a alongside, keys []sortKey) string {
	r, run := l.name("r"), l.name("u")
	found := l.linksIn(a, r, run, l.after([]sortKey{{r + "." + keyOf, keys[0].desc}, {r + "." + idOf, keys[1].desc}}))
	columns, order := []string{l.node}, []string{}
	for _, p := range alongBy(r, a.relation) {
		k := l.name("k")
		columns, order = append(columns, p+" AS "+k), append(order, sortKey{k, keys[0].desc}.String())
	}
	imports := run
	if l.parent != "" {
		imports += ", " + l.parent
	}
	near := []sortKey{{property(l.node, a.relation.NearOrder(l.family()).Column), keys[0].desc}, {l.node + "." + idOf, keys[1].desc}}
	return "UNWIND " + l.value(runsOf(a.runs)) + " AS " + run + " CALL (" + imports + withWalks + ") { " + found +
		" WITH DISTINCT " + strings.Join(columns, ", ") + " ORDER BY " + strings.Join(order, ", ") + l.limit() + " RETURN " + l.node + " }" +
		" WITH " + l.node + " ORDER BY " + listed(near) + l.limit()
}

// linksIn finds the nodes whose links stand in a stretch, possibly several times.
func (l *list) linksIn(a alongside, r, run string, more ...string) string {
	at := spot{l.node, l.end.kinds}
	by := alongBy(r, a.relation)
	in := []string{by[0] + " = " + a.to, by[1] + " = " + run + "[0]", by[2] + " >= " + run + "[1]", by[2] + " < " + run + "[2]", by[3] + " IS NOT NULL"}
	names := []string{quoted(farOf), quoted(a.relation.Wide.Name), quoted(keyOf), quoted(idOf)}
	narrowed := always
	if !among(a.relation.From, l.end.kinds) {
		narrowed = l.node + ":" + labels(l.end.kinds)
	}
	return "MATCH " + link(l.node, r, a.relation, false, "") + " USING INDEX " + r + ":" + quoted(a.relation.Name) + "(" + strings.Join(names, ", ") + ")" +
		where(append(append(in, narrowed, l.test(a.edge, spot{name: r}), l.test(a.rest, at)), more...)...)
}
