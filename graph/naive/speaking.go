package naive

import (
	"slices"

	"claimgraph/graph"
)

// Origins are the groups of tied speakers who assert something of an attack, and
// how many sources carry their words (rule 34).
func Origins(w World, attack graph.ID, asOf graph.AsOf) []graph.Origin {
	var groups [][]*graph.Claim
	for _, c := range w.claims(attack) {
		if !Counted(w, c, asOf) || len(c.Asserters) == 0 {
			continue
		}
		one := []*graph.Claim{c}
		groups = slices.DeleteFunc(groups, func(g []*graph.Claim) bool {
			tied := slices.ContainsFunc(g, func(o *graph.Claim) bool { return !w.apart(c.Asserters, o.Asserters) })
			if tied {
				one = append(one, g...)
			}
			return tied
		})
		groups = append(groups, one)
	}
	var found []graph.Origin
	for _, g := range groups {
		slices.SortFunc(g, newest[*graph.Claim])
		o := graph.Origin{Assertions: idsOf(g)}
		for _, c := range g {
			o.Speakers = append(o.Speakers, c.Asserters...)
			for _, cite := range c.Citations {
				s := w.At(cite.Source).(*graph.Source)
				if reached(w.published(s.ID), asOf) && !Retracted(w, s.Retraction, asOf) && !slices.Contains(o.Sources, s.ID) {
					o.Sources = append(o.Sources, s.ID)
				}
			}
		}
		slices.Sort(o.Sources)
		o.Speakers = w.byName(o.Speakers)
		o.Relays = max(0, len(o.Sources)-1)
		found = append(found, o)
	}
	slices.SortFunc(found, func(a, b graph.Origin) int {
		first := w.byName([]graph.ID{a.Speakers[0], b.Speakers[0]})[0]
		if first == a.Speakers[0] {
			return -1
		}
		return 1
	})
	return found
}

// Differing are the counted assertions that cannot hold together with another
// on an aspect (rule 35).
func Differing(w World, attack graph.ID, aspect graph.Aspect, asOf graph.AsOf) []graph.ID {
	var found []graph.ID
	all := w.assertions(attack)
	for _, a := range all {
		if Counted(w, a, asOf) && slices.ContainsFunc(all, func(b graph.Assertion) bool {
			return Counted(w, b, asOf) && w.cannotBothHold(a, b, attack, aspect, asOf)
		}) {
			found = append(found, a.Head().ID)
		}
	}
	return found
}

func (w World) cannotBothHold(a, b graph.Assertion, attack graph.ID, aspect graph.Aspect, asOf graph.AsOf) bool {
	c, one := a.(*graph.Claim)
	d, two := b.(*graph.Claim)
	switch {
	case aspect == graph.AspectCasualties:
		return w.figuresApart(a, b, attack, asOf)
	case !one || !two:
		return false
	case aspect == graph.AspectTime:
		return given(c.AssertedDate) && given(d.AssertedDate) && !overlap(*c.AssertedDate, *d.AssertedDate)
	case aspect == graph.AspectLocation:
		return w.placesApart(c.AssertedPlaces, d.AssertedPlaces)
	case aspect == graph.AspectResponsibility:
		suspicion := c.Kind == graph.ClaimSuspicion || d.Kind == graph.ClaimSuspicion
		return !suspicion && (slices.Contains(Rivals(w, c.ID, attack, asOf), d.ID) || slices.Contains(Rivals(w, d.ID, attack, asOf), c.ID))
	}
	return false
}

// figuresApart tells whether two accounts give numbers of one outcome and of
// comparable victims that cannot both be so; figures that left are not looked at
// (rule 27), and those of several attacks together only beside such of the same.
func (w World) figuresApart(a, b graph.Assertion, attack graph.ID, asOf graph.AsOf) bool {
	for _, outcome := range graph.CasualtyOutcomes {
		for _, together := range []bool{false, true} {
			left := w.tolling(attack, outcome, together, asOf)
			_, apart := compareFigures(left[a.Head().ID], left[b.Head().ID])
			if apart > 0 && sameSet(a.Spoken().About, b.Spoken().About) {
				return true
			}
		}
	}
	return false
}

// placesApart tells whether all places on both sides are AT or IN some location,
// and none is in the other's line of parents.
func (w World) placesApart(a, b []graph.PlaceRef) bool {
	pinned := func(p graph.PlaceRef) bool {
		return (p.Relation == graph.PlaceAt || p.Relation == graph.PlaceIn) && len(namedBy(p)) > 0
	}
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	for _, p := range a {
		for _, q := range b {
			if !pinned(p) || !pinned(q) || w.fit(p, q) {
				return false
			}
		}
	}
	return true
}
