package storetest

import "claimgraph/graph"

// october is a day of the month in which everything happens.
func october(d int) graph.Date { return graph.Date(20171000 + d) }

// day is one known day of that month.
func day(d int) graph.DateRange { return graph.OnDay(october(d), graph.Explicit) }

// some is one moment between two days; day 0 is a bound that nobody gave.
func some(first, last int) graph.DateRange { return dates(graph.Moment, first, last) }

// all is a span that fills its days; day 0 is a bound that nobody gave.
func all(first, last int) graph.DateRange { return dates(graph.Span, first, last) }

// undated is a date nobody gave, not after the given day.
func undated(last int) graph.DateRange {
	r := dates(graph.Moment, 0, last)
	r.Derivation = graph.Unstated
	return r
}

func dates(extent graph.Extent, first, last int) graph.DateRange {
	r := graph.DateRange{Extent: extent, Derivation: graph.Inferred}
	if first > 0 {
		r.Earliest = october(first)
	}
	if last > 0 {
		r.Latest = october(last)
	}
	return r
}

func attested(r graph.DateRange) graph.Period { return graph.Period{Attested: &r} }

func lasting(start, end graph.DateRange) graph.Period {
	return graph.Period{Start: &start, End: &end}
}

func since(start graph.DateRange) graph.Period { return graph.Period{Start: &start} }

func until(end graph.DateRange) graph.Period { return graph.Period{End: &end} }

// at names places by their relation to what happened; several are alternatives,
// or, with BETWEEN, the two ends.
func at(relation graph.PlaceRelation, places ...graph.ID) graph.PlaceRef {
	return graph.PlaceRef{Relation: relation, Locations: places}
}

// atWithin is the same, in an area that the source names for the event itself.
func atWithin(area graph.ID, relation graph.PlaceRelation, places ...graph.ID) graph.PlaceRef {
	return graph.PlaceRef{Relation: relation, Locations: places, Within: area}
}
