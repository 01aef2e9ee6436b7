package ucdp

import "claimgraph/graph"

// when is the date as well as UCDP knows it: some day from date_start to
// date_end. It is a MOMENT also of an aggregate, whose parts lie somewhere in
// the range: SPAN would say that something happened on each of its days.
func (e *event) when() graph.DateRange {
	return graph.DateRange{Earliest: e.start, Latest: e.end, Extent: graph.Moment, Precision: e.precision(), Derivation: graph.Explicit}
}

// precision is that of date_prec where the bounds agree with it.
func (e *event) precision() graph.DatePrecision {
	next := e.end.AddDays(1)
	switch {
	case e.start == e.end:
		return graph.PrecisionDay
	case e.datePrec == 3 && next == e.start.AddDays(7):
		return graph.PrecisionWeek
	case e.datePrec == 4 && e.start%100 == 1 && next == graph.DateOf(e.start.Time().AddDate(0, 1, 0)):
		return graph.PrecisionMonth
	case e.datePrec == 5 && e.start%10000 == 101 && next == graph.DateOf(e.start.Time().AddDate(1, 0, 0)):
		return graph.PrecisionYear
	}
	return graph.PrecisionRange
}

// days are the date in words.
func (e *event) days() string {
	if e.start == e.end {
		return e.start.String()
	}
	return e.start.String() + " to " + e.end.String()
}
