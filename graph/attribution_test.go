package graph

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

var everyBasis = AttributionPolicy{Bases: AttributionBases}

// told writes attributions as lines: actor, bases, standing, mode, claims.
func told(attributions []Attribution) []string {
	var out []string
	for _, a := range attributions {
		out = append(out, fmt.Sprintf("%s %v %s %s %v", a.Actor, a.Bases, a.Standing, a.Mode, a.Claims))
	}
	return out
}

// Rules 3, 16, 18, 20, 21 and 37: who is behind it, on whose word.
func TestWhoIsBehindAnAttack(t *testing.T) {
	clean := AttributionPolicy{Bases: AttributionBases, ExcludeDisputed: true}
	for _, c := range []struct {
		story  string
		tell   func(scene)
		policy AttributionPolicy
		want   []string
	}{
		{"suspected by nobody named, asked for claims alone", func(s scene) {
			s.claim(ClaimSuspicion, "rumour", nothing, list("band"))
		}, AttributionPolicy{}, nil},
		{"suspected by nobody named, asked for every word", func(s scene) {
			s.claim(ClaimSuspicion, "rumour", nothing, list("band"))
		}, everyBasis, []string{"group:band [SUSPECTED] UNANSWERED JOINT [claim:rumour]"}},
		{"no basis counts at all", func(s scene) {
			s.claim(ClaimResponsibility, "own", list("band"), nothing)
		}, AttributionPolicy{Bases: []AttributionBasis{}}, nil},
		{"claimed by one and laid to another, by name", func(s scene) {
			s.claim(ClaimAccusation, "charge", list("army"), list("sun"))
			s.claim(ClaimResponsibility, "own", list("band"), nothing)
		}, everyBasis, []string{
			"group:band [SELF_CLAIMED] UNANSWERED JOINT [claim:own]",
			"group:sun [ACCUSED] UNANSWERED JOINT [claim:charge]",
		}},
		{"claimed and laid to it, and then denied of the charge alone", func(s scene) {
			s.claim(ClaimResponsibility, "own", list("band"), nothing)
			s.deny(s.claim(ClaimAccusation, "charge", list("army"), list("band")), "no", "sun", who)
		}, clean, []string{"group:band [SELF_CLAIMED] UNANSWERED JOINT [claim:own]"}},
		{"denied by who does not say what", func(s scene) {
			s.deny(s.claim(ClaimResponsibility, "own", list("band"), nothing), "no", "army", nil)
		}, clean, nil},
		{"denied, and asked for all the same", func(s scene) {
			s.deny(s.claim(ClaimResponsibility, "own", list("band"), nothing), "no", "army", who)
		}, AttributionPolicy{}, []string{"group:band [SELF_CLAIMED] DENIED JOINT [claim:own]"}},
		{"one of two accused denies for itself", func(s scene) {
			s.deny(s.claim(ClaimAccusation, "charge", list("army"), list("band", "sun")), "not-us", "sun", who, "sun")
		}, clean, []string{
			"group:band [ACCUSED] UNANSWERED JOINT [claim:charge]",
			"group:sun [ACCUSED] DENIED JOINT [claim:charge]",
		}},
		{"it was not us, said of the attack and of no charge", func(s scene) {
			s.claim(ClaimSuspicion, "rumour", nothing, list("band", "sun"), oneOfThem)
			s.deny(nil, "not-us", "sun", who, "sun")
		}, everyBasis, []string{
			"group:band [SUSPECTED] UNANSWERED ALTERNATIVE [claim:rumour]",
			"group:sun [SUSPECTED] DENIED ALTERNATIVE [claim:rumour]",
		}},
		{"it is contested which of two spoke", func(s scene) {
			s.claim(ClaimResponsibility, "own", list("band", "sun"), nothing, whoSpokeIsContested)
		}, AttributionPolicy{}, []string{
			"group:band [SELF_CLAIMED] UNANSWERED ALTERNATIVE [claim:own]",
			"group:sun [SELF_CLAIMED] UNANSWERED ALTERNATIVE [claim:own]",
		}},
		{"one of several by one word, by itself by another", func(s scene) {
			s.claim(ClaimSuspicion, "rumour", nothing, list("band", "sun"), oneOfThem)
			s.claim(ClaimResponsibility, "own", list("band"), nothing)
		}, everyBasis, []string{
			"group:band [SELF_CLAIMED SUSPECTED] UNANSWERED JOINT [claim:rumour claim:own]",
			"group:sun [SUSPECTED] UNANSWERED ALTERNATIVE [claim:rumour]",
		}},
		{"the band says it never said so", func(s scene) {
			s.deny(s.claim(ClaimResponsibility, "own", list("band"), nothing), "forged", "band", []Aspect{AspectAuthenticity})
		}, AttributionPolicy{}, []string{"group:band [SELF_CLAIMED] DENIED JOINT [claim:own]"}},
		{"confirmed that it took place, not who did it", func(s scene) {
			s.confirm(s.claim(ClaimResponsibility, "own", list("band"), nothing), "yes", "army", []Aspect{AspectOccurrence})
		}, AttributionPolicy{}, []string{"group:band [SELF_CLAIMED] UNANSWERED JOINT [claim:own]"}},
		{"reported by a third party too", func(s scene) {
			s.claim(ClaimResponsibility, "own", list("band"), nothing)
			s.claim(ClaimReport, "inquiry", list("watch"), list("band"))
		}, everyBasis, []string{"group:band [SELF_CLAIMED REPORTED] CORROBORATED JOINT [claim:own claim:inquiry]"}},
		{"reported by a third party, where reports do not count", func(s scene) {
			s.claim(ClaimResponsibility, "own", list("band"), nothing)
			s.claim(ClaimReport, "inquiry", list("watch"), list("band"))
		}, AttributionPolicy{}, []string{"group:band [SELF_CLAIMED] UNANSWERED JOINT [claim:own]"}},
		{"a report of one of the two who claimed it together", func(s scene) {
			s.claim(ClaimResponsibility, "own", list("band", "sun"), nothing)
			s.claim(ClaimReport, "inquiry", list("watch"), list("band"))
		}, everyBasis, []string{
			"group:band [SELF_CLAIMED REPORTED] CORROBORATED JOINT [claim:own claim:inquiry]",
			"group:sun [SELF_CLAIMED] UNANSWERED JOINT [claim:own]",
		}},
		{"confirmed of the attack, by a third party, of one", func(s scene) {
			s.claim(ClaimResponsibility, "own", list("band"), nothing)
			s.confirm(nil, "inquiry", "watch", who, "band")
		}, AttributionPolicy{}, []string{"group:band [SELF_CLAIMED] CORROBORATED JOINT [claim:own]"}},
		{"taken back since", func(s scene) {
			s.claim(ClaimResponsibility, "own", list("band"), nothing, func(c *Claim) { c.Retraction = &Retraction{On: onDay(26)} })
		}, everyBasis, nil},
	} {
		s := atTheGate(onDay(23))
		c.tell(s)
		wants(t, c.story, told(s.Known(Now).Attribution(c.policy)), c.want...)
	}
}

