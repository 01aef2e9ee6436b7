package graph

import "fmt"

// A window of days lies together in a list sorted by date, but for dates that
// are wide: what began in the window may be sorted by an end far behind it. So
// every date is told apart by how far.

// Widths of a date, or of the dates that several give of one attack: whether all of
// them are moments that stand, and how far their last bound lies behind the first.
const (
	daysOfMoments int64 = iota // moments: what certainly lies in a window is sorted within it
	yearOfMoments
	moreOfMoments
	aboutDays // a bound of it lies in the window, and the end at most so much later
	aboutYear
	wide     // anywhere
	halfOpen // moments without a bound: they certainly lie only in windows without it
	never    // nothing that stands; certainly in no window
)

// How much later the end may lie, in days.
const (
	someDays = 31
	aYearsOf = 366
)

// widthOf tells it of dates, by their hull: whether one that stands is a span,
// and whether all of them stand.
func widthOf(hull DateRange, spans, allFirm bool) int64 {
	moments := allFirm && !spans
	far := func(ofMoments, of int64) int64 {
		if moments {
			return ofMoments
		}
		return of
	}
	switch {
	case hull.Earliest == 0 || hull.Latest == 0:
		return far(halfOpen, wide)
	case hull.Latest <= hull.Earliest.AddDays(someDays):
		return far(daysOfMoments, aboutDays)
	case hull.Latest <= hull.Earliest.AddDays(aYearsOf):
		return far(yearOfMoments, aboutYear)
	}
	return far(moreOfMoments, wide)
}

// width is that of the dates which an attack's givers give, whose hull it is.
func (x AttackIndex) width(hull DateRange) int64 {
	firm, all, spans := false, true, false
	for _, d := range x.Dates {
		if d.Values[3] == flag(true) {
			firm, spans = true, spans || d.Values[2] == flag(true)
		} else {
			all = false
		}
	}
	if !firm {
		return never
	}
	return widthOf(hull, spans, all)
}

// Everywhere is the whole list in stretches, for a store whose indexes know
// nothing but stretches.
func Everywhere() []Run {
	var all []Run
	for width := daysOfMoments; width <= never; width++ {
		all = append(all, Run{width, "", fmt.Sprintf("%08d~", int64(MaxDate))})
	}
	return all
}

// lookWithin tells where dates stand that lie in a window: certainly, or possibly,
// that is, where they overlap it.
func lookWithin(f *Family, name string, mode Certainty, low, high int64) Pred {
	s := Stretch{Key: f.Column("sort_" + name), Wide: f.Column(name + "_wide")}
	add := func(low, high int64, widths ...int64) {
		for _, width := range widths {
			s.Runs = append(s.Runs, Run{width, fmt.Sprintf("%08d", low), fmt.Sprintf("%08d~", high)})
		}
	}
	after := func(days int) int64 {
		if high >= int64(MaxDate)-2_00_00 { // no day of the calendar lies behind the last
			return int64(MaxDate)
		}
		return int64(Date(high).AddDays(days))
	}
	if mode == Possible {
		add(low, after(someDays), daysOfMoments, aboutDays)
		add(low, after(aYearsOf), yearOfMoments, aboutYear)
		add(0, int64(MaxDate), moreOfMoments, wide, halfOpen, never)
		return s
	}
	add(low, high, daysOfMoments, yearOfMoments, moreOfMoments)
	add(low, after(someDays), aboutDays)
	add(low, after(aYearsOf), aboutYear)
	add(0, int64(MaxDate), wide)
	if low == 0 || high == int64(MaxDate) {
		add(low, high, halfOpen)
	}
	return s
}
