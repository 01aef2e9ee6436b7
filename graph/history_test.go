package graph

import (
	"fmt"
	"strings"
	"testing"
)

func changeLines(steps []StandingChange) []string {
	var out []string
	for _, c := range steps {
		aspect := "overall"
		if c.Aspect != nil {
			aspect = string(*c.Aspect)
		}
		out = append(out, fmt.Sprintf("%d %s %s > %s, %s", c.On.Latest%100, aspect, c.From, c.To, keysOf([]ID{c.Because})))
	}
	return out
}

func spanLines(spans []StandingSpan, aspect Aspect) []string {
	var out []string
	for _, s := range spans {
		if s.Aspect != aspect {
			continue
		}
		line := fmt.Sprintf("%d- %s", s.From%100, s.Standing)
		if s.To != MaxDate {
			line = fmt.Sprintf("%d-%d %s", s.From%100, s.To%100, s.Standing)
		}
		if !s.Certain {
			line += " possibly"
		}
		out = append(out, line)
	}
	return out
}

// Rule 33, and 2: how a claim came to stand where it does.
func TestStandingHistory(t *testing.T) {
	for _, c := range []struct {
		story string
		tell  func(scene, *Claim)
		want  []string
	}{
		{"nobody answers", func(scene, *Claim) {}, nil},
		{"denied by who does not say what", func(s scene, own *Claim) { s.deny(own, "no", "army", nil) },
			[]string{"25 OCCURRENCE UNANSWERED > DENIED, no", "25 RESPONSIBILITY UNANSWERED > DENIED, no", "25 overall UNANSWERED > DENIED, no"}},
		{"denied, then backed by a third party", func(s scene, own *Claim) {
			s.deny(own, "no", "army", who)
			with(s.confirm(own, "yes", "watch", who), made(onDay(29)))
		}, []string{
			"25 RESPONSIBILITY UNANSWERED > DENIED, no", "25 overall UNANSWERED > DENIED, no",
			"29 OCCURRENCE UNANSWERED > CORROBORATED, yes", "29 RESPONSIBILITY DENIED > CONTESTED, yes", "29 overall DENIED > CONTESTED, yes",
		}},
		{"two on one day, in the order of their ids", func(s scene, own *Claim) {
			s.deny(own, "no", "army", who)
			s.confirm(own, "yes", "watch", who)
		}, []string{
			"25 OCCURRENCE UNANSWERED > CORROBORATED, yes", "25 RESPONSIBILITY UNANSWERED > CORROBORATED, yes", "25 overall UNANSWERED > CORROBORATED, yes",
			"25 RESPONSIBILITY CORROBORATED > CONTESTED, no", "25 overall CORROBORATED > CONTESTED, no",
		}},
		{"answered without a day: no step", func(s scene, own *Claim) {
			s.source("source:leaf", DateRange{})
			with(s.deny(own, "no", "army", who), made(DateRange{}), carried("source:leaf"))
		}, nil},
		{"answered without a day in a dated paper: by its day", func(s scene, own *Claim) {
			with(s.deny(own, "no", "army", who), made(DateRange{}))
		}, []string{"27 RESPONSIBILITY UNANSWERED > DENIED, no", "27 overall UNANSWERED > DENIED, no"}},
		{"the denial is taken back: because of that denial", func(s scene, own *Claim) {
			with(s.deny(own, "no", "army", who), takenBack(onDay(28)))
		}, []string{
			"25 RESPONSIBILITY UNANSWERED > DENIED, no", "25 overall UNANSWERED > DENIED, no",
			"28 RESPONSIBILITY DENIED > UNANSWERED, no", "28 overall DENIED > UNANSWERED, no",
		}},
		{"the paper that carried the denial is taken back", func(s scene, own *Claim) {
			s.source("source:leaf", onDay(25)).Retraction = &Retraction{On: onDay(30)}
			with(s.deny(own, "no", "army", who), carried("source:leaf"))
		}, []string{
			"25 RESPONSIBILITY UNANSWERED > DENIED, no", "25 overall UNANSWERED > DENIED, no",
			"30 RESPONSIBILITY DENIED > UNANSWERED, no", "30 overall DENIED > UNANSWERED, no",
		}},
		{"the claim is taken back: because of itself", func(_ scene, own *Claim) { own.Retraction = &Retraction{On: onDay(26)} },
			[]string{"26 OCCURRENCE UNANSWERED > RETRACTED, own", "26 RESPONSIBILITY UNANSWERED > RETRACTED, own", "26 overall UNANSWERED > RETRACTED, own"}},
		{"denied before it was public: from its own day on, because of itself", func(s scene, own *Claim) {
			own.Made = onDay(26)
			s.deny(own, "no", "army", who)
		}, []string{"26 RESPONSIBILITY UNANSWERED > DENIED, own", "26 overall UNANSWERED > DENIED, own"}},
		{"judged a denial by the paper: not before it was printed", func(s scene, own *Claim) {
			s.deny(own, "no", "army", who).JudgedBy = "organization:paper"
		}, []string{"27 RESPONSIBILITY UNANSWERED > DENIED, no", "27 overall UNANSWERED > DENIED, no"}},
		{"an answer to the answer changes nothing", func(s scene, own *Claim) {
			no := s.deny(own, "no", "army", who)
			s.deny(nil, "again", "band", who).RespondsTo = no.ID
		}, []string{"25 RESPONSIBILITY UNANSWERED > DENIED, no", "25 overall UNANSWERED > DENIED, no"}},
	} {
		s := atTheGate(onDay(23))
		own := s.claim(ClaimResponsibility, "own", list("band"), nothing)
		c.tell(s, own)
		wants(t, c.story, changeLines(s.StandingHistory(own)), c.want...)
		s.Subject = nil
		wants(t, c.story+", of a claim by itself", changeLines(s.StandingHistory(own)), c.want...)
	}
}

