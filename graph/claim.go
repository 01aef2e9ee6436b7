package graph

import "slices"

// Claim is one proposition about an attack, several attacks, or an affiliation.
type Claim struct {
	Said
	Kind            ClaimKind    `json:"kind"`
	Position        *int         `json:"position,omitempty"` // place in its statement, from 1
	AttributedTo    []ID         `json:"attributedTo,omitempty"`
	AttributionMode ActorsMode   `json:"attributionMode"`
	AttributionText Text         `json:"attributionText,omitempty"`
	Motive          Text         `json:"motive,omitempty"`
	AssertedDate    *DateRange   `json:"assertedDate,omitempty"`
	AssertedPlaces  []PlaceRef   `json:"assertedPlaces,omitempty"`
	AssertedKinds   []AttackKind `json:"assertedKinds,omitempty"`
	AssertedTargets []Target     `json:"assertedTargets,omitempty"`
	Effects         []Effect     `json:"effects,omitempty"`

	Stands ClaimStanding `json:"-"` // derived, rules 8 to 16
	Index  ClaimIndex    `json:"-"` // what filters and records look up; derived
}

// Effect is what an attack did besides casualties.
type Effect struct {
	Kind     EffectKind `json:"kind"`
	Object   Text       `json:"object,omitempty"`
	Quantity *int       `json:"quantity,omitempty"`
	Verbatim Text       `json:"verbatim,omitempty"`
}

// Normal fills in what follows: the attribution of a claim of responsibility
// and the claim's own aspects (rule 6).
func (c *Claim) Normal() {
	c.Said.Normal()
	if c.AttributionMode == "" {
		c.AttributionMode = Joint
	}
	if c.Kind == ClaimResponsibility && !c.aboutAffiliation() {
		for _, id := range c.Asserters {
			if !slices.Contains(c.AttributedTo, id) {
				c.AttributedTo = append(c.AttributedTo, id)
			}
		}
		if c.Alternative() && within(c.AttributedTo, c.Asserters) {
			c.AttributionMode = Alternative
		}
	}
	if c.AssertedDate != nil {
		*c.AssertedDate = c.AssertedDate.Normal()
	}
	normalPlaces(c.AssertedPlaces)
	if c.validateAspects() == nil { // what no claim can speak of stays to be found
		c.Aspects = c.OwnAspects()
	}
}

func (c *Claim) aboutAffiliation() bool {
	return len(c.About) > 0 && c.About[0].Kind() == KindAffiliation
}

// OwnAspects are the aspects the claim asserts, in the order of the API (rule 6).
func (c *Claim) OwnAspects() []Aspect {
	own := map[Aspect]bool{}
	for _, a := range c.Aspects {
		own[a] = true
	}
	switch {
	case c.aboutAffiliation():
		if len(own) == 0 {
			own[AspectAffiliation] = true
		}
	case len(own) == 0:
		own[AspectResponsibility] = c.Kind != ClaimReport || len(c.AttributedTo) > 0
		own[AspectCasualties] = len(c.Casualties) > 0
		own[AspectEffects] = len(c.Effects) > 0
		own[AspectTime] = c.AssertedDate != nil
		own[AspectLocation] = len(c.AssertedPlaces) > 0
		own[AspectMethod] = len(c.AssertedKinds) > 0
		own[AspectTarget] = len(c.AssertedTargets) > 0
		own[AspectMotive] = c.Motive != ""
		fallthrough
	default:
		own[AspectOccurrence] = true
	}
	delete(own, AspectUnspecified)
	return sorted(own, Aspects)
}

// Validate finds what a claim lacks or where it contradicts itself.
func (c *Claim) Validate() error {
	if err := c.validateSaid(); err != nil {
		return err
	}
	if err := oneOf("kind", c.Kind, ClaimKinds); err != nil {
		return err
	}
	for _, id := range c.About {
		if id.Kind() != c.About[0].Kind() {
			return Under(BadInput("one claim is about attacks or about affiliations, not both"), "about")
		}
	}
	if err := c.validateAspects(); err != nil {
		return err
	}
	if c.Kind == ClaimResponsibility && len(c.Asserters) == 0 && c.AsserterText == "" {
		return Under(BadInput("a claim of responsibility needs who claims it, or the source's words for them"), "asserters")
	}
	if c.Kind == ClaimAccusation && !c.aboutAffiliation() && len(c.AttributedTo) == 0 && c.AttributionText == "" {
		return Under(BadInput("an accusation names whom it accuses"), "attributedTo")
	}
	if c.Position != nil && (c.Statement == "" || *c.Position < 1) {
		return Under(BadInput("a position counts from 1 within a statement"), "position")
	}
	if err := wantIDs("attributedTo", c.AttributedTo, actorKinds...); err != nil {
		return err
	}
	if err := oneOf("attributionMode", c.AttributionMode, ActorsModes); err != nil {
		return err
	}
	if c.AssertedDate != nil {
		if err := c.AssertedDate.Validate(); err != nil {
			return Under(err, "assertedDate")
		}
	}
	if err := validatePlaces("assertedPlaces", c.AssertedPlaces); err != nil {
		return err
	}
	if err := allOf("assertedKinds", c.AssertedKinds, AttackKinds); err != nil {
		return err
	}
	if err := validateTargets("assertedTargets", c.AssertedTargets); err != nil {
		return err
	}
	for i, e := range c.Effects {
		if err := oneOf("kind", e.Kind, EffectKinds); err != nil {
			return Under(err, "effects", index(i))
		}
		if e.Quantity != nil && *e.Quantity < 0 {
			return Under(BadInput("a count is not below 0"), "effects", index(i), "quantity")
		}
	}
	return nil
}

func (c *Claim) validateAspects() error {
	if slices.Contains(c.Aspects, AspectUnspecified) {
		return Under(BadInput("a claim's own aspects are never UNSPECIFIED"), "aspects")
	}
	return allOf("aspects", c.Aspects, Aspects)
}
