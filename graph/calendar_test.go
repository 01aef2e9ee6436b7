package graph

import (
	"slices"
	"testing"
)

func TestYearsAndMonthsInWhichARangeCertainlyLies(t *testing.T) {
	for _, c := range []struct {
		story         string
		r             DateRange
		years, months []string
	}{
		{"a day", DateRange{Earliest: 20171023, Latest: 20171023}, []string{"2017"}, []string{"2017-10"}},
		{"some day of a month", DateRange{Earliest: 20171201, Latest: 20171231}, []string{"2017"}, []string{"2017-12"}},
		{"some day of a year", DateRange{Earliest: 20180101, Latest: 20181231}, []string{"2018"}, nil},
		{"one night of two years", DateRange{Earliest: 20171231, Latest: 20180101}, nil, nil},
		{"not after a day", DateRange{Latest: 20171023}, nil, nil},
		{"nobody knows when", DateRange{}, nil, nil},
		{"all of the night of two years", DateRange{Earliest: 20171231, Latest: 20180101, Extent: Span}, []string{"2017", "2018"}, []string{"2017-12", "2018-01"}},
		{"going on since a day", DateRange{Earliest: 20171231, Extent: Span}, []string{"2017"}, []string{"2017-12"}},
		{"going on until a day", DateRange{Latest: 20180101, Extent: Span}, []string{"2018"}, []string{"2018-01"}},
		{"over a whole year", DateRange{Earliest: 19600101, Latest: 19610101, Extent: Span}, []string{"1960", "1961"},
			[]string{"1960-01", "1960-02", "1960-03", "1960-04", "1960-05", "1960-06", "1960-07", "1960-08", "1960-09", "1960-10", "1960-11", "1960-12", "1961-01"}},
		{"since for ever", DateRange{Earliest: 10101, Latest: 20180101, Extent: Span}, nil, nil},
	} {
		t.Run(c.story, func(t *testing.T) {
			if got := aYear.periods(c.r); !slices.Equal(got, c.years) {
				t.Errorf("years %v, not %v", got, c.years)
			}
			if got := aMonth.periods(c.r); !slices.Equal(got, c.months) {
				t.Errorf("months %v, not %v", got, c.months)
			}
		})
	}
}

// Which word says what is certain of an attack that several date: all whose word stands.
func TestGiversWhoDoNotAgreeOnTheMonthPlaceItInNone(t *testing.T) {
	october, november := DateRange{Earliest: 20171031, Latest: 20171031}, DateRange{Earliest: 20171101, Latest: 20171101}
	dates := func(firm bool) []Arc {
		return []Arc{dated(giver{id: "attack:a", firm: true, values: AttackValues{Occurred: october}}), dated(giver{id: "claim:a", firm: firm, values: AttackValues{Occurred: november}})}
	}
	if got := (AttackIndex{Dates: dates(true)}).periods(aMonth); len(got) > 0 {
		t.Errorf("both stand, and it lies in %v", got)
	}
	if got := (AttackIndex{Dates: dates(true)}).periods(aYear); !slices.Equal(got, []string{"2017"}) {
		t.Errorf("both say 2017, and it lies in %v", got)
	}
	if got := (AttackIndex{Dates: dates(false)}).periods(aMonth); !slices.Equal(got, []string{"2017-10"}) {
		t.Errorf("one is disputed, and it lies in %v", got)
	}
}
