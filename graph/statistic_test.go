package graph

import (
	"strings"
	"testing"
)

// Rule 25: what is counted, in words.
func TestWhatAStatisticsOwnCountCounts(t *testing.T) {
	year := DateRange{Earliest: 20170101, Latest: 20171027, Extent: Span}
	name := func(id ID) string { return strings.ToUpper(string(id[len(id)-1:])) }
	for _, c := range []struct {
		s    Statistic
		p    AttributionPolicy
		want string
	}{
		{Statistic{Metric: MetricAttacks, Places: []ID{"location:x", "location:y", "location:z"}, Actors: []ID{"group:a"}, Period: year}, AttributionPolicy{},
			"Attacks in X, Y or Z, from 2017-01-01 to 2017-10-27, attributed to A, or to whoever belonged to it on the day of the attack, going by their own claims of responsibility, disputed or not."},
		{Statistic{Metric: MetricKilled, Places: []ID{"location:x"}, Actors: []ID{"group:a", "group:b"}, Period: DateRange{Latest: 20171027}}, AttributionPolicy{[]AttributionBasis{Suspected, SelfClaimed, Accused}, true},
			"People killed in attacks in X, until 2017-10-27, attributed to A or B, or to whoever belonged to any of them on the day of the attack, going by their own claims of responsibility, accusations and suspicions, leaving out claims and ties that are denied or contested."},
		{Statistic{Metric: MetricWounded, Period: OnDay(20171023, Explicit)}, AttributionPolicy{},
			"People wounded in attacks anywhere, on 2017-10-23, whoever is behind them."},
		{Statistic{Metric: MetricAttacks, Actors: []ID{"group:a"}, Period: DateRange{Earliest: 20170101}}, AttributionPolicy{Bases: []AttributionBasis{}},
			"Attacks anywhere, since 2017-01-01, attributed to A, or to whoever belonged to it on the day of the attack, on no word at all."},
		{Statistic{Metric: MetricAttacks}, AttributionPolicy{}, "Attacks anywhere, at any time, whoever is behind them."},
	} {
		if got := c.s.Scope(c.p, name); got != c.want {
			t.Errorf("%s\nnot\n%s", got, c.want)
		}
	}
}
