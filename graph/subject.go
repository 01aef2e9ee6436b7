package graph

import "slices"

// SubjectStanding is where an aspect of the case's attack or affiliation stands
// (rules 17 to 19): over all counted responses to its claims, the retracted
// ones too, all directly about it, and the reports that others agree with.
func (v *View) SubjectStanding(aspect Aspect) AspectStanding {
	return v.docket().standing(aspect)
}

// StandingOf is where an aspect of the attack stands (rule 17), now or, given a
// view, then. UNSPECIFIED is
// no aspect, and AUTHENTICITY is of what was said, not of what happened (rule
// 16): both are BAD_INPUT.
func (a *Attack) StandingOf(aspect Aspect, then *View) (AspectStanding, error) {
	switch aspect {
	case AspectUnspecified:
		return AspectStanding{}, BadInput("an attack has no standing on UNSPECIFIED; name an aspect")
	case AspectAuthenticity:
		return AspectStanding{}, BadInput("AUTHENTICITY bears on a claim, not on the attack; ask for the standing of the claim")
	}
	if then != nil {
		return then.SubjectStanding(aspect), nil
	}
	for _, s := range a.Standings {
		if s.Aspect == aspect {
			return s, nil
		}
	}
	return nobodyAnswered(aspect), nil
}

// docket is all that bears on the subject of a case.
type docket struct {
	*View
	id         ID
	main       Aspect      // what it is for it to be so: OCCURRENCE of an attack, AFFILIATION of a tie
	hearings   []hearing   // its claims with their responses
	direct     []Response  // those about the subject itself
	listed     []Aspect    // what its claims and direct responses speak of
	attributed []ID        // whom its counted claims hold responsible
	said       []testimony // what parties say on their own account (rule 18)
	replaced   idSet       // whose figures others took the place of (rule 27)
}

func (v *View) docket() *docket {
	d := &docket{View: v, id: v.Subject.Head().ID, main: AspectOccurrence}
	if _, tie := v.Subject.(*Affiliation); tie {
		d.main = AspectAffiliation
	}
	set := map[Aspect]bool{d.main: true}
	list := func(aspects []Aspect) {
		for _, a := range happened(aspects) {
			set[a] = true
		}
	}
	for _, c := range v.Claims {
		if !slices.Contains(c.About, d.id) {
			continue
		}
		h := v.hear(c)
		h.about = []ID{d.id}
		d.hearings = append(d.hearings, h)
		list(v.spokenOf(h))
		if v.counted(c) {
			d.attributed = union(d.attributed, c.AttributedTo, equal)
		}
	}
	for _, r := range v.replies[""] {
		if slices.Contains(r.Replied().About, d.id) {
			d.direct = append(d.direct, r)
			list(r.Replied().Aspects)
		}
	}
	delete(set, AspectUnspecified)
	d.listed = sorted(set, Aspects)
	d.said, d.replaced = d.testimonies(), v.replacedFigures()
	return d
}

// spokenOf are the aspects that a claim brings up: those it asserts once it is
// public, and those its responses name.
func (v *View) spokenOf(h hearing) []Aspect {
	if Public(h.claim, v.Sources, v.on) {
		return h.listed
	}
	var named []Aspect
	for _, r := range h.replies {
		named = append(named, r.Replied().Aspects...)
	}
	return named
}

// standings are those aspects of which somebody speaks, in enum order.
func (d *docket) standings() []AspectStanding {
	var out []AspectStanding
	for _, aspect := range d.listed {
		if s := d.standing(aspect); !s.silent() {
			out = append(out, s)
		}
	}
	return out
}

func (d *docket) standing(aspect Aspect) AspectStanding {
	return d.aspectStanding(aspect, d.answers(aspect))
}

// answers are all that bear on an aspect of the subject.
func (d *docket) answers(aspect Aspect) []answer {
	if !slices.Contains(d.listed, aspect) {
		return nil
	}
	var answers []answer
	for _, h := range d.hearings {
		answers = append(answers, d.toClaims(h, aspect)...)
	}
	for _, r := range d.direct {
		if a, ok := d.toSubject(r, aspect); ok {
			answers = append(answers, a)
		}
	}
	return append(answers, d.agreed(aspect)...)
}

// toClaims is how the responses to one claim bear on the subject: as on the
// claim, as far as they are about this subject, and without AUTHENTICITY, which
// never reaches what happened (rule 16).
func (d *docket) toClaims(h hearing, aspect Aspect) []answer {
	if !slices.Contains(h.listed, aspect) {
		return nil
	}
	var answers []answer
	for _, r := range h.replies {
		if !slices.Contains(r.Replied().About, d.id) {
			continue
		}
		if a, ok := d.toClaim(r, h, happened(r.Replied().Aspects), aspect); ok {
			answers = append(answers, a)
		}
	}
	return answers
}

// happened is a scope without what is of the saying only.
func happened(scope []Aspect) []Aspect {
	return slices.DeleteFunc(slices.Clone(scope), func(a Aspect) bool { return a == AspectAuthenticity })
}

// toSubject is how a response to the subject itself bears on it. A confirmation
// weighs as a report does, by who agrees with it (rule 17): by itself it is
// only listed. One that concerns others than all who are held responsible bears
// on a part; it is heard still when somebody else is named later.
func (d *docket) toSubject(r Response, aspect Aspect) (answer, bool) {
	a, ok := bearing(r, happened(r.Replied().Aspects), aspect, d.main)
	if aspect == AspectResponsibility && concerns(r.Replied(), d.attributed) != everybody {
		return a.inPart(), ok
	}
	return a, ok
}
