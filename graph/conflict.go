package graph

import (
	"maps"
	"slices"
)

// Conflict is a disagreement about one aspect of an attack (rule 35).
type Conflict struct {
	Aspect      Aspect        `json:"aspect"`
	Basis       ConflictBasis `json:"basis"`
	Assertions  []ID          `json:"assertions"`
	Explanation string        `json:"explanation"` // one sentence: who says what against whom
}

// Conflicts are the disagreements about the attack, on some aspects (nil: on
// all), by aspect, then basis.
func (v *View) Conflicts(aspects []Aspect) []Conflict {
	d := v.docket()
	all := v.assertions()
	var out []Conflict
	for _, aspect := range Aspects {
		if aspects != nil && !slices.Contains(aspects, aspect) {
			continue
		}
		if against := d.denials(aspect); len(against) > 0 {
			sides := partition(all, d.denied(aspect, against), against, d.confirming(aspect))
			out = append(out, Conflict{aspect, ByDenial, idsOfAll(all, sides...), v.explainDenial(aspect, sides[0], sides[1], sides[2])})
		}
		if differing := d.differing(aspect); len(differing) > 0 {
			sides := partition(all, differing)
			_, outcomes := d.figuresApart()
			out = append(out, Conflict{aspect, ByDifference, idsOfAll(all, sides...), v.explainDifference(aspect, sides[0], outcomes)})
		}
	}
	return out
}

// InConflict are the aspects of which there is a conflict, in their order.
func (v *View) InConflict() []Aspect {
	d := v.docket()
	var out []Aspect
	for _, aspect := range Aspects {
		if len(d.denials(aspect)) > 0 || len(d.differing(aspect)) > 0 {
			out = append(out, aspect)
		}
	}
	return out
}

// partition gives of all assertions those in each set, in the order of all.
func partition(all []Assertion, sets ...idSet) [][]Assertion {
	sides := make([][]Assertion, len(sets))
	for _, a := range all {
		for i, set := range sets {
			if set[a.Head().ID] {
				sides[i] = append(sides[i], a)
			}
		}
	}
	return sides
}

// idsOfAll are the ids of all who stand on some side, in the order of all.
func idsOfAll(all []Assertion, sides ...[]Assertion) []ID {
	var out []ID
	for _, a := range all {
		if slices.ContainsFunc(sides, func(side []Assertion) bool { return slices.Contains(side, a) }) {
			out = append(out, a.Head().ID)
		}
	}
	return out
}

// denials are the denials that name an aspect, where the attack is certainly
// DENIED, CONTESTED or PARTLY_DISPUTED on it: with and without the responses
// that do not say what they speak of (rule 11).
func (d *docket) denials(aspect Aspect) idSet {
	s := d.standing(aspect)
	for _, standing := range []Standing{s.Standing, s.Named} {
		if standing != Denied && standing != Contested && standing != PartlyDisputed {
			return nil
		}
	}
	out := idSet{}
	for _, a := range d.answers(aspect) {
		if a.named && a.kind == ResponseDenial {
			out.add(a.from)
		}
	}
	return out
}

// confirming are the confirmations that name an aspect and carry weight, and
// those of the attack itself.
func (d *docket) confirming(aspect Aspect) idSet {
	out := idSet{}
	for _, a := range d.answers(aspect) {
		if a.named && a.kind == ResponseConfirmation && (a.weighs || d.isDirect(a.from)) {
			out.add(a.from)
		}
	}
	return out
}

func (d *docket) isDirect(id ID) bool {
	return slices.ContainsFunc(d.direct, func(r Response) bool { return r.Head().ID == id })
}

// denied are the counted claims against which the denials go: those they
// answer, those they speak of where they answer the attack itself, and those
// that agree with one of these on the aspect (rule 18).
func (d *docket) denied(aspect Aspect, denials idSet) idSet {
	against := idSet{}
	for _, h := range d.hearings {
		if d.counted(h.claim) && d.isDenied(aspect, h, denials) {
			against.add(h.claim.ID)
		}
	}
	out := maps.Clone(against)
	for _, t := range d.said {
		agrees := func(other testimony) bool {
			same, _ := d.agree(aspect, t, other)
			return same && against[other.ID]
		}
		if t.claim != nil && slices.Contains(t.own, aspect) && slices.ContainsFunc(d.said, agrees) {
			out.add(t.ID)
		}
	}
	return out
}

