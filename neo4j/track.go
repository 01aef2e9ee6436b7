package neo4j

import (
	"slices"
	"strings"

	"claimgraph/graph"
)

// tracks are those of a look, by the types of their links.
type tracks struct {
	of      map[string]graph.Track
	plain   []string // types of links that are followed as they are
	crossed []string // of those that are followed across a node
}

func newTracks(along []graph.Track) tracks {
	t := tracks{of: map[string]graph.Track{}}
	for _, track := range along {
		t.of[track.Relation.Name] = track
		if track.Onward == nil {
			t.plain = append(t.plain, quoted(track.Relation.Name))
		} else {
			t.crossed = append(t.crossed, track.Relation.Name)
		}
	}
	slices.Sort(t.crossed)
	return t
}

// sideText is how the links at one end of all tracks are found at a node n.
type sideText struct{ name, match, step string }

func (t tracks) sides() []sideText {
	var sides []sideText
	if types := strings.Join(t.plain, "|"); types != "" {
		sides = append(sides,
			sideText{"outward", "MATCH (n)-[r:" + types + "]->(m)", stepOf("type(r)", inText(false), "null")},
			sideText{"inward", "MATCH (n)<-[r:" + types + "]-(m)", stepOf("type(r)", inText(true), "null")})
	}
	for _, name := range t.crossed {
		track := t.of[name]
		sides = append(sides, sideText{"over" + strings.ToLower(name), "MATCH " + link("n", "", track.Relation, true, "t") + " MATCH " + link("t", "", track.Onward, false, "m"),
			stepOf(quotedText(name), inText(true), "t")})
	}
	return sides
}

// few are the conditions on a node to be crossed. How many links of a type lead
// to it stands in the node; of those a track does not follow it may have more,
// which are looked at last, and no further than to the limit.
func (t tracks) few() []string {
	var all, narrow []string
	for _, track := range t.of {
		few := "COUNT { (n)<-[:" + quoted(track.Relation.Name) + "]-() } <= $most"
		if track.Narrow() {
			narrow = append(narrow, "("+few+" OR COUNT { MATCH (n)<-[:"+quoted(track.Relation.Name)+"]-(:"+labels(track.Near())+") RETURN 1 LIMIT toInteger($most) + 1 } <= $most)")
		} else {
			all = append(all, few)
		}
	}
	slices.Sort(all) // the same text each time
	slices.Sort(narrow)
	return append(all, narrow...)
}

// across parts nodes there into those crossed, to which not too many links lead,
// and collects the links of these, each side under its name.
func (t tracks) across() string {
	text := " WITH *, [n IN there" + where(t.few()...) + "] AS crossed"
	for _, side := range t.sides() {
		text += " CALL (crossed) { UNWIND crossed AS n " + side.match + " RETURN collect(" + side.step + ") AS " + side.name + " }"
	}
	return text
}

// seen is what is returned of that: the nodes, which are crossed, and the links.
func (t tracks) seen() string {
	all := "[n IN there | [n." + idOf + ", n." + gone + "]], [n IN crossed | n." + idOf + "]"
	for _, side := range t.sides() {
		all += ", " + side.name
	}
	return all
}

// crossing reads it.
func (t tracks) crossing(seen []any, most int) *graph.Around {
	found, crossed := &graph.Around{}, map[graph.ID]bool{}
	for _, id := range items(seen[1]) {
		crossed[graph.ID(textOf(id))] = true
	}
	for _, row := range items(seen[0]) {
		if id := meetNode(found, items(row)); !crossed[id] {
			found.Crowded = append(found.Crowded, id)
		}
	}
	for _, all := range seen[2:] {
		for _, row := range items(all) {
			if step, wanted := t.step(items(row)); wanted {
				found.Steps = append(found.Steps, step)
			}
		}
	}
	found.Steps = atMost(found.Steps, most) // of one that names many itself
	return found
}

// stepOf is what is told of a link between n and m, or across a node between them.
func stepOf(relation, in, via string) string {
	over, far := "null", "m."+gone
	if via != "null" {
		over, far = via+"."+idOf, "coalesce(m."+gone+", 0) + coalesce("+via+"."+gone+", 0)"
	}
	return "[n." + idOf + ", " + relation + ", m." + idOf + ", " + in + ", " + far + ", " + over + "]"
}

func inText(in bool) string {
	if in {
		return "true"
	}
	return "false"
}

func quotedText(name string) string { return "'" + name + "'" }

// step reads what stepOf told; not wanted is one from a node that its track does
// not follow.
func (t tracks) step(row []any) (graph.Step, bool) {
	in, _ := row[3].(bool)
	away, _ := row[4].(int64)
	track := t.of[textOf(row[1])]
	s := graph.Step{At: graph.ID(textOf(row[0])), Far: graph.ID(textOf(row[2])), Via: graph.ID(textOf(row[5])), Relation: track.Relation, In: in, Gone: away > 0}
	begin := s.At
	switch {
	case s.Via != "":
		begin = s.Via
	case in:
		begin = s.Far
	}
	return s, slices.Contains(track.Near(), begin.Kind())
}
