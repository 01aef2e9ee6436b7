package graph

// Assertion is something somebody said: a Claim, a Confirmation, a Denial or a Doubt.
type Assertion interface {
	Sourced
	IsAssertion()
	Spoken() *Said
}

// Said is what all assertions have.
type Said struct {
	Header
	Cited
	Asserters    []ID             `json:"asserters,omitempty"` // none: the source names nobody
	AsserterMode ActorsMode       `json:"asserterMode"`
	AsserterText Text             `json:"asserterText,omitempty"`
	Voice        ID               `json:"voice,omitempty"`
	Statement    ID               `json:"statement,omitempty"`
	About        []ID             `json:"about,omitempty"`
	Made         DateRange        `json:"made"`
	Aspects      []Aspect         `json:"aspects,omitempty"`
	Casualties   []CasualtyFigure `json:"casualties,omitempty"`
	Verbatim     Text             `json:"verbatim,omitempty"`
	Supersedes   ID               `json:"supersedes,omitempty"`
	Retraction   *Retraction      `json:"retraction,omitempty"`
}

// IsAssertion marks the interface of the API.
func (*Said) IsAssertion() {}

// Spoken gives what all assertions have.
func (s *Said) Spoken() *Said { return s }

// Alternative tells whether it is contested which of the asserters spoke.
func (s *Said) Alternative() bool { return s.AsserterMode == Alternative && len(s.Asserters) > 1 }

// Normal fills in what follows.
func (s *Said) Normal() {
	if s.AsserterMode == "" {
		s.AsserterMode = Joint
	}
	s.Made = s.Made.Normal()
	for i := range s.Casualties {
		s.Casualties[i].normal()
	}
	s.Retraction.normal()
}

func (s *Said) validateSaid() error {
	if err := s.validate(); err != nil {
		return err
	}
	if err := wantIDs("asserters", s.Asserters, actorKinds...); err != nil {
		return err
	}
	if err := oneOf("asserterMode", s.AsserterMode, ActorsModes); err != nil {
		return err
	}
	if err := wantID("voice", s.Voice, false, actorKinds...); err != nil {
		return err
	}
	if err := wantID("statement", s.Statement, false, KindStatement); err != nil {
		return err
	}
	if len(s.About) == 0 {
		return Under(BadInput("is about nothing; name the attack or the affiliation"), "about")
	}
	if err := wantIDs("about", s.About, KindAttack, KindAffiliation); err != nil {
		return err
	}
	if err := Under(s.Made.Validate(), "made"); err != nil {
		return err
	}
	if err := allOf("aspects", s.Aspects, Aspects); err != nil {
		return err
	}
	for i := range s.Casualties {
		if err := s.Casualties[i].Validate(); err != nil {
			return Under(err, "casualties", index(i))
		}
	}
	if err := wantID("supersedes", s.Supersedes, false, assertionKinds...); err != nil {
		return err
	}
	if s.Supersedes == s.ID && s.ID != "" {
		return Under(BadInput("supersedes itself"), "supersedes")
	}
	return Under(s.Retraction.Validate(), "retraction")
}