// Rule 1: asked for a day, what was not yet said is not counted.
func TestWhoWasBehindItAsOfADay(t *testing.T) {
	s := atTheGate(onDay(23))
	own := s.claim(ClaimResponsibility, "own", list("band"), nothing, func(c *Claim) { c.Retraction = &Retraction{On: onDay(27)} })
	s.deny(own, "no", "army", who)
	wants(t, "the day before it was claimed", told(s.Known(AsOf(day(23))).Attribution(everyBasis)))
	wants(t, "the day it was claimed", told(s.Known(AsOf(day(24))).Attribution(everyBasis)), "group:band [SELF_CLAIMED] UNANSWERED JOINT [claim:own]")
	wants(t, "the day it was denied", told(s.Known(AsOf(day(25))).Attribution(everyBasis)), "group:band [SELF_CLAIMED] DENIED JOINT [claim:own]")
	wants(t, "the day it was taken back", told(s.Known(AsOf(day(27))).Attribution(everyBasis)))
}

// question is a filter `attributed` over the links of an attack, as an index
// answers it.
type question struct {
	to                          []ID
	bases                       []AttributionBasis
	excludeDisputed, affiliates bool
}

// asks reads the links: possibly, where one fits; certainly, where every
// alternative of one set has one that does so certainly.
func asks(arcs []Arc, q question) (certain, possible bool) {
	met := map[int64]map[int64]bool{}
	parts := map[int64]int64{}
	for _, a := range arcs {
		is := func(i int) bool { return a.Values[i].(int64) == 1 }
		basis, clean, direct, sure, tiesClean := AttributionBasis(a.Values[0].(string)), is(1), is(2), is(3), is(4)
		fits := slices.Contains(q.to, a.To) && slices.Contains(q.bases, basis) && (clean && tiesClean || !q.excludeDisputed) && (direct || q.affiliates)
		if !fits {
			continue
		}
		possible = true
		if set := a.Values[5].(int64); sure {
			if met[set] == nil {
				met[set] = map[int64]bool{}
			}
			met[set][a.Values[6].(int64)], parts[set] = true, a.Values[7].(int64)
		}
	}
	for set, some := range met {
		certain = certain || int64(len(some)) == parts[set]
	}
	return certain, possible
}

