package neo4j

import (
	"strconv"
	"strings"

	"claimgraph/graph"
)

// stretchOf is what a test says of where in a list those stand that pass it.
func stretchOf(p graph.Pred) (graph.Stretch, bool) {
	for _, test := range graph.Conjuncts(p) {
		if s, ok := test.(graph.Stretch); ok {
			return s, true
		}
	}
	return graph.Stretch{}, false
}

// stretch is where the rows of the page stand, if that is in the order asked for.
func (l *list) stretch() (graph.Stretch, bool) {
	s, ok := stretchOf(l.query.Where)
	if !ok {
		return s, false
	}
	by := l.order()
	return s, len(by) == 1 && by[0].Column == s.Key
}

// inStretch runs through the index of each stretch until the page is full there,
// and takes the page from what all of them gave.
func (l *list) inStretch(s graph.Stretch, keys []sortKey) string {
	wide := sortKey{property(l.node, s.Wide), keys[0].desc} // the same all along; named first, that its index is taken
	run, bounds := l.run(s)
	found := l.match(hop{end: l.end}, l.node, l.link, l.query.Where, append(bounds, l.after(keys))...)
	return "UNWIND " + l.value(runsOf(s.Runs)) + " AS " + run + " CALL (" + run + withWalks + ") { " + found + l.cut(append([]sortKey{wide}, keys...), false) +
		" RETURN " + l.node + " }" + l.cut(keys, false)
}

// everyIn finds all that stand in the stretches.
func (l *list) everyIn(s graph.Stretch) string {
	run, bounds := l.run(s)
	found := l.match(l.hop, l.node, l.link, l.query.Where, bounds...)
	return "UNWIND " + l.value(runsOf(s.Runs)) + " AS " + run + " " + found
}

// run names a stretch, and tests that a node stands there. The server takes the
// index only where all of its properties are asked for.
func (l *list) run(s graph.Stretch) (name string, bounds []string) {
	name = l.name("u")
	return name, append(within(s, name, l.node), l.node+"."+idOf+" IS NOT NULL")
}

// within tests that a node stands in a stretch.
func within(s graph.Stretch, run, node string) []string {
	key := property(node, s.Key)
	return []string{property(node, s.Wide) + " = " + run + "[0]", key + " >= " + run + "[1]", key + " < " + run + "[2]"}
}

func runsOf(given []graph.Run) [][]any {
	runs := make([][]any, len(given))
	for i, r := range given {
		runs[i] = []any{r.Wide, r.From, r.To}
	}
	return runs
}

// stands tests that a node stands in one of the stretches. It says no more than
// what is asked beside it, but looks at no link for it.
func (s *statement) stands(in graph.Stretch, at spot) string {
	runs := s.value(runsOf(in.Runs))
	each := make([]string, len(in.Runs))
	for i := range in.Runs {
		each[i] = strings.Join(within(in, runs+"["+strconv.Itoa(i)+"]", at.name), " AND ")
	}
	return "(" + strings.Join(each, " OR ") + ")"
}
