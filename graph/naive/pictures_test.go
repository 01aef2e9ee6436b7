package naive_test

import (
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

func TestRulesHoldOfConflicts(t *testing.T) {
	ofAttacks(t, func(w naive.World, c *graph.Case, attack graph.ID, on graph.AsOf) string {
		conflicts := c.Known(on).Conflicts(nil)
		for _, aspect := range graph.Aspects[:len(graph.Aspects)-2] {
			var different []graph.ID
			denied := false
			for _, found := range conflicts {
				switch {
				case found.Aspect != aspect:
				case found.Basis == graph.ByDenial:
					denied = true
				default:
					different = found.Assertions
				}
			}
			if d := differs("rule 35, denial, "+string(attack+" "+graph.ID(aspect)), on, denied, naive.DeniedFor(w, attack, aspect, on)); d != "" {
				return d
			}
			if d := differs("rule 35, difference, "+string(attack+" "+graph.ID(aspect)), on, different, naive.Differing(w, attack, aspect, on)); d != "" {
				return d
			}
		}
		return ""
	})
}
