package neo4j

import (
	"context"
	"slices"
	"strings"

	"claimgraph/graph"
)

// roomFor is how many links of all sorts together are taken of a node at once:
// so many times the number wanted of each.
const roomFor = 8

// Arcs gives the links of nodes along some tracks: by one statement those of all
// nodes that have few. A statement that names every track by itself would take
// the server seconds to plan, so each is asked for alone where a node has many.
func (s *Store) Arcs(ctx context.Context, of []graph.ID, along []graph.Track, most int) ([]graph.Step, error) {
	if len(of) == 0 || len(along) == 0 {
		return nil, nil
	}
	if err := s.ready(ctx); err != nil {
		return nil, translated(err)
	}
	steps, err := arcs(ctx, s.ask, of, along, most)
	return steps, translated(err)
}

func arcs(ctx context.Context, ask asking, of []graph.ID, along []graph.Track, most int) ([]graph.Step, error) {
	found, busy, err := fewArcs(ctx, ask, of, along, roomFor*most)
	if err != nil {
		return nil, err
	}
	for _, track := range along {
		for _, in := range []bool{false, true} {
			near := track.Near()
			if in {
				near = track.Relation.To
			}
			at := slices.DeleteFunc(slices.Clone(busy[in]), func(id graph.ID) bool { return !slices.Contains(near, id.Kind()) })
			more, err := manyArcs(ctx, ask, at, track, in, most)
			if err != nil {
				return nil, err
			}
			found = append(found, more...)
		}
	}
	return atMost(found, most), nil
}

// fewArcs gives all links of those nodes that have less than so many in a
// direction, and names the others.
func fewArcs(ctx context.Context, ask asking, of []graph.ID, along []graph.Track, room int) ([]graph.Step, map[bool][]graph.ID, error) {
	tracks, types := map[string]graph.Track{}, make([]string, len(along))
	for i, t := range along {
		tracks[t.Relation.Name], types[i] = t, quoted(t.Relation.Name)
	}
	pattern := "[r:" + strings.Join(types, "|") + "]"
	side := func(from, to, in string) string {
		return "MATCH (n)" + from + pattern + to + "(m) RETURN [n." + idOf + ", type(r), m." + idOf + ", " + in + "] AS step LIMIT toInteger($room)"
	}
	answer, err := ask(ctx, "MATCH (n:"+nodeLabel+") WHERE n."+idOf+" IN $of CALL (n) { "+side("-", "->", "false")+" UNION ALL "+
		side("<-", "-", "true")+" } RETURN collect(step)", map[string]any{"of": texts(of), "room": room})
	if err != nil {
		return nil, nil, err
	}
	type end struct {
		at graph.ID
		in bool
	}
	count, all := map[end]int{}, []graph.Step{}
	busy := map[bool][]graph.ID{}
	for _, row := range items(answer.Values[0]) {
		said := items(row)
		in, _ := said[3].(bool)
		track, e := tracks[textOf(said[1])], end{graph.ID(textOf(said[0])), in}
		if count[e]++; count[e] == room {
			busy[in] = append(busy[in], e.at)
		}
		step := graph.Step{At: e.at, Far: graph.ID(textOf(said[2])), Relation: track.Relation, In: in}
		if begins := begin(step); slices.Contains(track.Near(), begins.Kind()) {
			all = append(all, step)
		}
	}
	return slices.DeleteFunc(all, func(s graph.Step) bool { return count[end{s.At, s.In}] >= room }), busy, nil
}

// begin is the node where a link begins.
func begin(s graph.Step) graph.ID {
	if s.In {
		return s.Far
	}
	return s.At
}

// manyArcs gives the links of nodes along one track, in one direction, and
// stops under each node where there are enough.
func manyArcs(ctx context.Context, ask asking, of []graph.ID, track graph.Track, in bool, most int) ([]graph.Step, error) {
	if len(of) == 0 {
		return nil, nil
	}
	narrowed := always
	if in && !among(track.Relation.From, track.Near()) {
		narrowed = "m:" + labels(track.Near())
	}
	answer, err := ask(ctx, "MATCH (n:"+nodeLabel+") WHERE n."+idOf+" IN $of CALL (n) { MATCH "+link("n", "", track.Relation, in, "m")+where(narrowed)+
		" RETURN m."+idOf+" AS far LIMIT toInteger($most) } RETURN collect([n."+idOf+", far])", map[string]any{"of": texts(of), "most": most})
	if err != nil {
		return nil, err
	}
	var found []graph.Step
	for _, row := range items(answer.Values[0]) {
		said := items(row)
		found = append(found, graph.Step{At: graph.ID(textOf(said[0])), Far: graph.ID(textOf(said[1])), Relation: track.Relation, In: in})
	}
	return found, nil
}

// atMost keeps so many links of each node, track and end.
func atMost(steps []graph.Step, most int) []graph.Step {
	count := map[graph.Step]int{}
	return slices.DeleteFunc(steps, func(s graph.Step) bool {
		s.Far = ""
		count[s]++
		return count[s] > most
	})
}
