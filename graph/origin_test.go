package graph

import (
	"fmt"
	"testing"
)

func originLines(origins []Origin) []string {
	var out []string
	for _, o := range origins {
		out = append(out, fmt.Sprintf("%s: %s in %s, %d relays", keysOf(o.Speakers), keysOf(o.Assertions), keysOf(o.Sources), o.Relays))
	}
	return out
}

// outlets are papers of the 28th and the days after.
func (s scene) outlets(n int) []ID {
	var out []ID
	for i := range n {
		out = append(out, s.source(ID(fmt.Sprintf("source:outlet%d", i+1)), onDay(28+i%3)).ID)
	}
	return out
}

// Rules 3, 34 and 37: how many speak of it independently of each other.
func TestOrigins(t *testing.T) {
	for _, c := range []struct {
		story string
		tell  func(scene)
		on    AsOf
		want  []string
	}{
		{"nobody asserts anything", func(scene) {}, Now, nil},
		{"one in one paper", func(s scene) { s.report("own", "band") }, Now, []string{"band: own in paper, 0 relays"}},
		{"five outlets relay one communique: one origin, four relays", func(s scene) {
			s.report("own", "band", carried(s.outlets(5)...))
		}, Now, []string{"band: own in outlet3+outlet5+outlet2+outlet4+outlet1, 4 relays"}},
		{"the same told five times over, once an outlet", func(s scene) {
			for i, id := range s.outlets(5) {
				s.report(fmt.Sprint("own", i), "band", carried(id))
			}
		}, Now, []string{"band: own4+own3+own2+own1+own0 in outlet3+outlet5+outlet2+outlet4+outlet1, 4 relays"}},
		{"two who have nothing to do with each other, by name", func(s scene) {
			s.report("word", "watch")
			s.report("own", "band")
		}, Now, []string{"band: own in paper, 0 relays", "watch: word in paper, 0 relays"}},
		{"a part and its whole are one", func(s scene) {
			s.report("word", "league")
			s.report("own", "band")
			s.tie("band", "league", Period{})
		}, Now, []string{"band+league: word+own in paper, 0 relays"}},
		{"two parts of a third are one", func(s scene) {
			s.report("word", "sun")
			s.report("own", "band")
			s.tie("band", "league", Period{})
			s.tie("sun", "league", Period{})
		}, Now, []string{"band+sun: word+own in paper, 0 relays"}},
		{"those tied to the same one are one with him, though not with each other", func(s scene) {
			s.report("a", "sun")
			s.report("b", "moon")
			s.report("c", "band")
			s.tie("band", "sun", Period{})
			s.tie("band", "moon", Period{})
		}, Now, []string{"band+moon+sun: c+b+a in paper, 0 relays"}},
		{"two in one joint claim are one", func(s scene) {
			s.report("own", "band sun")
			s.report("word", "sun")
		}, Now, []string{"band+sun: word+own in paper, 0 relays"}},
		{"which of two spoke is contested: no more than one spoke", func(s scene) {
			s.report("own", "band sun", func(said *Said) { said.AsserterMode = Alternative })
		}, Now, []string{"band+sun: own in paper, 0 relays"}},
		{"nobody named is no origin", func(s scene) { s.report("witness", "") }, Now, nil},
		{"who answers, the claim or the attack itself, is none", func(s scene) {
			s.deny(s.report("own", "band"), "no", "army", toll)
			s.confirm(nil, "yes", "watch", tookPlace)
		}, Now, []string{"band: own in paper, 0 relays"}},
		{"taken back", func(s scene) { s.report("own", "band", takenBack(onDay(26))) }, Now, nil},
		{"an outlet took its paper back", func(s scene) {
			outlets := s.outlets(2)
			s.Sources[outlets[1]].Retraction = &Retraction{On: onDay(30)}
			s.report("own", "band", carried(outlets...))
		}, Now, []string{"band: own in outlet1, 0 relays"}},
		{"as of a day: the outlets of later days do not carry it yet", func(s scene) {
			s.report("own", "band", carried(s.outlets(5)...))
		}, AsOf(day(28)), []string{"band: own in outlet4+outlet1, 1 relays"}},
		{"heard before it was printed", func(s scene) {
			s.report("own", "band", carried(s.outlets(5)...))
		}, AsOf(day(25)), []string{"band: own in , 0 relays"}},
		{"of another attack", func(s scene) { s.report("own", "band", about("attack:bridge")) }, Now, nil},
	} {
		s := atTheGate(onDay(23))
		c.tell(s)
		wants(t, c.story, originLines(s.Known(c.on).Origins()), c.want...)
	}
}
