package graph

import "strings"

// Statistic is a published aggregate with its scope, such as "at least 218
// attacks in three countries since January".
type Statistic struct {
	Header
	Cited
	Metric     Metric     `json:"metric"`
	Min        *int       `json:"min,omitempty"`
	Max        *int       `json:"max,omitempty"`
	Quantifier Quantifier `json:"quantifier"`
	Places     []ID       `json:"places,omitempty"`
	Period     DateRange  `json:"period"`
	Actors     []ID       `json:"actors,omitempty"`
	Compiler   ID         `json:"compiler"`
	Verbatim   Text       `json:"verbatim,omitempty"`
}

// Normal fills in what follows.
func (s *Statistic) Normal() { s.Period = s.Period.Normal() }

// Validate finds what a statistic lacks.
func (s *Statistic) Validate() error {
	if err := s.validate(); err != nil {
		return err
	}
	if err := oneOf("metric", s.Metric, Metrics); err != nil {
		return err
	}
	if err := validateBounds(s.Min, s.Max); err != nil {
		return err
	}
	if err := oneOf("quantifier", s.Quantifier, Quantifiers); err != nil {
		return err
	}
	if err := wantIDs("places", s.Places, KindLocation); err != nil {
		return err
	}
	if err := wantIDs("actors", s.Actors, actorKinds...); err != nil {
		return err
	}
	if err := wantID("compiler", s.Compiler, true, actorKinds...); err != nil {
		return err
	}
	return Under(s.Period.Validate(), "period")
}

// Scope says in one sentence what the graph's own count beside the statistic
// counts (rule 25): which attacks, where and when, and on whose word they are whose.
func (s *Statistic) Scope(p AttributionPolicy, name func(ID) string) string {
	what := map[Metric]string{MetricAttacks: "Attacks", MetricKilled: "People killed in attacks", MetricWounded: "People wounded in attacks"}[s.Metric]
	where := "anywhere"
	if len(s.Places) > 0 {
		where = "in " + either(s.Places, name)
	}
	return what + " " + where + ", " + s.Period.window() + ", " + p.attributedTo(s.Actors, name) + "."
}

// attributedTo says whose the attacks are, and on whose word.
func (p AttributionPolicy) attributedTo(actors []ID, name func(ID) string) string {
	if len(actors) == 0 {
		return "whoever is behind them"
	}
	whom := "attributed to " + either(actors, name) + ", or to whoever belonged to any of them on the day of the attack"
	if len(actors) == 1 {
		whom = "attributed to " + name(actors[0]) + ", or to whoever belonged to it on the day of the attack"
	}
	words := map[AttributionBasis]string{
		SelfClaimed: "their own claims of responsibility", Accused: "accusations", Suspected: "suspicions", Reported: "reports",
	}
	var on []string
	for _, b := range p.bases() {
		on = append(on, words[b])
	}
	if len(on) == 0 {
		return whom + ", on no word at all"
	}
	disputed := "disputed or not"
	if p.ExcludeDisputed {
		disputed = "leaving out claims and ties that are denied or contested"
	}
	return whom + ", going by " + listed(on, "and") + ", " + disputed
}

// window says in words between which days.
func (r DateRange) window() string {
	switch {
	case r.Earliest == 0 && r.Latest == 0:
		return "at any time"
	case r.Earliest == 0:
		return "until " + r.Latest.String()
	case r.Latest == 0:
		return "since " + r.Earliest.String()
	case r.Earliest == r.Latest:
		return "on " + r.Latest.String()
	}
	return "from " + r.Earliest.String() + " to " + r.Latest.String()
}

func either(given []ID, name func(ID) string) string {
	var names []string
	for _, id := range given {
		names = append(names, name(id))
	}
	return listed(names, "or")
}

// listed writes several as one does: "a, b or c".
func listed(words []string, last string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	n := len(words) - 1
	return strings.Join(words[:n], ", ") + " " + last + " " + words[n]
}
