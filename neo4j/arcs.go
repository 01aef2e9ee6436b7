package neo4j

import (
	"context"
	"slices"
	"strings"

	"claimgraph/graph"
)

// Arcs gives the links of nodes along some tracks, by one statement.
func (s *Store) Arcs(ctx context.Context, of []graph.ID, along []graph.Track, most int) ([]graph.Step, error) {
	if err := s.ready(ctx); err != nil {
		return nil, translated(err)
	}
	a := newArcs(of, along, most)
	if len(a.sides) == 0 {
		return nil, nil
	}
	answer, err := s.ask(ctx, a.whole(), a.params)
	if err != nil {
		return nil, translated(err)
	}
	var found []graph.Step
	for _, row := range items(answer.Values[0]) {
		said := items(row)
		i, _ := said[0].(int64)
		at := graph.ID(textOf(said[1]))
		for _, far := range items(said[2]) {
			found = append(found, graph.Step{At: at, Far: graph.ID(textOf(far)), Relation: a.sides[i].Relation, In: a.sides[i].in})
		}
	}
	return found, nil
}

// arcs is a statement for links: a query for each side from which they are met,
// which stops at the limit under each node.
type arcs struct {
	*statement
	sides []side
	parts []string
	most  string
}

// side is one end of a track.
type side struct {
	graph.Track
	in bool
}

func newArcs(of []graph.ID, along []graph.Track, most int) *arcs {
	a := &arcs{statement: newStatement()}
	a.most = a.value(most)
	for _, track := range along {
		a.side(side{track, false}, track.Near(), of)
		a.side(side{track, true}, track.Relation.To, of)
	}
	return a
}

// side adds a query for the links of those nodes that can have them.
func (a *arcs) side(s side, near []graph.NodeKind, of []graph.ID) {
	of = slices.DeleteFunc(slices.Clone(of), func(id graph.ID) bool { return !slices.Contains(near, id.Kind()) })
	if len(of) == 0 {
		return
	}
	narrowed := always
	if s.in && !among(s.Relation.From, s.Near()) {
		narrowed = "m:" + labels(s.Near())
	}
	a.parts = append(a.parts, "MATCH (n:"+nodeLabel+")"+where("n."+idOf+" IN "+a.value(texts(of)))+
		" CALL (n) { MATCH "+link("n", "", s.Relation, s.in, "m")+where(narrowed)+" RETURN m."+idOf+" AS far LIMIT toInteger("+a.most+") }"+
		" WITH n, collect(far) AS far RETURN ["+a.value(len(a.sides))+", n."+idOf+", far] AS row")
	a.sides = append(a.sides, s)
}

func (a *arcs) whole() string {
	return "CALL () { " + strings.Join(a.parts, " UNION ALL ") + " } RETURN collect(row)"
}
