package graph

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"testing"
)

// Rule 23: a tie on a day, or on all days of an attack.
func TestATieHeldOnTheDaysOfAnAttack(t *testing.T) {
	twoDates := attested(10, 20)
	start, end := someDay(5, 8), someDay(25, 28)
	twoDates.Start, twoDates.End = &start, &end
	adjoining := lasting(someDay(3, 11), onDay(20))
	adjoining.Attested = attested(5, 10).Attested
	contradicting := attested(10, 20)
	ended := onDay(15)
	contradicting.End = &ended
	for _, c := range []struct {
		story             string
		held              Period
		from, to          Date
		certain, possible bool
	}{
		{"within what is attested", attested(10, 20), day(10), day(20), true, true},
		{"one day beyond what is attested", attested(10, 20), day(12), day(21), false, true},
		{"nothing is known of the tie's days", Period{}, day(12), day(12), false, true},
		{"between the start and the end at their narrowest", lasting(someDay(5, 8), someDay(25, 28)), day(8), day(25), true, true},
		{"it may not have begun", lasting(someDay(5, 8), someDay(25, 28)), day(7), day(7), false, true},
		{"before it can have begun", lasting(someDay(5, 8), someDay(25, 28)), day(1), day(4), false, false},
		{"after it must have ended", lasting(someDay(5, 8), someDay(25, 28)), day(29), day(31), false, false},
		{"some of the attack's days are before it", lasting(someDay(5, 8), someDay(25, 28)), day(1), day(5), false, true},
		{"attested only, long before", attested(10, 20), day(31), day(31), false, true},
		{"attested for a part of the certain days", twoDates, day(8), day(25), true, true},
		{"attested, and from the day after between start and end", adjoining, day(6), day(19), true, true},
		{"attested beyond its own end", contradicting, day(10), day(20), false, true},
		{"the attack's first day is unknown", attested(10, 20), 0, day(20), false, true},
		{"the attack's last day is unknown", attested(10, 20), day(10), 0, false, true},
		{"no day of the attack is known", lasting(onDay(5), onDay(6)), 0, 0, false, true},
		{"some day before the tie began", lasting(onDay(5), onDay(6)), 0, day(4), false, false},
	} {
		certain, possible := c.held.Held(c.from, c.to)
		if certain != c.certain || possible != c.possible {
			t.Errorf("%s: certainly %v, possibly %v", c.story, certain, possible)
		}
	}
}

// Rules 4, 22 and 23: whom an actor lay under when the attack took place.
func TestWhomAnActorLayUnderThatDay(t *testing.T) {
	surely := membership{true, true, true, true}
	maybe := membership{false, true, false, true}
	for _, c := range []struct {
		story string
		tell  func(scene)
		at    DateRange
		asOf  AsOf
		want  map[ID]membership
	}{
		{"by two certain steps", func(s scene) {
			s.tie("cell", "band", attested(20, 27))
			s.tie("band", "league", attested(1, 31))
		}, onDay(23), Now, map[ID]membership{"group:band": surely, "group:league": surely}},
		{"the second step is but possible", func(s scene) {
			s.tie("cell", "band", attested(20, 27))
			s.tie("band", "league", Period{})
		}, onDay(23), Now, map[ID]membership{"group:band": surely, "group:league": maybe}},
		{"each tie holds some day of the attack, never both", func(s scene) {
			s.tie("cell", "band", lasting(onDay(1), onDay(20)))
			s.tie("band", "league", lasting(onDay(22), onDay(31)))
		}, someDay(18, 24), Now, map[ID]membership{"group:band": maybe}},
		{"the attack has no first day", func(s scene) { s.tie("cell", "band", attested(1, 31)) },
			NoDate(day(27)), Now, map[ID]membership{"group:band": maybe}},
		{"the one certain tie is byOthers, another is but possible", func(s scene) {
			s.tie("cell", "band", attested(20, 27), byOthers)
			s.tie("cell", "sun", Period{})
			s.tie("sun", "band", Period{})
		}, onDay(23), Now, map[ID]membership{"group:band": {true, true, false, true}, "group:sun": maybe}},
		{"two who each lie under the other", func(s scene) {
			s.tie("cell", "band", attested(20, 27))
			s.tie("band", "cell", attested(20, 27))
		}, onDay(23), Now, map[ID]membership{"group:band": surely}},
		{"allies are not under each other", func(s scene) {
			s.tie("cell", "band", attested(20, 27), func(t *Tie) { t.Kind = AlliedWith })
		}, onDay(23), Now, map[ID]membership{}},
		{"the tie was not yet known", func(s scene) {
			s.tie("cell", "band", attested(20, 27), func(t *Tie) { t.Since = day(26) })
		}, onDay(23), AsOf(day(25)), map[ID]membership{}},
		{"the tie's only source was retracted", func(s scene) {
			s.tie("cell", "band", attested(20, 27), func(t *Tie) { t.Until = day(28) })
		}, onDay(23), Now, map[ID]membership{}},
		{"the tie's only source was not yet retracted", func(s scene) {
			s.tie("cell", "band", attested(20, 27), func(t *Tie) { t.Until = day(28) })
		}, onDay(23), AsOf(day(27)), map[ID]membership{"group:band": surely}},
	} {
		s := atTheGate(c.at)
		c.tell(s)
		if got := s.Known(c.asOf).climb("group:cell", c.at); fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("%s: %v, not %v", c.story, got, c.want)
		}
	}
}

