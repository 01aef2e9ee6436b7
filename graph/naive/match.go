package naive

import (
	"slices"

	"claimgraph/graph"
)

// dates are the givers' dates that a question of time looks at: the stated ones,
// to which the others yield (rule 7).
func (w World) dates(attack graph.ID, asOf graph.AsOf) (stated []Giver) {
	var unstated []Giver
	for _, g := range Givers(w, attack, asOf) {
		switch g.Occurred.Derivation {
		case "":
		case graph.Unstated:
			unstated = append(unstated, g)
		default:
			stated = append(stated, g)
		}
	}
	if len(stated) == 0 {
		return unstated
	}
	return stated
}

// Occurred tells whether an attack took place in a window (0: open on that side):
// certainly where all firm givers say so, and one does; possibly where any does.
func Occurred(w World, attack graph.ID, from, to graph.Date, asOf graph.AsOf) (certain, possible bool) {
	givers := w.dates(attack, asOf)
	return allFirm(givers, func(g Giver) bool { return certainlyIn(g.Occurred, from, to) }), slices.ContainsFunc(givers, func(g Giver) bool {
		return overlap(g.Occurred, graph.DateRange{Earliest: from, Latest: to})
	})
}

// allFirm tells whether all firm givers do something, and there is one.
func allFirm(givers []Giver, does func(Giver) bool) bool {
	some := false
	for _, g := range givers {
		if g.Firm && !does(g) {
			return false
		}
		some = some || g.Firm
	}
	return some
}

// certainlyIn is the table of filters: a moment's range lies inside, a missing
// bound being open on either; a known bound of a span does, or both are known and
// it overlaps.
func certainlyIn(r graph.DateRange, from, to graph.Date) bool {
	in := func(d graph.Date) bool { return d != 0 && (from == 0 || from <= d) && (to == 0 || d <= to) }
	if r.Extent == graph.Span {
		both := r.Earliest != 0 && r.Latest != 0
		return in(r.Earliest) || in(r.Latest) || both && overlap(r, graph.DateRange{Earliest: from, Latest: to})
	}
	return (from == 0 || in(r.Earliest)) && (to == 0 || in(r.Latest))
}

// LiesIn tells whether an attack lies in any of some places (rule 7, and the
// table of filters).
func LiesIn(w World, attack graph.ID, places []graph.ID, asOf graph.AsOf) (certain, possible bool) {
	var giving []Giver
	for _, g := range Givers(w, attack, asOf) {
		if len(g.Places) > 0 {
			giving = append(giving, g)
			possible = possible || slices.ContainsFunc(g.Places, func(p graph.PlaceRef) bool { return w.mayLie(p, places) })
		}
	}
	certain = allFirm(giving, func(g Giver) bool {
		return slices.ContainsFunc(g.Places, func(p graph.PlaceRef) bool { return w.surelyLies(p, places) })
	})
	return certain, possible || len(giving) == 0
}

// inAny tells whether a location lies in one of some places.
func (w World) inAny(location graph.ID, places []graph.ID) bool {
	return meet(w.line(location), places)
}

func exact(p graph.PlaceRef) bool { return p.Relation == graph.PlaceAt || p.Relation == graph.PlaceIn }

func (w World) surelyLies(p graph.PlaceRef, places []graph.ID) bool {
	if p.Within != "" && w.inAny(p.Within, places) {
		return true
	}
	outside := func(l graph.ID) bool { return !w.inAny(l, places) }
	return exact(p) && len(p.Locations) > 0 && !slices.ContainsFunc(p.Locations, outside)
}

func (w World) mayLie(p graph.PlaceRef, places []graph.ID) bool {
	encloses := func(l graph.ID) bool {
		return slices.ContainsFunc(places, func(place graph.ID) bool { return slices.Contains(w.line(place), l) })
	}
	switch {
	case w.surelyLies(p, places):
		return true
	case len(p.Locations) == 0 && p.Within == "":
		return true
	case len(p.Locations) == 0:
		return encloses(p.Within)
	}
	return slices.ContainsFunc(p.Locations, func(l graph.ID) bool { return w.inAny(l, places) || exact(p) && encloses(l) })
}

// KindsOf are the kinds an attack certainly and possibly is of: given by one
// whose word stands, given by anybody (rule 7).
func KindsOf(w World, attack graph.ID, asOf graph.AsOf) (certain, possible []graph.AttackKind) {
	return givenBy(w, attack, asOf, graph.AttackKinds, func(v graph.AttackValues) []graph.AttackKind { return v.Kinds })
}

// TargetsOf are the categories of targets an attack certainly and possibly had.
func TargetsOf(w World, attack graph.ID, asOf graph.AsOf) (certain, possible []graph.VictimCategory) {
	return givenBy(w, attack, asOf, graph.VictimCategories, func(v graph.AttackValues) []graph.VictimCategory {
		var categories []graph.VictimCategory
		for _, t := range v.Targets {
			categories = append(categories, t.Category)
		}
		return categories
	})
}

func givenBy[T comparable](w World, attack graph.ID, asOf graph.AsOf, list []T, of func(graph.AttackValues) []T) (certain, possible []T) {
	sure, may := map[T]bool{}, map[T]bool{}
	for _, g := range Givers(w, attack, asOf) {
		for _, x := range of(g.AttackValues) {
			may[x] = true
			sure[x] = sure[x] || g.Firm
		}
	}
	return each(list, sure), each(list, may)
}
