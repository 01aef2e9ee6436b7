package naive_test

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"claimgraph/graph"
	"claimgraph/graph/naive"
)

// ofAttacks asks one question of each attack of many random worlds.
func ofAttacks(t *testing.T, ask func(w naive.World, c *graph.Case, attack graph.ID, on graph.AsOf) string) {
	t.Helper()
	search(t, func(w naive.World, days []graph.AsOf) string {
		for _, n := range w {
			if a, ok := n.(*graph.Attack); ok {
				c := caseOf(w, a.ID)
				for _, on := range days {
					if d := ask(w, c, a.ID, on); d != "" {
						return d
					}
				}
			}
		}
		return ""
	})
}

func TestRulesHoldOfValues(t *testing.T) {
	ofAttacks(t, func(w naive.World, c *graph.Case, attack graph.ID, on graph.AsOf) string {
		c.Derive()
		got := w.At(attack).(*graph.Attack).AttackValues
		return differs("rule 7, "+string(attack), graph.Now, plain(got), plain(naive.AttackValues(w, attack, graph.Now)))
	})
}

// plain are values without what makes no difference: order, and how it was worded.
func plain(v graph.AttackValues) []string {
	if v.Occurred.Earliest == 0 && v.Occurred.Latest == 0 {
		v.Occurred.Precision = ""
	}
	lines := map[string]bool{}
	for _, p := range v.Places {
		slices.Sort(p.Locations)
		lines[fmt.Sprint(p.Relation, p.Locations, p.Within)] = true
	}
	for _, k := range v.Kinds {
		lines[string(k)] = true
	}
	for _, t := range v.Targets {
		lines[fmt.Sprint(t)] = true
	}
	return append(slices.Sorted(maps.Keys(lines)), fmt.Sprint(v.Occurred))
}

var policies = []graph.AttributionPolicy{
	{Bases: []graph.AttributionBasis{graph.SelfClaimed}},
	{Bases: graph.AttributionBases},
	{Bases: graph.AttributionBases, ExcludeDisputed: true},
}

func TestRulesHoldOfAttribution(t *testing.T) {
	ofAttacks(t, func(w naive.World, c *graph.Case, attack graph.ID, on graph.AsOf) string {
		for _, p := range policies {
			if d := differs("rules 20 and 21, "+string(attack), on, c.Known(on).Attribution(p), naive.Attribution(w, attack, p, on)); d != "" {
				return d
			}
		}
		return ""
	})
}

func TestRulesHoldOfRivals(t *testing.T) {
	ofAttacks(t, func(w naive.World, c *graph.Case, attack graph.ID, on graph.AsOf) string {
		for _, claim := range c.Claims {
			if d := differs("rule 24, "+string(claim.ID), on, c.Known(on).Rivals(claim), naive.Rivals(w, claim.ID, attack, on)); d != "" {
				return d
			}
		}
		return ""
	})
}

func TestRulesHoldOfAccounts(t *testing.T) {
	ofAttacks(t, func(w naive.World, c *graph.Case, attack graph.ID, on graph.AsOf) string {
		return differs("rules 26 to 28, "+string(attack), on, readable(c.Known(on).Accounts()), readable(naive.Accounts(w, attack, on)))
	})
}

// readable is a picture as text: numbers, not where they are kept.
func readable(picture any) string {
	text, err := json.Marshal(picture)
	if err != nil {
		return err.Error()
	}
	return strings.ReplaceAll(string(text), ":null", ":[]")
}

// asked are some ways of asking for numbers.
var asked = []naive.Asked{
	{},
	{Victims: []graph.VictimCategory{graph.VictimCivilian, graph.VictimUnknown}},
	{By: func(actor graph.ID) bool { return actor < "group:c" }},
}

func TestRulesHoldOfTolls(t *testing.T) {
	ofAttacks(t, func(w naive.World, c *graph.Case, attack graph.ID, on graph.AsOf) string {
		ledger, err := graph.ParseLedger(c.Ledger().Text())
		if err != nil {
			return err.Error()
		}
		for _, outcome := range graph.CasualtyOutcomes[:2] {
			for _, q := range asked {
				got, want := ledger.Toll(outcome, q.Victims, q.By, on), naive.Toll(w, attack, outcome, q, on)
				if d := differs("rules 27 to 30, "+string(attack), on, readable(got), readable(want)); d != "" {
					return d
				}
			}
		}
		return ""
	})
}

func TestRulesHoldOfOrigins(t *testing.T) {
	ofAttacks(t, func(w naive.World, c *graph.Case, attack graph.ID, on graph.AsOf) string {
		got := c.Known(on).Origins()
		for i := range got {
			slices.Sort(got[i].Sources)
		}
		return differs("rule 34, "+string(attack), on, readable(got), readable(naive.Origins(w, attack, on)))
	})
}

func TestRulesHoldOfTimelines(t *testing.T) {
	event := func(a, b graph.TimelineEntry) int {
		return cmp.Or(slices.Index(graph.TimelineEvents, a.Event)-slices.Index(graph.TimelineEvents, b.Event), cmp.Compare(a.Node, b.Node))
	}
	ofAttacks(t, func(w naive.World, c *graph.Case, attack graph.ID, on graph.AsOf) string {
		got := c.Known(on).Timeline()
		slices.SortFunc(got, event)
		return differs("the timeline of "+string(attack), on, readable(got), readable(naive.Timeline(w, attack, on)))
	})
}

