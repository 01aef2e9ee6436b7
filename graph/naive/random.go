package naive

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"claimgraph/graph"
)

// Random is a small world that the checks of writing accept. Everything that
// the rules distinguish occurs in it now and then: who is not named, what is
// not dated, what is taken back, what is said of several attacks.
func Random(rng *rand.Rand) World {
	t := &teller{dice: dice{rng}}
	t.ground()
	for i := range 1 + t.n(3) {
		t.add(&graph.Attack{
			Header:   t.head("attack", i),
			Cited:    t.cited(),
			Title:    fmt.Sprintf("Attack %d", i),
			Recorded: graph.AttackValues{Occurred: t.date(), Places: t.places(), Kinds: t.kinds(), Targets: t.targets()},
		})
		t.attacks = append(t.attacks, t.head("attack", i).ID)
	}
	for i := range t.n(3) {
		s := &graph.Statement{Header: t.head("statement", i), Cited: t.cited(), Issuers: t.some(t.actors, 1, 2), Released: t.date()}
		t.add(s)
		t.statements = append(t.statements, s.ID)
	}
	for i := range 1 + t.n(6) {
		t.claim(i)
	}
	for i := range t.n(7) {
		t.response(i)
	}
	for i := range t.n(3) {
		t.statistic(i)
	}
	return t.w
}

// dice are what chance decides.
type dice struct{ rng *rand.Rand }

func (d dice) n(below int) int { return d.rng.IntN(below) }

// in tells whether one of so many chances came up.
func (d dice) in(chances int) bool { return d.rng.IntN(chances) == 0 }

func pick[T any](d dice, list []T) T { return list[d.n(len(list))] }

// some picks at least and at most so many of a list, each once.
func (d dice) some(list []graph.ID, least, most int) []graph.ID {
	many := min(len(list), least+d.n(most-least+1))
	var picked []graph.ID
	for _, i := range d.rng.Perm(len(list))[:many] {
		picked = append(picked, list[i])
	}
	return picked
}

// teller tells a world.
type teller struct {
	dice
	w          World
	sources    []graph.ID
	actors     []graph.ID
	locations  []graph.ID
	ties       []graph.ID
	attacks    []graph.ID
	statements []graph.ID
	claims     []graph.ID
	assertions []graph.ID
}

func (t *teller) head(kind string, i int) graph.Header {
	return graph.Header{ID: graph.ID(fmt.Sprintf("%s:%c", kind, 'a'+i))}
}

// add takes a node in as writing would: normal, and only if it is sound.
func (t *teller) add(n graph.Node) bool {
	n.Normal()
	if err := n.Validate(); err != nil {
		return false
	}
	t.w = Of(append(t.w, n))
	return true
}

// ground tells the sources, the actors and their ties, and the places.
func (t *teller) ground() {
	for i := range 1 + t.n(5) {
		s := &graph.Source{Header: t.head("source", i), Title: fmt.Sprintf("Source %d", i), Kind: graph.SourceArticle, Published: t.sourceDate()}
		t.sources = append(t.sources, s.ID)
		t.add(s)
	}
	for _, s := range every[*graph.Source](t.w) {
		if t.in(6) {
			s.Retraction = &graph.Retraction{On: t.sourceDate(), Source: pick(t.dice, t.sources)}
			s.Normal()
		}
	}
	for i := range 2 + t.n(5) {
		name := []graph.Name{{Value: string(rune('Z' - i))}}
		var n graph.Node = &graph.Group{Profile: graph.Profile{Header: t.head("group", i), Kind: graph.ActorArmedGroup, Names: name}}
		if t.in(4) {
			n = &graph.Organization{Profile: graph.Profile{Header: t.head("organization", i), Kind: graph.ActorMedia, Names: name}}
		}
		t.add(n)
		t.actors = append(t.actors, n.Head().ID)
	}
	for i := range t.n(5) {
		a := &graph.Affiliation{Header: t.head("affiliation", i), Cited: t.cited(), From: pick(t.dice, t.actors), To: pick(t.dice, t.actors), Kind: t.tieKind(), Period: t.period()}
		if t.add(a) {
			t.ties = append(t.ties, a.ID)
		}
	}
	for i := range 1 + t.n(5) {
		l := &graph.Location{Header: t.head("location", i), Kind: graph.LocationArea, Names: []graph.Name{{Value: fmt.Sprintf("Place %d", i)}}}
		if len(t.locations) > 0 && !t.in(4) {
			l.Parent = pick(t.dice, t.locations)
		}
		t.add(l)
		t.locations = append(t.locations, l.ID)
	}
}

