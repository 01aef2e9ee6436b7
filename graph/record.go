package graph

import "slices"

// ActorRecord is what an actor has claimed, and how that stood (rule 36).
type ActorRecord struct {
	Claims        int
	ByStanding    []StandingCount // in enum order; of standings that occur
	DenialsIssued int
	Delay         Delay
}

// StandingCount is how many claims stood somewhere.
type StandingCount struct {
	Standing Standing
	Count    int
}

// Delay is how long an actor took to claim what it did, in days: medians over
// its own claims of responsibility of which both bounds are known.
type Delay struct {
	Counted       int
	Undated       int // the other claims of responsibility
	MedianMinDays *float64
	MedianMaxDays *float64
}

// ClaimRecord is what one claim contributes to its asserters' records, from day
// to day: a small row, so that a record over thousands of claims loads none of them.
type ClaimRecord struct {
	Own   bool        `json:"own,omitempty"`   // a claim of responsibility for one's own attack: its delay counts
	Steps []ClaimStep `json:"steps,omitempty"` // in order of time; one without a day is how things stand now
}

// ClaimStep is how a claim stood from one day on, until the next step.
type ClaimStep struct {
	On       Date     `json:"on,omitzero"`        // 0: now, on no day
	Standing Standing `json:"standing,omitempty"` // overall; "": in no record, since it neither counts nor was retracted
	MinDays  *int     `json:"min,omitempty"`      // from the attack to the claim; below 0 where the
	MaxDays  *int     `json:"max,omitempty"`      // dates do not show that the claim came later
}

// DenialRecord is the days on which a denial began and ceased to count, by
// turns, and whether it counts now.
type DenialRecord struct {
	Turns []Date `json:"turns,omitempty"`
	Now   bool   `json:"now,omitempty"`
}

// ClaimRecords are what the claims of the case contribute to records.
func (c *Case) ClaimRecords() map[ID]ClaimRecord {
	out := map[ID]ClaimRecord{}
	for _, claim := range c.Claims {
		out[claim.ID] = ClaimRecord{Own: claim.Kind == ClaimResponsibility && !claim.aboutAffiliation()}
	}
	for _, day := range append(c.Steps(), Date(Now)) {
		v := c.Known(AsOf(day))
		var occurred DateRange
		if a, ok := c.Subject.(*Attack); ok {
			occurred = v.occurred(a)
		}
		for _, claim := range c.Claims {
			r := out[claim.ID]
			step := v.claimStep(claim, occurred)
			step.On = day
			r.add(step)
			out[claim.ID] = r
		}
	}
	return out
}

func (r *ClaimRecord) add(step ClaimStep) {
	last := ClaimStep{}
	if len(r.Steps) > 0 {
		last = r.Steps[len(r.Steps)-1]
	}
	if last.Standing != step.Standing || r.Own && !(sameInt(last.MinDays, step.MinDays) && sameInt(last.MaxDays, step.MaxDays)) {
		r.Steps = append(r.Steps, step)
	}
}

func sameInt(a, b *int) bool { return a == nil && b == nil || a != nil && b != nil && *a == *b }

func (v *View) claimStep(c *Claim, occurred DateRange) ClaimStep {
	if !v.counted(c) && !v.retracted(c) {
		return ClaimStep{}
	}
	step := ClaimStep{Standing: v.ClaimStanding(c).Overall}
	if c.Kind == ClaimResponsibility && len(c.About) == 1 { // of several attacks, no one delay
		step.MinDays = daysBetween(occurred.Latest, c.Made.Earliest)
		step.MaxDays = daysBetween(occurred.Earliest, c.Made.Latest)
	}
	return step
}

// daysBetween is how many days lie from one day to another; nil where either is
// unknown.
func daysBetween(from, to Date) *int {
	if from == 0 || to == 0 {
		return nil
	}
	days := int(to.Time().Sub(from.Time()).Hours() / 24)
	return &days
}

// DenialRecord is when a denial of the case counted.
func (c *Case) DenialRecord(d *Denial) DenialRecord {
	r := DenialRecord{Now: Counted(d, c.Sources, Now)}
	days := map[Date]bool{}
	c.note(days, d)
	counts := false
	for _, day := range inTime(days) {
		if now := Counted(d, c.Sources, AsOf(day)); now != counts {
			r.Turns, counts = append(r.Turns, day), now
		}
	}
	return r
}

func (r DenialRecord) counted(on AsOf) bool {
	if on == Now {
		return r.Now
	}
	turns := 0
	for _, day := range r.Turns {
		if on.knows(day) {
			turns++
		}
	}
	return turns%2 == 1
}

// at is how the claim stood then; false where it was in no record.
func (r ClaimRecord) at(on AsOf) (ClaimStep, bool) {
	for _, step := range slices.Backward(r.Steps) {
		if on.knows(step.On) {
			return step, step.Standing != ""
		}
	}
	return ClaimStep{}, false
}

// Record is an actor's record as known then, from what its claims and denials
// contribute (rule 36).
func Record(claims []ClaimRecord, denials []DenialRecord, on AsOf) ActorRecord {
	var out ActorRecord
	count := map[Standing]int{}
	var least, most []int
	for _, c := range claims {
		step, known := c.at(on)
		if !known {
			continue
		}
		out.Claims++
		count[step.Standing]++
		switch {
		case !c.Own:
		case step.MinDays == nil || step.MaxDays == nil:
			out.Delay.Undated++
		default:
			out.Delay.Counted++
			least, most = append(least, *step.MinDays), append(most, *step.MaxDays)
		}
	}
	for _, s := range Standings {
		if count[s] > 0 {
			out.ByStanding = append(out.ByStanding, StandingCount{s, count[s]})
		}
	}
	for _, d := range denials {
		if d.counted(on) {
			out.DenialsIssued++
		}
	}
	out.Delay.MedianMinDays, out.Delay.MedianMaxDays = median(least), median(most)
	return out
}

// median is the middle number, or between the two in the middle; nil of none.
func median(of []int) *float64 {
	if len(of) == 0 {
		return nil
	}
	slices.Sort(of)
	middle := float64(of[(len(of)-1)/2]+of[len(of)/2]) / 2
	return &middle
}
