package graph

import (
	"encoding/json"
	"fmt"
	"testing"
)

// record tells it in a line: claims, standings, denials, delays.
func (s scene) record(on AsOf, denials ...*Denial) string {
	var claims []ClaimRecord
	for _, r := range s.ClaimRecords() {
		claims = append(claims, r)
	}
	var denied []DenialRecord
	for _, d := range denials {
		denied = append(denied, s.DenialRecord(d))
	}
	r := Record(claims, denied, on)
	days := func(f *float64) string {
		if f == nil {
			return "-"
		}
		return fmt.Sprint(*f)
	}
	return fmt.Sprintf("%d %v %d; delay of %d (%d undated) %s to %s", r.Claims, r.ByStanding, r.DenialsIssued,
		r.Delay.Counted, r.Delay.Undated, days(r.Delay.MedianMinDays), days(r.Delay.MedianMaxDays))
}

// Rule 36: what an actor claimed, and how that stood from day to day.
func TestARecordFromDayToDay(t *testing.T) {
	s := atTheGate(someDay(20, 23))
	own := s.claim(ClaimResponsibility, "own", list("band"), nothing, func(c *Claim) { c.Made = onDay(24) })
	s.claim(ClaimAccusation, "charge", list("band"), list("army"), func(c *Claim) {
		c.Made, c.Retraction = onDay(25), &Retraction{On: onDay(28)}
	})
	s.claim(ClaimResponsibility, "undated", list("band"), nothing, func(c *Claim) { c.Made = NoDate(0) })
	s.deny(own, "no", "sun", who).Made = onDay(26)
	issued := s.deny(nil, "not-us", "band", who, "band")
	issued.Retraction = &Retraction{On: onDay(29)}
	for _, c := range []struct {
		on   AsOf
		want string
	}{
		{AsOf(day(23)), "0 [] 0; delay of 0 (0 undated) - to -"},
		{AsOf(day(24)), "1 [{UNANSWERED 1}] 0; delay of 1 (0 undated) 1 to 4"},
		{AsOf(day(25)), "2 [{UNANSWERED 2}] 1; delay of 1 (0 undated) 1 to 4"},
		{AsOf(day(26)), "2 [{UNANSWERED 1} {DENIED 1}] 1; delay of 1 (0 undated) 1 to 4"},
		{AsOf(day(27)), "3 [{UNANSWERED 2} {DENIED 1}] 1; delay of 1 (1 undated) 1 to 4"}, // the paper dates the undated one
		{AsOf(day(28)), "3 [{UNANSWERED 1} {DENIED 1} {RETRACTED 1}] 1; delay of 1 (1 undated) 1 to 4"},
		{Now, "3 [{UNANSWERED 1} {DENIED 1} {RETRACTED 1}] 0; delay of 1 (1 undated) 1 to 4"},
	} {
		if got := s.record(c.on, issued); got != c.want {
			t.Errorf("as of %v: %s, not %s", Date(c.on), got, c.want)
		}
	}
}

// Rule 36: a delay is two bounds in days, never from an unknown date.
func TestHowLongAClaimTook(t *testing.T) {
	bridge := func(c *Claim) { c.About = append(c.About, "attack:bridge") }
	for _, c := range []struct {
		story       string
		occurred    DateRange
		made        DateRange
		more        func(*Claim)
		least, most string
	}{
		{"the next day", onDay(23), onDay(24), nil, "1", "1"},
		{"over the end of the month", OnDay(20170928, Explicit), onDay(2), nil, "4", "4"},
		{"both but roughly known", someDay(20, 23), someDay(24, 26), nil, "1", "6"},
		{"perhaps before it was over", allDays(20, 25), onDay(24), nil, "-1", "4"},
		{"the attack has no first day", NoDate(day(23)), onDay(24), nil, "1", "-"},
		{"the claim has no first day", onDay(23), NoDate(day(24)), nil, "-", "1"},
		{"two attacks claimed at once", onDay(23), onDay(24), bridge, "-", "-"},
		{"somebody else's deed", onDay(23), onDay(24), func(c *Claim) { c.Kind = ClaimAccusation }, "-", "-"},
	} {
		s := atTheGate(c.occurred)
		claim := s.claim(ClaimResponsibility, "own", list("band"), nothing, func(claim *Claim) {
			claim.Made = c.made
			if c.more != nil {
				c.more(claim)
			}
		})
		step, known := s.ClaimRecords()[claim.ID].at(Now)
		text := func(n *int) string {
			if n == nil {
				return "-"
			}
			return fmt.Sprint(*n)
		}
		if !known || text(step.MinDays) != c.least || text(step.MaxDays) != c.most {
			t.Errorf("%s: %s to %s", c.story, text(step.MinDays), text(step.MaxDays))
		}
	}
}

// Rule 36: the median lies between the two in the middle.
func TestTheMedianDelay(t *testing.T) {
	took := func(least, most int) ClaimRecord {
		return ClaimRecord{Own: true, Steps: []ClaimStep{{Standing: Unanswered, MinDays: &least, MaxDays: &most}}}
	}
	d := Record([]ClaimRecord{took(9, 12), took(1, 1), took(2, 7), took(3, 4)}, nil, Now).Delay
	if d.Counted != 4 || *d.MedianMinDays != 2.5 || *d.MedianMaxDays != 5.5 {
		t.Errorf("%+v: %v to %v", d, *d.MedianMinDays, *d.MedianMaxDays)
	}
}

// Rules 1 and 7: an attack's date that another source moves moves the delay
// from that day on; what all sources gave up is in no record.
func TestARecordFollowsItsSources(t *testing.T) {
	s := atTheGate(onDay(23))
	s.source("source:later", onDay(30))
	s.source("source:leaflet", onDay(24)).Retraction = &Retraction{On: onDay(29)}
	s.claim(ClaimResponsibility, "own", list("band"), nothing, func(c *Claim) { c.Cited = citing("source:leaflet") })
	other := s.claim(ClaimReport, "other", list("watch"), nothing, func(c *Claim) {
		earlier := onDay(21)
		c.Made, c.AssertedDate = onDay(26), &earlier
	})
	r := s.ClaimRecords()
	wants(t, "its steps", r["claim:own"].days(), "2017-10-24 UNANSWERED 1-1", "2017-10-26 UNANSWERED 1-3", "2017-10-29  -")
	wants(t, "the other's", r[other.ID].days(), "2017-10-26 UNANSWERED -")
	text, err := json.Marshal(r["claim:own"])
	var back ClaimRecord
	if err != nil || json.Unmarshal(text, &back) != nil {
		t.Fatal(string(text), err)
	}
	wants(t, "as it is stored", back.days(), r["claim:own"].days()...)
}

func (r ClaimRecord) days() []string {
	var out []string
	for _, step := range r.Steps {
		took := "-"
		if step.MinDays != nil {
			took = fmt.Sprintf("%d-%d", *step.MinDays, *step.MaxDays)
		}
		out = append(out, fmt.Sprintf("%s %s %s", step.On, step.Standing, took))
	}
	return out
}
