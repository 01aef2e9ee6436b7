package dossier

import (
	"fmt"
	"reflect"
	"strings"
	"time"

	"github.com/goccy/go-yaml/ast"

	"claimgraph/graph"
)

const dateForms = "a date is written 2017-10-23, 2017-10, 2017, 2017-10-25 to 2017-10-27, not after 2017-10-27, not before 2017-10-25 or unknown"

// ParseDate reads a date as people write it.
func ParseDate(text string) (graph.DateRange, error) {
	written := strings.Join(strings.Fields(text), " ")
	if written == "unknown" || written == "not given" {
		return graph.NoDate(0), nil
	}
	if rest, ok := strings.CutPrefix(written, "not after "); ok {
		bound, err := parseDays(rest)
		return graph.NoDate(bound.Latest), err
	}
	if rest, ok := strings.CutPrefix(written, "not before "); ok {
		bound, err := parseDays(rest)
		none := graph.NoDate(0)
		none.Earliest = bound.Earliest
		return none, err
	}
	if from, to, ok := strings.Cut(written, " to "); ok {
		return parseSpan(from, to)
	}
	return parseDays(written)
}

func parseSpan(from, to string) (graph.DateRange, error) {
	first, err := parseDays(from)
	if err != nil {
		return graph.DateRange{}, err
	}
	last, err := parseDays(to)
	if err != nil {
		return graph.DateRange{}, err
	}
	return between(first.Earliest, last.Latest)
}

// between is some moment from one day to another.
func between(from, to graph.Date) (graph.DateRange, error) {
	if from != 0 && to != 0 && from > to {
		return graph.DateRange{}, fmt.Errorf("the date ends (%s) before it begins (%s)", to, from)
	}
	precision := graph.PrecisionRange
	if from == to {
		precision = graph.PrecisionDay
	}
	return graph.DateRange{Earliest: from, Latest: to, Extent: graph.Moment, Precision: precision, Derivation: graph.Explicit}, nil
}

// parseDays reads a day, a month or a year.
func parseDays(text string) (graph.DateRange, error) {
	for _, unit := range []struct {
		layout    string
		precision graph.DatePrecision
		end       func(time.Time) time.Time
	}{
		{time.DateOnly, graph.PrecisionDay, func(t time.Time) time.Time { return t }},
		{"2006-01", graph.PrecisionMonth, func(t time.Time) time.Time { return t.AddDate(0, 1, -1) }},
		{"2006", graph.PrecisionYear, func(t time.Time) time.Time { return t.AddDate(1, 0, -1) }},
	} {
		if len(text) != len(unit.layout) || strings.Trim(text, "0123456789-") != "" {
			continue
		}
		t, err := time.Parse(unit.layout, text)
		if err != nil || t.Year() < 1 {
			return graph.DateRange{}, fmt.Errorf("%q is not a day of the calendar", text)
		}
		return graph.DateRange{
			Earliest: graph.DateOf(t), Latest: graph.DateOf(unit.end(t)),
			Extent: graph.Moment, Precision: unit.precision, Derivation: graph.Explicit,
		}, nil
	}
	return graph.DateRange{}, fmt.Errorf("%q is not a date; %s", clip(text), dateForms)
}

// dayForm is one day, month or year that bounds a date.
type dayForm struct{}

func (dayForm) read(c cursor, n ast.Node, into reflect.Value) {
	into.Set(reflect.ValueOf(readDays(c, n)).Convert(into.Type()))
}

func readDays(c cursor, n ast.Node) graph.DateRange {
	text, ok := scalar(n)
	if !ok {
		c.problem(n, "a day like 2017-10-23 is wanted, not %s", describe(n))
		return graph.DateRange{}
	}
	days, err := parseDays(text)
	if err != nil {
		c.problem(n, "%s", err)
	}
	return days
}

// dateForm is a date in one line.
type dateForm struct{}

func (dateForm) read(c cursor, n ast.Node, into reflect.Value) {
	text, ok := scalar(n)
	if !ok {
		c.problem(n, "%s; this is %s", dateForms, describe(n))
		return
	}
	date, err := ParseDate(text)
	if err != nil {
		c.problem(n, "%s", err)
		return
	}
	into.Set(reflect.ValueOf(date).Convert(into.Type()))
}

// dateWritten is a date with how it is known.
type dateWritten struct {
	On    onDate              `json:"on"`
	From  fromDay             `json:"from"`
	To    toDay               `json:"to"`
	Basis graph.CitationBasis `json:"basis"`
}

// onDate, fromDay and toDay are dates that are read in their own way.
type (
	onDate  graph.DateRange
	fromDay graph.DateRange
	toDay   graph.DateRange
)

// derivationOf is what a basis means for a date: the words people use for
// citations do for dates as well.
var derivationOf = map[graph.CitationBasis]graph.Derivation{
	graph.BasisStated: graph.Explicit, graph.BasisInferred: graph.Inferred, graph.BasisExternal: graph.External,
}

// fillDate makes a range of what was written; how it is known was read already.
func fillDate(c cursor, n ast.Node, w *dateWritten, into *graph.DateRange) {
	bounds, on := w.From.Earliest != 0 || w.To.Latest != 0, w.On.Extent != ""
	if bounds && on {
		c.problem(n, "a date is written with \"on\", or with \"from\" and \"to\", not with both")
		return
	}
	date := graph.DateRange(w.On)
	if bounds {
		var err error
		if date, err = between(w.From.Earliest, w.To.Latest); err != nil {
			c.problem(n, "%s", err)
			return
		}
	}
	if w.Basis != "" && into.Derivation != "" {
		c.problem(n, "how the date is known stands here twice: as \"basis\" and as \"derivation\"")
		return
	}
	how := into.Derivation
	if how == "" {
		how = derivationOf[w.Basis]
	}
	*into = dated(date, *into, how)
}

// dated puts what was said about a date into it.
func dated(date, said graph.DateRange, how graph.Derivation) graph.DateRange {
	if how != "" {
		date.Derivation = how
		if date.Precision == graph.PrecisionUnknown && date.Stated() {
			date.Precision = "" // Normal names it by the bounds
		}
	}
	if said.Extent != "" {
		date.Extent = said.Extent
	}
	if said.Precision != "" {
		date.Precision = said.Precision
	}
	date.Verbatim = said.Verbatim
	return date.Normal()
}
