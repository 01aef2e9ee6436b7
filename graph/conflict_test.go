package graph

import (
	"fmt"
	"testing"
)

func conflictLines(conflicts []Conflict) []string {
	var out []string
	for _, c := range conflicts {
		out = append(out, fmt.Sprintf("%s by %s of %s. %s", c.Aspect, c.Basis, keysOf(c.Assertions), c.Explanation))
	}
	return out
}

func (s scene) place(name, parent string) ID {
	id := ID("location:" + name)
	l := &Location{Header: Header{ID: id}, Names: []Name{{Value: name, Kind: NamePreferred}}}
	if parent != "" {
		l.Parent = ID("location:" + parent)
		l.Ancestors = ids(l.Parent)
	}
	s.Places[id] = l
	return id
}

func datedOn(r DateRange) func(*Claim) { return func(c *Claim) { c.AssertedDate = &r } }

func placed(how PlaceRelation, at ...ID) func(*Claim) {
	return func(c *Claim) { c.AssertedPlaces = append(c.AssertedPlaces, PlaceRef{Relation: how, Locations: at}) }
}

// Rules 17, 24, 27, 32 and 35: who disagrees with whom, on what, in a sentence.
func TestConflicts(t *testing.T) {
	for _, c := range []struct {
		story   string
		tell    func(scene)
		aspects []Aspect
		on      AsOf
		want    []string
	}{
		{"nobody disagrees", func(s scene) { s.report("army", "army", killed("5")) }, nil, Now, nil},
		{"doubt is no disagreement", func(s scene) {
			s.Responses = append(s.Responses, &Doubt{Reply: s.reply(s.report("own", "band", killed("5")), "doubt:hm", "army", toll, nil)})
		}, nil, Now, nil},
		{"who did it is denied", func(s scene) {
			s.deny(s.claim(ClaimAccusation, "charge", list("band"), list("army")), "no", "army", who)
		}, nil, Now, []string{"RESPONSIBILITY by DENIAL of no+charge. Band accused army; army denied it."}},
		{"the toll is denied in part", func(s scene) {
			s.deny(s.report("own", "band", killed("11", VictimCaptive)), "no", "army", toll).Degree = DegreePartly
		}, nil, Now, []string{"CASUALTIES by DENIAL of no+own. Band gave 11 killed (captive); army denied it in part."}},
		{"a toll is denied of which the claim says nothing", func(s scene) {
			s.deny(s.claim(ClaimResponsibility, "own", list("band"), nothing), "no", "army", toll)
		}, nil, Now, []string{"CASUALTIES by DENIAL of no+own. Band claimed responsibility; army denied the casualties."}},
		{"denied at large, and confirmed in part", func(s scene) {
			own := s.report("own", "band", killed("11"))
			s.deny(own, "no", "army", toll).Degree = DegreeLargely
			s.confirm(own, "yes", "watch", toll).Degree = DegreePartly
		}, []Aspect{AspectCasualties}, Now, []string{"CASUALTIES by DENIAL of no+yes+own. Band gave 11 killed; army largely denied it; watch confirmed it in part."}},
		{"denied, and confirmed by a third party", func(s scene) {
			own := s.report("own", "band", killed("11"))
			s.deny(own, "no", "army", toll)
			s.confirm(own, "yes", "watch", toll)
		}, []Aspect{AspectCasualties}, Now, []string{"CASUALTIES by DENIAL of no+yes+own. Band gave 11 killed; army denied it; watch confirmed it."}},
		{"confirmed by one who is not independent: he backs his own", func(s scene) {
			own := s.report("own", "band", killed("11"))
			s.deny(own, "no", "army", toll)
			s.confirm(own, "yes", "sun", toll)
			s.tie("sun", "band", Period{})
		}, []Aspect{AspectCasualties}, Now, []string{"CASUALTIES by DENIAL of no+own. Band gave 11 killed; army denied it."}},
		{"denied that it took place, and reported by a third party too", func(s scene) {
			s.deny(s.report("own", "band"), "no", "army", tookPlace)
			s.report("word", "watch")
		}, nil, Now, []string{"OCCURRENCE by DENIAL of no+word+own. Watch and band said that the attack took place; army denied it."}},
		{"one says the same as is denied; another only as he does", func(s scene) { // how far that went depended on who spoke first
			s.deny(s.report("own", "band", killed("5")), "no", "army", toll)
			s.report("word", "watch", killed("5-7"))
			s.report("more", "sun", killed("7"))
		}, nil, Now, []string{
			"CASUALTIES by DENIAL of no+word+own. Watch gave 5 to 7 killed; band gave 5 killed; army denied it.",
			"CASUALTIES by DIFFERENCE of own+more. Band gave 5 killed; sun gave 7 killed, which cannot both hold.",
		}},
		{"it was not us, said of the attack itself", func(s scene) {
			s.claim(ClaimSuspicion, "rumour", nothing, list("band"))
			s.claim(ClaimResponsibility, "sun", list("sun"), nothing)
			s.deny(nil, "not-us", "band", who, "band")
		}, []Aspect{AspectResponsibility}, Now, []string{"RESPONSIBILITY by DENIAL of not-us+rumour. Somebody not named suspected band; band denied it."}},
		{"it was not us, and nobody said so", func(s scene) { s.deny(nil, "not-us", "band", who, "band") }, nil, Now,
			[]string{"RESPONSIBILITY by DENIAL of not-us. Band denied responsibility."}},
		{"denied by who does not say what: only possibly on any aspect", func(s scene) {
			s.deny(s.report("own", "band", killed("11")), "no", "army", nil)
		}, nil, Now, nil},
		{"surely denied, and possibly confirmed: denied either way", func(s scene) {
			own := s.report("own", "band")
			s.deny(own, "no", "army", tookPlace)
			s.confirm(own, "hm", "watch", nil)
		}, nil, Now, []string{"OCCURRENCE by DENIAL of no+own. Band said that the attack took place; army denied it."}},
		{"he never said so, he says: that bears on no attack", func(s scene) {
			s.deny(s.report("own", "band"), "forged", "band", []Aspect{AspectAuthenticity})
		}, nil, Now, nil},
		{"numbers that cannot both hold", func(s scene) {
			s.report("army", "army", wounded("1"))
			s.report("band", "band", wounded("2-"))
		}, nil, Now, []string{"CASUALTIES by DIFFERENCE of band+army. Band gave at least 2 wounded; army gave 1 wounded, which cannot both hold."}},
		{"the numbers that differ are told, not those that agree", func(s scene) {
			s.report("army", "army", killed("2"), wounded("1"))
			s.report("band", "band", killed("2"), wounded("2-"))
		}, nil, Now, []string{"CASUALTIES by DIFFERENCE of band+army. Band gave at least 2 wounded; army gave 1 wounded, which cannot both hold."}},
		{"three numbers, two of them alike", func(s scene) {
			s.report("army", "army", killed("2-3"))
			s.report("band", "band", killed("20"), roughly)
			s.report("watch", "watch", killed("20"), roughly)
		}, nil, Now, []string{"CASUALTIES by DIFFERENCE of watch+band+army. Watch and band gave about 20 killed; army gave 2 to 3 killed, which cannot both hold."}},
		{"a number taken over is one more voice for it", func(s scene) {
			s.report("army", "army", killed("2"))
			s.confirm(s.report("band", "band", killed("5")), "yes", "watch", toll)
		}, nil, Now, []string{"CASUALTIES by DIFFERENCE of yes+band+army. Watch confirmed 5 killed; band gave 5 killed; army gave 2 killed, which cannot all hold."}},
		{"numbers that overlap", func(s scene) {
			s.report("army", "army", killed("-5"))
			s.report("band", "band", killed("5"))
		}, nil, Now, nil},
		{"numbers of different victims", func(s scene) {
			s.report("army", "army", killed("15", VictimArmedGroup))
			s.report("band", "band", killed("11", VictimCaptive))
		}, nil, Now, nil},
		{"numbers of different outcomes", func(s scene) {
			s.report("army", "army", killed("15"))
			s.report("band", "band", wounded("11"))
		}, nil, Now, nil},
		{"a number that was replaced", func(s scene) {
			first := s.report("first", "army", killed("2"))
			s.report("second", "army", killed("5"), instead(first.ID), made(onDay(26)))
		}, nil, Now, nil},
		{"a number that was provisional", func(s scene) {
			s.report("first", "army", killed("2"), fornow)
			s.report("second", "watch", killed("5"), made(onDay(26)))
		}, nil, Now, nil},
		{"a number of two attacks beside one of this", func(s scene) {
			s.report("first", "army", killed("2"))
			s.report("both", "watch", killed("5"), about(gate, "attack:bridge"))
		}, nil, Now, nil},
		{"a number that was taken back", func(s scene) {
			s.report("first", "army", killed("2"), takenBack(onDay(26)))
			s.report("second", "watch", killed("5"))
		}, nil, Now, nil},
		{"and as of the day before", func(s scene) {
			s.report("first", "army", killed("2"), takenBack(onDay(26)))
			s.report("second", "watch", killed("5"))
		}, nil, AsOf(day(25)), []string{"CASUALTIES by DIFFERENCE of second+first. Watch gave 5 killed; army gave 2 killed, which cannot both hold."}},
		{"dates that do not overlap", func(s scene) {
			s.claim(ClaimReport, "army", list("army"), nothing, datedOn(onDay(20)))
			s.claim(ClaimReport, "band", list("band"), nothing, datedOn(someDay(21, 22)))
			s.claim(ClaimReport, "watch", list("watch"), nothing, datedOn(NoDate(day(26))))
		}, nil, Now, []string{"TIME by DIFFERENCE of band+army. Band dated it between 2017-10-21 and 2017-10-22; army dated it 2017-10-20, which cannot both hold."}},
		{"dates that overlap", func(s scene) {
			s.claim(ClaimReport, "army", list("army"), nothing, datedOn(onDay(21)))
			s.claim(ClaimReport, "band", list("band"), nothing, datedOn(someDay(21, 22)))
		}, nil, Now, nil},
		{"places of which neither lies in the other", func(s scene) {
			s.place("North", "")
			s.claim(ClaimReport, "army", list("army"), nothing, placed(PlaceAt, s.place("Gate", "North")))
			s.claim(ClaimReport, "band", list("band"), nothing, placed(PlaceIn, s.place("South", "")))
		}, nil, Now, []string{"LOCATION by DIFFERENCE of band+army. Band placed it in South; army placed it at Gate, which cannot both hold."}},
		{"a place and what it lies in", func(s scene) {
			s.claim(ClaimReport, "army", list("army"), nothing, placed(PlaceAt, s.place("Gate", "North")))
			s.claim(ClaimReport, "band", list("band"), nothing, placed(PlaceIn, s.place("North", "")))
		}, nil, Now, nil},
		{"near a place is not elsewhere", func(s scene) {
			s.claim(ClaimReport, "army", list("army"), nothing, placed(PlaceNear, s.place("Gate", "North")))
			s.claim(ClaimReport, "band", list("band"), nothing, placed(PlaceIn, s.place("South", "")))
		}, nil, Now, nil},
		{"one of two places could be it", func(s scene) {
			s.claim(ClaimReport, "army", list("army"), nothing, placed(PlaceIn, s.place("Gate", ""), s.place("South", "")))
			s.claim(ClaimReport, "band", list("band"), nothing, placed(PlaceIn, s.place("South", "")))
		}, nil, Now, nil},
		{"claimed by one and laid to another; suspicions aside", func(s scene) {
			s.claim(ClaimResponsibility, "own", list("band"), nothing)
			s.claim(ClaimAccusation, "charge", list("army"), list("sun"))
			s.claim(ClaimSuspicion, "rumour", nothing, list("moon"))
		}, nil, Now, []string{"RESPONSIBILITY by DIFFERENCE of own+charge. Band claimed responsibility; army accused sun, which cannot both hold."}},
		{"claimed by two who are strangers to each other", func(s scene) {
			s.claim(ClaimResponsibility, "own", list("band"), nothing)
			s.claim(ClaimResponsibility, "other", list("émirs"), nothing)
		}, nil, Now, []string{"RESPONSIBILITY by DIFFERENCE of own+other. Band claimed responsibility; émirs claimed responsibility, which cannot both hold."}},
		{"suspicions alone", func(s scene) {
			s.claim(ClaimResponsibility, "own", list("band"), nothing)
			s.claim(ClaimSuspicion, "rumour", nothing, list("moon"))
		}, nil, Now, nil},
		{"on several aspects: by aspect, then denial before difference", func(s scene) {
			own := s.claim(ClaimResponsibility, "own", list("band"), nothing, func(c *Claim) { killed("5")(&c.Said) })
			s.claim(ClaimAccusation, "charge", list("army"), list("sun"))
			with(s.deny(own, "no", "army", toll), killed("2"))
		}, nil, Now, []string{
			"RESPONSIBILITY by DIFFERENCE of own+charge. Band claimed responsibility; army accused sun, which cannot both hold.",
			"CASUALTIES by DENIAL of no+own. Band gave 5 killed; army denied it.",
			"CASUALTIES by DIFFERENCE of no+own. Army gave 2 killed; band gave 5 killed, which cannot both hold.",
		}},
		{"asked for another aspect", func(s scene) {
			s.deny(s.report("own", "band", killed("11")), "no", "army", toll)
		}, []Aspect{AspectTime}, Now, nil},
	} {
		s := atTheGate(onDay(23))
		c.tell(s)
		v := s.Known(c.on)
		found := v.Conflicts(c.aspects)
		wants(t, c.story, conflictLines(found), c.want...)
		if c.aspects == nil {
			var aspects []Aspect
			for _, conflict := range found {
				aspects = union(aspects, []Aspect{conflict.Aspect}, equal)
			}
			wants(t, c.story+", as a filter asks", v.InConflict(), aspects...)
		}
	}
}