// Rules 20, 22, 23 and the table of certainty: attacks attributed to somebody.
func TestAttacksAttributedToSomebody(t *testing.T) {
	own := []AttributionBasis{SelfClaimed}
	claimed := func(by ...string) func(scene) {
		return func(s scene) { s.claim(ClaimResponsibility, "own", by, nothing) }
	}
	suspected := func(s scene) { s.claim(ClaimSuspicion, "rumour", nothing, list("band", "sun"), oneOfThem) }
	with := func(tells ...func(scene)) func(scene) {
		return func(s scene) {
			for _, tell := range tells {
				tell(s)
			}
		}
	}
	under := func(from, to string, held Period, more ...func(*Tie)) func(scene) {
		return func(s scene) { s.tie(from, to, held, more...) }
	}
	band, league := []ID{"group:band"}, []ID{"group:league"}
	for _, c := range []struct {
		story             string
		tell              func(scene)
		q                 question
		certain, possible bool
	}{
		{"claimed together with another", claimed("band", "sun"), question{to: band, bases: own}, true, true},
		{"suspected as one of two", suspected, question{to: band, bases: AttributionBases}, false, true},
		{"suspected as one of two, both asked for", suspected, question{to: []ID{"group:band", "group:sun"}, bases: AttributionBases}, true, true},
		{"suspected as one of two, where suspicions do not count", suspected, question{to: band, bases: own}, false, false},
		{"one of two, both part of the league", with(suspected, under("band", "league", attested(20, 27)), under("sun", "league", attested(20, 27))),
			question{to: league, bases: AttributionBases, affiliates: true}, true, true},
		{"one of two, one of them part of the league", with(suspected, under("band", "league", attested(20, 27))),
			question{to: league, bases: AttributionBases, affiliates: true}, false, true},
		{"claimed by a part of the league, affiliates left out", with(claimed("band"), under("band", "league", attested(20, 27))),
			question{to: league, bases: own}, false, false},
		{"claimed by a part of the league", with(claimed("band"), under("band", "league", attested(20, 27))),
			question{to: league, bases: own, affiliates: true}, true, true},
		{"claimed by what may have been part of the league", with(claimed("band"), under("band", "league", Period{})),
			question{to: league, bases: own, affiliates: true}, false, true},
		{"claimed by what was part of the league later", with(claimed("band"), under("band", "league", lasting(onDay(25), onDay(30)))),
			question{to: league, bases: own, affiliates: true}, false, false},
		{"part of the league, say some", with(claimed("band"), under("band", "league", attested(20, 27), byOthers)),
			question{to: league, bases: own, affiliates: true}, true, true},
		{"part of the league, say some; the disputed left out", with(claimed("band"), under("band", "league", attested(20, 27), byOthers)),
			question{to: league, bases: own, affiliates: true, excludeDisputed: true}, false, false},
		{"certainly by a disputed tie, possibly by another; the disputed left out",
			with(claimed("band"), under("band", "league", attested(20, 27), byOthers), under("band", "sun", Period{}), under("sun", "league", Period{})),
			question{to: league, bases: own, affiliates: true, excludeDisputed: true}, false, true},
		{"certainly by a disputed tie, possibly by another",
			with(claimed("band"), under("band", "league", attested(20, 27), byOthers), under("band", "sun", Period{}), under("sun", "league", Period{})),
			question{to: league, bases: own, affiliates: true}, true, true},
		{"named beside its own upper", with(claimed("band", "league"), under("band", "league", Period{})), question{to: league, bases: own, affiliates: true}, true, true},
		{"claimed by one of two, it is contested which", func(s scene) {
			s.claim(ClaimResponsibility, "own", list("band", "sun"), nothing, whoSpokeIsContested)
		}, question{to: band, bases: own}, false, true},
		{"claimed by one of two together with a third", func(s scene) {
			s.claim(ClaimResponsibility, "own", list("band", "sun"), list("moon"), whoSpokeIsContested)
		}, question{to: []ID{"group:moon"}, bases: own}, true, true},
		{"denied; the disputed left out", func(s scene) {
			s.deny(s.claim(ClaimResponsibility, "own", list("band"), nothing), "no", "army", nil)
		}, question{to: band, bases: own, excludeDisputed: true}, false, false},
		{"nobody asked for", claimed("band"), question{bases: own}, false, false},
	} {
		s := atTheGate(onDay(23))
		c.tell(s)
		certain, possible := asks(s.Known(Now).attributions(onDay(23)), c.q)
		if certain != c.certain || possible != c.possible {
			t.Errorf("%s: certainly %v, possibly %v", c.story, certain, possible)
		}
	}
}

