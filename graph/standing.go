package graph

import "slices"

// ClaimStanding is where a claim stands, aspect by aspect and overall (rules 8 to 16).
type ClaimStanding struct {
	Overall Standing         `json:"overall"`
	Aspects []AspectStanding `json:"aspects,omitempty"`
}

// Disputed tells whether somebody denies the claim or a part of it (rule 14).
func (s ClaimStanding) Disputed() bool {
	return s.Overall == Denied || s.Overall == Contested || s.Overall == PartlyDisputed
}

// Of is the standing of one aspect; UNANSWERED where it is not listed.
func (s ClaimStanding) Of(a Aspect) Standing {
	for _, listed := range s.Aspects {
		if listed.Aspect == a {
			return listed.Standing
		}
	}
	return Unanswered
}

// AspectStanding is where one aspect stands (rules 10 to 12). The lists are
// ids: actors by name then id, responses in their default order.
type AspectStanding struct {
	Aspect      Aspect    `json:"aspect"`
	Standing    Standing  `json:"standing"`
	Certainty   Certainty `json:"certainty"`
	Named       Standing  `json:"named"` // what the responses that name the aspect give alone (rule 11)
	ConfirmedBy []ID      `json:"confirmedBy,omitempty"`
	DeniedBy    []ID      `json:"deniedBy,omitempty"`
	DoubtedBy   []ID      `json:"doubtedBy,omitempty"`
	Responses   []ID      `json:"responses,omitempty"`
}

// nobodyAnswered is where an aspect stands of which nobody speaks.
func nobodyAnswered(a Aspect) AspectStanding {
	return AspectStanding{Aspect: a, Standing: Unanswered, Certainty: Certain, Named: Unanswered}
}

// silent tells whether nobody speaks of the aspect.
func (s AspectStanding) silent() bool {
	return s.Standing == Unanswered && s.Certainty == Certain && len(s.ConfirmedBy)+len(s.DeniedBy)+len(s.DoubtedBy)+len(s.Responses) == 0
}

// standingOf is what some answers to one aspect come to: the first of rule 10
// that holds. What bears on a part alone makes nothing CONTESTED (rule 15).
func standingOf(answers []answer) Standing {
	var denied, partlyDenied, confirmed, inFull, contests, doubted bool
	for _, a := range answers {
		switch {
		case a.kind == ResponseDenial && a.full:
			denied = true
		case a.kind == ResponseDenial:
			partlyDenied = true
		case a.kind == ResponseDoubt:
			doubted = true
		case a.weighs:
			confirmed, inFull, contests = true, inFull || a.full, contests || !a.part
		}
	}
	switch {
	case denied && contests:
		return Contested
	case denied:
		return Denied
	case partlyDenied:
		return PartlyDisputed
	case inFull:
		return Corroborated
	case confirmed:
		return PartlyCorroborated
	case doubted:
		return Questioned
	}
	return Unanswered
}

// aspectStanding draws what the answers to one aspect come to, how certain that
// is (rule 11), and who gave them (rule 12).
func (v *View) aspectStanding(aspect Aspect, answers []answer) AspectStanding {
	s := nobodyAnswered(aspect)
	var named []answer
	for _, a := range answers {
		if a.named {
			named = append(named, a)
		}
		switch {
		case a.kind == ResponseDenial:
			s.DeniedBy = append(s.DeniedBy, a.speakers...)
		case a.kind == ResponseDoubt:
			s.DoubtedBy = append(s.DoubtedBy, a.speakers...)
		case a.weighs:
			s.ConfirmedBy = append(s.ConfirmedBy, a.speakers...)
		}
		s.Responses = append(s.Responses, ids(a.from)...)
	}
	s.ConfirmedBy, s.DeniedBy, s.DoubtedBy = byName(s.ConfirmedBy, v.Actors), byName(s.DeniedBy, v.Actors), byName(s.DoubtedBy, v.Actors)
	s.Responses = v.inOrder(s.Responses)
	s.Standing, s.Named = standingOf(answers), standingOf(named)
	if s.Standing != s.Named {
		s.Certainty = Possible
	}
	return s
}

