package ucdp

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"claimgraph/graph"
)

// row is one row as it is read. The first thing wrong in it is kept.
type row struct {
	table   *table
	cells   []string
	problem *Problem
}

// wrong notes what is wrong in a column.
func (r *row) wrong(column, format string, args ...any) {
	if r.problem != nil {
		return
	}
	i := r.table.columns[column]
	line, at := r.table.csv.FieldPos(i)
	r.problem = &Problem{r.table.name, line, at, r.table.names[i] + ": " + fmt.Sprintf(format, args...)}
}

// text is what stands in a column; "" where nothing does, or the file has no such column.
func (r *row) text(column string) string {
	i, there := r.table.columns[column]
	if !there {
		return ""
	}
	text := tidy(r.cells[i])
	if !utf8.ValidString(text) {
		r.wrong(column, "is not UTF-8")
		return ""
	}
	if text == "NA" || text == "n/a" { // R writes what is missing so, and UCDP's actors
		return ""
	}
	return strings.Clone(text) // what is kept of a row must not keep all of it
}

// must is a text that has to be there.
func (r *row) must(column string) string {
	text := r.text(column)
	if text == "" {
		r.wrong(column, "is missing")
	}
	return text
}

// whole reads a whole number. Some programs write 5 as 5.0, and R writes 500000
// as 5e+05, which is all its digits.
func whole(text string) (int, error) {
	digit, zeros, round := strings.Cut(text, "e+0")
	if round && len(digit) == 1 && len(zeros) == 1 {
		n, err := strconv.Atoi(zeros)
		if err != nil {
			return 0, err
		}
		text = digit + strings.Repeat("0", n)
	}
	return strconv.Atoi(strings.TrimSuffix(text, ".0"))
}

// tidy makes one line of a text.
func tidy(text string) string { return strings.Join(strings.Fields(text), " ") }

// number is a whole number from 1 to a highest.
func (r *row) number(column string, high int) int {
	text := r.must(column)
	n, err := whole(text)
	switch {
	case err != nil:
		r.wrong(column, "%q is not a whole number", clip(text))
	case n < 1:
		r.wrong(column, "%d is below 1", n)
	case n > high:
		r.wrong(column, "%d is not one of 1 to %d", n, high)
	default:
		return n
	}
	return 1
}

// count is a number of people.
func (r *row) count(column string) int {
	const all = 1_000_000_000
	text := r.must(column)
	n, err := whole(text)
	if err != nil || n < 0 || n > all {
		r.wrong(column, "%q is not a number of people", clip(text))
		return 0
	}
	return n
}

// degrees are a latitude or longitude; false where the column is empty.
func (r *row) degrees(column string, most float64) (float64, bool) {
	text := r.text(column)
	if text == "" {
		return 0, false
	}
	d, err := strconv.ParseFloat(text, 64)
	if err != nil || !(d >= -most && d <= most) {
		r.wrong(column, "%q is not one of %g to %g degrees", clip(text), -most, most)
		return 0, false
	}
	return d, true
}

// day is a date; newer versions write midnight behind it.
func (r *row) day(column string) graph.Date {
	text := r.must(column)
	on, midnight, _ := strings.Cut(text, " ")
	d, err := graph.ParseDate(on)
	if err != nil || strings.Trim(midnight, "0:.") != "" {
		r.wrong(column, "%q is not a day, which is written like 2017-10-23", clip(text))
		return 0
	}
	return d
}

func clip(text string) string {
	if runes := []rune(text); len(runes) > 40 {
		return string(runes[:40]) + "…"
	}
	return text
}
