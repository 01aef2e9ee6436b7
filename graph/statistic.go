package graph

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