// The climb, held against looking at every day by itself.
func TestClimbingIsLookingAtEveryDay(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 400 {
		s := atTheGate(DateRange{})
		people := list("a", "b", "c", "d")
		for range 2 + r.IntN(5) {
			from, to := people[r.IntN(4)], people[r.IntN(4)]
			if from == to {
				continue
			}
			first := 1 + r.IntN(8)
			held := []Period{attested(first, first+r.IntN(4)), lasting(someDay(first, first+r.IntN(2)), someDay(first+2, first+2+r.IntN(3))), {}}[r.IntN(3)]
			s.tie(from, to, held, func(t *Tie) {
				if r.IntN(3) == 0 {
					byOthers(t)
				}
			})
		}
		first := 1 + r.IntN(9)
		days := someDay(first, first+r.IntN(4))
		v := s.Known(Now)
		want := map[ID]membership{}
		reach := func(clean, certain bool, from, to Date) idSet {
			return v.over("group:a", func(t Tie) bool {
				sure, possible := t.Period.Held(from, to)
				return !(clean && t.Disputes != nil) && (sure || possible && !certain)
			})
		}
		mark := func(found idSet, set func(*membership)) {
			for id := range found {
				m := want[id]
				set(&m)
				want[id] = m
			}
		}
		mark(reach(false, true, days.Earliest, days.Latest), func(m *membership) { m.certain = true })
		mark(reach(true, true, days.Earliest, days.Latest), func(m *membership) { m.certainClean = true })
		for d := days.Earliest; d <= days.Latest; d++ {
			mark(reach(false, false, d, d), func(m *membership) { m.possible = true })
			mark(reach(true, false, d, d), func(m *membership) { m.possibleClean = true })
		}
		if got := v.climb("group:a", days); fmt.Sprint(got) != fmt.Sprint(want) {
			t.Fatalf("%v on %v: %v, not %v", s.Actors["group:a"].Profiled().Web, days, got, want)
		}
	}
}

// Rule 1: a tie exists from the publication of its earliest source on, until
// the last of them is taken back.
func TestSinceWhenATieIsKnown(t *testing.T) {
	s := atTheGate(onDay(23))
	s.source("source:early", onDay(20))
	s.source("source:undated", DateRange{})
	tie := &Affiliation{Cited: citing("source:paper", "source:early", "source:undated")}
	check := func(story string, since, until Date) {
		t.Helper()
		if gotSince, gotUntil := existence(tie, s.Sources); gotSince != since || gotUntil != until {
			t.Errorf("%s: since %v until %v", story, gotSince, gotUntil)
		}
	}
	check("three sources", day(20), 0)
	s.Sources["source:early"].Retraction = &Retraction{On: onDay(29)}
	s.Sources["source:paper"].Retraction = &Retraction{On: onDay(30)}
	check("one of them stands", day(20), 0)
	s.Sources["source:undated"].Retraction = &Retraction{}
	check("none stands", day(20), day(30))
	tie.Cited = citing("source:undated")
	check("its only source has no date, nor has the retraction", 0, MinDate)
	if existed(0, 1, Now) || existed(0, 1, AsOf(day(30))) {
		t.Error("what was taken back without a date stood on some day")
	}
}

// A store once could not read back what it had written of a tie whose only
// source was retracted without a date.
func TestATieNobodyStandsForAnyMoreIsReadBack(t *testing.T) {
	tie := Tie{To: "group:sun", Kind: PartOf, Until: MinDate}
	text, err := json.Marshal(tie)
	if err != nil {
		t.Fatal(err)
	}
	var back Tie
	if err := json.Unmarshal(text, &back); err != nil || back.Until != MinDate {
		t.Errorf("%s is read as %v, %v", text, back, err)
	}
}
