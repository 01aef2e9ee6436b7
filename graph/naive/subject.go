package naive

import (
	"slices"

	"claimgraph/graph"
)

// SubjectStanding is where an aspect of an attack or an affiliation stands
// (rules 17 to 19).
func SubjectStanding(w World, subject graph.ID, aspect graph.Aspect, asOf graph.AsOf) graph.AspectStanding {
	var voices []voice
	if !slices.Contains(w.listedOf(subject, asOf), aspect) {
		return w.stands(aspect, nil)
	}
	for _, c := range w.claims(subject) {
		voices = append(voices, w.toClaimOf(subject, c, aspect, asOf)...)
	}
	voices = append(voices, w.toItself(subject, aspect, asOf)...)
	voices = append(voices, w.agreed(subject, aspect, asOf)...)
	return w.stands(aspect, voices)
}

// listedOf are the aspects of a subject that are spoken of: that it is so, what
// its public claims assert, what is named in answering them or it (rule 8).
func (w World) listedOf(subject graph.ID, asOf graph.AsOf) []graph.Aspect {
	in := map[graph.Aspect]bool{mainOf(subject): true}
	for _, c := range w.claims(subject) {
		for _, a := range w.listed(c, asOf) {
			if Public(w, c, asOf) || w.namedInAnswer(c, a, asOf) {
				in[a] = true
			}
		}
	}
	for _, r := range w.direct(subject) {
		if Counted(w, r, asOf) {
			for _, a := range r.Spoken().Aspects {
				in[a] = true
			}
		}
	}
	delete(in, graph.AspectUnspecified)
	return each(graph.Aspects, in)
}

// namedInAnswer tells whether a counted response to a claim names an aspect.
func (w World) namedInAnswer(c *graph.Claim, aspect graph.Aspect, asOf graph.AsOf) bool {
	return slices.ContainsFunc(w.countedAnswers(c, asOf), func(r graph.Response) bool { return slices.Contains(r.Spoken().Aspects, aspect) })
}

// toClaimOf are the responses to one claim as they bear on its subject: as they
// do on the claim, AUTHENTICITY aside (rule 16).
func (w World) toClaimOf(subject graph.ID, c *graph.Claim, aspect graph.Aspect, asOf graph.AsOf) []voice {
	if !slices.Contains(w.listed(c, asOf), aspect) {
		return nil
	}
	var voices []voice
	for _, r := range w.countedAnswers(c, asOf) {
		if !slices.Contains(r.Spoken().About, subject) {
			continue
		}
		if v, ok := w.toClaim(r, c, []graph.ID{subject}, ofWhatHappened(r), aspect); ok {
			voices = append(voices, v)
		}
	}
	return voices
}

// ofWhatHappened is the scope of a response without what is of the saying only.
func ofWhatHappened(r graph.Response) []graph.Aspect {
	return slices.DeleteFunc(slices.Clone(r.Spoken().Aspects), func(a graph.Aspect) bool { return a == graph.AspectAuthenticity })
}

// toItself are the direct responses. A confirmation is listed, and weighs by
// agreement only (rule 17).
func (w World) toItself(subject graph.ID, aspect graph.Aspect, asOf graph.AsOf) []voice {
	var voices []voice
	for _, r := range w.direct(subject) {
		if !Counted(w, r, asOf) {
			continue
		}
		v, ok := heard(r, ofWhatHappened(r), aspect, mainOf(subject))
		if aspect == graph.AspectResponsibility {
			if part, of := concerning(v, ok, r, w.attributed(subject, asOf)); part.part || !of {
				v = v.partly()
			}
		}
		if ok {
			voices = append(voices, v)
		}
	}
	return voices
}

// attributed are all whom the counted claims about a subject name.
func (w World) attributed(subject graph.ID, asOf graph.AsOf) []graph.ID {
	var named []graph.ID
	for _, c := range w.claims(subject) {
		if Counted(w, c, asOf) {
			named = append(named, c.AttributedTo...)
		}
	}
	return w.byName(named)
}

