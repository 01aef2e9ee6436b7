package graph

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// guessed is a case by chance: claims and answers of a month, some denied, some
// taken back, some replaced.
func guessed(seed uint64) scene {
	r := rand.New(rand.NewPCG(seed, 7))
	s := atTheGate(onDay(1 + r.IntN(20)))
	outlets := s.outlets(3)
	names := []string{"band", "sun", "moon", "army", "watch"}
	s.tie("band", "sun", Period{})
	anyone := func() string { return names[r.IntN(len(names))] }
	figures := func() []func(*Said) {
		more := []func(*Said){made(onDay(1 + r.IntN(31))), carried(outlets[r.IntN(3)], "source:paper")}
		if r.IntN(2) == 0 {
			n := r.IntN(6)
			more = append(more, gave(CasualtyOutcomes[r.IntN(2)], []string{"?", fmt.Sprint(n), fmt.Sprint(n, "-"), fmt.Sprintf("%d-%d", n, n+3)}[r.IntN(4)], VictimCategories[r.IntN(9)]))
			if r.IntN(3) == 0 {
				more = append(more, fornow)
			}
		}
		if r.IntN(4) == 0 {
			more = append(more, about(gate, bridge))
		}
		return more
	}
	for i := range 1 + r.IntN(5) {
		own := s.claim(ClaimKinds[r.IntN(4)], fmt.Sprint("c", i), list(anyone()), list(anyone()))
		for _, change := range figures() {
			change(&own.Said)
		}
		if own.Normal(); i > 0 && r.IntN(3) == 0 {
			own.Supersedes = ID(fmt.Sprint("claim:c", i-1))
		}
		for j := range r.IntN(3) {
			scope := [][]Aspect{nil, toll, who, tookPlace}[r.IntN(4)]
			if r.IntN(2) == 0 {
				with(s.deny(own, fmt.Sprint("d", i, j), anyone(), scope), figures()...)
			} else {
				with(s.confirm(own, fmt.Sprint("y", i, j), anyone(), scope), figures()...)
			}
		}
	}
	return s
}

// picture is all that is drawn of a case.
func (s scene) picture(on AsOf) string {
	v := s.Known(on)
	text := fmt.Sprint(v.Conflicts(nil), v.Origins(), v.Accounts())
	for _, outcome := range CasualtyOutcomes {
		text += fmt.Sprintln(s.Ledger().Toll(outcome, nil, nil, on).line())
	}
	for _, c := range s.Claims {
		text += fmt.Sprintln(c.ID, v.ClaimStanding(c), changeLines(s.StandingHistory(c)))
	}
	return text
}

const guesses = 100

// An unrelated source changes nothing.
func TestAnUnrelatedSourceChangesNothing(t *testing.T) {
	for seed := range uint64(guesses) {
		s := guessed(seed)
		before, steps := s.picture(Now), s.Steps()
		s.source("source:unrelated", onDay(3)).Retraction = &Retraction{On: onDay(4)}
		want(t, fmt.Sprint("seed ", seed), s.picture(Now), before)
		wants(t, fmt.Sprint("seed ", seed), s.Steps(), steps...)
	}
}

// Rule 10: a further denial never makes a standing one of less opposition.
func TestADenialNeverRaisesAStanding(t *testing.T) {
	for seed := range uint64(guesses) {
		s := guessed(seed)
		c := s.Claims[int(seed)%len(s.Claims)]
		before := s.Known(Now).ClaimStanding(c)
		scope := [][]Aspect{nil, toll, who, tookPlace}[seed%4]
		with(s.deny(c, "further", "council", scope), about(c.About...))
		after := s.Known(Now).ClaimStanding(c)
		worse := func(was, is Standing) bool { return slices.Index(Standings, is) >= slices.Index(Standings, was) }
		if !worse(before.Overall, after.Overall) {
			t.Errorf("seed %d: overall %s became %s", seed, before.Overall, after.Overall)
		}
		for _, a := range before.Aspects {
			if !worse(a.Standing, after.Of(a.Aspect)) {
				t.Errorf("seed %d: %s %s became %s", seed, a.Aspect, a.Standing, after.Of(a.Aspect))
			}
		}
	}
}

// Rule 1: where nothing is taken back, a later day sees all that an earlier one
// saw: what was said, who spoke, and that a number was given.
func TestALaterDayNeverSeesLess(t *testing.T) {
	for seed := range uint64(guesses) {
		s := guessed(seed)
		for _, c := range s.Claims { // what is replaced is seen no more, and rightly so
			c.Supersedes = ""
		}
		for n := 1; n < 31; n++ {
			early, late := AsOf(day(n)), AsOf(day(n+1))
			entries := timeLines(s.Known(late).Timeline())
			for _, e := range timeLines(s.Known(early).Timeline()) {
				if !slices.Contains(entries, e) {
					t.Errorf("seed %d, day %d: %q is gone", seed, n, e)
				}
			}
			accounts := accountLines(s.Known(late).Accounts())
			for _, a := range accountLines(s.Known(early).Accounts()) {
				if !slices.Contains(accounts, a) {
					t.Errorf("seed %d, day %d: account %q is gone", seed, n, a)
				}
			}
			if l := s.Ledger(); l.Toll(OutcomeKilled, nil, nil, early).Stated && !l.Toll(OutcomeKilled, nil, nil, late).Stated {
				t.Errorf("seed %d, day %d: no number any more", seed, n)
			}
		}
	}
}

// Rule 34: one communique split over five relays has the origins it had.
func TestRelaysMakeNoOrigins(t *testing.T) {
	for seed := range uint64(guesses) {
		s := guessed(seed)
		var before []string
		for _, o := range s.Known(Now).Origins() {
			before = append(before, keysOf(o.Speakers))
		}
		c := s.Claims[0]
		for i := range 5 {
			id := s.source(ID(fmt.Sprintf("source:relay%d", i)), onDay(20+i)).ID
			relay := *c
			relay.ID, relay.Cited = ID(fmt.Sprint(c.ID, "-relay", i)), citing(id)
			s.Claims = append(s.Claims, &relay)
		}
		var after []string
		for _, o := range s.Known(Now).Origins() {
			after = append(after, keysOf(o.Speakers))
		}
		wants(t, fmt.Sprint("seed ", seed), after, before...)
	}
}

// Rules 29 and 30: an envelope holds what its accounts say, and max is no less
// than min; the toll by every word is the toll.
func TestTollsHoldTogether(t *testing.T) {
	for seed := range uint64(guesses) {
		s := guessed(seed)
		l := s.Ledger()
		for _, outcome := range CasualtyOutcomes[:2] {
			all := l.Toll(outcome, nil, nil, Now)
			if all.Min != nil && all.Max != nil && *all.Min > *all.Max {
				t.Errorf("seed %d: %s", seed, all.line())
			}
			if all.Stated != (len(all.Envelopes) > 0) {
				t.Errorf("seed %d: %s", seed, all.line())
			}
			want(t, fmt.Sprint("seed ", seed), l.Toll(outcome, VictimCategories, func(ID) bool { return true }, Now).line(), all.line())
		}
	}
}
