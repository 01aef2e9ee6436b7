package naive

import (
	"cmp"
	"slices"

	"claimgraph/graph"
)

// HeldOn tells whether a tie held on a day (rule 23): certainly inside
// attested, or between start.latest and end.earliest; possibly unless
// start.earliest or end.latest excludes it.
func HeldOn(p graph.Period, day graph.Date) (certain, possible bool) {
	bound := func(r *graph.DateRange, latest bool) graph.Date {
		switch {
		case r == nil:
			return 0
		case latest:
			return r.Latest
		}
		return r.Earliest
	}
	between := func(from, to graph.Date) bool { return from != 0 && to != 0 && from <= day && day <= to }
	first, last := bound(p.Start, false), bound(p.End, true)
	possible = (first == 0 || day >= first) && (last == 0 || day <= last)
	certain = attests(p.Attested, day) || between(bound(p.Start, true), bound(p.End, false))
	return certain && possible, possible
}

// attests tells whether a day lies inside what is attested, of which both bounds
// are known.
func attests(r *graph.DateRange, day graph.Date) bool {
	return r != nil && r.Earliest != 0 && r.Latest != 0 && r.Earliest <= day && day <= r.Latest
}

// TieExists tells whether a tie was known of: some source of it was out, and not
// all were retracted.
func TieExists(w World, t *graph.Affiliation, asOf graph.AsOf) bool {
	return Exists(w, t, asOf) && slices.ContainsFunc(t.Citations, func(c graph.Citation) bool {
		return !Retracted(w, w.At(c.Source).(*graph.Source).Retraction, asOf)
	})
}

// TieDisputed tells whether a tie is DENIED or CONTESTED, certainly or possibly (rule 20).
func TieDisputed(w World, t *graph.Affiliation, asOf graph.AsOf) bool {
	return denied(SubjectStanding(w, t.ID, graph.AspectAffiliation, asOf))
}

func denied(s graph.AspectStanding) bool {
	is := func(s graph.Standing) bool { return s == graph.Denied || s == graph.Contested }
	return is(s.Standing) || is(s.Named)
}

// turningDays are those of some days on which ties may begin or cease to hold,
// and the days beside them: between two of them nothing changes.
func (w World) turningDays(r graph.DateRange) []graph.Date {
	bounds := []graph.Date{r.Earliest, r.Latest}
	for _, t := range every[*graph.Affiliation](w) {
		for _, part := range []*graph.DateRange{t.Period.Start, t.Period.End, t.Period.Attested} {
			if part != nil {
				bounds = append(bounds, part.Earliest, part.Latest)
			}
		}
	}
	days := []graph.Date{cmp.Or(r.Earliest, r.Latest, firstDay)}
	for _, d := range bounds {
		for n := -1; n <= 1 && d != 0; n++ {
			days = append(days, d.AddDays(n))
		}
	}
	slices.Sort(days)
	return slices.DeleteFunc(slices.Compact(days), func(d graph.Date) bool {
		return r.Earliest != 0 && d < r.Earliest || r.Latest != 0 && d > r.Latest
	})
}

// Belonged tells whether an actor lay under another on an attack's own day (rule
// 22): certainly, over ties that each certainly held on all the days it may have
// been; possibly, over ties that possibly held on one of them.
func Belonged(w World, actor, to, attack graph.ID, clean bool, asOf graph.AsOf) (certain, possible bool) {
	occurred := AttackValues(w, attack, asOf).Occurred
	bounded := occurred.Earliest != 0 && occurred.Latest != 0
	if actor == to {
		return true, true
	}
	known := func(t *graph.Affiliation) bool {
		return TieExists(w, t, asOf) && !(clean && TieDisputed(w, t, asOf))
	}
	certain = bounded && slices.Contains(Above(w, actor, func(t *graph.Affiliation) bool {
		return known(t) && !slices.ContainsFunc(w.turningDays(occurred), func(d graph.Date) bool { held, _ := HeldOn(t.Period, d); return !held })
	}), to)
	for _, d := range w.turningDays(occurred) {
		possible = possible || slices.Contains(Above(w, actor, func(t *graph.Affiliation) bool {
			_, may := HeldOn(t.Period, d)
			return may && known(t)
		}), to)
	}
	return certain, possible
}
