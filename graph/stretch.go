package graph

import "fmt"

// A window of days lies together in a list sorted by date, but for dates that
// are wide: what began in the window may be sorted by an end far behind it. So
// every date is told apart by how far.

// Widths of a date, or of the dates that several give of one attack.
const (
	narrow    int64 = iota // moments: what certainly lies in a window is sorted within it
	aboutDays              // a bound of it lies in the window, and the end at most so much later
	aboutYear
	wide     // anywhere
	halfOpen // moments without a bound: they certainly lie only in windows without it
	never    // nothing that stands; certainly in no window
)

var beyondEnd = map[int64]int{aboutDays: 31, aboutYear: 366} // days

// widthOf tells it of dates, by their hull: whether one that stands is a span,
// and whether all of them stand.
func widthOf(hull DateRange, spans, allFirm bool) int64 {
	switch {
	case allFirm && !spans && hull.Earliest != 0 && hull.Latest != 0:
		return narrow
	case allFirm && !spans:
		return halfOpen
	case hull.Earliest == 0 || hull.Latest == 0:
		return wide
	}
	for _, width := range []int64{aboutDays, aboutYear} {
		if hull.Latest <= hull.Earliest.AddDays(beyondEnd[width]) {
			return width
		}
	}
	return wide
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

// lookWithin tells where dates stand that certainly lie in a window.
func lookWithin(f *Family, name string, low, high int64) Pred {
	s := Stretch{Key: f.Column("sort_" + name), Wide: f.Column(name + "_wide")}
	add := func(width, low, high int64) {
		s.Runs = append(s.Runs, Run{width, fmt.Sprintf("%08d", low), fmt.Sprintf("%08d~", high)})
	}
	add(narrow, low, high)
	for _, width := range []int64{aboutDays, aboutYear} {
		end := int64(MaxDate)
		if high < end-2_00_00 { // no day of the calendar lies behind the last
			end = int64(Date(high).AddDays(beyondEnd[width]))
		}
		add(width, low, end)
	}
	add(wide, 0, int64(MaxDate))
	if low == 0 || high == int64(MaxDate) {
		add(halfOpen, low, high)
	}
	return s
}
