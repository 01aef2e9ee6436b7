package graph

import (
	"maps"
	"math"
)

// tally is what one assertion says of one outcome in numbers (rule 26).
type tally struct {
	parts map[VictimCategory]bounds // by who they were; empty where somebody's is UNKNOWN or MIXED
	total bounds
	known bool // a number was given at all
}

// bounds are from how many to how many; open upwards at math.MaxInt.
type bounds struct{ low, high int }

func (e bounds) plus(f bounds) bounds {
	sum := bounds{e.low + f.low, math.MaxInt}
	if e.high < math.MaxInt && f.high < math.MaxInt {
		sum.high = e.high + f.high
	}
	return sum
}

func (e bounds) overlaps(f bounds) bool { return e.low <= f.high && f.low <= e.high }

// tallyOf adds the figures of one outcome: they are parts, unless some have
// victims UNKNOWN or MIXED, which are the total then (rule 26). A part without
// a number leaves open what it is a part of, and no more than that is known of it.
func tallyOf(figures []CasualtyFigure, outcome CasualtyOutcome) tally {
	t := tally{parts: map[VictimCategory]bounds{}}
	var whole, sum bounds
	mixed, numbered := false, map[VictimCategory]bool{}
	for _, f := range figures {
		if f.Outcome != outcome {
			continue
		}
		e, given := f.bounds()
		sum, t.known = sum.plus(e), t.known || given
		if c := f.Victims.Category; c == VictimUnknown || c == VictimMixed || c == "" {
			mixed, whole = mixed || given, whole.plus(e)
		} else {
			t.parts[c], numbered[c] = t.parts[c].plus(e), numbered[c] || given
		}
	}
	maps.DeleteFunc(t.parts, func(c VictimCategory, _ bounds) bool { return !numbered[c] })
	t.total = sum
	if mixed {
		t.total, t.parts = whole, nil
	}
	return t
}

// bounds are what the figure says in numbers; false where no number was given.
func (f CasualtyFigure) bounds() (bounds, bool) {
	e := bounds{0, math.MaxInt}
	if f.Min != nil {
		e.low = *f.Min
	}
	if f.Max != nil {
		e.high = *f.Max
	}
	return e, f.Min != nil || f.Max != nil
}

// compare tells whether two tallies speak of comparable victims, and whether
// their numbers can then both hold: category by category where both give
// categories, else the totals (rule 29).
func (t tally) compare(other tally) (alike, overlap bool) {
	if !t.known || !other.known {
		return false, false
	}
	if t.parts == nil || other.parts == nil {
		return true, t.total.overlaps(other.total)
	}
	overlap = true
	for c, e := range t.parts {
		if f, both := other.parts[c]; both {
			alike, overlap = true, overlap && e.overlaps(f)
		}
	}
	return alike, alike && overlap
}

// figuresAgree tells whether two testimonies give figures that overlap: at
// least one that is comparable, and none that is apart (rule 18). Figures that
// a later assertion replaced are not looked at (rule 27), nor those of several
// attacks together beside those of one (rule 32).
func (d *docket) figuresAgree(a, b testimony) bool {
	if d.replaced[a.ID] || d.replaced[b.ID] || !within(a.About, b.About) || !within(b.About, a.About) {
		return false
	}
	met := false
	for _, outcome := range CasualtyOutcomes {
		alike, overlap := tallyOf(a.Casualties, outcome).compare(tallyOf(b.Casualties, outcome))
		if alike && !overlap {
			return false
		}
		met = met || alike
	}
	return met
}

// replacedFigures are the assertions whose figures a counted one replaces: it
// supersedes them and gives figures itself, or takes over a claim's (rules 27, 28).
func (v *View) replacedFigures() idSet {
	replaced, answered := idSet{}, v.answered()
	look := func(a Assertion) {
		if figures, _ := figuresOf(a, answered); len(figures) > 0 && v.counted(a) {
			replaced.add(a.Spoken().Supersedes)
		}
	}
	for _, c := range v.Claims {
		look(c)
	}
	for _, r := range v.Responses {
		look(r)
	}
	return replaced
}
