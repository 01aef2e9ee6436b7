package graph

import (
	"reflect"
	"slices"
	"testing"
)

// Rules 26 to 30: the toll of one attack.
func TestToll(t *testing.T) {
	by := func(names ...ID) func(ID) bool { return func(id ID) bool { return slices.Contains(names, id) } }
	for _, c := range []struct {
		story   string
		tell    func(scene)
		victims []VictimCategory
		by      func(ID) bool
		on      AsOf
		want    string
	}{
		{"nobody gave a number: that is not zero", func(s scene) { s.report("army", "army", wounded("3")) }, nil, nil, Now, "not stated"},
		{"spoken of without a number", func(s scene) { s.report("army", "army", killed("?")) }, nil, nil, Now, "not stated army"},
		{"nobody was killed, says one: that is a number", func(s scene) { s.report("army", "army", killed("0")) }, nil, nil, Now, "0..0, UNKNOWN 0..0 army-army"},
		{"at least", func(s scene) { s.report("army", "army", killed("2-")) }, nil, nil, Now, "2..?, UNKNOWN 2..? army-army"},
		{"at most", func(s scene) { s.report("army", "army", killed("-5")) }, nil, nil, Now, "0..5, UNKNOWN 0..5 army-army"},
		{"about", func(s scene) { s.report("army", "army", killed("5"), roughly) }, nil, nil, Now, "about 5..5, UNKNOWN 5..5 army-army"},
		{"from, to", func(s scene) { s.report("army", "army", killed("5-8")) }, nil, nil, Now, "5..8, UNKNOWN 5..8 army-army"},
		{"a number beside words without one", func(s scene) {
			s.report("army", "army", killed("5"))
			s.report("watch", "watch", killed("?"))
		}, nil, nil, Now, "5..5, UNKNOWN 5..5 army-army, unstated watch"},
		{"parts are added", func(s scene) {
			s.report("army", "army", killed("5", VictimStateForce), killed("2", VictimCivilian))
		}, nil, nil, Now, "7..7, CIVILIAN 2..2 army-army, STATE_FORCE 5..5 army-army"},
		{"beside a total parts are not added", func(s scene) {
			s.report("army", "army", killed("7", VictimMixed), killed("2", VictimCivilian))
		}, nil, nil, Now, "7..7, UNKNOWN 7..7 army-army"},
		{"several totals are added", func(s scene) {
			s.report("army", "army", killed("7", VictimMixed), killed("2", VictimUnknown))
		}, nil, nil, Now, "9..9, UNKNOWN 9..9 army-army"},
		{"a part without a number leaves the total open", func(s scene) {
			s.report("army", "army", killed("5", VictimStateForce), killed("?", VictimCivilian))
		}, nil, nil, Now, "5..?, STATE_FORCE 5..5 army-army"},
		{"and its own kind of victims", func(s scene) {
			s.report("army", "army", killed("5", VictimStateForce), killed("?", VictimStateForce))
		}, nil, nil, Now, "5..?, STATE_FORCE 5..? army-army"},
		{"accounts of one kind of victims: from the lowest to the highest", func(s scene) {
			s.report("army", "army", killed("2", VictimStateForce))
			s.report("band", "band", killed("5-8", VictimStateForce))
			s.report("watch", "watch", killed("2-3", VictimStateForce))
		}, nil, nil, Now, "2..8, STATE_FORCE 2..8 watch+army-band"},
		{"fighters and captives are no range, but two envelopes; min is the lowest any account gives", func(s scene) {
			s.report("army", "army", killed("15", VictimArmedGroup))
			s.report("band", "band", killed("11", VictimCaptive))
		}, nil, nil, Now, "11..26, ARMED_GROUP 15..15 army-army, CAPTIVE 11..11 band-band"},
		{"once a total stands beside parts, totals are compared", func(s scene) {
			s.report("army", "army", killed("5", VictimStateForce), killed("2", VictimCivilian))
			s.report("band", "band", killed("9"))
		}, nil, nil, Now, "7..9, UNKNOWN 7..9 army-band"},
		{"asked for captives, other figures are left out first", func(s scene) {
			s.report("army", "army", killed("5", VictimStateForce), killed("?", VictimCivilian))
			s.report("band", "band", killed("11", VictimCaptive), killed("20"))
			s.report("watch", "watch", killed("?", VictimCaptive))
		}, []VictimCategory{VictimCaptive}, nil, Now, "11..11, CAPTIVE 11..11 band-band, unstated watch"},
		{"asked for those of whom nothing is said", func(s scene) {
			s.report("army", "army", killed("5", VictimStateForce))
			s.report("band", "band", killed("9"))
		}, []VictimCategory{VictimUnknown}, nil, Now, "9..9, UNKNOWN 9..9 band-band"},
		{"asked for the army's word; one joint asserter is enough", func(s scene) {
			s.report("army", "army watch", killed("5"))
			s.report("band", "band", killed("9"))
			s.report("other", "band", killed("?"))
		}, nil, by("group:army"), Now, "5..5, UNKNOWN 5..5 army-army"},
		{"asked for the army's word, where it is contested who spoke", func(s scene) {
			s.report("either", "army watch", killed("5"), func(said *Said) { said.AsserterMode = Alternative })
		}, nil, by("group:army"), Now, "not stated"},
		{"asked for the word of either, where it is contested which spoke", func(s scene) {
			s.report("either", "army watch", killed("5"), func(said *Said) { said.AsserterMode = Alternative })
		}, nil, by("group:army", "group:watch"), Now, "5..5, UNKNOWN 5..5 either-either"},
		{"asked for somebody's word, nobody named spoke", func(s scene) {
			s.report("witness", "", killed("5"))
		}, nil, by("group:army"), Now, "not stated"},
		{"the army's by reference", func(s scene) {
			s.confirm(s.report("band", "band", killed("2")), "army", "army", toll)
		}, nil, by("group:army"), Now, "2..2, UNKNOWN 2..2 army-army"},
		{"denied: in the envelope, never the least", func(s scene) {
			s.deny(s.report("band", "band", killed("5")), "no", "army", toll)
			s.report("watch", "watch", killed("7"), func(said *Said) { said.Aspects = []Aspect{AspectCasualties} })
		}, nil, nil, Now, "7..7, UNKNOWN 5..7 band-watch"},
		{"all that is said is denied: no least", func(s scene) {
			s.deny(s.report("band", "band", killed("5")), "no", "army", tookPlace)
		}, nil, nil, Now, "?..5, UNKNOWN 5..5 band-band"},
		{"possibly denied, by who does not say what", func(s scene) {
			s.deny(s.report("band", "band", killed("5")), "no", "army", nil)
		}, nil, nil, Now, "?..5, UNKNOWN 5..5 band-band"},
		{"who did it is denied, not how many died", func(s scene) {
			s.deny(s.report("band", "band", killed("5")), "no", "army", who)
		}, nil, nil, Now, "5..5, UNKNOWN 5..5 band-band"},
		{"denied in part: not disputed in full", func(s scene) {
			s.deny(s.report("band", "band", killed("5")), "no", "army", toll).Degree = DegreePartly
		}, nil, nil, Now, "5..5, UNKNOWN 5..5 band-band"},
		{"contested: repeating a contested number does not settle it", func(s scene) {
			own := s.report("band", "band", killed("5"))
			s.deny(own, "no", "army", toll)
			s.confirm(own, "yes", "watch", toll)
		}, nil, nil, Now, "?..5, UNKNOWN 5..5 yes+band-yes+band"},
		{"contested, but counted by a third party itself", func(s scene) {
			own := s.report("band", "band", killed("5"))
			s.deny(own, "no", "army", toll)
			with(s.confirm(own, "yes", "watch", toll), killed("4"))
		}, nil, nil, Now, "4..5, UNKNOWN 4..5 yes-band"},
		{"denied later: as of the day before it stands", func(s scene) {
			s.deny(s.report("band", "band", killed("5")), "no", "army", toll)
		}, nil, nil, AsOf(day(24)), "5..5, UNKNOWN 5..5 band-band"},
		{"denied, and the denial taken back", func(s scene) {
			with(s.deny(s.report("band", "band", killed("5")), "no", "army", toll), takenBack(onDay(26)))
		}, nil, nil, AsOf(day(26)), "5..5, UNKNOWN 5..5 band-band"},
		{"said without a day: known now", func(s scene) {
			s.source("source:leaf", DateRange{})
			s.report("band", "band", killed("5"), made(DateRange{}), carried("source:leaf"))
		}, nil, nil, Now, "5..5, UNKNOWN 5..5 band-band"},
		{"said without a day: known on no day", func(s scene) {
			s.source("source:leaf", DateRange{})
			s.report("band", "band", killed("5"), made(DateRange{}), carried("source:leaf"))
		}, nil, nil, AsOf(day(31)), "not stated"},
		{"replaced figures are out, and what was left of them", func(s scene) {
			first := s.report("first", "army", killed("2"), wounded("1"))
			s.report("second", "army", wounded("3"), instead(first.ID), made(onDay(26)))
		}, nil, nil, Now, "not stated"},
		{"provisional, alone", func(s scene) { s.report("first", "army", killed("2"), fornow) }, nil, nil, Now, "2..2, UNKNOWN 2..2 first-first"},
		{"provisional, until a later account is not", func(s scene) {
			s.report("first", "army", killed("2"), fornow)
			s.report("second", "watch", killed("3"), made(onDay(26)))
		}, nil, nil, Now, "3..3, UNKNOWN 3..3 second-second"},
		{"provisional, as of the day before that", func(s scene) {
			s.report("first", "army", killed("2"), fornow)
			s.report("second", "watch", killed("3"), made(onDay(26)))
		}, nil, nil, AsOf(day(25)), "2..2, UNKNOWN 2..2 first-first"},
		{"provisional, beside what was known before or is provisional too", func(s scene) {
			s.report("first", "army", killed("2"), fornow)
			s.report("early", "watch", killed("3"), made(onDay(23)))
			s.report("later", "band", killed("4"), fornow, made(onDay(26)))
		}, nil, nil, Now, "2..4, UNKNOWN 2..4 first-later"},
		{"provisional, and a later account of another outcome", func(s scene) {
			s.report("first", "army", killed("2"), fornow)
			s.report("second", "watch", wounded("3"), made(onDay(26)))
		}, nil, nil, Now, "2..2, UNKNOWN 2..2 first-first"},
		{"provisional and outdated: out for whoever asks for the army alone", func(s scene) {
			s.report("first", "army", killed("2"), fornow)
			s.report("second", "watch", killed("3"), made(onDay(26)))
		}, nil, by("group:army"), Now, "not stated"},
		{"about several attacks: in the toll of none", func(s scene) {
			s.report("band", "band", killed("12"), about(gate, "attack:bridge"))
		}, nil, nil, Now, "not stated"},
	} {
		s := atTheGate(onDay(23))
		c.tell(s)
		ledger, err := ParseLedger(s.Ledger().Text())
		if err != nil {
			t.Fatal(err)
		}
		want(t, c.story, ledger.Toll(OutcomeKilled, c.victims, c.by, c.on).line(), c.want)
	}
}