// A denial never raises where an attribution stands; who is named by an
// unrelated claim changes nothing for the others.
func TestWhatOneMoreWordChanges(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	people := list("army", "band", "sun", "watch")
	kinds := []ClaimKind{ClaimResponsibility, ClaimAccusation, ClaimSuspicion, ClaimReport}
	anyone := func() string { return people[r.IntN(4)] }
	scopes := [][]Aspect{nil, who, {AspectOccurrence}, {AspectAuthenticity}}
	rank := func(a Attribution) int { return slices.Index(Standings, a.Standing) }
	for range 300 {
		s := atTheGate(onDay(23))
		for i := range 1 + r.IntN(3) {
			c := s.claim(kinds[r.IntN(4)], fmt.Sprint(i), list(anyone()), list(anyone()))
			if r.IntN(2) == 0 {
				s.confirm(c, fmt.Sprint(i), anyone(), scopes[r.IntN(3)])
			}
			if r.IntN(3) == 0 {
				s.deny(c, fmt.Sprint(i), anyone(), scopes[r.IntN(4)])
			}
		}
		before := s.Known(Now).Attribution(everyBasis)
		s.claim(ClaimSuspicion, "other", list("stranger"), list("nobody-else"))
		after := s.Known(Now).Attribution(everyBasis)
		after = slices.DeleteFunc(after, func(a Attribution) bool { return a.Actor == "group:nobody-else" })
		wants(t, "a claim that names another", told(after), told(before)...)

		s.deny(s.Claims[r.IntN(len(s.Claims))], "more", "stranger", scopes[r.IntN(3)])
		denied := s.Known(Now).Attribution(everyBasis)
		denied = slices.DeleteFunc(denied, func(a Attribution) bool { return a.Actor == "group:nobody-else" })
		for i, a := range denied {
			if rank(a) < rank(before[i]) {
				t.Errorf("a denial raises %v to %v", told(before), told(denied))
			}
		}
	}
}
