package naive_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"claimgraph/graph"
	"claimgraph/graph/naive"
)

// What must hold of every world, whatever is in it: no second evaluation is
// needed to see that an answer is wrong.

// drawn is all that graph says of an attack as known then.
func drawn(w naive.World, attack graph.ID, on graph.AsOf) string {
	c := caseOf(w, attack)
	v := c.Known(on)
	var stands []any
	for _, claim := range c.Claims {
		stands = append(stands, v.ClaimStanding(claim), v.Rivals(claim))
	}
	for _, aspect := range graph.Aspects[:len(graph.Aspects)-2] {
		stands = append(stands, v.SubjectStanding(aspect))
	}
	ledger := c.Ledger()
	for _, outcome := range graph.CasualtyOutcomes[:2] {
		stands = append(stands, ledger.Toll(outcome, nil, nil, on))
	}
	stands = append(stands, v.Attribution(policies[1]), v.Accounts(), v.Origins(), v.Conflicts(nil), v.Timeline())
	return readable(stands)
}

// allOf are the ids of all nodes of a type.
func allOf[N graph.Node](w naive.World) []graph.ID {
	var found []graph.ID
	for _, n := range w {
		if _, ok := n.(N); ok {
			found = append(found, n.Head().ID)
		}
	}
	return found
}

// Neither a source that nobody cites nor one that tells of something else by
// somebody else bears on what is known.
func TestAnUnrelatedSourceChangesNothing(t *testing.T) {
	search(t, func(w naive.World, days []graph.AsOf) string {
		other, blast := source("source:z", naive.Day(2)), attack("source:z")
		blast.ID = "attack:z"
		word := said("claim:z", "source:z", "group:z")
		word.About = ids(blast.ID)
		stranger := group("group:z")
		stranger.Names[0].Value = "A"
		for _, more := range [][]graph.Node{{other}, {other, blast, stranger, &graph.Claim{Said: word, Kind: graph.ClaimResponsibility}}} {
			for _, n := range more {
				n.Normal()
			}
			world := naive.Of(append(slices.Clone(w), more...))
			for _, attack := range allOf[*graph.Attack](w) {
				for _, on := range days {
					if d := differs(fmt.Sprintf("with %d records more, %s", len(more), attack), on, drawn(world, attack, on), drawn(w, attack, on)); d != "" {
						return d
					}
				}
			}
		}
		return ""
	})
}

// support is the order of standings from the least supported on.
var support = []graph.Standing{
	graph.Retracted, graph.Denied, graph.Contested, graph.PartlyDisputed,
	graph.Questioned, graph.Unanswered, graph.PartlyCorroborated, graph.Corroborated,
}

func TestADenialNeverRaisesAStanding(t *testing.T) {
	search(t, func(w naive.World, days []graph.AsOf) string {
		for i, n := range w {
			claim, ok := n.(*graph.Claim)
			if !ok {
				continue
			}
			more := naive.Of(append(slices.Clone(w), denialOf(claim, i)))
			for _, on := range days {
				for _, subject := range claim.About {
					before, after := caseOf(w, subject).Known(on), caseOf(more, subject).Known(on)
					if raised(before.ClaimStanding(claim).Overall, after.ClaimStanding(claim).Overall) {
						return fmt.Sprintf("a denial raises %s as of %d from %s to %s", claim.ID, on, before.ClaimStanding(claim).Overall, after.ClaimStanding(claim).Overall)
					}
					for _, aspect := range graph.Aspects[:len(graph.Aspects)-2] {
						was, is := before.SubjectStanding(aspect).Standing, after.SubjectStanding(aspect).Standing
						if raised(was, is) {
							return fmt.Sprintf("a denial of %s raises %s on %s as of %d from %s to %s", claim.ID, subject, aspect, on, was, is)
						}
					}
				}
			}
		}
		return ""
	})
}

func raised(was, is graph.Standing) bool {
	return slices.Index(support, is) > slices.Index(support, was)
}

// denialOf is one more denial of a claim, of one of many kinds.
func denialOf(claim *graph.Claim, i int) graph.Node {
	aspects := [][]graph.Aspect{nil, {graph.AspectOccurrence}, {graph.AspectResponsibility}, {graph.AspectCasualties, graph.AspectTime}, {graph.AspectAuthenticity}}
	d := &graph.Denial{Reply: graph.Reply{
		Said: graph.Said{
			Header: graph.Header{ID: "denial:z"}, Cited: claim.Cited, About: claim.About,
			AsserterText: "a witness", Made: graph.OnDay(naive.Day(i%20), graph.Explicit), Aspects: aspects[i%len(aspects)],
		},
		RespondsTo: claim.ID, Degree: graph.Degrees[i%len(graph.Degrees)],
	}}
	d.Normal()
	return d
}

