package naive

import (
	"slices"

	"claimgraph/graph"
)

// OwnAspects are those a claim asserts (rule 6).
func OwnAspects(c *graph.Claim) []graph.Aspect {
	own := map[graph.Aspect]bool{}
	for _, a := range c.Aspects {
		own[a] = true
	}
	if aboutTie(c) {
		if len(c.Aspects) == 0 {
			own[graph.AspectAffiliation] = true
		}
	} else {
		own[graph.AspectOccurrence] = true
		if len(c.Aspects) == 0 {
			own[graph.AspectResponsibility] = c.Kind != graph.ClaimReport || len(c.AttributedTo) > 0
			own[graph.AspectCasualties] = len(c.Casualties) > 0
			own[graph.AspectEffects] = len(c.Effects) > 0
			own[graph.AspectTime] = c.AssertedDate != nil
			own[graph.AspectLocation] = len(c.AssertedPlaces) > 0
			own[graph.AspectMethod] = len(c.AssertedKinds) > 0
			own[graph.AspectTarget] = len(c.AssertedTargets) > 0
			own[graph.AspectMotive] = c.Motive != ""
		}
	}
	delete(own, graph.AspectUnspecified)
	return each(graph.Aspects, own)
}

func aboutTie(c *graph.Claim) bool { return c.About[0].Kind() == graph.KindAffiliation }

// mainAspect is what a confirmation that names no aspect confirms (rule 9).
func mainAspect(c *graph.Claim) graph.Aspect {
	if aboutTie(c) {
		return graph.AspectAffiliation
	}
	return graph.AspectOccurrence
}

// listed are the claim's own aspects and those its counted responses name (rule 8).
func (w World) listed(c *graph.Claim, asOf graph.AsOf) []graph.Aspect {
	return listedWith(c, w.countedAnswers(c, asOf))
}

func listedWith(c *graph.Claim, answers []graph.Response) []graph.Aspect {
	in := map[graph.Aspect]bool{}
	for _, a := range OwnAspects(c) {
		in[a] = true
	}
	for _, r := range answers {
		for _, a := range r.Spoken().Aspects {
			in[a] = true
		}
	}
	delete(in, graph.AspectUnspecified)
	return each(graph.Aspects, in)
}

// countedAnswers are the counted responses of others to a claim (rules 1 and 16).
func (w World) countedAnswers(c *graph.Claim, asOf graph.AsOf) []graph.Response {
	return slices.DeleteFunc(w.answers(c.ID), func(r graph.Response) bool {
		return !Counted(w, r, asOf) || answersItself(w, r)
	})
}

// toClaim is how a response bears on an aspect of the claim it answers, looked
// at for some of the claim's subjects: it confirms only what the claim asserts
// (rule 9), and a part only where it is about some of them alone.
func (w World) toClaim(r graph.Response, c *graph.Claim, about []graph.ID, scope []graph.Aspect, aspect graph.Aspect) (voice, bool) {
	v, ok := heard(r, scope, aspect, mainAspect(c))
	v.weighty = Independent(w, r) && slices.Contains(OwnAspects(c), aspect)
	some := slices.ContainsFunc(about, func(id graph.ID) bool { return !slices.Contains(r.Spoken().About, id) })
	if some {
		v = v.partly()
	}
	if aspect == graph.AspectResponsibility {
		return concerning(v, ok, r, c.AttributedTo)
	}
	return v, ok
}

// concerning limits what a response says on RESPONSIBILITY to the actors it
// concerns: of several attributed ones, to a part; where it concerns none of
// them, it says nothing on them (rule 15).
func concerning(v voice, ok bool, r graph.Response, attributed []graph.ID) (voice, bool) {
	concerned := r.Replied().Concerning
	if len(concerned) == 0 || len(attributed) == 0 {
		return v, ok
	}
	if slices.ContainsFunc(attributed, func(id graph.ID) bool { return !slices.Contains(concerned, id) }) {
		v = v.partly()
	}
	return v, ok && meet(concerned, attributed)
}

// ClaimStanding is where a claim stands (rules 8 to 16). Before it is public
// nobody has answered it (rule 2).
func ClaimStanding(w World, claim graph.ID, asOf graph.AsOf) graph.ClaimStanding {
	c := w.At(claim).(*graph.Claim)
	if !Public(w, c, asOf) {
		return w.standsWith(c, nil, false)
	}
	return w.standsWith(c, w.countedAnswers(c, asOf), Retracted(w, c.Retraction, asOf))
}

// standsWith is where a claim stands with just these answers.
func (w World) standsWith(c *graph.Claim, answers []graph.Response, retracted bool) graph.ClaimStanding {
	var s graph.ClaimStanding
	for _, aspect := range listedWith(c, answers) {
		var voices []voice
		for _, r := range answers {
			if v, ok := w.toClaim(r, c, c.About, r.Spoken().Aspects, aspect); ok {
				voices = append(voices, v)
			}
		}
		stands := w.stands(aspect, voices)
		if retracted {
			stands.Standing, stands.Named, stands.Certainty = graph.Retracted, graph.Retracted, graph.Certain
		}
		s.Aspects = append(s.Aspects, stands)
	}
	s.Overall = overall(c, s, retracted)
	return s
}

// core is what a claim is about in the first place (rule 13).
func core(c *graph.Claim) []graph.Aspect {
	switch {
	case aboutTie(c):
		return []graph.Aspect{graph.AspectAffiliation}
	case c.Kind == graph.ClaimReport:
		return OwnAspects(c)
	}
	return []graph.Aspect{graph.AspectResponsibility}
}

// overall is rule 14.
func overall(c *graph.Claim, s graph.ClaimStanding, retracted bool) graph.Standing {
	if retracted {
		return graph.Retracted
	}
	count, cores := map[graph.Standing]int{}, map[graph.Standing]int{}
	for _, a := range s.Aspects {
		count[a.Standing]++
		if slices.Contains(core(c), a.Aspect) {
			cores[a.Standing]++
		}
	}
	all := len(core(c))
	switch {
	case cores[graph.Contested]+cores[graph.Denied] == all && cores[graph.Contested] > 0:
		return graph.Contested
	case cores[graph.Denied] == all:
		return graph.Denied
	case count[graph.Denied]+count[graph.Contested]+count[graph.PartlyDisputed] > 0:
		return graph.PartlyDisputed
	case cores[graph.Corroborated] == all:
		return graph.Corroborated
	case count[graph.Corroborated]+count[graph.PartlyCorroborated] > 0:
		return graph.PartlyCorroborated
	case count[graph.Questioned] > 0:
		return graph.Questioned
	}
	return graph.Unanswered
}
