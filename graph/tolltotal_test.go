package graph

import (
	"fmt"
	"maps"
	"slices"
	"testing"
)

func (t TollTotal) line() string {
	text := fmt.Sprintf("%d..%s, counted ..%s in %d, unstated %d", t.Min, howMany(t.Max), howMany(t.CountedMax), t.AttacksCounted, t.AttacksUnstated)
	if len(t.Joint) > 0 {
		text += ", joint " + keysOf(t.Joint)
	}
	return text
}

const (
	bridge ID = "attack:bridge"
	well   ID = "attack:well"
)

// country is several attacks, what is said of all of them together, and of
// each alone.
func country(attacks []ID, together func(scene), alone map[ID]func(scene)) func(yield func(ID, Ledger) bool) {
	ledgers := map[ID]Ledger{}
	for _, id := range attacks {
		s := atTheGate(onDay(23))
		s.Subject.Head().ID = id
		if together != nil {
			together(s)
		}
		if tell := alone[id]; tell != nil {
			alone := scene{&Case{Subject: s.Subject, Sources: s.Sources, Actors: s.Actors}}
			tell(alone)
			for _, a := range alone.assertions() {
				a.Spoken().About = []ID{id}
			}
			s.Claims, s.Responses = append(s.Claims, alone.Claims...), append(s.Responses, alone.Responses...)
		}
		ledgers[id] = s.Ledger()
	}
	return func(yield func(ID, Ledger) bool) {
		for _, id := range slices.Sorted(maps.Keys(ledgers)) {
			if !yield(id, ledgers[id]) {
				return
			}
		}
	}
}

func says(number string) func(scene) {
	return func(s scene) { s.report("alone", "army", killed(number)) }
}

// Rules 31 and 32: the toll over a list of attacks.
func TestTollOver(t *testing.T) {
	all := []ID{gate, bridge, well}
	both := about(gate, bridge)
	for _, c := range []struct {
		story    string
		attacks  []ID
		together func(scene)
		alone    map[ID]func(scene)
		by       func(ID) bool
		want     string
	}{
		{"no attack at all", nil, nil, nil, nil, "0..0, counted ..? in 0, unstated 0"},
		{"nobody says anything: not zero at most", all, nil, nil, nil, "0..?, counted ..? in 0, unstated 3"},
		{"all are counted", []ID{gate, bridge}, nil, map[ID]func(scene){gate: says("2"), bridge: says("3-4")}, nil, "5..6, counted ..6 in 2, unstated 0"},
		{"one is unstated: no maximum but of those counted", all, nil, map[ID]func(scene){gate: says("2"), bridge: says("3-4")}, nil, "5..?, counted ..6 in 2, unstated 1"},
		{"one is open", []ID{gate, bridge}, nil, map[ID]func(scene){gate: says("2"), bridge: says("2-")}, nil, "4..?, counted ..? in 2, unstated 0"},
		{"one is disputed: counts at most, not at least", []ID{gate, bridge}, nil, map[ID]func(scene){gate: says("2"), bridge: func(s scene) {
			s.deny(s.report("alone", "band", killed("11")), "no", "army", toll)
		}}, nil, "2..13, counted ..13 in 2, unstated 0"},
		{"twelve in both together, none of them alone", all, func(s scene) { s.report("joint", "band", killed("12"), both) }, nil, nil,
			"12..?, counted ..12 in 0, unstated 3, joint joint"},
		{"the list holds one of the two only", []ID{gate, well}, func(s scene) { s.report("joint", "band", killed("12"), both) }, nil, nil,
			"0..?, counted ..? in 0, unstated 2"},
		{"one of the two has a figure of its own, though of somebody not asked for", []ID{gate, bridge}, func(s scene) { s.report("joint", "band", killed("12"), both) },
			map[ID]func(scene){gate: func(s scene) { s.report("alone", "army", killed("5")) }},
			func(id ID) bool { return id == "group:band" }, "0..?, counted ..? in 0, unstated 2"},
		{"a third has a figure: the joint one is added to it", all, func(s scene) { s.report("joint", "band", killed("12-15"), both) },
			map[ID]func(scene){well: func(s scene) { s.report("alone", "army", killed("5")) }}, nil, "17..?, counted ..20 in 1, unstated 2, joint joint"},
		{"said together by others than those asked for", all, func(s scene) { s.report("joint", "band", killed("12"), both) }, nil,
			func(id ID) bool { return id == "group:army" }, "0..?, counted ..? in 0, unstated 3"},
		{"two say different numbers of the same two: accounts, not added up", all, func(s scene) {
			s.report("joint", "band", killed("12"), both)
			s.report("other", "army", killed("4"), about(bridge, gate), made(onDay(25)))
		}, nil, nil, "4..?, counted ..12 in 0, unstated 3, joint other+joint"},
		{"sets that overlap may count the same people: the lowest is known", all, func(s scene) {
			s.report("joint", "band", killed("12"), both)
			s.report("other", "army", killed("4"), about(bridge, well))
		}, nil, nil, "4..?, counted ..16 in 0, unstated 3, joint other+joint"},
		{"denied of both together", all, func(s scene) {
			with(s.deny(s.report("joint", "band", killed("12"), both), "no", "army", toll), both)
		}, nil, nil, "0..?, counted ..12 in 0, unstated 3, joint joint"},
		{"of both together, without an upper bound", all, func(s scene) { s.report("joint", "band", killed("2-"), both) }, nil, nil,
			"2..?, counted ..? in 0, unstated 3, joint joint"},
	} {
		want(t, c.story, TollOver(country(c.attacks, c.together, c.alone), OutcomeKilled, nil, c.by, Now).line(), c.want)
	}
}

// Over a hundred thousand attacks a toll is one reading of small rows.
func BenchmarkTollOver(b *testing.B) {
	s := atTheGate(onDay(23))
	own := s.report("ml-2017-some-band", "band", killed("5", VictimStateForce), wounded("2-", VictimStateForce))
	s.deny(own, "ml-2017-some-army", "army", toll)
	s.report("ml-2017-some-watch", "watch", killed("4", VictimStateForce), made(onDay(26)))
	text := s.Ledger().Text()
	b.ReportMetric(float64(len(text)), "bytes/ledger")
	for b.Loop() {
		TollOver(func(yield func(ID, Ledger) bool) {
			for range 1000 {
				l, err := ParseLedger(text)
				if err != nil || !yield(gate, l) {
					b.Fatal(err)
				}
			}
		}, OutcomeKilled, nil, nil, Now)
	}
}