// ClaimStanding is where a claim of the case stands (rules 8 to 16). One not
// yet public is UNANSWERED, without responses (rule 2).
func (v *View) ClaimStanding(c *Claim) ClaimStanding {
	h := v.hear(c)
	if !Public(c, v.Sources, v.on) {
		h.listed, h.replies = h.own, nil
	}
	var s ClaimStanding
	for _, aspect := range h.listed {
		var answers []answer
		for _, r := range h.replies {
			if a, ok := v.toClaim(r, h, r.Replied().Aspects, aspect); ok {
				answers = append(answers, a)
			}
		}
		s.Aspects = append(s.Aspects, v.aspectStanding(aspect, answers))
	}
	if v.retracted(c) {
		for i := range s.Aspects {
			s.Aspects[i].Standing, s.Aspects[i].Named, s.Aspects[i].Certainty = Retracted, Retracted, Certain
		}
	}
	s.Overall = overall(c.core(h.own), s, v.retracted(c))
	return s
}

// toClaim is how a response of that scope bears on an aspect of a claim; false
// where it does not. It confirms only what the claim asserts (rule 9). One
// about some of the subjects alone, or on RESPONSIBILITY concerning some of the
// actors alone, bears on a part (rule 15).
func (v *View) toClaim(r Response, h hearing, scope []Aspect, aspect Aspect) (answer, bool) {
	reply := r.Replied()
	a, ok := bearing(r, scope, aspect, h.claim.mainAspect())
	a.weighs = a.kind == ResponseConfirmation && v.weighty[reply.ID] && slices.Contains(h.own, aspect)
	if !within(h.about, reply.About) {
		a = a.inPart()
	}
	if aspect == AspectResponsibility {
		return a.concerning(concerns(reply, h.claim.AttributedTo), ok)
	}
	return a, ok
}

// within tells whether all of the ones are among the others.
func within(ones, others []ID) bool {
	return !slices.ContainsFunc(ones, func(id ID) bool { return !slices.Contains(others, id) })
}

// mainAspect is what a confirmation of unspecified scope confirms (rule 9).
func (c *Claim) mainAspect() Aspect {
	if c.aboutAffiliation() {
		return AspectAffiliation
	}
	return AspectOccurrence
}

// core is what the claim turns on (rule 13).
func (c *Claim) core(own []Aspect) []Aspect {
	switch {
	case c.aboutAffiliation():
		return []Aspect{AspectAffiliation}
	case c.Kind == ClaimReport:
		return own
	}
	return []Aspect{AspectResponsibility}
}

// overall is the standing on the whole (rule 14).
func overall(core []Aspect, s ClaimStanding, retracted bool) Standing {
	some := func(of ...Standing) bool {
		return slices.ContainsFunc(s.Aspects, func(a AspectStanding) bool { return slices.Contains(of, a.Standing) })
	}
	turns := coreStanding(core, s)
	switch {
	case retracted:
		return Retracted
	case turns == Contested || turns == Denied:
		return turns
	case some(Denied, Contested, PartlyDisputed):
		return PartlyDisputed
	case turns == Corroborated:
		return Corroborated
	case some(Corroborated, PartlyCorroborated):
		return PartlyCorroborated
	case some(Questioned):
		return Questioned
	}
	return Unanswered
}

// coreStanding is DENIED, CONTESTED or CORROBORATED when all of the core is:
// CONTESTED when all is denied and one of it contested (rule 13). Else it is
// none of them.
func coreStanding(core []Aspect, s ClaimStanding) Standing {
	count := map[Standing]int{}
	for _, a := range core {
		count[s.Of(a)]++
	}
	switch len(core) {
	case count[Denied]:
		return Denied
	case count[Denied] + count[Contested]:
		return Contested
	case count[Corroborated]:
		return Corroborated
	}
	return Unanswered
}
