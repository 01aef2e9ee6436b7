package graph

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The sentences that explain a conflict. They say no more than the assertions
// do, in the past tense: it is who said what.

// explainDenial is who said something, who denied it and who confirmed it. What
// is denied need not have been asserted by what is answered.
func (v *View) explainDenial(aspect Aspect, said, denied, confirmed []Assertion) string {
	what := matter[aspect]
	asserts := func(a Assertion) bool { c, ok := a.(*Claim); return ok && slices.Contains(c.OwnAspects(), aspect) }
	if slices.ContainsFunc(said, asserts) {
		what = "it"
	}
	parts := v.tell(said, func(a Assertion) string {
		switch c, ok := a.(*Claim); {
		case asserts(a):
			return v.told(a, aspect)
		case ok && slices.Contains(c.OwnAspects(), AspectResponsibility):
			return v.blamed(c)
		}
		return v.told(a, AspectOccurrence)
	})
	parts = append(parts, v.tell(denied, func(a Assertion) string { return byDegree(a, "denied", what) })...)
	parts = append(parts, v.tell(confirmed, func(a Assertion) string { return byDegree(a, "confirmed", what) })...)
	return sentence(parts, "")
}

// byDegree is what a response did, as far as it went.
func byDegree(a Assertion, did, what string) string {
	if r, ok := a.(Response); ok {
		switch r.Replied().Degree {
		case DegreeLargely:
			return "largely " + did + " " + what
		case DegreePartly:
			return did + " " + what + " in part"
		}
	}
	return did + " " + what
}

// explainDifference is who said what, where it cannot all hold. Who holds whom
// responsible is told one by one: two who claim a deed do not claim it together.
func (v *View) explainDifference(aspect Aspect, differing []Assertion, outcomes []CasualtyOutcome) string {
	what := func(a Assertion) string {
		if aspect == AspectCasualties {
			return v.gave(a, outcomes)
		}
		return v.told(a, aspect)
	}
	var parts []string
	if aspect == AspectResponsibility {
		for _, a := range differing {
			parts = union(parts, v.tell([]Assertion{a}, what), equal)
		}
	} else {
		parts = v.tell(differing, what)
	}
	if len(parts) > 2 {
		return sentence(parts, ", which cannot all hold")
	}
	return sentence(parts, ", which cannot both hold")
}

// sentence makes one of its parts.
func sentence(parts []string, end string) string {
	text := strings.Join(parts, "; ") + end + "."
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}

// tell is who said it for each thing said, those who said the same together.
func (v *View) tell(assertions []Assertion, what func(Assertion) string) []string {
	var said []string
	who := map[string][]string{}
	for _, a := range assertions {
		text, name := what(a), v.speakers(a)
		if !slices.Contains(said, text) {
			said = append(said, text)
		}
		if !slices.Contains(who[text], name) {
			who[text] = append(who[text], name)
		}
	}
	for i, text := range said {
		said[i] = listed(who[text], "and") + " " + text
	}
	return said
}

// matter is what an aspect is of, for a denial of it that answers no claim.
var matter = map[Aspect]string{
	AspectOccurrence: "that the attack took place", AspectResponsibility: "responsibility", AspectCasualties: "the casualties",
	AspectTarget: "the target", AspectLocation: "the place", AspectTime: "the date", AspectMethod: "the method",
	AspectEffects: "the effects", AspectCustody: "who was held", AspectMotive: "the motive", AspectAffiliation: "the tie",
}

// told is what an assertion says of an aspect.
func (v *View) told(a Assertion, aspect Aspect) string {
	claim, _ := a.(*Claim)
	switch {
	case aspect == AspectOccurrence:
		return "said that the attack took place"
	case aspect == AspectCasualties:
		return v.gave(a, CasualtyOutcomes)
	case claim == nil:
	case aspect == AspectResponsibility:
		return v.blamed(claim)
	case aspect == AspectTime && claim.AssertedDate != nil:
		return "dated it " + dayWords(*claim.AssertedDate)
	case aspect == AspectLocation && len(claim.AssertedPlaces) > 0:
		return "placed it " + v.placeWords(claim.AssertedPlaces)
	}
	return "spoke of " + matter[aspect]
}

// gave are the figures of some outcomes that an assertion gives, or takes over.
func (v *View) gave(a Assertion, outcomes []CasualtyOutcome) string {
	figures, adopted := figuresOf(a, v.answered())
	figures = slices.DeleteFunc(slices.Clone(figures), func(f CasualtyFigure) bool { return !slices.Contains(outcomes, f.Outcome) })
	switch {
	case len(figures) == 0:
		return "spoke of " + matter[AspectCasualties]
	case adopted != "":
		return "confirmed " + listed(figureWords(figures), "and")
	}
	return "gave " + listed(figureWords(figures), "and")
}

