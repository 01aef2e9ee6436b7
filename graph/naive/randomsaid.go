package naive

import (
	"slices"

	"claimgraph/graph"
)

// said is what somebody says of something.
func (t *teller) said(head graph.Header, about []graph.ID) graph.Said {
	s := graph.Said{Header: head, Cited: t.cited(), AsserterMode: t.mode(), About: about, Made: t.date(), Casualties: t.figures()}
	if t.in(7) {
		s.AsserterText = "a resident"
	} else {
		s.Asserters = t.some(t.actors, 1, 2)
	}
	if t.in(6) {
		s.Retraction = &graph.Retraction{On: t.sourceDate(), Source: pick(t.dice, t.sources)}
	}
	return s
}

// claim tells one of any kind, about an attack, several, or a tie.
func (t *teller) claim(i int) {
	about := t.some(t.attacks, 1, 1)
	switch {
	case t.in(6):
		about = t.some(t.attacks, 1, 3)
	case len(t.ties) > 0 && t.in(5):
		about = t.some(t.ties, 1, 1)
	}
	c := &graph.Claim{Said: t.said(t.head("claim", i), about), Kind: pick(t.dice, graph.ClaimKinds), AttributionMode: t.mode()}
	if c.Kind != graph.ClaimResponsibility && !t.in(3) || t.in(4) {
		c.AttributedTo = t.some(t.actors, 1, 3)
	}
	if t.in(3) {
		r := t.date()
		c.AssertedDate = &r
	}
	c.AssertedPlaces, c.AssertedKinds, c.AssertedTargets = t.places(), t.kinds(), t.targets()
	if t.in(4) {
		c.Effects = []graph.Effect{{Kind: graph.EffectPostTaken}}
	}
	if t.in(6) {
		c.Motive = "revenge"
	}
	if t.in(4) {
		c.Aspects = t.aspects()
	}
	if len(t.statements) > 0 && t.in(3) {
		position := 1 + t.n(3)
		c.Statement, c.Position = pick(t.dice, t.statements), &position
	}
	t.supersede(c)
	if t.add(c) {
		t.claims = append(t.claims, c.ID)
		t.assertions = append(t.assertions, c.ID)
	}
}

// supersede lets an assertion take the place of an earlier one that it may replace.
func (t *teller) supersede(a graph.Assertion) {
	if len(t.assertions) == 0 || !t.in(4) {
		return
	}
	earlier := t.w.At(pick(t.dice, t.assertions)).(graph.Assertion)
	if graph.CheckSupersedes(a, earlier) == nil {
		a.Spoken().Supersedes = earlier.Head().ID
	}
}

// response tells an answer to a claim, to a response, or to a subject itself.
func (t *teller) response(i int) {
	to, about := graph.ID(""), t.some(t.attacks, 1, 1)
	switch {
	case len(t.claims) > 0 && !t.in(4):
		to = pick(t.dice, t.claims)
	case len(t.assertions) > 0 && t.in(3):
		to = pick(t.dice, t.assertions)
	case len(t.ties) > 0 && t.in(4):
		about = t.some(t.ties, 1, 1)
	case t.in(5):
		about = t.some(t.attacks, 1, 2)
	}
	if to != "" {
		about = slices.Clone(t.w.At(to).(graph.Assertion).Spoken().About)
		if len(about) > 1 && t.in(2) {
			about = about[:1]
		}
	}
	if r, ok := t.reply(i, to, about); ok && t.add(r) {
		t.assertions = append(t.assertions, r.Head().ID)
	}
}

