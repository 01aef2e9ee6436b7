package graph

import "testing"

// Rule 4: which kinds of tie make two speak with one voice, whenever they held.
func TestWhichTiesBind(t *testing.T) {
	binds := map[AffiliationKind]bool{PartOf: true, BranchOf: true, PledgedAllegianceTo: true}
	for _, kind := range AffiliationKinds {
		t.Run("rule 4: "+string(kind), func(t *testing.T) {
			s := atTheGate(onDay(23))
			s.tie("cell", "band", lasting(onDay(1), onDay(2)), func(held *Tie) { held.Kind = kind })
			if Tied("group:cell", "group:band", s.Actors) != binds[kind] {
				t.Errorf("binds: %v", !binds[kind])
			}
		})
	}
}

// Rule 4: what lies above, through several ties; a circle of ties ends.
func TestWhatLiesAbove(t *testing.T) {
	s := atTheGate(onDay(23))
	s.tie("cell", "band", Period{})
	s.tie("band", "league", Period{})
	s.tie("league", "cell", Period{})
	wants(t, "through several, and back", s.group("cell").Web.Above, "group:band", "group:league")
}
