package graph

// CasualtyFigure is one number of people, as somebody gave it. Not stated,
// unknown and zero are three different things: a number that was not given has
// neither Min nor Max.
type CasualtyFigure struct {
	Outcome     CasualtyOutcome `json:"outcome"`
	Disclosure  Disclosure      `json:"disclosure"`
	Min         *int            `json:"min,omitempty"`
	Max         *int            `json:"max,omitempty"` // nil: open
	Quantifier  Quantifier      `json:"quantifier,omitempty"`
	Victims     Victims         `json:"victims"`
	Provisional bool            `json:"provisional,omitempty"`
	Verbatim    Text            `json:"verbatim,omitempty"`
}

// Victims says who the people were, as far as the source says.
type Victims struct {
	Category VictimCategory `json:"category"`
	Actor    ID             `json:"actor,omitempty"`
	Text     Text           `json:"text,omitempty"`
}

func (f *CasualtyFigure) normal() {
	if f.Victims.Category == "" {
		f.Victims.Category = VictimUnknown
	}
	if f.Disclosure == "" {
		f.Disclosure = DisclosureStated
		if f.Min == nil && f.Max == nil {
			f.Disclosure = DisclosureAssertedButNotGiven
		}
	}
}

// Validate finds figures that contradict themselves.
func (f *CasualtyFigure) Validate() error {
	if err := oneOf("outcome", f.Outcome, CasualtyOutcomes); err != nil {
		return err
	}
	if err := oneOf("disclosure", f.Disclosure, Disclosures); err != nil {
		return err
	}
	if f.Quantifier != "" {
		if err := oneOf("quantifier", f.Quantifier, Quantifiers); err != nil {
			return err
		}
	}
	if err := oneOf("category", f.Victims.Category, VictimCategories); err != nil {
		return Under(err, "victims")
	}
	if err := wantID("actor", f.Victims.Actor, false, actorKinds...); err != nil {
		return Under(err, "victims")
	}
	given := f.Min != nil || f.Max != nil
	if given && (f.Disclosure == DisclosureAssertedButNotGiven || f.Disclosure == DisclosureUnknown) {
		return Under(BadInput("a number stands beside %s", f.Disclosure), "disclosure")
	}
	if !given && f.Disclosure == DisclosureStated {
		return Under(BadInput("STATED, and no number"), "disclosure")
	}
	return validateBounds(f.Min, f.Max)
}

func validateBounds(low, high *int) error {
	if low != nil && *low < 0 || high != nil && *high < 0 {
		return Under(BadInput("a count is not below 0"), "min")
	}
	if low != nil && high != nil && *low > *high {
		return Under(BadInput("at least %d and at most %d contradict each other", *low, *high), "max")
	}
	return nil
}