func (t *teller) reply(i int, to graph.ID, about []graph.ID) (graph.Response, bool) {
	kind := pick(t.dice, graph.ResponseKinds)
	reply := graph.Reply{RespondsTo: to, Degree: pick(t.dice, graph.Degrees)}
	if t.in(2) {
		reply.Degree = graph.DegreeFull
	}
	var r graph.Response
	switch kind {
	case graph.ResponseConfirmation:
		reply.Said = t.said(t.head("confirmation", i), about)
		r = &graph.Confirmation{Reply: reply}
	case graph.ResponseDenial:
		reply.Said = t.said(t.head("denial", i), about)
		r = &graph.Denial{Reply: reply}
	default:
		reply.Said = t.said(t.head("doubt", i), about)
		r = &graph.Doubt{Reply: reply}
	}
	said := r.Replied()
	said.Aspects = t.replyAspects(kind, to)
	if t.in(5) {
		said.JudgedBy = pick(t.dice, t.actors)
	}
	if t.in(4) {
		said.Concerning = t.some(t.actors, 1, 2)
		if c, ok := t.w.At(to).(*graph.Claim); ok && len(c.AttributedTo) > 0 {
			said.Concerning = t.some(c.AttributedTo, 1, 2)
		}
	}
	t.supersede(r)
	r.Normal()
	answered, ok := t.w.At(to).(graph.Assertion)
	return r, !ok || graph.CheckResponse(r, answered) == nil
}

// replyAspects are mostly of those that the answered claim asserts.
func (t *teller) replyAspects(kind graph.ResponseKind, to graph.ID) []graph.Aspect {
	c, ok := t.w.At(to).(*graph.Claim)
	if !ok || kind != graph.ResponseConfirmation && t.in(3) {
		return t.aspects()
	}
	var aspects []graph.Aspect
	for _, a := range c.Aspects {
		if t.in(3) {
			aspects = append(aspects, a)
		}
	}
	return aspects
}

func (t *teller) figures() []graph.CasualtyFigure {
	if !t.in(3) {
		return nil
	}
	var figures []graph.CasualtyFigure
	for range 1 + t.n(3) {
		figures = append(figures, t.figure())
	}
	return figures
}

// figure is a number of people, in one of all the ways of putting it.
func (t *teller) figure() graph.CasualtyFigure {
	f := graph.CasualtyFigure{
		Outcome:     pick(t.dice, graph.CasualtyOutcomes[:2]),
		Victims:     graph.Victims{Category: pick(t.dice, graph.VictimCategories)},
		Provisional: t.in(5),
	}
	if t.in(2) {
		f.Victims.Category = pick(t.dice, []graph.VictimCategory{graph.VictimCivilian, graph.VictimCaptive, graph.VictimUnknown})
	}
	low, high := t.n(8), 0
	high = low + 1 + t.n(4)
	switch q := pick(t.dice, graph.Quantifiers); q {
	case graph.QuantifierExact, graph.QuantifierAbout:
		f.Quantifier, f.Min, f.Max = q, &low, &low
	case graph.QuantifierAtLeast:
		f.Quantifier, f.Min = q, &low
	case graph.QuantifierAtMost:
		low = 0
		f.Quantifier, f.Min, f.Max = q, &low, &high
		if t.in(2) {
			f.Min = nil
		}
	case graph.QuantifierSeveral:
		low = 2
		f.Quantifier, f.Min, f.Disclosure = q, &low, graph.DisclosureVague
	case graph.QuantifierRange:
		f.Quantifier, f.Min, f.Max = q, &low, &high
	default:
		f.Disclosure = pick(t.dice, []graph.Disclosure{graph.DisclosureAssertedButNotGiven, graph.DisclosureUnknown})
	}
	return f
}

// statistic tells a published count, with as much of a scope as it may have.
func (t *teller) statistic(i int) {
	s := &graph.Statistic{
		Header: t.head("statistic", i), Cited: t.cited(), Metric: pick(t.dice, graph.Metrics), Quantifier: graph.QuantifierExact,
		Places: t.some(t.locations, 0, 2), Actors: t.some(t.actors, 0, 2), Compiler: pick(t.dice, t.actors),
	}
	if !t.in(3) {
		s.Period = t.date()
	}
	t.add(s)
}
