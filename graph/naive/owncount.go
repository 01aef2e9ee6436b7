package naive

import "claimgraph/graph"

// OwnCount are the attacks that a statistic's scope holds, certainly and
// possibly (rule 25): in any of its places, in its period, attributed to any of
// its actors, affiliates included.
func OwnCount(w World, s *graph.Statistic, p graph.AttributionPolicy, asOf graph.AsOf) (certain, possible []graph.ID) {
	for _, a := range every[*graph.Attack](w) {
		sure, may := true, true
		if s.Period.Earliest != 0 || s.Period.Latest != 0 {
			sure, may = Occurred(w, a.ID, s.Period.Earliest, s.Period.Latest, asOf)
		}
		if len(s.Places) > 0 {
			in, maybe := LiesIn(w, a.ID, s.Places, asOf)
			sure, may = sure && in, may && maybe
		}
		if len(s.Actors) > 0 {
			by, maybe := AttributedTo(w, a.ID, s.Actors, p, true, asOf)
			sure, may = sure && by, may && maybe
		}
		if sure = sure && Exists(w, a, asOf); sure {
			certain = append(certain, a.ID)
		}
		if may && Exists(w, a, asOf) {
			possible = append(possible, a.ID)
		}
	}
	return certain, possible
}

// OwnNumbers are what an own count comes to: of people, the least of the toll
// over the certain attacks and the most over the possible ones; nil where that is
// open (rule 25).
func OwnNumbers(w World, s *graph.Statistic, certain, possible []graph.ID, asOf graph.AsOf) (least int, most *int) {
	outcome := map[graph.Metric]graph.CasualtyOutcome{graph.MetricKilled: graph.OutcomeKilled, graph.MetricWounded: graph.OutcomeWounded}[s.Metric]
	if outcome == "" {
		all := len(possible)
		return len(certain), &all
	}
	return TollOver(w, certain, outcome, Asked{}, asOf).Min, TollOver(w, possible, outcome, Asked{}, asOf).Max
}
