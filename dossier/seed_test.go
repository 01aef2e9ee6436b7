package dossier

import (
	"testing"

	"claimgraph/data"
	"claimgraph/graph"
)

// TestSeed reads the bundled dossier and counts what must come out of it.
func TestSeed(t *testing.T) {
	d, err := ReadFS(t.Context(), data.Seed, nil)
	if err != nil {
		t.Fatal(err)
	}
	count := map[string]int{}
	for _, n := range d.Nodes {
		count[string(n.Head().ID.Kind())]++
		if c, ok := n.(*graph.Claim); ok {
			count["claims of "+string(c.Kind)]++
		}
	}
	for what, want := range map[string]int{
		"ATTACK": 9, "STATEMENT": 4, "claims of RESPONSIBILITY": 6, "claims of ACCUSATION": 1, "claims of SUSPICION": 1,
		"claims of REPORT": 2, "CONFIRMATION": 5, "DENIAL": 1, "DOUBT": 3, "STATISTIC": 1, "AFFILIATION": 6, "LOCATION": 19,
		"GROUP": 6, "ORGANIZATION": 6, "PERSON": 3,
	} {
		if count[what] != want {
			t.Errorf("%d %s, not %d", count[what], what, want)
		}
	}
}
