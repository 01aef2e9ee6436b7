package graph

import (
	"io"
	"strconv"
	"time"
)

// Date is a calendar day as yyyymmdd, for example 20171023, in the proleptic
// Gregorian calendar; 0 is a day nobody gave.
type Date int32

// MaxDate stands for "no upper bound" in an index; it is never shown.
const MaxDate Date = 99991231

// MinDate is the first day there is: since ever, where something holds on every day.
const MinDate Date = 1_01_01

// ParseDate reads a day written 2017-10-23.
func ParseDate(text string) (Date, error) {
	d := digits(text)
	if d < MinDate || DateOf(d.Time()) != d {
		return 0, BadInput("%q is not a date; dates are written like 2017-10-23", clip(text))
	}
	return d, nil
}

// digits reads ten characters as a day, which need not be one of the calendar;
// 0 where they do not look like one.
func digits(text string) (d Date) {
	if len(text) != len(time.DateOnly) {
		return 0
	}
	for i := range len(text) {
		switch c := text[i]; {
		case i == 4 || i == 7:
			if c != '-' {
				return 0
			}
		case '0' <= c && c <= '9':
			d = d*10 + Date(c-'0')
		default:
			return 0
		}
	}
	return d
}

// DateOf is the day of a moment, in its own time zone.
func DateOf(t time.Time) Date {
	return Date(t.Year()*10000 + int(t.Month())*100 + t.Day())
}

// Time is midnight UTC of the day; the zero time for an unknown day.
func (d Date) Time() time.Time {
	if d == 0 {
		return time.Time{}
	}
	return time.Date(int(d)/10000, time.Month(int(d)/100%100), int(d)%100, 0, 0, 0, 0, time.UTC)
}

// AddDays is the day n days later.
func (d Date) AddDays(n int) Date { return DateOf(d.Time().AddDate(0, 0, n)) }

func (d Date) String() string {
	if d == 0 {
		return ""
	}
	text := []byte("0000-00-00")
	for _, at := range []int{9, 8, 6, 5, 3, 2, 1, 0} {
		text[at] += byte(d % 10)
		d /= 10
	}
	return string(text)
}

// MarshalGQL writes the day, and null where it is unknown.
func (d Date) MarshalGQL(w io.Writer) { Text(d.String()).MarshalGQL(w) }

// UnmarshalGQL reads a day a client sent.
func (d *Date) UnmarshalGQL(v any) error {
	text, ok := v.(string)
	if !ok {
		return BadInput("a date is a string like \"2017-10-23\", not %v", v)
	}
	parsed, err := ParseDate(text)
	*d = parsed
	return err
}

// MarshalJSON writes the day as text, "" where it is unknown.
func (d Date) MarshalJSON() ([]byte, error) { return []byte(`"` + d.String() + `"`), nil }

// UnmarshalJSON reads what MarshalJSON wrote.
func (d *Date) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		return nil
	}
	text, err := strconv.Unquote(string(data)) // what MarshalJSON wrote needs no more
	if err != nil {
		return BadInput("a date is a string like \"2017-10-23\", not %s", clip(string(data)))
	}
	*d = 0
	if text != "" {
		*d, err = ParseDate(text)
	}
	return err
}
