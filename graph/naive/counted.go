package naive

import (
	"slices"

	"claimgraph/graph"
)

// reached tells whether a day has come by asOf; a day nobody gave never has,
// but now everything that is recorded holds.
func reached(day graph.Date, asOf graph.AsOf) bool {
	return asOf == graph.Now || day != 0 && day <= graph.Date(asOf)
}

// published is the day by which a source was out; 0 where nobody says.
func (w World) published(source graph.ID) graph.Date {
	return w.At(source).(*graph.Source).Published.Latest
}

// firstSource is when the earliest citing source was out.
func (w World) firstSource(s graph.Sourced) graph.Date {
	first := graph.Date(0)
	for _, c := range s.Cites() {
		if day := w.published(c.Source); day != 0 && (first == 0 || day < first) {
			first = day
		}
	}
	return first
}

// PublicSince is the day from which an assertion is public (rule 2); 0: under no asOf.
func PublicSince(w World, a graph.Assertion) graph.Date {
	since, source := a.Spoken().Made.Latest, w.firstSource(a)
	if since == 0 {
		since = source
	}
	r, ok := a.(graph.Response)
	if !ok || r.Replied().JudgedBy == "" || speaksFor(r.Replied().JudgedBy, r) {
		return since
	}
	if source == 0 {
		return 0
	}
	return max(since, source)
}

// speaksFor tells whether an actor is sure to be a speaker of an assertion.
func speaksFor(actor graph.ID, a graph.Assertion) bool {
	for _, id := range a.Spoken().Asserters {
		if id == actor {
			return !a.Spoken().Alternative()
		}
	}
	return false
}

// Public tells whether an assertion was out by the end of the day (rules 1 and 2).
func Public(w World, a graph.Assertion, asOf graph.AsOf) bool {
	return reached(PublicSince(w, a), asOf)
}

// Retracted tells whether a retraction acts (rule 1): from its own date on, else
// from the publication of its source. The rule is silent on one without any
// date; it acts always, which says less.
func Retracted(w World, r *graph.Retraction, asOf graph.AsOf) bool {
	if r == nil {
		return false
	}
	on := r.On.Latest
	if on == 0 {
		on = w.published(r.Source)
	}
	return on == 0 || reached(on, asOf)
}

// Counted tells whether an assertion counts (rule 1). A source that was
// retracted by then was public by then.
func Counted(w World, a graph.Assertion, asOf graph.AsOf) bool {
	if !Public(w, a, asOf) || Retracted(w, a.Spoken().Retraction, asOf) {
		return false
	}
	out, retracted := 0, 0
	for _, c := range a.Cites() {
		switch source := w.At(c.Source).(*graph.Source); {
		case Retracted(w, source.Retraction, asOf):
			out++
			retracted++
		case reached(source.Published.Latest, asOf):
			out++
		}
	}
	return out == 0 || retracted < out
}

// Exists tells whether an attack or a tie was known of (rule 1).
func Exists(w World, s graph.Sourced, asOf graph.AsOf) bool {
	return reached(w.firstSource(s), asOf)
}

// TurningDays are all days on which something may begin or cease to count, in order.
func TurningDays(w World) []graph.Date {
	var days []graph.Date
	note := func(r *graph.Retraction) {
		if r != nil {
			days = append(days, r.On.Latest)
		}
	}
	for _, s := range every[*graph.Source](w) {
		days = append(days, s.Published.Latest)
		note(s.Retraction)
	}
	for _, a := range every[graph.Assertion](w) {
		days = append(days, a.Spoken().Made.Latest)
		note(a.Spoken().Retraction)
	}
	slices.Sort(days)
	return slices.DeleteFunc(slices.Compact(days), func(d graph.Date) bool { return d == 0 })
}
