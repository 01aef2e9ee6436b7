package graph

import (
	"fmt"
	"testing"
)

func timeLines(entries []TimelineEntry) []string {
	var out []string
	for _, e := range entries {
		out = append(out, fmt.Sprintf("%d %s %s", e.On.Latest%100, e.Event, e.Node))
	}
	return out
}

// Rules 1, 2 and 7: what happened and was said, in order of time.
func TestTimeline(t *testing.T) {
	s := atTheGate(onDay(23))
	s.Statements = map[ID]*Statement{"statement:first": {Header: Header{ID: "statement:first"}, Released: onDay(24), Cited: citing("source:leaf")}}
	s.source("source:leaf", onDay(24))
	s.source("source:elsewhere", onDay(24))
	s.source("source:late", onDay(29)).Retraction = &Retraction{On: onDay(31)}
	own := s.report("own", "band", func(said *Said) { said.Statement = "statement:first" })
	s.deny(own, "no", "army", toll)
	with(s.confirm(nil, "yes", "watch", tookPlace), made(onDay(25)))
	doubt := &Doubt{Reply: s.reply(own, "doubt:hm", "sun", toll, nil)}
	s.Responses = append(s.Responses, doubt)
	s.report("gone", "moon", carried("source:late"), takenBack(onDay(30)))
	s.source("source:leaflet", DateRange{})
	s.report("whenever", "moon", made(DateRange{}), carried("source:leaflet"))
	s.report("bridge", "moon", about("attack:bridge"))

	wants(t, "as things stand", timeLines(s.Known(Now).Timeline()),
		"23 OCCURRED attack:gate",
		"24 STATED statement:first", "24 CLAIMED claim:gone", "24 CLAIMED claim:own", "24 PUBLISHED source:leaf",
		"25 CONFIRMED confirmation:yes", "25 DENIED denial:no", "25 DOUBTED doubt:hm",
		"27 PUBLISHED source:paper", "29 PUBLISHED source:late", "30 RETRACTED claim:gone", "31 RETRACTED source:late",
		"0 CLAIMED claim:whenever", "0 PUBLISHED source:leaflet")
	wants(t, "as of the 25th: the attack is on no record yet", timeLines(s.Known(AsOf(day(25))).Timeline()),
		"24 STATED statement:first", "24 CLAIMED claim:gone", "24 CLAIMED claim:own", "24 PUBLISHED source:leaf",
		"25 CONFIRMED confirmation:yes", "25 DENIED denial:no", "25 DOUBTED doubt:hm")
	wants(t, "as of the 27th", timeLines(s.Known(AsOf(day(27))).Timeline()),
		"23 OCCURRED attack:gate",
		"24 STATED statement:first", "24 CLAIMED claim:gone", "24 CLAIMED claim:own", "24 PUBLISHED source:leaf",
		"25 CONFIRMED confirmation:yes", "25 DENIED denial:no", "25 DOUBTED doubt:hm", "27 PUBLISHED source:paper")
}

// Rule 7: the attack stands at what the record and all that counts say of its day.
func TestTheAttackStandsAtAllDatesGiven(t *testing.T) {
	s := atTheGate(onDay(23))
	later := onDay(25)
	s.claim(ClaimReport, "own", list("band"), nothing, func(c *Claim) { c.AssertedDate = &later })
	on := s.Known(Now).Timeline()[1].On
	if first := s.Known(Now).Timeline()[0]; first.Event != EventClaimed || on.Earliest != day(23) || on.Latest != day(25) {
		t.Errorf("%v, %v", first, on)
	}
}