func mainOf(subject graph.ID) graph.Aspect {
	if subject.Kind() == graph.KindAffiliation {
		return graph.AspectAffiliation
	}
	return graph.AspectOccurrence
}

// party is a named party's own word on a subject: a counted claim, or a counted
// direct confirmation (rule 18).
type party struct {
	said    *graph.Said
	claim   *graph.Claim // nil: a direct confirmation
	confirm *graph.Confirmation
}

func (w World) parties(subject graph.ID, asOf graph.AsOf) []party {
	var found []party
	for _, c := range w.claims(subject) {
		if Counted(w, c, asOf) && len(c.Asserters) > 0 {
			found = append(found, party{said: &c.Said, claim: c})
		}
	}
	for _, r := range w.direct(subject) {
		if c, ok := r.(*graph.Confirmation); ok && Counted(w, c, asOf) && len(c.Asserters) > 0 {
			found = append(found, party{said: &c.Said, confirm: c})
		}
	}
	return found
}

// speaksOf is how a party's word bears on an aspect.
func (p party) speaksOf(subject graph.ID, aspect graph.Aspect) (voice, bool) {
	if p.confirm != nil {
		return heard(p.confirm, ofWhatHappened(p.confirm), aspect, mainOf(subject))
	}
	v := voice{kind: graph.ResponseConfirmation, full: true, named: true, speakers: p.said.Asserters}
	return v, slices.Contains(OwnAspects(p.claim), aspect)
}

// agreed are the reports and direct confirmations with which another
// independent party agrees (rule 18).
func (w World) agreed(subject graph.ID, aspect graph.Aspect, asOf graph.AsOf) []voice {
	var voices []voice
	parties := w.parties(subject, asOf)
	for _, p := range parties {
		if p.claim != nil && p.claim.Kind != graph.ClaimReport {
			continue
		}
		for _, other := range parties {
			v, speaks := p.speaksOf(subject, aspect)
			o, also := other.speaksOf(subject, aspect)
			if !speaks || !also || !w.apart(p.said.Asserters, other.said.Asserters) {
				continue
			}
			same, full := w.agree(p, other, aspect, asOf)
			if !same {
				continue
			}
			v.full, v.named, v.weighty = v.full && o.full && full, v.named && o.named, true
			voices = append(voices, v)
		}
	}
	return voices
}

// agree tells whether two parties agree on an aspect, and whether in full.
func (w World) agree(p, q party, aspect graph.Aspect, asOf graph.AsOf) (same, full bool) {
	switch aspect {
	case graph.AspectOccurrence, graph.AspectAffiliation:
		return true, true
	case graph.AspectResponsibility:
		for _, id := range p.names() {
			if slices.Contains(q.names(), id) {
				same = true
				full = full || !p.asAlternative(id) && !q.asAlternative(id)
			}
		}
		return same, full
	case graph.AspectCasualties:
		return w.figuresAgree(p.said, q.said, asOf), true
	case graph.AspectTime:
		return datesAgree(p.date(), q.date()), true
	case graph.AspectLocation:
		return w.placesAgree(p.places(), q.places()), true
	}
	return false, false
}

func (p party) names() []graph.ID {
	if p.claim != nil {
		return p.claim.AttributedTo
	}
	return p.confirm.Concerning
}

func (p party) asAlternative(id graph.ID) bool {
	return p.claim != nil && namedAsAlternative(p.claim, id)
}

// namedAsAlternative tells whether a claim names an actor as one of several
// that it may have been, or it is an alternative asserter (rules 3 and 21).
func namedAsAlternative(c *graph.Claim, id graph.ID) bool {
	return c.AttributionMode == graph.Alternative && len(c.AttributedTo) > 1 || c.Alternative() && slices.Contains(c.Asserters, id)
}

func (p party) date() *graph.DateRange {
	if p.claim != nil {
		return p.claim.AssertedDate
	}
	return nil
}

func (p party) places() []graph.PlaceRef {
	if p.claim != nil {
		return p.claim.AssertedPlaces
	}
	return nil
}