func (d *docket) isDenied(aspect Aspect, h hearing, denials idSet) bool {
	answers := func(r Response) bool { return denials[r.Head().ID] }
	speaks := func(r Response) bool {
		return answers(r) && (aspect != AspectResponsibility || concerns(r.Replied(), h.claim.AttributedTo) != nobody)
	}
	return slices.ContainsFunc(h.replies, answers) || slices.Contains(h.own, aspect) && slices.ContainsFunc(d.direct, speaks)
}

// differing are the counted assertions that cannot hold together with another
// on an aspect: numbers, dates, places, and who did it. On others nothing can
// be compared.
func (d *docket) differing(aspect Aspect) idSet {
	switch aspect {
	case AspectCasualties:
		out, _ := d.figuresApart()
		return out
	case AspectTime:
		return d.claimsApart(func(a, b *Claim) bool {
			return bounded(a.AssertedDate) && bounded(b.AssertedDate) && !overlap(*a.AssertedDate, *b.AssertedDate)
		})
	case AspectLocation:
		return d.claimsApart(func(a, b *Claim) bool {
			return pinned(a.AssertedPlaces) && pinned(b.AssertedPlaces) && !d.anyTouch(a.AssertedPlaces, b.AssertedPlaces)
		})
	case AspectResponsibility:
		return d.rivalling()
	}
	return nil
}

// claimsApart are the counted claims of which another is so apart.
func (d *docket) claimsApart(apart func(a, b *Claim) bool) idSet {
	out := idSet{}
	for i, h := range d.hearings {
		if !d.counted(h.claim) {
			continue
		}
		for _, other := range d.hearings[:i] {
			if d.counted(other.claim) && apart(h.claim, other.claim) {
				out.add(h.claim.ID, other.claim.ID)
			}
		}
	}
	return out
}

// pinned tells whether all the places are AT or IN some location.
func pinned(places []PlaceRef) bool {
	return len(places) > 0 && !slices.ContainsFunc(places, func(p PlaceRef) bool {
		return p.Relation != PlaceAt && p.Relation != PlaceIn || len(named(p)) == 0
	})
}

func (c *Case) anyTouch(ones, others []PlaceRef) bool {
	return slices.ContainsFunc(ones, func(p PlaceRef) bool {
		return slices.ContainsFunc(others, func(q PlaceRef) bool { return c.touch(p, q) })
	})
}

// figuresApart are the assertions whose figures of one outcome and of
// comparable victims are apart, and those outcomes; figures that left by rule
// 27 aside, and those of several attacks together beside those of one (rule 32).
func (d *docket) figuresApart() (assertions idSet, outcomes []CasualtyOutcome) {
	assertions = idSet{}
	ledger := Ledger{d.lines()}
	for _, outcome := range CasualtyOutcomes {
		lines := ledger.of(outcome, d.on)
		tallies := make([]tally, len(lines))
		for i, line := range lines {
			tallies[i], _ = line.tally(outcome, nil)
			for j, other := range lines[:i] {
				if alike, meet := tallies[i].compare(tallies[j]); alike && !meet && sameSet(line.Together, other.Together) {
					assertions.add(line.ID, other.ID)
					outcomes = union(outcomes, []CasualtyOutcome{outcome}, equal)
				}
			}
		}
	}
	return assertions, outcomes
}

// rivalling are the claims that hold others responsible than another does, and
// those (rule 24). Whoever merely suspects contradicts nobody.
func (d *docket) rivalling() idSet {
	out, rivals := idSet{}, d.rivalry()
	for _, c := range d.Claims {
		if c.Kind != ClaimSuspicion {
			rivals.each(c, func(other *Claim) bool {
				out.add(c.ID, other.ID)
				return true
			})
		}
	}
	return out
}
