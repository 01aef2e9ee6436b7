package graph

// Affiliation is a dated, cited tie from one actor to another. It is a node
// because it is itself sourced, claimed and denied.
type Affiliation struct {
	Header
	Cited
	From        ID              `json:"from"`
	To          ID              `json:"to"`
	Kind        AffiliationKind `json:"kind"`
	Role        Text            `json:"role,omitempty"`
	Period      Period          `json:"period,omitzero"`
	ExternalIDs []ExternalID    `json:"externalIds,omitempty"`
	Stands      AspectStanding  `json:"-"` // derived, rule 19

	Disputes Spans `json:"-"` // derived: when it is DENIED or CONTESTED, certainly or possibly (rule 20)
	Gone     bool  `json:"-"` // derived: all of its sources were taken back (rule 1)
}

// IsSubject marks the union of the API.
func (*Affiliation) IsSubject() {}

// Normal fills in what follows.
func (a *Affiliation) Normal() { a.Period.normal() }

// Validate finds what an affiliation lacks.
func (a *Affiliation) Validate() error {
	if err := a.validate(); err != nil {
		return err
	}
	if err := wantID("from", a.From, true, actorKinds...); err != nil {
		return err
	}
	if err := wantID("to", a.To, true, actorKinds...); err != nil {
		return err
	}
	if a.From == a.To {
		return Under(BadInput("ties %s to itself", a.From), "to")
	}
	if err := oneOf("kind", a.Kind, AffiliationKinds); err != nil {
		return err
	}
	if err := validateExternalIDs(a.ExternalIDs); err != nil {
		return err
	}
	return Under(a.Period.Validate(), "period")
}
