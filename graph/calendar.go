package graph

import (
	"fmt"
	"slices"
)

// calendar is a sort of period: a year or a month. What a Date has before the
// digits it cuts off is the number of the period.
type calendar struct {
	cut   Date
	after func(period Date) Date
	name  func(period Date) string
}

var (
	aYear = calendar{10000, func(y Date) Date { return y + 1 }, func(y Date) string { return fmt.Sprintf("%04d", y) }}

	aMonth = calendar{100, func(m Date) Date {
		if m%100 == 12 {
			return m + 100 - 11
		}
		return m + 1
	}, func(m Date) string { return fmt.Sprintf("%04d-%02d", m/100, m%100) }}
)

// mostPeriods is through how many years, or months, one span is placed; a
// longer one says nothing of any of them.
const mostPeriods = 600

// periods are those in which a range certainly lies, as a filter that asks for
// that year or month would say: a MOMENT in the one that holds both of its
// bounds; a SPAN in that of each known bound, and in all between them.
func (c calendar) periods(r DateRange) []string {
	first, last := r.Earliest/c.cut, orUnknown(r.Latest)/c.cut
	switch {
	case first == 0 && last == 0, r.Extent != Span && first != last:
		return nil
	case first == 0 || last == 0:
		return []string{c.name(max(first, last))}
	}
	var out []string
	for p := first; p <= last; p = c.after(p) {
		if len(out) == mostPeriods {
			return nil
		}
		out = append(out, c.name(p))
	}
	return out
}

// orUnknown reads a latest day: beyond every date is no known one.
func orUnknown(d Date) Date {
	if d == MaxDate {
		return 0
	}
	return d
}

// periods are those in which all givers whose word stands certainly put the
// attack (rule 7).
func (x AttackIndex) periods(c calendar) []string {
	var in []string
	first := true
	for _, l := range x.Dates {
		from, to, span, firm := l.Values[0].(int64), l.Values[1].(int64), l.Values[2] == int64(1), l.Values[3] == int64(1)
		if !firm {
			continue
		}
		r := DateRange{Earliest: Date(from), Latest: Date(to)}
		if span {
			r.Extent = Span
		}
		these := c.periods(r)
		if !first {
			these = slices.DeleteFunc(these, func(p string) bool { return !slices.Contains(in, p) })
		}
		in, first = these, false
	}
	return in
}
