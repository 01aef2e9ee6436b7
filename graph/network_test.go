package graph

import (
	"fmt"
	"strings"
	"testing"
)

// The net of the stories:
//
//	cell --part of--> band --pledged--> league <--part of-- sun
//	                  band --rival of-> army
func theNet() ([]*Affiliation, map[ID]*Source) {
	sources := map[ID]*Source{
		"source:paper": {Published: onDay(27)},
		"source:wire":  {Published: onDay(10)},
	}
	tie := func(from, kind, to string, held Period, source ID) *Affiliation {
		return &Affiliation{
			Header: Header{ID: ID("affiliation:" + from + "-" + to)}, Cited: citing(source),
			From: ID("group:" + from), Kind: AffiliationKind(kind), To: ID("group:" + to), Period: held,
		}
	}
	return []*Affiliation{
		tie("sun", "PART_OF", "league", Period{}, "source:wire"),
		tie("band", "PLEDGED_ALLEGIANCE_TO", "league", lasting(onDay(5), onDay(20)), "source:wire"),
		tie("cell", "PART_OF", "band", attested(8, 12), "source:paper"),
		tie("band", "RIVAL_OF", "army", Period{}, "source:wire"),
	}, sources
}

// drawn is a drawing in two lines.
func drawn(g Subgraph) string {
	var b strings.Builder
	for _, id := range g.Nodes {
		b.WriteString(strings.TrimPrefix(string(id), "group:") + " ")
	}
	for _, l := range g.Links {
		fmt.Fprintf(&b, "| %s %s ", strings.TrimPrefix(string(l.Via), "affiliation:"), strings.ToLower(string(l.Certainty)))
	}
	if g.Truncated {
		b.WriteString("...")
	}
	return strings.TrimSpace(b.String())
}

// Rules 1 and 23, and the order of drawings: an actor's network.
func TestAnActorsNetwork(t *testing.T) {
	for _, c := range []struct {
		story string
		of    ID
		depth int
		kinds []AffiliationKind
		on    Date
		known AsOf
		limit int
		want  string
	}{
		{"all of it, either way along the ties", "group:cell", 3, nil, 0, Now, 200,
			"cell band army league sun | cell-band certain | band-army certain | band-league certain | sun-league certain"},
		{"one step", "group:band", 1, nil, 0, Now, 200,
			"band army cell league | band-army certain | band-league certain | cell-band certain"},
		{"no step", "group:band", 0, nil, 0, Now, 200, "band"},
		{"ties of one kind", "group:cell", 3, []AffiliationKind{PartOf}, 0, Now, 200, "cell band | cell-band certain"},
		{"ties of no kind", "group:cell", 3, []AffiliationKind{}, 0, Now, 200, "cell"},
		{"on a day after one of them ended", "group:cell", 3, nil, day(21), Now, 200,
			"cell band army | cell-band possible | band-army possible"},
		{"on a day all held, as far as is known", "group:league", 2, nil, day(10), Now, 200,
			"league band sun army cell | band-league certain | sun-league possible | band-army possible | cell-band certain"},
		{"as known before the paper", "group:cell", 3, nil, 0, AsOf(day(26)), 200, "cell"},
		{"as known before the paper, of another", "group:band", 1, nil, 0, AsOf(day(26)), 200,
			"band army league | band-army certain | band-league certain"},
		{"more than may be drawn", "group:cell", 3, nil, 0, Now, 3, "cell band army | cell-band certain | band-army certain..."},
		{"just as much as may be drawn", "group:cell", 3, nil, 0, Now, 5,
			"cell band army league sun | cell-band certain | band-army certain | band-league certain | sun-league certain"},
		{"of somebody without ties", "group:moon", 3, nil, 0, Now, 200, "moon"},
	} {
		ties, sources := theNet()
		got := drawn(Network(c.of, ties, sources, c.depth, c.kinds, c.on, c.known, c.limit))
		if strings.ReplaceAll(got, " ...", "...") != c.want {
			t.Errorf("%s: %s, not %s", c.story, got, c.want)
		}
	}
}

// Rule 1: a tie whose sources were all taken back is drawn before that day
// alone; in whatever order the ties come, the drawing is the same.
func TestANetworkWithoutItsSource(t *testing.T) {
	ties, sources := theNet()
	sources["source:wire"].Retraction = &Retraction{On: onDay(29)}
	if got := drawn(Network("group:band", ties, sources, 3, nil, 0, Now, 200)); got != "band cell | cell-band certain" {
		t.Error(got)
	}
	before := Network("group:band", ties, sources, 3, nil, 0, AsOf(day(28)), 200)
	ties[0], ties[3], ties[1], ties[2] = ties[2], ties[0], ties[3], ties[1]
	again := Network("group:band", ties, sources, 3, nil, 0, AsOf(day(28)), 200)
	if drawn(before) != drawn(again) || len(before.Links) != 4 {
		t.Error(drawn(before), "or", drawn(again))
	}
}
