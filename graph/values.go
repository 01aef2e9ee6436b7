package graph

import "slices"

// giver is who says what an attack was: the record, or a counted claim (rule 7).
type giver struct {
	id     ID
	firm   bool // its word stands: it is not overall questioned, denied or contested
	values AttackValues
}

// givers are the record, then the counted claims about the attack in their
// default order; one about several attacks gives its values to each.
func (v *View) givers(a *Attack) []giver {
	out := []giver{{id: a.ID, firm: true, values: a.Recorded}}
	claims := slices.Clone(v.Claims)
	sortByDefault(claims)
	for _, c := range claims {
		if !slices.Contains(c.About, a.ID) || !v.counted(c) {
			continue
		}
		g := giver{id: c.ID, values: AttackValues{Places: c.AssertedPlaces, Kinds: c.AssertedKinds, Targets: c.AssertedTargets}}
		if c.AssertedDate != nil {
			g.values.Occurred = *c.AssertedDate
		}
		switch v.ClaimStanding(c).Overall {
		case Questioned, Denied, Contested:
		default:
			g.firm = true
		}
		out = append(out, g)
	}
	return out
}

// merged is what an attack is said to be (rule 7): the hull of the dates, the
// union of the others, each once. Dates nobody states yield to any that somebody does.
func merged(givers []giver) AttackValues {
	var all AttackValues
	var stated, unstated []DateRange
	for _, g := range givers {
		switch when := g.values.Occurred; {
		case when.Stated():
			stated = append(stated, when)
		case when.Derivation == Unstated:
			unstated = append(unstated, when)
		}
		all.Places = union(all.Places, g.values.Places, PlaceRef.same)
		all.Kinds = union(all.Kinds, g.values.Kinds, equal)
		all.Targets = union(all.Targets, g.values.Targets, equal)
	}
	if len(stated) == 0 {
		stated = unstated
	}
	if len(stated) > 0 {
		all.Occurred = hull(stated)
	}
	return all
}

func union[T any](all, more []T, same func(T, T) bool) []T {
	for _, x := range more {
		if !slices.ContainsFunc(all, func(y T) bool { return same(x, y) }) {
			all = append(all, x)
		}
	}
	return all
}

func equal[T comparable](a, b T) bool { return a == b }

// same tells whether two say the same place, in whatever words.
func (p PlaceRef) same(q PlaceRef) bool {
	return p.Relation == q.Relation && p.Within == q.Within && within(p.Locations, q.Locations) && within(q.Locations, p.Locations)
}

// hull is the range that holds all of them: of several that differ it has
// precision RANGE and the weakest derivation, and is a SPAN if one is (rule 7).
func hull(dates []DateRange) DateRange {
	all := dates[0]
	if !slices.ContainsFunc(dates, func(r DateRange) bool { return !all.sameDays(r) }) {
		return all
	}
	all.Precision, all.Verbatim = PrecisionRange, ""
	for _, r := range dates[1:] {
		all.Earliest = min(all.Earliest, r.Earliest) // 0, unknown, is the least
		if all.Latest == 0 || r.Latest == 0 {
			all.Latest = 0
		}
		if all.Latest != 0 {
			all.Latest = max(all.Latest, r.Latest)
		}
		if r.Extent == Span {
			all.Extent = Span
		}
		if slices.Index(Derivations, r.Derivation) > slices.Index(Derivations, all.Derivation) {
			all.Derivation = r.Derivation
		}
	}
	return all
}

func (r DateRange) sameDays(o DateRange) bool {
	return r.Earliest == o.Earliest && r.Latest == o.Latest && r.Extent == o.Extent
}

// indexed is what filters look up of an attack (rule 7): what firm givers give
// is certain, what any gives is possible.
func (c *Case) indexed(givers []giver) AttackIndex {
	var x AttackIndex
	var unstated []Arc
	for _, g := range givers {
		x.KindsPossible = union(x.KindsPossible, g.values.Kinds, equal)
		for _, t := range g.values.Targets {
			x.TargetsPossible = union(x.TargetsPossible, []VictimCategory{t.Category}, equal)
		}
		switch when := g.values.Occurred; {
		case when.Stated():
			x.Dates = append(x.Dates, dated(g))
		case when.Derivation == Unstated:
			unstated = append(unstated, dated(g))
		}
		if !g.firm {
			continue
		}
		x.KindsCertain = union(x.KindsCertain, g.values.Kinds, equal)
		for _, t := range g.values.Targets {
			x.TargetsCertain = union(x.TargetsCertain, []VictimCategory{t.Category}, equal)
			x.FirmTargets = union(x.FirmTargets, ids(t.Actor), equal)
		}
	}
	if len(x.Dates) == 0 {
		x.Dates = unstated
	}
	x.Lies, x.Anywhere = c.lies(givers)
	x.LiesAt = liesWhere(givers)
	return x
}

// dated is a giver's date as a link: from, to, span, firm.
func dated(g giver) Arc {
	r := g.values.Occurred
	return Arc{g.id, []any{int64(r.Earliest), orMax(r.Latest), flag(r.Extent == Span), flag(g.firm)}}
}
