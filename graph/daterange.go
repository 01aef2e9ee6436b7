package graph

// DateRange is a date as well as it is known: both bounds are days that
// belong to it, and either may be missing (0). "No date given" is a range with
// at most a known latest bound, never a made-up day.
type DateRange struct {
	Earliest   Date          `json:"earliest,omitzero"`
	Latest     Date          `json:"latest,omitzero"`
	Extent     Extent        `json:"extent,omitempty"`
	Precision  DatePrecision `json:"precision,omitempty"`
	Derivation Derivation    `json:"derivation,omitempty"`
	Verbatim   Text          `json:"verbatim,omitempty"`
}

// OnDay is the range of one known day.
func OnDay(d Date, how Derivation) DateRange {
	return DateRange{Earliest: d, Latest: d, Extent: Moment, Precision: PrecisionDay, Derivation: how}
}

// NoDate is the range of a date nobody gave, not after the given day (0: not even that is known).
func NoDate(latest Date) DateRange {
	return DateRange{Latest: latest, Extent: Moment, Precision: PrecisionUnknown, Derivation: Unstated}
}

// Stated tells whether somebody gave the date, however roughly.
func (r DateRange) Stated() bool { return r.Derivation != Unstated && r.Derivation != "" }

// Normal fills what a hand-made range may leave out, so that every range has
// an extent, a precision and a derivation.
func (r DateRange) Normal() DateRange {
	if r.Extent == "" {
		r.Extent = Moment
	}
	if r.Derivation == "" {
		r.Derivation = Unstated
	}
	if r.Precision == "" {
		switch {
		case r.Derivation == Unstated:
			r.Precision = PrecisionUnknown
		case r.Earliest != 0 && r.Earliest == r.Latest:
			r.Precision = PrecisionDay
		default:
			r.Precision = PrecisionRange
		}
	}
	return r
}

// Validate finds ranges that contradict themselves.
func (r DateRange) Validate() error {
	for _, d := range []Date{r.Earliest, r.Latest} {
		if d != 0 && DateOf(d.Time()) != d {
			return BadInput("%s is not a day of the calendar", d)
		}
	}
	if r.Earliest != 0 && r.Latest != 0 && r.Earliest > r.Latest {
		return BadInput("the date ends (%s) before it begins (%s)", r.Latest, r.Earliest)
	}
	if err := oneOf("extent", r.Extent, Extents); err != nil {
		return err
	}
	if err := oneOf("precision", r.Precision, DatePrecisions); err != nil {
		return err
	}
	return oneOf("derivation", r.Derivation, Derivations)
}

// Period is how long a tie or a name held. Most ties are only attested at some
// time, with start and end unknown (nil).
type Period struct {
	Start    *DateRange `json:"start,omitempty"`
	End      *DateRange `json:"end,omitempty"`
	Attested *DateRange `json:"attested,omitempty"`
}

// Validate finds periods that contradict themselves.
func (p Period) Validate() error {
	for _, part := range []struct {
		name string
		r    *DateRange
	}{{"start", p.Start}, {"end", p.End}, {"attested", p.Attested}} {
		if part.r == nil {
			continue
		}
		if err := part.r.Validate(); err != nil {
			return Under(err, part.name)
		}
	}
	if p.Start != nil && p.End != nil && p.Start.Earliest != 0 && p.End.Latest != 0 && p.End.Latest < p.Start.Earliest {
		return Under(BadInput("ends (%s) before it starts (%s)", p.End.Latest, p.Start.Earliest), "end")
	}
	return nil
}

func (p *Period) normal() {
	if p == nil {
		return
	}
	for _, r := range []*DateRange{p.Start, p.End, p.Attested} {
		if r != nil {
			*r = r.Normal()
		}
	}
}
