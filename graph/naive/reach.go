package naive

import (
	"slices"

	"claimgraph/graph"
)

// voice is how one response, or one report taken as one, bears on an aspect.
type voice struct {
	kind     graph.ResponseKind
	full     bool // in full; of a denial, also without a degree
	part     bool // on a part only of what is looked at (rule 15)
	named    bool // the aspect is named, or implied
	weighty  bool // independent, and not merely listed
	speakers []graph.ID
	response graph.ID // "" for a report
}

// happened are the aspects whose confirmation confirms that it took place.
var happened = []graph.Aspect{
	graph.AspectCasualties, graph.AspectEffects, graph.AspectTarget, graph.AspectTime,
	graph.AspectLocation, graph.AspectMethod, graph.AspectResponsibility,
}

// heard is how a response of some scope bears on an aspect (rule 9); false
// where it does not reach it. Main is OCCURRENCE, or AFFILIATION where that is the core.
func heard(r graph.Response, scope []graph.Aspect, aspect, main graph.Aspect) (voice, bool) {
	degree := r.Replied().Degree
	v := voice{
		kind:     kindOf(r),
		full:     degree == graph.DegreeFull,
		named:    slices.Contains(scope, aspect),
		speakers: r.Spoken().Asserters,
		response: r.Head().ID,
	}
	open := slices.Contains(scope, graph.AspectUnspecified)
	switch v.kind {
	case graph.ResponseConfirmation:
		if aspect == graph.AspectOccurrence && meet(scope, happened) {
			v.named, v.full = true, true
		}
		return v, v.named || open && aspect == main
	case graph.ResponseDenial:
		v.full = v.full || degree == graph.DegreeUnspecified
		if slices.Contains(scope, graph.AspectOccurrence) || slices.Contains(scope, graph.AspectAuthenticity) {
			v.named = true
		}
	}
	return v, v.named || open
}

// partly makes it bear on a part only.
func (v voice) partly() voice {
	v.full, v.part = false, true
	return v
}

// standing is rule 10, for what is not retracted. A confirmation of a part alone
// does not make CONTESTED what is denied as a whole (rule 15).
func standing(voices []voice) graph.Standing {
	var denied, deniedPartly, confirmed, confirmedWhole, confirmedFull, doubted bool
	for _, v := range voices {
		switch v.kind {
		case graph.ResponseDenial:
			denied = denied || v.full
			deniedPartly = deniedPartly || !v.full
		case graph.ResponseConfirmation:
			confirmed = confirmed || v.weighty
			confirmedWhole = confirmedWhole || v.weighty && !v.part
			confirmedFull = confirmedFull || v.weighty && v.full
		case graph.ResponseDoubt:
			doubted = true
		}
	}
	switch {
	case denied && confirmedWhole:
		return graph.Contested
	case denied:
		return graph.Denied
	case deniedPartly:
		return graph.PartlyDisputed
	case confirmedFull:
		return graph.Corroborated
	case confirmed:
		return graph.PartlyCorroborated
	case doubted:
		return graph.Questioned
	}
	return graph.Unanswered
}

// stands is where an aspect stands, how certainly, and who says so (rules 10 to 12).
func (w World) stands(aspect graph.Aspect, voices []voice) graph.AspectStanding {
	s := graph.AspectStanding{Aspect: aspect, Standing: standing(voices), Certainty: graph.Certain}
	var naming []voice
	var answers []graph.Response
	for _, v := range voices {
		if v.named {
			naming = append(naming, v)
		}
		if v.response != "" {
			answers = append(answers, w.At(v.response).(graph.Response))
		}
		switch {
		case v.kind == graph.ResponseConfirmation && v.weighty:
			s.ConfirmedBy = append(s.ConfirmedBy, v.speakers...)
		case v.kind == graph.ResponseDenial:
			s.DeniedBy = append(s.DeniedBy, v.speakers...)
		case v.kind == graph.ResponseDoubt:
			s.DoubtedBy = append(s.DoubtedBy, v.speakers...)
		}
	}
	if s.Named = standing(naming); s.Named != s.Standing {
		s.Certainty = graph.Possible
	}
	s.ConfirmedBy, s.DeniedBy, s.DoubtedBy = w.byName(s.ConfirmedBy), w.byName(s.DeniedBy), w.byName(s.DoubtedBy)
	slices.SortFunc(answers, newest[graph.Response])
	for _, r := range answers {
		if id := r.Head().ID; !slices.Contains(s.Responses, id) {
			s.Responses = append(s.Responses, id)
		}
	}
	return s
}
