package graph_test

import (
	"testing"

	"claimgraph/graph"
)

// Rule 6: what a claim asserts.
func TestOwnAspects(t *testing.T) {
	with := func(change func(*graph.Claim)) detail { return func(a graph.Assertion) { change(a.(*graph.Claim)) } }
	for _, c := range []struct {
		story string
		world world
		want  string
	}{
		{"rule 6: a claim of responsibility", told(claims("jnim")), "OCCURRENCE RESPONSIBILITY"},
		{"rule 6: an accusation", told(accuses("jnim", "french")), "OCCURRENCE RESPONSIBILITY"},
		{"rule 6: a suspicion of nobody named", told(suspects("", "")), "OCCURRENCE RESPONSIBILITY"},
		{"rule 6: a report that names nobody", told(reports("army")), "OCCURRENCE"},
		{"rule 6: a report that names who did it", told(reports("army", naming("jnim"))), "OCCURRENCE RESPONSIBILITY"},
		{"rule 6: with casualties", told(reports("army", killed(2, 2))), "OCCURRENCE CASUALTIES"},
		{"rule 6: with damage", told(reports("army", with(func(c *graph.Claim) { c.Effects = []graph.Effect{{}} }))), "OCCURRENCE EFFECTS"},
		{"rule 6: with a date", told(reports("army", dated(days(19, 19)))), "OCCURRENCE TIME"},
		{"rule 6: with a place", told(reports("army", at(place("IN", "soumpi")))), "OCCURRENCE LOCATION"},
		{"rule 6: with the kind of attack", told(reports("army", with(func(c *graph.Claim) { c.AssertedKinds = graph.AttackKinds[:1] }))), "OCCURRENCE METHOD"},
		{"rule 6: with a target", told(reports("army", with(func(c *graph.Claim) { c.AssertedTargets = []graph.Target{{}} }))), "OCCURRENCE TARGET"},
		{"rule 6: with a motive", told(reports("army", with(func(c *graph.Claim) { c.Motive = "revenge" }))), "OCCURRENCE MOTIVE"},
		{"rule 6: it lists its aspects itself: that it took place is among them", told(claims("jnim", on("CASUALTIES"))), "OCCURRENCE CASUALTIES"},
		{"rule 6: never without saying of what", told(reports("army", on("UNSPECIFIED"))), "OCCURRENCE"},
		{"rule 6: about a tie that alone", toldOfATie(claims("jnim", killed(2, 2))), "AFFILIATION"},
		{"rule 6: about a tie, and lists its aspects", toldOfATie(claims("jnim", on("AFFILIATION TIME"))), "TIME AFFILIATION"},
	} {
		t.Run(c.story, func(t *testing.T) { expect(t, joined(c.world.Claims[0].OwnAspects()), c.want) })
	}
}

// Rules 3 and 6: whom a claim of responsibility holds responsible.
func TestClaimantsAreAttributed(t *testing.T) {
	for _, c := range []struct {
		story string
		tell  sentence
		want  string
		mode  graph.ActorsMode
	}{
		{"rule 6: who claims it", claims("jnim"), "jnim", graph.Joint},
		{"rule 6: two who claim it together", claims("jnim daesh"), "jnim daesh", graph.Joint},
		{"rule 6: another named, and who claims it too", claims("jnim", naming("katiba")), "katiba jnim", graph.Joint},
		{"rule 6: an accusation never names its speaker", accuses("jnim", "french"), "french", graph.Joint},
		{"rule 3: one of two claimed it, and only of that one it is said", claims("jnim daesh", oneOrTheOther), "jnim daesh", graph.Alternative},
		// Named in another order, both were taken for certain claimants.
		{"rule 3: one of two claimed it, named in another order", claims("jnim daesh", oneOrTheOther, naming("daesh")), "daesh jnim", graph.Alternative},
	} {
		t.Run(c.story, func(t *testing.T) {
			claim := told(c.tell).Claims[0]
			expect(t, joined(claim.AttributedTo), c.want)
			expect(t, claim.AttributionMode, c.mode)
		})
	}
}
