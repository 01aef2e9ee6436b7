package graph

import (
	"fmt"
	"testing"
)

func accountLines(accounts []CasualtyAccount) []string {
	var out []string
	for _, a := range accounts {
		line := keysOf([]ID{a.Assertion})
		for _, f := range a.Figures {
			line += fmt.Sprintf(" %s %s-%s", f.Outcome, howMany(f.Min), howMany(f.Max))
		}
		if a.ByReferenceTo != "" {
			line += " of " + keysOf([]ID{a.ByReferenceTo})
		}
		out = append(out, line)
	}
	return out
}

// Rules 26, 27, 28, 32 and 37: whose accounts there are of the casualties.
func TestAccounts(t *testing.T) {
	for _, c := range []struct {
		story string
		tell  func(scene)
		on    AsOf
		want  []string
	}{
		{"nobody speaks of casualties", func(s scene) { s.report("army", "army") }, Now, nil},
		{"claims and answers that give figures, newest first, then by id", func(s scene) {
			own := s.report("band", "band", killed("5"))
			s.report("army", "army", killed("?"))
			with(s.deny(own, "watch", "watch", toll), killed("2"))
		}, Now, []string{"watch KILLED 2-2", "band KILLED 5-5", "army KILLED ?-?"}},
		{"of an answer to a denial too: it is word of its own", func(s scene) {
			no := s.deny(s.report("band", "band"), "army", "army", tookPlace)
			c := s.confirm(nil, "watch", "watch", toll)
			c.RespondsTo = no.ID
			with(c, killed("1"))
		}, Now, []string{"watch KILLED 1-1"}},
		{"taken back", func(s scene) { s.report("band", "band", killed("5"), takenBack(onDay(26))) }, Now, nil},
		{"taken back, as of the day before", func(s scene) { s.report("band", "band", killed("5"), takenBack(onDay(26))) }, AsOf(day(25)), []string{"band KILLED 5-5"}},
		{"replaced whole: the wounded of the first word are gone with it", func(s scene) {
			first := s.report("first", "army", killed("2"), wounded("1"))
			s.report("second", "army", killed("3"), instead(first.ID), made(onDay(26)))
		}, Now, []string{"second KILLED 3-3"}},
		{"replaced, as of the day before", func(s scene) {
			first := s.report("first", "army", killed("2"))
			s.report("second", "army", killed("3"), instead(first.ID), made(onDay(26)))
		}, AsOf(day(25)), []string{"first KILLED 2-2"}},
		{"replaced by words without a figure: they stay", func(s scene) {
			first := s.report("first", "army", killed("2"))
			s.report("second", "army", instead(first.ID), made(onDay(26)))
		}, Now, []string{"first KILLED 2-2"}},
		{"replaced by what was taken back: they are back", func(s scene) {
			first := s.report("first", "army", killed("2"))
			s.report("second", "army", killed("3"), instead(first.ID), takenBack(onDay(26)))
		}, Now, []string{"first KILLED 2-2"}},
		{"replaced by word of another attack: it was not this one", func(s scene) {
			first := s.report("first", "army", killed("2"))
			s.report("second", "army", killed("2"), instead(first.ID), about("attack:bridge"), made(onDay(26)))
		}, Now, nil},
		{"provisional figures stay accounts", func(s scene) {
			s.report("first", "army", killed("2"), fornow)
			s.report("second", "watch", killed("3"), made(onDay(26)))
		}, Now, []string{"second KILLED 3-3", "first KILLED 2-2"}},
		{"confirmed in full without a figure: taken over, the numbers alone, and marked", func(s scene) {
			s.confirm(s.report("band", "band", killed("5"), wounded("?")), "army", "army", toll)
		}, Now, []string{"army KILLED 5-5 of band", "band KILLED 5-5 WOUNDED ?-?"}},
		{"confirmed in part: taken over by nobody", func(s scene) {
			s.confirm(s.report("band", "band", killed("5")), "army", "army", toll).Degree = DegreePartly
		}, Now, []string{"band KILLED 5-5"}},
		{"confirmed that it took place: taken over by nobody", func(s scene) {
			s.confirm(s.report("band", "band", killed("5")), "army", "army", tookPlace)
		}, Now, []string{"band KILLED 5-5"}},
		{"confirmed with a figure of its own: that is its account", func(s scene) {
			with(s.confirm(s.report("band", "band", killed("5")), "army", "army", toll), killed("4"))
		}, Now, []string{"army KILLED 4-4", "band KILLED 5-5"}},
		{"about several attacks: an account of each", func(s scene) {
			s.report("band", "band", killed("12"), about(gate, "attack:bridge"))
		}, Now, []string{"band KILLED 12-12"}},
	} {
		s := atTheGate(onDay(23))
		c.tell(s)
		wants(t, c.story, accountLines(s.Known(c.on).Accounts()), c.want...)
	}
}