// blamed is whom a claim holds responsible, in the manner of its kind.
func (v *View) blamed(c *Claim) string {
	whom := v.actorNames(c.AttributedTo, c.AttributionMode)
	if whom == "" {
		whom = strings.TrimSpace(string(c.AttributionText))
	}
	switch {
	case c.Kind == ClaimResponsibility && within(c.AttributedTo, c.Asserters):
		return "claimed responsibility"
	case whom == "":
		return "spoke of who did it"
	case c.Kind == ClaimResponsibility:
		return "claimed responsibility for " + whom
	case c.Kind == ClaimAccusation:
		return "accused " + whom
	case c.Kind == ClaimSuspicion:
		return "suspected " + whom
	}
	return "reported that it was " + whom
}

// speakers names who asserted something, else gives the source's words for them.
func (v *View) speakers(a Assertion) string {
	said := a.Spoken()
	switch names := v.actorNames(said.Asserters, said.AsserterMode); {
	case names != "":
		return names
	case said.AsserterText != "":
		return fmt.Sprintf("%q", string(said.AsserterText))
	}
	return "somebody not named"
}

func (v *View) actorNames(ids []ID, mode ActorsMode) string {
	var names []string
	for _, id := range byName(ids, v.Actors) {
		name := string(id)
		if actor := v.Actors[id]; actor != nil {
			name = actor.Profiled().Name()
		}
		names = append(names, name)
	}
	if mode == Alternative {
		return listed(names, "or")
	}
	return listed(names, "and")
}

// outcomeWords are the outcomes as they stand after a number.
var outcomeWords = map[CasualtyOutcome]string{
	OutcomeKilled: "killed", OutcomeWounded: "wounded", OutcomeKilledOrWounded: "killed or wounded", OutcomeCaptured: "captured",
	OutcomeHeld: "held", OutcomeReleased: "released", OutcomeMissing: "missing",
}

// figureWords are figures as they were given: "at least 2 wounded (captive)".
func figureWords(figures []CasualtyFigure) []string {
	words := make([]string, len(figures))
	for i, f := range figures {
		words[i] = numberWords(f) + " " + outcomeWords[f.Outcome]
		if c := f.Victims.Category; c != VictimUnknown && c != "" {
			words[i] += " (" + strings.ToLower(strings.ReplaceAll(string(c), "_", " ")) + ")"
		}
	}
	return words
}

func numberWords(f CasualtyFigure) string {
	about := ""
	if f.Quantifier == QuantifierAbout {
		about = "about "
	}
	switch {
	case f.Min == nil && f.Max == nil:
		return "no number of"
	case f.Quantifier == QuantifierSeveral || f.Quantifier == QuantifierDozens || f.Quantifier == QuantifierHundreds:
		return strings.ToLower(string(f.Quantifier))
	case f.Max == nil:
		return fmt.Sprintf("at least %d", *f.Min)
	case f.Min == nil || *f.Min == 0 && *f.Max > 0:
		return fmt.Sprintf("at most %d", *f.Max)
	case *f.Min == *f.Max:
		return fmt.Sprintf("%s%d", about, *f.Min)
	}
	return fmt.Sprintf("%s%d to %d", about, *f.Min, *f.Max)
}

func dayWords(r DateRange) string {
	switch {
	case r.Earliest == 0:
		return fmt.Sprintf("not after %s", r.Latest)
	case r.Latest == 0:
		return fmt.Sprintf("not before %s", r.Earliest)
	case r.Earliest == r.Latest:
		return r.Earliest.String()
	case r.Extent == Span:
		return fmt.Sprintf("from %s to %s", r.Earliest, r.Latest)
	}
	return fmt.Sprintf("between %s and %s", r.Earliest, r.Latest)
}

func (v *View) placeWords(places []PlaceRef) string {
	words := make([]string, len(places))
	for i, p := range places {
		var names []string
		for _, id := range named(p) {
			name := string(id)
			if l := v.Places[id]; l != nil {
				name = l.Name()
			}
			names = append(names, name)
		}
		joined := listed(names, "or")
		if p.Relation == PlaceBetween {
			joined = listed(names, "and")
		}
		words[i] = relationWords[p.Relation] + " " + joined
	}
	return listed(words, "and")
}

var relationWords = map[PlaceRelation]string{PlaceAt: "at", PlaceIn: "in", PlaceNear: "near", PlaceBetween: "between", PlaceOnRoute: "on the way"}
