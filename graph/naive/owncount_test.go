package naive_test

import (
	"testing"

	"claimgraph/graph"
	"claimgraph/graph/naive"
)

// What falls within the scope of a published count, now and as of any day.
func TestRulesHoldOfOwnCounts(t *testing.T) {
	search(t, func(w naive.World, days []graph.AsOf) string {
		for _, id := range allOf[*graph.Statistic](w) {
			for _, on := range days {
				for _, p := range policies {
					s := w.At(id).(*graph.Statistic)
					if d := withinDiffers(w, s, p, on); d != "" {
						return d
					}
				}
			}
		}
		return ""
	})
}

// When an attack took place, in windows open to one side or to none.
func TestRulesHoldOfDates(t *testing.T) {
	search(t, func(w naive.World, days []graph.AsOf) string {
		for n := 0; n < 24; n += 4 {
			for _, window := range []graph.DateRange{{Earliest: naive.Day(n), Latest: naive.Day(n + 6)}, {Earliest: naive.Day(n)}, {Latest: naive.Day(n)}} {
				for _, on := range days {
					if d := withinDiffers(w, &graph.Statistic{Period: window}, graph.AttributionPolicy{}, on); d != "" {
						return d
					}
				}
			}
		}
		return ""
	})
}

// In which places an attack lies, in one, in either of two, in any at all.
func TestRulesHoldOfPlaces(t *testing.T) {
	search(t, func(w naive.World, days []graph.AsOf) string {
		for _, places := range append(upToTwo(allOf[*graph.Location](w)), allOf[*graph.Location](w)) {
			for _, on := range days {
				if d := withinDiffers(w, &graph.Statistic{Places: places}, graph.AttributionPolicy{}, on); d != "" {
					return d
				}
			}
		}
		return ""
	})
}

func withinDiffers(w naive.World, s *graph.Statistic, p graph.AttributionPolicy, on graph.AsOf) string {
	own := graph.OwnCount{Of: s}
	var cases []*graph.View
	for _, id := range allOf[*graph.Attack](w) {
		cases = append(cases, caseOf(w, id).Known(on))
	}
	own.Among(cases, p)
	var certain, possible []graph.ID
	for _, b := range own.Attacks {
		if b.Match == graph.Certain {
			certain = append(certain, b.Attack.ID)
		}
		possible = append(possible, b.Attack.ID)
	}
	wantCertain, wantPossible := naive.OwnCount(w, s, p, on)
	return differs("rule 25, the scope "+readable(s), on, [][]graph.ID{certain, possible}, [][]graph.ID{wantCertain, wantPossible})
}
