package graph

import (
	"encoding/json"
	"io"
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
	d, ok := digits(text)
	if !ok {
		return 0, BadInput("%q is not a date; dates are written like 2017-10-23", clip(text))
	}
	return d, nil
}

// digits reads a day of the calendar, and nothing else.
func digits[T string | []byte](text T) (d Date, ok bool) {
	if len(text) != len(time.DateOnly) {
		return 0, false
	}
	for i := range len(text) {
		switch c := text[i]; {
		case i == 4 || i == 7:
			if c != '-' {
				return 0, false
			}
		case '0' <= c && c <= '9':
			d = d*10 + Date(c-'0')
		default:
			return 0, false
		}
	}
	return d, d >= MinDate && DateOf(d.Time()) == d
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
	if len(data) == len(`"2017-10-23"`) { // as nearly all are
		if day, ok := digits(data[1 : len(data)-1]); ok {
			*d = day
			return nil
		}
	}
	var text string
	if err := json.Unmarshal(data, &text); err != nil || text == "" {
		*d = 0
		return err
	}
	parsed, err := ParseDate(text)
	*d = parsed
	return err
}
