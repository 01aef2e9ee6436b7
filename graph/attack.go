package graph

// Attack is something that reportedly happened: an assault, an ambush, a blast.
// It has no perpetrator and no toll of its own: actors make claims about it.
type Attack struct {
	Header
	Cited
	Title       string       `json:"title"`
	Description Text         `json:"description,omitempty"`
	Recorded    AttackValues `json:"recorded"` // what its own citing sources say in their own voice
	ExternalIDs []ExternalID `json:"externalIds,omitempty"`
	AttackView  `json:"-"`
	Index       AttackIndex `json:"-"` // what filters look up; made by derive, never shown
}

// AttackIndex is what the filters of rule 7 and of places look up.
type AttackIndex struct {
	KindsCertain, KindsPossible     []AttackKind
	TargetsCertain, TargetsPossible []VictimCategory
	FirmTargets                     []ID  // actors aimed at by word of a giver that stands
	Lies                            []Arc // LIES_IN: certain, whole, clause, clauses; and Wide
	LiesAt                          []Arc // LIES_AT: clause, clauses
	Anywhere                        bool  // no place at all was given
	Dates                           []Arc // DATED: from, to, span, firm
	Standing                        StandingDates
	Wide                            int64    // of these dates, see stretch.go
	Claimants                       []Arc    // CLAIMED_BY: firm
	Attributions                    []Arc    // ATTRIBUTION: basis, clean, direct, certain, ties_clean, claim, part, parts
	Tolls                           []Arc    // TOLLED: outcome, min, max; known, most, open; of outcomes somebody gave a number of
	Joint                           bool     // somebody gave a number of this attack together with others
	Ledger                          Text     // what tolls look at, as JSON; "" where nobody speaks of casualties
	Conflicts                       []Aspect // on which assertions disagree
}

// AttackValues are the facts about an attack that may be given by several.
type AttackValues struct {
	Occurred DateRange    `json:"occurred"`
	Places   []PlaceRef   `json:"places,omitempty"`
	Kinds    []AttackKind `json:"kinds,omitempty"`
	Targets  []Target     `json:"targets,omitempty"`
}

// AttackView is what is derived of an attack from all that is said of it.
type AttackView struct {
	AttackValues                  // the record together with all counted assertions, rule 7
	Standings    []AspectStanding `json:"standings,omitempty"`  // rule 17
	Contending   []ID             `json:"contending,omitempty"` // claims that have rivals here, rule 24
	Killed       *Toll            `json:"killed,omitempty"`     // its bounds, where somebody gave a number; lists sort by it
}

// Subject is what an assertion can be about: an attack or an affiliation.
type Subject interface {
	Sourced
	IsSubject()
}

// IsSubject marks the union of the API.
func (*Attack) IsSubject() {}

// Normal fills in what follows.
func (a *Attack) Normal() { a.Recorded.normal() }

func (v *AttackValues) normal() {
	v.Occurred = v.Occurred.Normal()
	normalPlaces(v.Places)
}

// Validate finds what an attack lacks.
func (a *Attack) Validate() error {
	if err := a.validate(); err != nil {
		return err
	}
	if err := validateTitle(a.Title); err != nil {
		return err
	}
	r := &a.Recorded
	if err := Under(r.Occurred.Validate(), "occurred"); err != nil {
		return err
	}
	if err := validatePlaces("places", r.Places); err != nil {
		return err
	}
	if err := allOf("kinds", r.Kinds, AttackKinds); err != nil {
		return err
	}
	if err := validateTargets("targets", r.Targets); err != nil {
		return err
	}
	return validateExternalIDs(a.ExternalIDs)
}
