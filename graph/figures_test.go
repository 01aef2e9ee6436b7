package graph

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// killed, wounded and gave write a figure: "5", "2-" (at least), "-5" (at
// most), "5-8", "?" (no number); then the victims, where they are given.
func killed(number string, victims ...VictimCategory) func(*Said) {
	return gave(OutcomeKilled, number, victims...)
}

func wounded(number string, victims ...VictimCategory) func(*Said) {
	return gave(OutcomeWounded, number, victims...)
}

func gave(outcome CasualtyOutcome, number string, victims ...VictimCategory) func(*Said) {
	f := CasualtyFigure{Outcome: outcome}
	if len(victims) > 0 {
		f.Victims.Category = victims[0]
	}
	low, high, ranged := strings.Cut(number, "-")
	if !ranged {
		high = low
	}
	if n, err := strconv.Atoi(low); err == nil {
		f.Min = &n
	}
	if n, err := strconv.Atoi(high); err == nil {
		f.Max = &n
	}
	return func(s *Said) {
		f.normal()
		s.Casualties = append(slices.Clone(s.Casualties), f)
	}
}

// roughly makes the last figure one of about so many; fornow one that is provisional.
func roughly(s *Said) { s.Casualties[len(s.Casualties)-1].Quantifier = QuantifierAbout }
func fornow(s *Said)  { s.Casualties[len(s.Casualties)-1].Provisional = true }

func instead(of ID) func(*Said)     { return func(s *Said) { s.Supersedes = of } }
func made(on DateRange) func(*Said) { return func(s *Said) { s.Made = on } }
func about(ids ...ID) func(*Said)   { return func(s *Said) { s.About = ids } }
func carried(by ...ID) func(*Said)  { return func(s *Said) { s.Cited = citing(by...) } }
func takenBack(on DateRange) func(*Said) {
	return func(s *Said) { s.Retraction = &Retraction{On: on, Source: "source:paper"} }
}

// report is neutral word of the attack, of somebody (or of nobody named).
func (s scene) report(key, by string, more ...func(*Said)) *Claim {
	return s.says(ClaimReport, key, by, more...)
}

func (s scene) says(kind ClaimKind, key, by string, more ...func(*Said)) *Claim {
	var speakers []string
	if by != "" {
		speakers = strings.Fields(by)
	}
	return s.claim(kind, key, speakers, nothing, func(c *Claim) {
		for _, change := range more {
			change(&c.Said)
		}
	})
}

func with(r Response, more ...func(*Said)) {
	for _, change := range more {
		change(r.Spoken())
	}
}

var (
	toll      = []Aspect{AspectCasualties}
	tookPlace = []Aspect{AspectOccurrence}
)

// line writes a toll in one line.
func (t Toll) line() string {
	if !t.Stated {
		return strings.TrimSpace(fmt.Sprintf("not stated %s", keysOf(t.Unstated)))
	}
	text := howMany(t.Min) + ".." + howMany(t.Max)
	if t.Approximate {
		text = "about " + text
	}
	for _, e := range t.Envelopes {
		text += fmt.Sprintf(", %s %d..%s %s-%s", e.Victims, e.Min, howMany(e.Max), keysOf(e.Lowest), keysOf(e.Highest))
	}
	if len(t.Unstated) > 0 {
		text += ", unstated " + keysOf(t.Unstated)
	}
	return text
}

func howMany(n *int) string {
	if n == nil {
		return "?"
	}
	return strconv.Itoa(*n)
}

// keysOf are ids without their kinds.
func keysOf(ids []ID) string {
	var out []string
	for _, id := range ids {
		_, key, _ := strings.Cut(string(id), ":")
		out = append(out, key)
	}
	return strings.Join(out, "+")
}

func want(t *testing.T, story, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("%s:\n got  %s\n want %s", story, got, want)
	}
}