// A change that fell within some days says so, and makes up no day.
func TestAStepKeepsItsDate(t *testing.T) {
	s := atTheGate(onDay(23))
	own := s.claim(ClaimResponsibility, "own", list("band"), nothing)
	with(s.deny(own, "no", "army", who), made(someDay(25, 28)))
	if step := s.StandingHistory(own)[0]; step.On != someDay(25, 28) {
		t.Errorf("on %v", step.On)
	}
}

// Rules 2, 11 and 33: from when to when a claim stands somewhere.
func TestStandingSpans(t *testing.T) {
	s := atTheGate(onDay(23))
	own := s.claim(ClaimResponsibility, "own", list("band"), nothing)
	with(s.deny(own, "no", "army", who), made(onDay(26)), takenBack(onDay(29)))
	s.deny(own, "what", "watch", nil)
	own.Retraction = &Retraction{On: onDay(31)}
	spans := s.StandingSpans(own)
	wants(t, "on the whole", spanLines(spans, ""), "24-24 UNANSWERED", "25-30 DENIED", "31- RETRACTED")
	wants(t, "on who did it", spanLines(spans, AspectResponsibility),
		"24-24 UNANSWERED", "25-25 DENIED possibly", "25-25 UNANSWERED possibly", "26-28 DENIED", "29-30 DENIED possibly", "29-30 UNANSWERED possibly", "31- RETRACTED")
	wants(t, "on what it does not speak of", spanLines(spans, AspectMotive))

	s.source("source:leaf", DateRange{})
	never := s.claim(ClaimReport, "leaf", list("watch"), nothing, func(c *Claim) { c.Made, c.Cited = DateRange{}, citing("source:leaf") })
	wants(t, "without a day it stands nowhere", s.StandingSpans(never))
}

// The days on which a case may change: what is said, what is taken back, and
// the papers that carry it.
func TestSteps(t *testing.T) {
	s := atTheGate(onDay(23))
	s.source("source:leaf", onDay(28)).Retraction = &Retraction{On: onDay(30)}
	s.source("source:elsewhere", onDay(2))
	own := s.claim(ClaimResponsibility, "own", list("band"), nothing)
	with(s.deny(own, "no", "army", who), takenBack(onDay(29)), carried("source:leaf"))
	wants(t, "days", s.Steps(), day(24), day(25), day(27), day(28), day(29), day(30))
}

// Between two steps nothing changes: what is known on any day is what was known
// on the last step before it.
func TestNothingChangesBetweenSteps(t *testing.T) {
	s := atTheGate(onDay(23))
	own := s.report("own", "band", killed("5"), made(onDay(10)))
	with(s.deny(own, "no", "army", toll), made(onDay(13)), takenBack(onDay(22)))
	s.report("other", "watch", killed("3"), made(onDay(16)), takenBack(onDay(19)))
	seen := func(on AsOf) string {
		v := s.Known(on)
		var timeline []string
		for _, e := range v.Timeline() {
			timeline = append(timeline, fmt.Sprint(e))
		}
		return fmt.Sprint(v.ClaimStanding(own), v.Accounts(), v.Conflicts(nil), v.Origins(), strings.Join(timeline, ";"), s.Ledger().Toll(OutcomeKilled, nil, nil, on).line())
	}
	steps, last := s.Steps(), seen(AsOf(day(1)))
	for n := 1; n <= 31; n++ {
		now := seen(AsOf(day(n)))
		for _, step := range steps {
			if step == day(n) {
				last = now
			}
		}
		want(t, day(n).String(), now, last)
	}
}
