package graph

import "slices"

// testimony is what one named party says of the subject on its own account: a
// counted claim, or a direct confirmation. A report and a direct confirmation
// count as confirmations where another independent party agrees (rule 18).
type testimony struct {
	*Said
	claim  *Claim // nil: a direct confirmation
	own    []Aspect
	weighs bool // may count as a confirmation
	full   bool // said without reserve
	actors []ID // whom it holds responsible
	either []ID // those of them named as one of several, it does not say which
}

// testimonies are those of the subject; who is not named corroborates nothing (rule 3).
func (d *docket) testimonies() []testimony {
	var out []testimony
	for _, h := range d.hearings {
		c := h.claim
		if len(c.Asserters) > 0 && d.counted(c) {
			either := slices.DeleteFunc(slices.Clone(c.AttributedTo), func(id ID) bool { return !c.namesEither(id) })
			out = append(out, testimony{&c.Said, c, h.own, c.Kind == ClaimReport, true, c.AttributedTo, either})
		}
	}
	for _, r := range d.direct {
		reply := r.Replied()
		if _, ok := r.(*Confirmation); ok && d.weighty[reply.ID] {
			out = append(out, testimony{&reply.Said, nil, nil, true, reply.Degree == DegreeFull, reply.Concerning, nil})
		}
	}
	return out
}

// speaks tells how the testimony comes to an aspect: a claim names all that it
// asserts, a direct confirmation is read as any (rule 9).
func (t testimony) speaks(aspect, main Aspect) reach {
	switch {
	case t.claim == nil:
		return reaches(ResponseConfirmation, t.Aspects, aspect, main)
	case slices.Contains(t.own, aspect):
		return names
	}
	return misses
}

// agreed are the confirmations that come of agreement (rule 18).
func (d *docket) agreed(aspect Aspect) []answer {
	var answers []answer
	for i, t := range d.said {
		if !t.weighs {
			continue
		}
		for j, other := range d.said {
			a, agrees := d.agreement(aspect, t, other)
			if i == j || !agrees {
				continue
			}
			if answers = append(answers, a); a.full && a.named {
				break // nobody's agreement could make more of it
			}
		}
	}
	return answers
}

// agreement is the confirmation that a testimony gives because another agrees;
// false where it does not, or is not independent. It is in full where both are.
func (d *docket) agreement(aspect Aspect, t, other testimony) (answer, bool) {
	ours, theirs := t.speaks(aspect, d.main), other.speaks(aspect, d.main)
	if ours == misses || theirs == misses || !apart(t.Asserters, other.Asserters, d.Actors) {
		return answer{}, false
	}
	same, full := d.agree(aspect, t, other)
	return answer{
		kind: ResponseConfirmation, speakers: t.Asserters, weighs: true,
		full:  full && (t.full || ours == implies) && (other.full || theirs == implies),
		named: ours > maybe && theirs > maybe,
	}, same
}

// agree tells whether two testimonies agree on an aspect, and in full (rule
// 18). Where one of them states nothing, and on other aspects, they do not.
func (d *docket) agree(aspect Aspect, a, b testimony) (same, full bool) {
	switch aspect {
	case AspectOccurrence, AspectAffiliation:
		return true, true
	case AspectResponsibility:
		return a.blamesAlso(b)
	case AspectCasualties:
		return d.figuresAgree(a, b), true
	case AspectTime:
		return a.claim != nil && b.claim != nil && datesAgree(a.claim.AssertedDate, b.claim.AssertedDate), true
	case AspectLocation:
		return a.claim != nil && b.claim != nil && d.placesAgree(a.claim.AssertedPlaces, b.claim.AssertedPlaces), true
	}
	return false, false
}

// blamesAlso tells whether two hold a common actor responsible, and in full:
// neither names it as an alternative.
func (t testimony) blamesAlso(other testimony) (same, full bool) {
	for _, id := range t.actors {
		if slices.Contains(other.actors, id) {
			same = true
			full = full || !slices.Contains(t.either, id) && !slices.Contains(other.either, id)
		}
	}
	return same, full
}

// datesAgree tells whether two stated dates can both hold.
func datesAgree(a, b *DateRange) bool { return bounded(a) && bounded(b) && overlap(*a, *b) }

// bounded tells whether a date was stated, with a bound at least.
func bounded(r *DateRange) bool {
	return r != nil && r.Stated() && (r.Earliest != 0 || r.Latest != 0)
}

// overlap tells whether two dates overlap, a missing bound being open.
func overlap(a, b DateRange) bool {
	return int64(a.Earliest) <= orMax(b.Latest) && int64(b.Earliest) <= orMax(a.Latest)
}

// placesAgree tells whether places can both hold: all of the one side touch the
// other. Nearness that merely cannot be excluded is no agreement.
func (c *Case) placesAgree(a, b []PlaceRef) bool {
	return len(a) > 0 && len(b) > 0 && (c.allTouch(a, b) || c.allTouch(b, a))
}

func (c *Case) allTouch(ones, others []PlaceRef) bool {
	for _, p := range ones {
		if !slices.ContainsFunc(others, func(q PlaceRef) bool { return c.touch(p, q) }) {
			return false
		}
	}
	return true
}

// touch tells whether a place named by the one lies in a place named by the
// other, or the other way round.
func (c *Case) touch(p, q PlaceRef) bool {
	for _, a := range named(p) {
		for _, b := range named(q) {
			if slices.Contains(c.enclosing(a), b) || slices.Contains(c.enclosing(b), a) {
				return true
			}
		}
	}
	return false
}

// named are the locations a place names; without one, the area it lies within.
func named(p PlaceRef) []ID {
	if len(p.Locations) > 0 {
		return p.Locations
	}
	return ids(p.Within)
}

// enclosing is a location with its line of parents.
func (c *Case) enclosing(id ID) []ID {
	if l := c.Places[id]; l != nil {
		return append([]ID{id}, l.Ancestors...)
	}
	return []ID{id}
}
