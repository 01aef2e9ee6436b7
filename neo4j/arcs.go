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

// Arcs gives what lies right around some nodes. Where they are to be crossed,
// one statement does: how many links lead to a node the server knows without
// looking at them. Else one gives the links of all nodes that have few, and what
// lies beyond them if a walk goes further. A statement that takes some along
// every track would take the server seconds to plan, so each track is asked for
// alone where a node has many.
func (s *Store) Arcs(ctx context.Context, l graph.Look) (*graph.Around, error) {
	if len(l.Of) == 0 {
		return &graph.Around{}, nil
	}
	if err := s.ready(ctx); err != nil {
		return nil, translated(err)
	}
	found, err := arcs(ctx, s.ask, l)
	return found, translated(err)
}

func arcs(ctx context.Context, ask asking, l graph.Look) (*graph.Around, error) {
	if l.Cross {
		return across(ctx, ask, l)
	}
	found, busy, err := fewArcs(ctx, ask, l)
	if err != nil {
		return nil, err
	}
	for _, track := range l.Along {
		for _, in := range []bool{false, true} {
			if track.Onward != nil && !in {
				continue
			}
			near := track.Near()
			if in {
				near = track.Relation.To
			}
			at := slices.DeleteFunc(slices.Clone(busy[in]), func(id graph.ID) bool { return !slices.Contains(near, id.Kind()) })
			more, err := manyArcs(ctx, ask, at, track, in, l.Most)
			if err != nil {
				return nil, err
			}
			found.Steps = append(found.Steps, more...)
		}
	}
	found.Steps = atMost(found.Steps, l.Most)
	return found, nil
}

// gone is a property of nodes of some families that do not count.
const gone = "gone"

// across gives all links of those nodes to which not too many lead.
func across(ctx context.Context, ask asking, l graph.Look) (*graph.Around, error) {
	t := newTracks(l.Along)
	text := "MATCH (n:" + nodeLabel + ") WHERE n." + idOf + " IN $of WITH collect(n) AS there" + t.across() + " RETURN " + t.seen()
	answer, err := ask(ctx, text, map[string]any{"of": graph.Texts(l.Of), "most": l.Most})
	if err != nil {
		return nil, err
	}
	return t.crossing(answer.Values, l.Most), nil
}

// meetNode notes a node that there is.
func meetNode(found *graph.Around, row []any) graph.ID {
	id := graph.ID(textOf(row[0]))
	if row[1] != int64(1) {
		found.There = append(found.There, id)
	}
	return id
}

// fewArcs gives all links of those nodes that have less than so many in a
// direction, and names the others.
func fewArcs(ctx context.Context, ask asking, l graph.Look) (*graph.Around, map[bool][]graph.ID, error) {
	t, room := newTracks(l.Along), roomFor*l.Most
	params := map[string]any{"of": graph.Texts(l.Of), "room": room}
	nodes := "collect([n." + idOf + ", n." + gone + "])"
	links := func(and string) string {
		var sides []string
		for _, side := range t.sides() {
			sides = append(sides, side.match+" RETURN "+side.step+" AS step"+and+" LIMIT toInteger($room)")
		}
		return strings.Join(sides, " UNION ALL ")
	}
	text := "MATCH (n:" + nodeLabel + ") WHERE n." + idOf + " IN $of "
	switch {
	case len(l.Along) == 0:
		text += "RETURN " + nodes + ", []"
	case l.Further == 0:
		text += "WITH n, COLLECT { " + links("") + " } AS steps RETURN " + nodes + ", collect(steps)"
	default:
		text += "CALL (n) { CALL (n) { " + links(", m") + " } RETURN collect(step) AS steps, collect(m) AS far } " +
			"WITH " + nodes + " AS begun, collect(steps) AS all, collect(far) AS far " +
			"CALL (far) { UNWIND far AS some UNWIND some AS n RETURN collect(DISTINCT n) AS met } " +
			"WITH begun, all, CASE WHEN size(met) <= $further THEN met ELSE [] END AS there" + t.across() +
			" RETURN begun, all, " + t.seen()
		params["most"], params["further"] = l.Most, l.Further
	}
	answer, err := ask(ctx, text, params)
	if err != nil {
		return nil, nil, err
	}
	found, busy := &graph.Around{}, map[bool][]graph.ID{}
	for _, row := range items(answer.Values[0]) {
		meetNode(found, items(row))
	}
	if beyond := answer.Values[2:]; len(beyond) > 0 && len(items(beyond[0])) > 0 {
		found.Beyond = t.crossing(beyond, l.Most)
	}
	type end struct {
		at graph.ID
		in bool
	}
	count := map[end]int{}
	for _, all := range items(answer.Values[1]) {
		for _, row := range items(all) {
			step, wanted := t.step(items(row))
			e := end{step.At, step.In}
			if count[e]++; count[e] == room {
				busy[step.In] = append(busy[step.In], e.at)
			}
			if wanted {
				found.Steps = append(found.Steps, step)
			}
		}
	}
	found.Steps = slices.DeleteFunc(found.Steps, func(s graph.Step) bool { return count[end{s.At, s.In}] >= room })
	return found, busy, nil
}

// manyArcs gives the links of nodes along one track, in one direction, and
// stops under each node where there are enough.
func manyArcs(ctx context.Context, ask asking, of []graph.ID, track graph.Track, in bool, most int) ([]graph.Step, error) {
	if len(of) == 0 {
		return nil, nil
	}
	match := "MATCH " + link("n", "", track.Relation, in, "m")
	if in && track.Narrow() {
		match += where("m:" + labels(track.Near()))
	}
	via := "null"
	if track.Onward != nil {
		match, via = "MATCH "+link("n", "", track.Relation, true, "t")+" MATCH "+link("t", "", track.Onward, false, "m"), "t"
	}
	answer, err := ask(ctx, "MATCH (n:"+nodeLabel+") WHERE n."+idOf+" IN $of CALL (n) { "+match+
		" RETURN "+stepOf(quotedText(track.Relation.Name), inText(in), via)+" AS step LIMIT toInteger($most) } RETURN collect(step)", map[string]any{"of": graph.Texts(of), "most": most})
	if err != nil {
		return nil, err
	}
	var found []graph.Step
	for _, row := range items(answer.Values[0]) {
		step, _ := newTracks([]graph.Track{track}).step(items(row))
		found = append(found, step)
	}
	return found, nil
}

// atMost keeps so many links of each node, track and end.
func atMost(steps []graph.Step, most int) []graph.Step {
	type end struct {
		at       graph.ID
		relation *graph.Relation
		in       bool
	}
	count := map[end]int{}
	return slices.DeleteFunc(steps, func(s graph.Step) bool {
		e := end{s.At, s.Relation, s.In}
		count[e]++
		return count[e] > most
	})
}
