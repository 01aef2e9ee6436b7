package graph

import (
	"slices"
	"testing"
)

// scene is one attack, at the gate, and who says what of it: a small case built
// by hand, on days of October 2017. Everything cites the paper of the 27th
// unless told otherwise.
type scene struct{ *Case }

const gate ID = "attack:gate"

func atTheGate(occurred DateRange) scene {
	s := scene{&Case{
		Subject: &Attack{Header: Header{ID: gate}, Cited: citing("source:paper"), Recorded: AttackValues{Occurred: occurred}},
		Sources: map[ID]*Source{}, Actors: map[ID]Actor{}, Answered: map[ID]Assertion{}, Places: map[ID]*Location{},
	}}
	s.source("source:paper", onDay(27))
	return s
}

func day(n int) Date        { return 20171000 + Date(n) }
func onDay(n int) DateRange { return OnDay(day(n), Explicit) }
func someDay(from, to int) DateRange {
	return DateRange{day(from), day(to), Moment, PrecisionRange, Inferred, ""}
}
func allDays(from, to int) DateRange {
	return DateRange{day(from), day(to), Span, PrecisionRange, Inferred, ""}
}

func attested(from, to int) Period        { r := allDays(from, to); return Period{Attested: &r} }
func lasting(start, end DateRange) Period { return Period{Start: &start, End: &end} }

func citing(ids ...ID) Cited {
	var c Cited
	for _, id := range ids {
		c.Citations = append(c.Citations, Citation{Source: id})
	}
	return c
}

func (s scene) source(id ID, published DateRange) *Source {
	s.Sources[id] = &Source{Header: Header{ID: id}, Published: published}
	return s.Sources[id]
}

func (s scene) group(name string) *Group {
	id := ID("group:" + name)
	if s.Actors[id] == nil {
		s.Actors[id] = &Group{Profile: Profile{Header: Header{ID: id}, Names: []Name{{Value: name}}}}
	}
	return s.Actors[id].(*Group)
}

func (s scene) groups(names []string) []ID {
	var out []ID
	for _, name := range names {
		out = append(out, s.group(name).ID)
	}
	return out
}

// tie makes one group part of another, and draws all closures anew.
func (s scene) tie(from, to string, held Period, more ...func(*Tie)) {
	near, far := s.group(from), s.group(to)
	t := Tie{To: far.ID, Kind: PartOf, Via: ID("affiliation:" + from + "-" + to), Period: held, Since: day(1)}
	for _, change := range more {
		change(&t)
	}
	near.Web.Ties = append(near.Web.Ties, t)
	ties := map[ID][]Tie{}
	for id, a := range s.Actors {
		ties[id] = a.Profiled().Web.Ties
	}
	for id, a := range s.Actors {
		a.Profiled().Web.Above = above(id, ties)
	}
}

func byOthers(t *Tie) { t.Disputes = Spans{Now, Now} }

// claim is made on the 24th by some, of some.
func (s scene) claim(kind ClaimKind, key string, by, of []string, more ...func(*Claim)) *Claim {
	c := &Claim{Kind: kind, Said: s.said("claim:"+key, by), AttributedTo: s.groups(of)}
	for _, change := range more {
		change(c)
	}
	c.Normal()
	s.Claims = append(s.Claims, c)
	sortByDefault(s.Claims)
	return c
}

func (s scene) said(id string, by []string) Said {
	return Said{Header: Header{ID: ID(id)}, Cited: citing("source:paper"), Asserters: s.groups(by), About: []ID{gate}, Made: onDay(24)}
}

func oneOfThem(c *Claim)           { c.AttributionMode = Alternative }
func whoSpokeIsContested(c *Claim) { c.AsserterMode = Alternative }

// deny and confirm answer a claim, or the attack itself (nil), on the 25th.
func (s scene) deny(what *Claim, key, by string, aspects []Aspect, concerning ...string) *Denial {
	d := &Denial{s.reply(what, "denial:"+key, by, aspects, concerning)}
	d.Normal()
	s.Responses = append(s.Responses, d)
	return d
}

func (s scene) confirm(what *Claim, key, by string, aspects []Aspect, concerning ...string) *Confirmation {
	c := &Confirmation{Reply: s.reply(what, "confirmation:"+key, by, aspects, concerning)}
	c.Degree = DegreeFull
	c.Normal()
	s.Responses = append(s.Responses, c)
	return c
}

func (s scene) reply(what *Claim, id, by string, aspects []Aspect, concerning []string) Reply {
	r := Reply{Said: s.said(id, []string{by}), Concerning: s.groups(concerning)}
	r.Made, r.Aspects = onDay(25), aspects
	if what != nil {
		r.RespondsTo = what.ID
	}
	return r
}

var (
	who     = []Aspect{AspectResponsibility}
	nothing []string // nobody, of nobody
)

func list(of ...string) []string { return of }

func wants[T comparable](t *testing.T, what string, got []T, want ...T) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s: %v, not %v", what, got, want)
	}
}