func TestRulesHoldOfConflicts(t *testing.T) {
	ofAttacks(t, func(w naive.World, c *graph.Case, attack graph.ID, on graph.AsOf) string {
		conflicts := c.Known(on).Conflicts(nil)
		for _, aspect := range graph.Aspects[:len(graph.Aspects)-2] {
			var denied, different []graph.ID
			for _, found := range conflicts {
				switch {
				case found.Aspect != aspect:
				case found.Basis == graph.ByDenial:
					denied = found.Assertions
				default:
					different = found.Assertions
				}
			}
			if d := differs("rule 35, denial, "+string(attack+" "+graph.ID(aspect)), on, denied, naive.Denying(w, attack, aspect, on)); d != "" {
				return d
			}
			if d := differs("rule 35, difference, "+string(attack+" "+graph.ID(aspect)), on, different, naive.Differing(w, attack, aspect, on)); d != "" {
				return d
			}
		}
		return ""
	})
}

func TestRulesHoldOfTollsOverLists(t *testing.T) {
	search(t, func(w naive.World, days []graph.AsOf) string {
		ledgers := map[graph.ID]graph.Ledger{}
		for _, n := range w {
			if a, ok := n.(*graph.Attack); ok {
				ledgers[a.ID] = caseOf(w, a.ID).Ledger()
			}
		}
		list := slices.Sorted(maps.Keys(ledgers))
		inOrder := func(yield func(graph.ID, graph.Ledger) bool) {
			for _, id := range list {
				if !yield(id, ledgers[id]) {
					return
				}
			}
		}
		for _, on := range days {
			for _, q := range asked {
				for _, outcome := range graph.CasualtyOutcomes[:2] {
					got, want := graph.TollOver(inOrder, outcome, q.Victims, q.By, on), naive.TollOver(w, list, outcome, q, on)
					if d := differs("rules 31 and 32", on, readable(got), readable(want)); d != "" {
						return d
					}
				}
			}
		}
		return ""
	})
}

func TestRulesHoldOfHistories(t *testing.T) {
	search(t, func(w naive.World, _ []graph.AsOf) string {
		for _, n := range w {
			claim, ok := n.(*graph.Claim)
			if !ok {
				continue
			}
			var got []naive.Step
			for _, s := range caseOf(w, claim.About[0]).StandingHistory(claim) {
				step := naive.Step{On: s.On.Latest, From: s.From, To: s.To, Because: s.Because}
				if s.Aspect != nil {
					step.Aspect = *s.Aspect
				}
				got = append(got, step)
			}
			if d := differs("rule 33, "+string(claim.ID), graph.Now, got, naive.StandingHistory(w, claim.ID)); d != "" {
				return d
			}
		}
		return ""
	})
}

func TestRulesHoldOfRecords(t *testing.T) {
	search(t, func(w naive.World, days []graph.AsOf) string {
		for _, n := range w {
			actor, ok := n.(graph.Actor)
			if !ok {
				continue
			}
			id := actor.Head().ID
			var claims []graph.ClaimRecord
			var denials []graph.DenialRecord
			for _, n := range w {
				a, ok := n.(graph.Assertion)
				if !ok || a.Spoken().Alternative() || !slices.Contains(a.Spoken().Asserters, id) {
					continue
				}
				switch a := a.(type) {
				case *graph.Claim:
					claims = append(claims, caseOf(w, a.About[0]).ClaimRecords()[a.ID])
				case *graph.Denial:
					denials = append(denials, caseOf(w, a.About[0]).DenialRecord(a))
				}
			}
			for _, on := range days {
				if d := differs("rule 36, "+string(id), on, readable(graph.Record(claims, denials, on)), readable(naive.Record(w, id, on))); d != "" {
					return d
				}
			}
		}
		return ""
	})
}

func TestRulesHoldOfNetworks(t *testing.T) {
	search(t, func(w naive.World, days []graph.AsOf) string {
		var ties []*graph.Affiliation
		sources := map[graph.ID]*graph.Source{}
		for _, n := range w {
			switch n := n.(type) {
			case *graph.Affiliation:
				ties = append(ties, n)
			case *graph.Source:
				sources[n.ID] = n
			}
		}
		for _, n := range w {
			actor, ok := n.(graph.Actor)
			if !ok {
				continue
			}
			for depth, known := range days {
				on := graph.Date(days[(depth+1)%len(days)])
				drawn := graph.Network(actor.Head().ID, ties, sources, depth, nil, on, known, 100)
				links := map[graph.ID]graph.Certainty{}
				for _, l := range drawn.Links {
					links[l.Via] = l.Certainty
				}
				slices.Sort(drawn.Nodes)
				nodes, want := naive.Network(w, actor.Head().ID, depth, on, known)
				if d := differs("rule 23, network of "+string(actor.Head().ID), known, fmt.Sprint(drawn.Nodes, links), fmt.Sprint(nodes, want)); d != "" {
					return d
				}
			}
		}
		return ""
	})
}
