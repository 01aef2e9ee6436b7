package naive

import (
	"slices"

	"claimgraph/graph"
)

// basis is on what word a claim attributes (rule 20).
func basis(c *graph.Claim) graph.AttributionBasis {
	switch c.Kind {
	case graph.ClaimResponsibility:
		return graph.SelfClaimed
	case graph.ClaimAccusation:
		return graph.Accused
	case graph.ClaimSuspicion:
		return graph.Suspected
	}
	return graph.Reported
}

// allowed are the counted claims about an attack that a policy lets in (rule 20).
func (w World) allowed(attack graph.ID, p graph.AttributionPolicy, asOf graph.AsOf) []*graph.Claim {
	return slices.DeleteFunc(w.claims(attack), func(c *graph.Claim) bool {
		return !Counted(w, c, asOf) || !slices.Contains(p.Bases, basis(c)) || p.ExcludeDisputed && w.responsibilityDenied(c, asOf)
	})
}

func (w World) responsibilityDenied(c *graph.Claim, asOf graph.AsOf) bool {
	return slices.ContainsFunc(ClaimStanding(w, c.ID, asOf).Aspects, func(s graph.AspectStanding) bool {
		return s.Aspect == graph.AspectResponsibility && denied(s)
	})
}

// Attribution is whom an attack is attributed to (rules 20 and 21).
func Attribution(w World, attack graph.ID, p graph.AttributionPolicy, asOf graph.AsOf) []graph.Attribution {
	var actors []graph.ID
	for _, c := range w.allowed(attack, p, asOf) {
		actors = append(actors, c.AttributedTo...)
	}
	var found []graph.Attribution
	for _, actor := range w.byName(actors) {
		a := graph.Attribution{Actor: actor, Mode: graph.Alternative}
		naming := slices.DeleteFunc(w.allowed(attack, p, asOf), func(c *graph.Claim) bool { return !slices.Contains(c.AttributedTo, actor) })
		bases := map[graph.AttributionBasis]bool{}
		for _, c := range naming {
			bases[basis(c)] = true
			a.Claims = append(a.Claims, c.ID)
			if !namedAsAlternative(c, actor) {
				a.Mode = graph.Joint
			}
		}
		a.Bases = each(graph.AttributionBases, bases)
		a.Standing = standing(w.holding(attack, actor, naming, asOf))
		found = append(found, a)
	}
	return found
}

// holding is what bears on whether it was this actor: the responses to the
// claims that name it and those directly about the attack, unless they concern
// only others; and where those who say so agree (rule 21).
func (w World) holding(attack, actor graph.ID, naming []*graph.Claim, asOf graph.AsOf) []voice {
	var voices []voice
	about := func(r graph.Response) bool {
		concerned := r.Replied().Concerning
		return slices.Contains(r.Spoken().About, attack) && (len(concerned) == 0 || slices.Contains(concerned, actor))
	}
	const aspect = graph.AspectResponsibility
	for _, c := range naming {
		if !slices.Contains(w.listed(c, asOf), aspect) {
			continue
		}
		for _, r := range w.countedAnswers(c, asOf) {
			if v, ok := heard(r, r.Spoken().Aspects, aspect, mainAspect(c)); ok && about(r) {
				v.weighty = Independent(w, r) && slices.Contains(OwnAspects(c), aspect)
				voices = append(voices, v)
			}
		}
	}
	for _, r := range w.direct(attack) {
		if v, ok := heard(r, ofWhatHappened(r), aspect, graph.AspectOccurrence); ok && Counted(w, r, asOf) && about(r) {
			voices = append(voices, v)
		}
	}
	return append(voices, w.agreedOn(attack, actor, naming, asOf)...)
}

// agreedOn are the reports and direct confirmations of two independent parties
// that it was this actor (rule 18).
func (w World) agreedOn(attack, actor graph.ID, naming []*graph.Claim, asOf graph.AsOf) []voice {
	parties := slices.DeleteFunc(w.parties(attack, asOf), func(p party) bool {
		return !slices.Contains(p.names(), actor) || p.claim != nil && !slices.Contains(naming, p.claim)
	})
	var voices []voice
	for _, p := range parties {
		for _, q := range parties {
			v, speaks := p.speaksOf(attack, graph.AspectResponsibility)
			o, also := q.speaksOf(attack, graph.AspectResponsibility)
			if speaks && also && (p.claim == nil || p.claim.Kind == graph.ClaimReport) && w.apart(p.said.Asserters, q.said.Asserters) {
				v.full = v.full && o.full && !p.asAlternative(actor) && !q.asAlternative(actor)
				v.weighty = true
				voices = append(voices, v)
			}
		}
	}
	return voices
}

// AttributedTo tells whether an attack is attributed to any of some actors:
// certainly where every alternative is one of them or certainly belonged to one,
// possibly where any may (rules 20 to 23).
func AttributedTo(w World, attack graph.ID, actors []graph.ID, p graph.AttributionPolicy, affiliates bool, asOf graph.AsOf) (certain, possible bool) {
	for _, c := range w.allowed(attack, p, asOf) {
		for _, set := range alternatives(c) {
			all := true
			for _, named := range set {
				sure, may := false, false
				for _, actor := range actors {
					in, maybe := named == actor, named == actor
					if affiliates && !in {
						in, maybe = Belonged(w, named, actor, attack, p.ExcludeDisputed, asOf)
					}
					sure, may = sure || in, may || maybe
				}
				all, possible = all && sure, possible || may
			}
			certain = certain || all
		}
	}
	return certain, possible
}

// alternatives are the sets out of each of which the claim means one actor.
func alternatives(c *graph.Claim) [][]graph.ID {
	var sets [][]graph.ID
	var either []graph.ID
	for _, id := range c.AttributedTo {
		if namedAsAlternative(c, id) {
			either = append(either, id)
		} else {
			sets = append(sets, []graph.ID{id})
		}
	}
	if len(either) > 0 {
		sets = append(sets, either)
	}
	return sets
}

// Rivals are the claims that hold others responsible for an attack than a claim
// does (rule 24).
func Rivals(w World, claim, attack graph.ID, asOf graph.AsOf) []graph.ID {
	c := w.At(claim).(*graph.Claim)
	var rivals []graph.ID
	if !Counted(w, c, asOf) {
		return nil
	}
	for _, other := range w.claims(attack) {
		if !Counted(w, other, asOf) || other.Kind != graph.ClaimResponsibility && other.Kind != graph.ClaimAccusation {
			continue
		}
		if len(c.AttributedTo) > 0 && len(other.AttributedTo) > 0 && !w.together(c.AttributedTo, other.AttributedTo, attack, asOf) {
			rivals = append(rivals, other.ID)
		}
	}
	return rivals
}

// together tells whether somebody of the ones is one of the others, or possibly
// belonged to one that day, or the other way round.
func (w World) together(ones, others []graph.ID, attack graph.ID, asOf graph.AsOf) bool {
	for _, a := range ones {
		for _, b := range others {
			_, under := Belonged(w, a, b, attack, false, asOf)
			_, over := Belonged(w, b, a, attack, false, asOf)
			if a == b || under || over {
				return true
			}
		}
	}
	return false
}
