package graph_test

import (
	"fmt"
	"slices"
	"testing"

	"claimgraph/data"
	"claimgraph/dossier"
	"claimgraph/graph"
)

// seedCases are the attacks of the bundled dossier, each with all that is said
// of it; ties and places left out.
func seedCases(t *testing.T) map[graph.ID]*graph.Case {
	t.Helper()
	d, err := dossier.ReadFS(t.Context(), data.Seed, nil)
	if err != nil {
		t.Fatal(err)
	}
	sources, actors := map[graph.ID]*graph.Source{}, map[graph.ID]graph.Actor{}
	cases := map[graph.ID]*graph.Case{}
	for _, n := range d.Nodes {
		switch n := n.(type) {
		case *graph.Source:
			sources[n.ID] = n
		case graph.Actor:
			actors[n.Head().ID] = n
		case *graph.Attack:
			cases[n.ID] = &graph.Case{Subject: n, Sources: sources, Actors: actors}
		}
	}
	for _, n := range d.Nodes {
		a, ok := n.(graph.Assertion)
		if !ok {
			continue
		}
		for _, id := range a.Spoken().About {
			c := cases[id]
			if c == nil {
				continue // about a tie
			}
			switch n := n.(type) {
			case *graph.Claim:
				c.Claims = append(c.Claims, n)
			case graph.Response:
				c.Responses = append(c.Responses, n)
			}
		}
	}
	return cases
}

// Who stands behind the attack near Mondoro: suspected JNIM, unclaimed, the
// holder of the suspicion not named. Of the nine attacks, JNIM claimed six and is
// suspected of one.
func TestWhoIsBehindTheAttacksOfTheSeed(t *testing.T) {
	cases := seedCases(t)
	claimed := graph.AttributionPolicy{}
	wide := graph.AttributionPolicy{Bases: []graph.AttributionBasis{graph.SelfClaimed, graph.Accused, graph.Suspected}}
	mondoro := cases["attack:ml-2017-mondoro"].Known(graph.Now)
	if got := mondoro.Attribution(claimed); len(got) != 0 {
		t.Errorf("claimed by %v", got)
	}
	got := mondoro.Attribution(wide)
	if len(got) != 1 || fmt.Sprintf("%s %v %s", got[0].Actor, got[0].Bases, got[0].Standing) != "group:jnim [SUSPECTED] UNANSWERED" {
		t.Fatalf("Mondoro: %v", got)
	}
	for _, c := range cases["attack:ml-2017-mondoro"].Claims {
		if c.ID == got[0].Claims[0] && len(c.Asserters) > 0 {
			t.Errorf("held by %v", c.Asserters)
		}
	}
	count := func(p graph.AttributionPolicy, of graph.ID) int {
		attacks := 0
		for _, c := range cases {
			if slices.ContainsFunc(c.Known(graph.Now).Attribution(p), func(a graph.Attribution) bool { return a.Actor == of }) {
				attacks++
			}
		}
		return attacks
	}
	for _, c := range []struct {
		of   graph.ID
		by   []graph.AttributionBasis
		want int
	}{
		{"group:jnim", nil, 6},
		{"group:jnim", []graph.AttributionBasis{graph.SelfClaimed, graph.Suspected}, 7},
		{"group:french-forces", []graph.AttributionBasis{graph.Accused}, 1},
		{"group:french-forces", nil, 0},
	} {
		if got := count(graph.AttributionPolicy{Bases: c.by}, c.of); got != c.want {
			t.Errorf("%s, by %v: %d attacks, not %d", c.of, c.by, got, c.want)
		}
	}
	clean := graph.AttributionPolicy{Bases: graph.AttributionBases, ExcludeDisputed: true}
	if got := count(clean, "group:french-forces"); got != 0 {
		t.Errorf("the disputed accusation still counts: %d", got)
	}
}
