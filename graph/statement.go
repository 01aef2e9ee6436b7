package graph

// Statement is one act of speaking, by one or several actors; it can carry
// several claims and responses.
type Statement struct {
	Header
	Cited
	Issuers  []ID      `json:"issuers"`
	Voice    ID        `json:"voice,omitempty"`
	Released DateRange `json:"released"`
	Medium   Text      `json:"medium,omitempty"`
	Label    Text      `json:"label,omitempty"`
}

// Normal fills in what follows.
func (s *Statement) Normal() { s.Released = s.Released.Normal() }

// Validate finds what a statement lacks.
func (s *Statement) Validate() error {
	if err := s.validate(); err != nil {
		return err
	}
	if len(s.Issuers) == 0 {
		return Under(BadInput("has no issuer"), "issuers")
	}
	if err := wantIDs("issuers", s.Issuers, actorKinds...); err != nil {
		return err
	}
	if err := wantID("voice", s.Voice, false, actorKinds...); err != nil {
		return err
	}
	return Under(s.Released.Validate(), "released")
}
