package graph

import "slices"

// Ties on a day (rule 23): whom an actor lay under when an attack took place.

// Held tells whether a tie or a name of this period held from one day to
// another (rule 23): certainly, where it certainly did on every one of these
// days; possibly, where some of them is not excluded. Of days that are not known
// on one side (0) it certainly held on none: it cannot be shown of all. Days that
// the period's own start or end excludes are never certain, whatever is attested.
func (p Period) Held(from, to Date) (certain, possible bool) {
	d := p.days()
	low, high := int64(from), orMax(to)
	possible = d[4] <= high && low <= d[5]
	if from == 0 || to == 0 || low < d[4] || high > d[5] {
		return false, possible
	}
	next := from // the first of the days not yet shown
	for range 2 {
		for _, shown := range [][2]int64{{d[0], d[1]}, {d[2], d[3]}} {
			if shown[0] <= int64(next) && int64(next) <= shown[1] {
				next = Date(shown[1]).AddDays(1)
			}
		}
	}
	return next > to, possible
}

func (p Period) same(q Period) bool {
	return sameRange(p.Start, q.Start) && sameRange(p.End, q.End) && sameRange(p.Attested, q.Attested)
}

func sameRange(a, b *DateRange) bool {
	return a == nil && b == nil || a != nil && b != nil && *a == *b
}

// tieOf is an affiliation seen from its origin.
func tieOf(a *Affiliation, sources map[ID]*Source) Tie {
	t := Tie{To: a.To, Kind: a.Kind, Via: a.ID, Period: a.Period, Disputes: a.Disputes}
	t.Since, t.Until = existence(a, sources)
	return t
}

// existence is from when on a tie is known: from the publication of its earliest
// source (rule 1; 0: no day is known) until the last of its sources is taken
// back (0: one stands). A retraction without a date leaves nothing standing on
// any day.
func existence(a *Affiliation, sources map[ID]*Source) (since, until Date) {
	since = firstPublished(a.Citations, sources).Latest
	if !unsourced(a.Citations, sources, Now) {
		return since, 0
	}
	until = max(since, MinDate)
	for _, c := range a.Citations {
		until = max(until, withdrawn(sources[c.Source].Retraction, sources).Latest)
	}
	return since, until
}

// existed tells whether something known from one day until another was so then.
func existed(since, until Date, on AsOf) bool {
	if on == Now {
		return until == 0
	}
	return on.knows(since) && (until == 0 || Date(on) < until)
}

func (t Tie) same(o Tie) bool {
	return t.To == o.To && t.Kind == o.Kind && t.Via == o.Via && t.Since == o.Since && t.Until == o.Until &&
		slices.Equal(t.Disputes, o.Disputes) && t.Period.same(o.Period)
}

// denied tells whether the aspect is DENIED or CONTESTED, certainly or possibly.
func (s AspectStanding) denied() bool {
	disputed := []Standing{Denied, Contested}
	return slices.Contains(disputed, s.Standing) || slices.Contains(disputed, s.Named)
}

// membership is how surely an actor lay under another on the days of an
// attack: by any ties, and by those alone that nobody disputes.
type membership struct {
	certain, possible           bool
	certainClean, possibleClean bool
}

// climb finds all whom an actor lay under on some days, over the binding ties
// (rules 4, 22, 23), itself left out. Certainly: every tie on the way certainly
// held on every one of the days. Possibly: there is one of the days on which no
// tie on the way is excluded.
func (v *View) climb(from ID, days DateRange) map[ID]membership {
	found := map[ID]membership{}
	up := func(admits func(Tie) bool, mark func(*membership)) {
		for id := range v.over(from, admits) {
			m := found[id]
			mark(&m)
			found[id] = m
		}
	}
	certainly := func(t Tie) bool { certain, _ := t.Period.Held(days.Earliest, days.Latest); return certain }
	clean := func(held func(Tie) bool) func(Tie) bool {
		return func(t Tie) bool { return !t.Disputes.holds(v.on) && held(t) }
	}
	for _, day := range v.turningDays(from, days) {
		possibly := func(t Tie) bool { d := t.Period.days(); return d[4] <= day && day <= d[5] }
		up(possibly, func(m *membership) { m.possible = true })
		up(clean(possibly), func(m *membership) { m.possibleClean = true })
	}
	if len(found) > 0 {
		up(certainly, func(m *membership) { m.certain = true })
		up(clean(certainly), func(m *membership) { m.certainClean = true })
	}
	return found
}

// over is the upward closure of an actor over such binding ties as were known
// and are admitted, without the actor itself.
func (v *View) over(from ID, admits func(Tie) bool) idSet {
	found := idSet{}
	for frontier := []ID{from}; len(frontier) > 0; frontier = frontier[1:] {
		for _, t := range v.ties(frontier[0]) {
			if t.To != from && !found[t.To] && admits(t) {
				found.add(t.To)
				frontier = append(frontier, t.To)
			}
		}
	}
	return found
}

// ties are the binding ties of an actor that were known.
func (v *View) ties(of ID) []Tie {
	actor := v.Actors[of]
	if actor == nil {
		return nil
	}
	var out []Tie
	for _, t := range actor.Profiled().Web.Ties {
		if slices.Contains(bindingKinds, t.Kind) && existed(t.Since, t.Until, v.on) {
			out = append(out, t)
		}
	}
	return out
}

// turningDays are those of the days on which some way up may open: where ties
// have a day in common, the last of them to begin begins on one of these.
func (v *View) turningDays(from ID, days DateRange) []int64 {
	low, high := int64(days.Earliest), orMax(days.Latest)
	var out []int64
	for _, id := range closure(from, v.Actors) {
		for _, t := range v.ties(id) {
			if day := max(low, t.Period.days()[4]); day <= high {
				out = union(out, []int64{day}, equal)
			}
		}
	}
	return out
}

// occurred is when the attack is said to have taken place, as known then (rule 7).
func (v *View) occurred(a *Attack) DateRange {
	givers := []giver{{values: AttackValues{Occurred: a.Recorded.Occurred}}}
	for _, c := range v.Claims {
		if c.AssertedDate != nil && slices.Contains(c.About, a.ID) && v.counted(c) {
			givers = append(givers, giver{values: AttackValues{Occurred: *c.AssertedDate}})
		}
	}
	return merged(givers).Occurred
}
