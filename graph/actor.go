// Package graph is the vocabulary: what can be said about attacks, who said it,
// and what follows from it by the rules. It knows no store and no API.
package graph

// Actor is whoever can act or speak: a Group, an Organization or a Person.
type Actor interface {
	Node
	IsActor()
	Profiled() *Profile
}

// Profile is what all actors have.
type Profile struct {
	Header
	Kind        ActorKind    `json:"kind"`
	Names       []Name       `json:"names"`
	Description Text         `json:"description,omitempty"`
	Country     ID           `json:"country,omitempty"`
	ExternalIDs []ExternalID `json:"externalIds,omitempty"`
	Web         ActorView    `json:"-"`
}

// ActorView is what is derived of an actor from the affiliations.
type ActorView struct {
	Ties  []Tie `json:"ties,omitempty"`  // from this actor on, one hop
	Above []ID  `json:"above,omitempty"` // its upward closure by rule 4, whenever the tie held; by id
}

// Tie is one affiliation seen from its origin.
type Tie struct {
	To       ID              `json:"to"`
	Kind     AffiliationKind `json:"kind"`
	Via      ID              `json:"via"`
	Period   Period          `json:"period,omitzero"`
	Since    Date            `json:"since,omitzero"`     // its earliest source's publication; 0: no day is known
	Until    Date            `json:"until,omitzero"`     // when the last of its sources was retracted; 0: one stands
	Disputes Spans           `json:"disputes,omitempty"` // when it is DENIED or CONTESTED, certainly or possibly (rule 20)
}

// IsActor marks the interface of the API.
func (*Profile) IsActor() {}

// Profiled gives the profile itself.
func (p *Profile) Profiled() *Profile { return p }

// Name is the preferred name.
func (p *Profile) Name() string { return preferred(p.Names) }

// Normal fills in the kinds of the names.
func (p *Profile) Normal() { normalNames(p.Names) }

// Validate finds what an actor lacks.
func (p *Profile) Validate() error {
	if err := oneOf("kind", p.Kind, ActorKinds); err != nil {
		return err
	}
	if err := validateNames(p.Names); err != nil {
		return err
	}
	if err := wantID("country", p.Country, false, KindLocation); err != nil {
		return err
	}
	return validateExternalIDs(p.ExternalIDs)
}
