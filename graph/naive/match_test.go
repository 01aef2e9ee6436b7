package naive_test

import (
	"fmt"
	"slices"
	"testing"

	"claimgraph/graph"
	"claimgraph/graph/naive"
)

// ofIndexes asks one question of what filters look up of each attack: it is
// derived when the attack is written, as of now.
func ofIndexes(t *testing.T, ask func(w naive.World, index graph.AttackIndex, attack graph.ID) string) {
	t.Helper()
	ofAttacks(t, func(w naive.World, c *graph.Case, attack graph.ID, on graph.AsOf) string {
		if on != graph.Now {
			return ""
		}
		c.Derive()
		return ask(w, w.At(attack).(*graph.Attack).Index, attack)
	})
}

func TestRulesHoldOfMatches(t *testing.T) {
	const on = graph.Now
	ofIndexes(t, func(w naive.World, index graph.AttackIndex, attack graph.ID) string {
		certain, possible := naive.KindsOf(w, attack, on)
		if d := differs("rule 7, kinds", on, sorted(index.KindsCertain, index.KindsPossible), sorted(certain, possible)); d != "" {
			return d
		}
		sure, may := naive.TargetsOf(w, attack, on)
		if d := differs("rule 7, targets", on, sorted(index.TargetsCertain, index.TargetsPossible), sorted(sure, may)); d != "" {
			return d
		}
		return ""
	})
}

// sorted are two sets as text.
func sorted[W ~string](certain, possible []W) string {
	return fmt.Sprint(slices.Sorted(slices.Values(certain)), slices.Sorted(slices.Values(possible)))
}
