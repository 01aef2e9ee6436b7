package graph

import "testing"

// Rule 24: which claims hold somebody else responsible.
func TestWhoseClaimsAreRivals(t *testing.T) {
	for _, c := range []struct {
		story string
		tell  func(scene)
		asOf  AsOf
		want  []ID
	}{
		{"laid to another", func(s scene) {
			s.claim(ClaimAccusation, "charge", list("army"), list("sun"))
		}, Now, []ID{"claim:charge"}},
		{"claimed by another too, newest first", func(s scene) {
			s.claim(ClaimAccusation, "charge", list("army"), list("sun"), func(c *Claim) { c.Made = onDay(26) })
			s.claim(ClaimResponsibility, "moon", list("moon"), nothing, func(c *Claim) { c.Made = onDay(25) })
		}, Now, []ID{"claim:charge", "claim:moon"}},
		{"another is suspected or reported, not accused", func(s scene) {
			s.claim(ClaimSuspicion, "rumour", nothing, list("sun"))
			s.claim(ClaimReport, "inquiry", list("watch"), list("sun"))
		}, Now, nil},
		{"laid to the band and to another", func(s scene) {
			s.claim(ClaimAccusation, "charge", list("army"), list("sun", "band"))
		}, Now, nil},
		{"laid to what the band may have been part of that day", func(s scene) {
			s.claim(ClaimAccusation, "charge", list("army"), list("sun"))
			s.tie("band", "sun", Period{})
		}, Now, nil},
		{"laid to what may have been part of the band that day", func(s scene) {
			s.claim(ClaimAccusation, "charge", list("army"), list("sun"))
			s.tie("sun", "moon", Period{})
			s.tie("moon", "band", Period{})
		}, Now, nil},
		{"laid to what the band left before", func(s scene) {
			s.claim(ClaimAccusation, "charge", list("army"), list("sun"))
			s.tie("band", "sun", lasting(onDay(1), onDay(22)))
		}, Now, []ID{"claim:charge"}},
		{"laid to another part of the same league", func(s scene) {
			s.claim(ClaimAccusation, "charge", list("army"), list("sun"))
			s.tie("band", "league", Period{})
			s.tie("sun", "league", Period{})
		}, Now, []ID{"claim:charge"}},
		{"laid to nobody named", func(s scene) {
			s.claim(ClaimAccusation, "charge", list("army"), nothing, func(c *Claim) { c.AttributionText = "foreigners" })
		}, Now, nil},
		{"laid to another, and taken back", func(s scene) {
			s.claim(ClaimAccusation, "charge", list("army"), list("sun"), func(c *Claim) { c.Retraction = &Retraction{On: onDay(26)} })
		}, Now, nil},
		{"laid to another, as of the day before", func(s scene) {
			s.claim(ClaimAccusation, "charge", list("army"), list("sun"), func(c *Claim) { c.Made = onDay(26) })
		}, AsOf(day(25)), nil},
		{"laid to another of another attack", func(s scene) {
			s.claim(ClaimAccusation, "charge", list("army"), list("sun"), func(c *Claim) { c.About = []ID{"attack:bridge"} })
		}, Now, nil},
	} {
		s := atTheGate(onDay(23))
		own := s.claim(ClaimResponsibility, "own", list("band"), nothing)
		c.tell(s)
		v := s.Known(c.asOf)
		wants(t, c.story, v.Rivals(own), c.want...)
		if has := v.rivalled()[own.ID]; has != (len(c.want) > 0) {
			t.Errorf("%s: has rivals: %v", c.story, has)
		}
	}
}

// Rule 24: what does not count, or names nobody, has no rivals itself; a
// suspicion has.
func TestWhatHasRivals(t *testing.T) {
	s := atTheGate(onDay(23))
	s.claim(ClaimResponsibility, "own", list("band"), nothing)
	back := s.claim(ClaimAccusation, "back", list("army"), list("sun"), func(c *Claim) { c.Retraction = &Retraction{On: onDay(26)} })
	blank := s.claim(ClaimReport, "blank", list("watch"), nothing)
	rumour := s.claim(ClaimSuspicion, "rumour", nothing, list("sun"))
	v := s.Known(Now)
	wants(t, "taken back", v.Rivals(back))
	wants(t, "names nobody", v.Rivals(blank))
	wants(t, "suspects another", v.Rivals(rumour), "claim:own")
}
