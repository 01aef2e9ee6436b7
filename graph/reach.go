package graph

import "slices"

// answer is how one response, or one report taken as one (rule 18), bears on
// one aspect.
type answer struct {
	kind     ResponseKind
	from     ID // the response; "" where a report is taken as a confirmation
	speakers []ID
	named    bool // it names the aspect or implies it (rule 11)
	full     bool // a confirmation in full; a denial in full or without a degree (rule 10)
	part     bool // it bears on a part of what is asserted only (rule 15)
	weighs   bool // a confirmation that corroborates (rules 5, 9)
}

// reach is how a response comes to an aspect (rule 9).
type reach int

const (
	misses  reach = iota
	maybe         // it does not say what it speaks of
	names         // it names the aspect, or denies what the aspect rests on
	implies       // a confirmation of something that cannot be unless the attack took place
)

// implying are the aspects whose confirmation confirms in full that the attack
// took place (rule 9).
var implying = []Aspect{AspectCasualties, AspectEffects, AspectTarget, AspectTime, AspectLocation, AspectMethod, AspectResponsibility}

// reaches tells how a response of a scope comes to an aspect (rule 9). Main is
// what a confirmation without a scope confirms: OCCURRENCE, or AFFILIATION of a tie.
func reaches(kind ResponseKind, scope []Aspect, aspect, main Aspect) reach {
	confirms := kind == ResponseConfirmation
	has := func(a Aspect) bool { return slices.Contains(scope, a) }
	switch {
	case confirms && aspect == AspectOccurrence && slices.ContainsFunc(implying, has):
		return implies
	case has(aspect):
		return names
	case kind == ResponseDenial && (has(AspectOccurrence) || has(AspectAuthenticity)):
		return names
	case has(AspectUnspecified) && (!confirms || aspect == main):
		return maybe
	}
	return misses
}

// kindOfResponse is what sort of answer a response is.
func kindOfResponse(r Response) ResponseKind {
	switch r.(type) {
	case *Confirmation:
		return ResponseConfirmation
	case *Denial:
		return ResponseDenial
	}
	return ResponseDoubt
}

// bearing is how a response of a scope bears on an aspect; false where it does not.
func bearing(r Response, scope []Aspect, aspect, main Aspect) (answer, bool) {
	kind, reply := kindOfResponse(r), r.Replied()
	how := reaches(kind, scope, aspect, main)
	full := reply.Degree == DegreeFull || how == implies
	if kind == ResponseDenial {
		full = reply.Degree == DegreeFull || reply.Degree == DegreeUnspecified || reply.Degree == ""
	}
	return answer{kind: kind, from: reply.ID, speakers: reply.Asserters, named: how > maybe, full: full}, how != misses
}

// inPart makes an answer one that bears on a part only: at most
// PARTLY_DISPUTED, at most PARTLY_CORROBORATED (rule 15).
func (a answer) inPart() answer {
	a.full, a.part = false, true
	return a
}

// share is how many of the actors spoken of a response concerns (rule 15).
type share int

const (
	nobody share = iota
	somebody
	everybody
)

// concerns tells whom of the attributed actors a response bears on. One that
// concerns nobody in particular, or where nobody is named, bears on all.
func concerns(r *Reply, attributed []ID) share {
	if len(r.Concerning) == 0 || len(attributed) == 0 {
		return everybody
	}
	met := 0
	for _, id := range attributed {
		if slices.Contains(r.Concerning, id) {
			met++
		}
	}
	switch met {
	case 0:
		return nobody
	case len(attributed):
		return everybody
	}
	return somebody
}

// concerning limits an answer on RESPONSIBILITY to whom it concerns (rule 15).
func (a answer) concerning(whom share, ok bool) (answer, bool) {
	switch whom {
	case nobody:
		return a, false
	case somebody:
		return a.inPart(), ok
	}
	return a, ok
}