// Retractions and what takes the place of something aside, what was known stays known.
func TestALaterDayNeverSeesLess(t *testing.T) {
	search(t, func(w naive.World, days []graph.AsOf) string {
		w = withoutRetractions(w)
		earlier, later := min(days[1], days[2]), max(days[1], days[2])
		for _, attack := range allOf[*graph.Attack](w) {
			c := caseOf(w, attack)
			was, is := seen(c, earlier), seen(c, later)
			for id := range was {
				if !is[id] {
					return fmt.Sprintf("%s was seen on %d of %s, and not on %d", id, earlier, attack, later)
				}
			}
		}
		return ""
	})
}

// seen is all that the pictures of an attack show as known then.
func seen(c *graph.Case, on graph.AsOf) map[string]bool {
	v := c.Known(on)
	found := map[string]bool{}
	see := func(where string, ids ...graph.ID) {
		for _, id := range ids {
			found[where+" "+string(id)] = true
		}
	}
	for _, claim := range c.Claims {
		for _, s := range v.ClaimStanding(claim).Aspects {
			see("answers on "+string(s.Aspect), s.Responses...)
		}
	}
	for _, aspect := range graph.Aspects[:len(graph.Aspects)-2] {
		s := v.SubjectStanding(aspect)
		see("of "+string(aspect), s.Responses...)
		see("who confirms "+string(aspect), s.ConfirmedBy...)
		see("who denies "+string(aspect), s.DeniedBy...)
	}
	for _, a := range v.Attribution(policies[1]) {
		see("attributed to", a.Actor)
		see("attributed by", a.Claims...)
	}
	for _, a := range v.Accounts() {
		see("accounts", a.Assertion)
	}
	for _, e := range v.Timeline() {
		see("event "+string(e.Event), e.Node)
	}
	for _, o := range v.Origins() {
		see("speakers", o.Speakers...)
		see("sources", o.Sources...)
	}
	return found
}

func withoutRetractions(w naive.World) naive.World {
	kept := slices.Clone(w)
	for i, n := range kept {
		switch n := n.(type) {
		case *graph.Source:
			s := *n
			s.Retraction, kept[i] = nil, &s
		case *graph.Claim:
			c := *n
			c.Retraction, c.Supersedes, kept[i] = nil, "", &c
		case *graph.Confirmation:
			r := *n
			r.Retraction, r.Supersedes, kept[i] = nil, "", &r
		case *graph.Denial:
			r := *n
			r.Retraction, r.Supersedes, kept[i] = nil, "", &r
		case *graph.Doubt:
			r := *n
			r.Retraction, r.Supersedes, kept[i] = nil, "", &r
		}
	}
	return kept
}

// One communiqué that five outlets relay is told five times, and one origin.
func TestFiveRelaysLeaveOriginsAsTheyWere(t *testing.T) {
	search(t, func(w naive.World, _ []graph.AsOf) string {
		for i, n := range w {
			claim, ok := n.(*graph.Claim)
			if !ok {
				continue
			}
			more := slices.Clone(w)
			relayed := *claim
			relayed.Citations = slices.Clone(claim.Citations)
			more[i] = &relayed
			for k := range 5 {
				s := source(graph.ID(fmt.Sprintf("source:z%d", k)), naive.Day(k))
				s.Normal()
				more = append(more, s)
				told := *claim
				told.ID, told.Cited = graph.ID(fmt.Sprintf("claim:z%d", k)), cited(s.ID)
				relayed.Citations = append(relayed.Citations, told.Citations...)
				more = append(more, &told)
			}
			for _, attack := range claim.About {
				if attack.Kind() != graph.KindAttack || !naive.Counted(w, claim, graph.Now) {
					continue
				}
				before, after := speakers(w, attack), speakers(naive.Of(more), attack)
				if d := differs("five outlets relay "+string(claim.ID), graph.Now, after, before); d != "" {
					return d
				}
			}
		}
		return ""
	})
}

func speakers(w naive.World, attack graph.ID) [][]graph.ID {
	var found [][]graph.ID
	for _, o := range caseOf(w, attack).Known(graph.Now).Origins() {
		found = append(found, o.Speakers)
	}
	return found
}

// The worlds are told by chance: that they hold what the rules are about is not.
func TestRandomWorldsHoldWhatTheRulesDistinguish(t *testing.T) {
	met := map[graph.Standing]bool{}
	joint, conflicts, adopted := 0, 0, 0
	for seed := range uint64(400) {
		w := naive.Random(rand.New(rand.NewPCG(seed, 37)))
		attacks := allOf[*graph.Attack](w)
		joint += len(naive.TollOver(w, attacks, graph.OutcomeKilled, naive.Asked{}, graph.Now).Joint)
		for _, attack := range attacks {
			c := caseOf(w, attack)
			for _, claim := range c.Claims {
				met[naive.ClaimStanding(w, claim.ID, graph.Now).Overall] = true
			}
			for _, account := range naive.Accounts(w, attack, graph.Now) {
				if account.ByReferenceTo != "" {
					adopted++
				}
			}
			conflicts += len(c.Known(graph.Now).Conflicts(nil))
		}
	}
	if len(met) != len(graph.Standings) || joint == 0 || conflicts == 0 || adopted == 0 {
		t.Errorf("standings met: %v; joint figures %d, conflicts %d, figures by reference %d", met, joint, conflicts, adopted)
	}
}
