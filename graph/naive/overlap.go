package naive

import (
	"math"
	"slices"

	"claimgraph/graph"
)

// datesAgree tells whether two dates are given and can both hold (rule 18).
func datesAgree(a, b *graph.DateRange) bool {
	return given(a) && given(b) && overlap(*a, *b)
}

// given tells whether somebody gave a date: with a bound at least.
func given(r *graph.DateRange) bool {
	return r != nil && r.Derivation != graph.Unstated && (r.Earliest != 0 || r.Latest != 0)
}

// overlap tells whether two ranges have a day in common; a missing bound is open.
func overlap(a, b graph.DateRange) bool {
	before := func(x, y graph.DateRange) bool { return x.Latest != 0 && y.Earliest != 0 && x.Latest < y.Earliest }
	return !before(a, b) && !before(b, a)
}

// line is a location and its line of parents.
func (w World) line(id graph.ID) []graph.ID {
	var line []graph.ID
	for id != "" && !slices.Contains(line, id) {
		line = append(line, id)
		id = w.At(id).(*graph.Location).Parent
	}
	return line
}

// placesAgree tells whether places are given on both sides and all of the one
// side fit the other.
func (w World) placesAgree(a, b []graph.PlaceRef) bool {
	return len(a) > 0 && len(b) > 0 && (w.allFit(a, b) || w.allFit(b, a))
}

func (w World) allFit(ones, others []graph.PlaceRef) bool {
	for _, p := range ones {
		if !slices.ContainsFunc(others, func(q graph.PlaceRef) bool { return w.fit(p, q) }) {
			return false
		}
	}
	return true
}

// fit tells whether a place named by the one lies in one named by the other.
func (w World) fit(p, q graph.PlaceRef) bool {
	for _, a := range namedBy(p) {
		for _, b := range namedBy(q) {
			if slices.Contains(w.line(a), b) || slices.Contains(w.line(b), a) {
				return true
			}
		}
	}
	return false
}

func namedBy(p graph.PlaceRef) []graph.ID {
	if len(p.Locations) == 0 && p.Within != "" {
		return []graph.ID{p.Within}
	}
	return p.Locations
}

// open stands for a number without an upper bound.
const open = math.MaxInt32

// count is from how many to how many, if a number was given at all.
type count struct {
	low, high int
	given     bool
	about     bool
}

func (a count) plus(b count) count {
	sum := count{low: a.low + b.low, high: a.high + b.high, given: a.given || b.given, about: a.about || b.about}
	if a.high == open || b.high == open {
		sum.high = open
	}
	return sum
}

func (a count) fits(b count) bool { return a.low <= b.high && b.low <= a.high }

// counted is what one figure says; without a number anything from nobody on.
func counted(f graph.CasualtyFigure) count {
	c := count{high: open, given: f.Min != nil || f.Max != nil, about: f.Quantifier == graph.QuantifierAbout}
	if f.Min != nil {
		c.low = *f.Min
	}
	if f.Max != nil {
		c.high = *f.Max
	}
	return c
}

// ofUnknown tells whether a figure is of people of no one category.
func ofUnknown(f graph.CasualtyFigure) bool {
	return f.Victims.Category == graph.VictimUnknown || f.Victims.Category == graph.VictimMixed
}

// hasTotal tells whether figures of one outcome hold a total (rule 26). Without
// a number it is none.
func hasTotal(figures []graph.CasualtyFigure) bool {
	return slices.ContainsFunc(figures, func(f graph.CasualtyFigure) bool { return ofUnknown(f) && counted(f).given })
}

// total is what figures of one outcome, by one assertion, come to (rule 26).
func total(figures []graph.CasualtyFigure) count {
	whole := hasTotal(figures)
	var sum count
	for _, f := range figures {
		if !whole || ofUnknown(f) {
			sum = sum.plus(counted(f))
		}
	}
	return sum
}

func ofOutcome(figures []graph.CasualtyFigure, outcome graph.CasualtyOutcome) []graph.CasualtyFigure {
	return slices.DeleteFunc(slices.Clone(figures), func(f graph.CasualtyFigure) bool { return f.Outcome != outcome })
}

func ofVictims(figures []graph.CasualtyFigure, category graph.VictimCategory) []graph.CasualtyFigure {
	return slices.DeleteFunc(slices.Clone(figures), func(f graph.CasualtyFigure) bool { return f.Victims.Category != category })
}

// compareFigures tells how many numbers of one outcome of two assertions can be
// compared, and how many of those are apart: category by category where both
// give categories, else the totals (rule 29).
func compareFigures(a, b []graph.CasualtyFigure) (alike, apart int) {
	compare := func(a, b []graph.CasualtyFigure) {
		x, y := total(a), total(b)
		if !x.given || !y.given {
			return
		}
		alike++
		if !x.fits(y) {
			apart++
		}
	}
	if hasTotal(a) || hasTotal(b) {
		compare(a, b)
		return alike, apart
	}
	for _, category := range graph.VictimCategories[:len(graph.VictimCategories)-2] {
		compare(ofVictims(a, category), ofVictims(b, category))
	}
	return alike, apart
}

// figuresAgree tells whether two give numbers that overlap: one at least that
// can be compared, and none apart (rule 18). Replaced figures are gone (rule
// 27), and those of several attacks together are none of one (rule 32).
func (w World) figuresAgree(a, b *graph.Said, asOf graph.AsOf) bool {
	if Replaced(w, a.ID, asOf) || Replaced(w, b.ID, asOf) || !sameSet(a.About, b.About) && (len(a.About) > 1 || len(b.About) > 1) {
		return false
	}
	alike, apart := 0, 0
	for _, outcome := range graph.CasualtyOutcomes {
		c, d := compareFigures(ofOutcome(a.Casualties, outcome), ofOutcome(b.Casualties, outcome))
		alike, apart = alike+c, apart+d
	}
	return alike > 0 && apart == 0
}

func sameSet(a, b []graph.ID) bool {
	in := func(a, b []graph.ID) bool {
		return !slices.ContainsFunc(a, func(id graph.ID) bool { return !slices.Contains(b, id) })
	}
	return in(a, b) && in(b, a)
}

// Replaced tells whether a counted assertion supersedes this one, and gives
// figures or takes over those of a claim (rules 27 and 28).
func Replaced(w World, id graph.ID, asOf graph.AsOf) bool {
	return slices.ContainsFunc(every[graph.Assertion](w), func(a graph.Assertion) bool {
		figures, _ := Account(w, a)
		return a.Spoken().Supersedes == id && len(figures) > 0 && Counted(w, a, asOf)
	})
}
