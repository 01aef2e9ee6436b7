package naive_test

import (
	"fmt"
	"slices"
	"testing"

	"claimgraph/graph"
	"claimgraph/graph/naive"
)

// What filters look up of an attack is derived when it is written, as of now.
func TestRulesHoldOfMatches(t *testing.T) {
	ofAttacks(t, func(w naive.World, c *graph.Case, attack graph.ID, on graph.AsOf) string {
		if on != graph.Now {
			return ""
		}
		c.Derive()
		index := w.At(attack).(*graph.Attack).Index
		certain, possible := naive.KindsOf(w, attack, on)
		if d := differs("rule 7, kinds", on, sorted(index.KindsCertain, index.KindsPossible), sorted(certain, possible)); d != "" {
			return d
		}
		sure, may := naive.TargetsOf(w, attack, on)
		if d := differs("rule 7, targets", on, sorted(index.TargetsCertain, index.TargetsPossible), sorted(sure, may)); d != "" {
			return d
		}
		for n := 0; n < 24; n += 4 {
			for _, window := range [][2]graph.Date{{naive.Day(n), naive.Day(n + 6)}, {naive.Day(n), 0}, {0, naive.Day(n)}} {
				is, maybe := naive.Occurred(w, attack, window[0], window[1], on)
				got, likely := occurred(index.Dates, window[0], window[1])
				if d := differs(fmt.Sprint("rule 7, occurred in ", window), on, fmt.Sprint(got, likely), fmt.Sprint(is, maybe)); d != "" {
					return d
				}
			}
		}
		return ""
	})
}

// sorted are two sets as text.
func sorted[W ~string](certain, possible []W) string {
	return fmt.Sprint(slices.Sorted(slices.Values(certain)), slices.Sorted(slices.Values(possible)))
}

// occurred reads the links of dates as the filter does.
func occurred(links []graph.Arc, from, to graph.Date) (certain, possible bool) {
	some, all := false, true
	low, high := int64(from), int64(to)
	if to == 0 {
		high = int64(graph.MaxDate)
	}
	for _, l := range links {
		first, last, span, firm := l.Values[0].(int64), l.Values[1].(int64), fmt.Sprint(l.Values[2]) == "1", fmt.Sprint(l.Values[3]) == "1"
		possible = possible || first <= high && last >= low
		bound := func(d int64) bool { return d != 0 && d != int64(graph.MaxDate) }
		in := func(d int64) bool { return bound(d) && low <= d && d <= high }
		is := in(first) && in(last)
		if span {
			is = in(first) || in(last) || bound(first) && bound(last) && first <= high && last >= low
		}
		if firm {
			some, all = true, all && is
		}
	}
	return some && all, possible
}
