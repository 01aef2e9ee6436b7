package naive_test

import (
	"fmt"
	"slices"
	"testing"

	"claimgraph/graph"
	"claimgraph/graph/naive"
)

// The filter of attribution asks the links that are derived of an attack.
func TestRulesHoldOfWhoIsAttributed(t *testing.T) {
	const on = graph.Now
	ofIndexes(t, func(w naive.World, index graph.AttackIndex, attack graph.ID) string {
		for _, to := range upToTwo(allOf[graph.Actor](w)) {
			for _, p := range policies {
				for _, affiliates := range []bool{false, true} {
					got := fmt.Sprint(attributed(index.Attributions, to, p, affiliates))
					want := fmt.Sprint(naive.AttributedTo(w, attack, to, p, affiliates, on))
					if d := differs(fmt.Sprintf("rules 20 to 23, %s to %s, affiliates %t, %+v", attack, to, affiliates, p), on, got, want); d != "" {
						return d
					}
				}
			}
		}
		return ""
	})
}

// upToTwo are all ways to ask for one of some nodes, or for two.
func upToTwo(ids []graph.ID) [][]graph.ID {
	var found [][]graph.ID
	for i, id := range ids {
		found = append(found, []graph.ID{id})
		for _, other := range ids[:i] {
			found = append(found, []graph.ID{id, other})
		}
	}
	return found
}

// attributed reads the links as the filter does: certainly, where every
// alternative of some claim is met; possibly, where any may be.
func attributed(links []graph.Arc, to []graph.ID, p graph.AttributionPolicy, affiliates bool) (certain, possible bool) {
	parts, met := map[any]int64{}, map[any]map[any]bool{}
	for _, l := range links {
		basis, clean, direct, sure, cleanTies, claim, part, of := l.Values[0], l.Values[1], l.Values[2], l.Values[3], l.Values[4], l.Values[5], l.Values[6], l.Values[7]
		yes := func(flag any) bool { return fmt.Sprint(flag) == "1" || fmt.Sprint(flag) == "true" }
		switch {
		case !slices.Contains(to, l.To) || !slices.Contains(p.Bases, graph.AttributionBasis(basis.(string))):
			continue
		case p.ExcludeDisputed && !(yes(clean) && yes(cleanTies)) || !affiliates && !yes(direct):
			continue
		}
		possible = true
		if yes(sure) {
			if met[claim] == nil {
				met[claim] = map[any]bool{}
			}
			met[claim][part], parts[claim] = true, of.(int64)
		}
	}
	for claim, of := range parts {
		certain = certain || int64(len(met[claim])) == of
	}
	return certain, possible
}