// Whatever stands in a ledger comes back from its text; what is no ledger is refused.
func TestLedgersAsText(t *testing.T) {
	two := 2
	l := Ledger{[]Line{
		{ID: "claim:a", Asserters: []ID{"group:x", "group:y"}, Either: true, Counts: Spans{Now, Now, 20171024, AsOf(MaxDate)}, Disputed: Spans{20171025, 20171026},
			Supersedes: "claim:b", Adopts: "claim:c", Together: []ID{gate, "attack:bridge"}, Order: "2017102420171024",
			Figures: []Headcount{{OutcomeKilled, &two, nil, true, VictimCaptive, true}, {Outcome: OutcomeWounded}}},
		{ID: "claim:b"},
	}}
	back, err := ParseLedger(l.Text())
	if err != nil || !reflect.DeepEqual(back, l) {
		t.Errorf("%v, %v", back, err)
	}
	for _, text := range []string{"claim:a", "claim:a|||x||||||", "claim:a|||||||||KILLED", "claim:a|||||||||KILLED/x///"} {
		if _, err := ParseLedger(text); err == nil {
			t.Errorf("%q was read", text)
		}
	}
}

// An attack of whose casualties nobody speaks has nothing to keep.
func TestAnEmptyLedgerIsNoText(t *testing.T) {
	s := atTheGate(onDay(23))
	s.report("army", "army")
	want(t, "no figure at all", s.Ledger().Text(), "")
}

// What a filter looks up: an outcome with a number, one without, one of which
// nobody speaks.
func TestTollRows(t *testing.T) {
	s := atTheGate(onDay(23))
	s.report("army", "army", killed("2-"), wounded("?"))
	wants(t, "rows", s.Ledger().TollRows(), TollRow{OutcomeKilled, 2, MaxToll, true}, TollRow{OutcomeWounded, -1, MaxToll, false})
}