func (t *teller) tieKind() graph.AffiliationKind {
	if t.in(4) {
		return pick(t.dice, graph.AffiliationKinds)
	}
	return pick(t.dice, under)
}

func (t *teller) period() graph.Period {
	var p graph.Period
	for _, part := range []**graph.DateRange{&p.Start, &p.End, &p.Attested} {
		if t.in(3) {
			r := t.date()
			*part = &r
		}
	}
	return p
}

func (t *teller) cited() graph.Cited {
	var c graph.Cited
	for _, s := range t.some(t.sources, 1, 3) {
		role := graph.RolePrimary
		if t.in(3) {
			role = graph.RoleRelayed
		}
		c.Citations = append(c.Citations, graph.Citation{Source: s, Role: role, Basis: graph.BasisStated})
	}
	return c
}

// Days are those on which everything happens.
const (
	firstDay graph.Date = 20170120
	lastDays int        = 24
)

// Day is the n-th day of a random world.
func Day(n int) graph.Date { return firstDay.AddDays(n) }

func (t *teller) day() graph.Date { return Day(t.n(lastDays)) }

// sourceDate is mostly a known day.
func (t *teller) sourceDate() graph.DateRange {
	if t.in(4) {
		return t.date()
	}
	return graph.OnDay(t.day(), graph.Explicit)
}

// date is a date as well as anybody may know it.
func (t *teller) date() graph.DateRange {
	r := graph.DateRange{Derivation: pick(t.dice, graph.Derivations)}
	first := t.n(lastDays)
	last := first
	if t.in(3) {
		last = first + t.n(6)
		if t.in(2) {
			r.Extent = graph.Span
		}
	}
	if !t.in(6) {
		r.Earliest = Day(first)
	}
	if !t.in(6) {
		r.Latest = Day(last)
	}
	return r
}

func (t *teller) places() []graph.PlaceRef {
	var places []graph.PlaceRef
	for range t.n(5) / 2 {
		p := graph.PlaceRef{Relation: pick(t.dice, graph.PlaceRelations), Locations: t.some(t.locations, 0, 2)}
		if t.in(2) {
			p.Relation = graph.PlaceIn
		}
		if p.Relation == graph.PlaceBetween && len(p.Locations) == 1 {
			p.Relation = graph.PlaceNear
		}
		if t.in(4) {
			p.Within = pick(t.dice, t.locations)
		}
		places = append(places, p)
	}
	return places
}

func (t *teller) kinds() []graph.AttackKind {
	if t.in(2) {
		return nil
	}
	return []graph.AttackKind{pick(t.dice, graph.AttackKinds[:3])}
}

func (t *teller) targets() []graph.Target {
	if !t.in(3) {
		return nil
	}
	target := graph.Target{Category: pick(t.dice, graph.VictimCategories)}
	if t.in(2) {
		target.Actor = pick(t.dice, t.actors)
	}
	return []graph.Target{target}
}

// mode is how several actors are named.
func (t *teller) mode() graph.ActorsMode {
	if t.in(4) {
		return graph.Alternative
	}
	return graph.Joint
}

// aspects are none, or a few.
func (t *teller) aspects() []graph.Aspect {
	var aspects []graph.Aspect
	for range t.n(4) {
		a := pick(t.dice, graph.Aspects[:len(graph.Aspects)-1])
		if t.in(3) {
			a = pick(t.dice, graph.Aspects[:3])
		}
		if !slices.Contains(aspects, a) {
			aspects = append(aspects, a)
		}
	}
	return aspects
}
