package graph_test

import (
	"slices"
	"testing"

	"claimgraph/graph"
)

// liesIn reads the links as a store does: certainly in some places where one
// link says so, or where each clause is met by one of them.
func liesIn(a *graph.Attack, names string) graph.Certainty {
	met, clauses, touched := map[int64]bool{}, 0, a.Index.Anywhere
	for _, id := range place("IN", names).Locations {
		for _, link := range a.Index.Lies {
			if link.To != id {
				continue
			}
			touched = true
			if link.Values[0] == int64(1) {
				return graph.Certain
			}
			clauses = int(link.Values[3].(int64))
			if clause := link.Values[2].(int64); clause >= 0 {
				met[clause] = true
			}
		}
	}
	return verdict(len(met), clauses, touched)
}

// verdict is certain where each clause is met.
func verdict(met, clauses int, touched bool) graph.Certainty {
	switch {
	case met > 0 && met == clauses:
		return graph.Certain
	case touched:
		return graph.Possible
	}
	return "no"
}

// Rule 7: in which places the raid lies certainly, possibly or not at all.
func TestWhereItLies(t *testing.T) {
	in := func(how graph.PlaceRelation, names string) sentence {
		return recorded(graph.AttackValues{Places: []graph.PlaceRef{place(how, names)}})
	}
	for _, c := range []struct {
		story string
		tell  []sentence
		asked string
		want  graph.Certainty
	}{
		{"rule 7: in the village itself", []sentence{in("IN", "soumpi")}, "soumpi", graph.Certain},
		{"rule 7: in the country of the village", []sentence{in("IN", "soumpi")}, "mali", graph.Certain},
		{"rule 7: in another country", []sentence{in("IN", "soumpi")}, "niger", "no"},
		{"rule 7: near the village is not in it", []sentence{in("NEAR", "soumpi")}, "soumpi", graph.Possible},
		{"rule 7: near the village may be across a border", []sentence{in("NEAR", "soumpi")}, "mali", graph.Possible},
		{"rule 7: near the village, in a region named for it", []sentence{recorded(graph.AttackValues{Places: []graph.PlaceRef{{
			Relation: "NEAR", Locations: place("", "soumpi").Locations, Within: "location:timbuktu",
		}}})}, "mali", graph.Certain},
		{"rule 7: in one of two villages, and the one is asked for", []sentence{in("IN", "soumpi abeibara")}, "soumpi", graph.Possible},
		{"rule 7: in one of two villages, and both are asked for", []sentence{in("IN", "soumpi abeibara")}, "soumpi abeibara", graph.Certain},
		{"rule 7: in one of two villages of the country asked for", []sentence{in("IN", "soumpi abeibara")}, "mali", graph.Certain},
		{"rule 7: no place was named: it may lie anywhere", nil, "niger", graph.Possible},
		{"rule 7: two givers, and only one gives it", []sentence{in("IN", "soumpi"), claims("jnim", at(place("IN", "abeibara")))}, "soumpi", graph.Possible},
		{"rule 7: two givers, and each gives one of those asked for", []sentence{in("IN", "soumpi"), claims("jnim", at(place("IN", "abeibara")))}, "soumpi abeibara", graph.Certain},
		{"rule 7: two givers, in the country of both", []sentence{in("IN", "soumpi"), claims("jnim", at(place("IN", "abeibara")))}, "mali", graph.Certain},
		{"rule 7: one giver gives no place", []sentence{in("IN", "soumpi"), claims("jnim")}, "soumpi", graph.Certain},
		{"rule 7: a giver denied does not make it less certain", []sentence{in("IN", "soumpi"), claims("jnim", at(place("IN", "niger"))), denies("army", "jnim", "")}, "mali", graph.Certain},
		{"rule 7: by word of a giver denied it is possible", []sentence{in("IN", "soumpi"), claims("jnim", at(place("IN", "niger"))), denies("army", "jnim", "")}, "niger", graph.Possible},
		{"rule 7: by word of a giver denied alone it is never certain", []sentence{claims("jnim", at(place("IN", "soumpi"))), denies("army", "jnim", "")}, "mali", graph.Possible},
	} {
		t.Run(c.story, func(t *testing.T) {
			a := told(append([]sentence{mali}, c.tell...)...).attack()
			expect(t, liesIn(a, c.asked), c.want)
		})
	}
}

// liesAt reads the links as a store does, where these places certainly lie in
// some box: each clause is met by one of them. Possibly: any of them is named.
func liesAt(a *graph.Attack, names string) graph.Certainty {
	met, clauses, touched := map[int64]bool{}, 0, false
	for _, link := range a.Index.LiesAt {
		if !slices.Contains(place("IN", names).Locations, link.To) {
			continue
		}
		touched = true
		if clause := link.Values[0].(int64); clause >= 0 {
			met[clause], clauses = true, int(link.Values[1].(int64))
		}
	}
	return verdict(len(met), clauses, touched)
}

// Rule 7 and the table of filters: whether the raid lies in a box that holds the
// points of some places.
func TestWhereItLiesOnTheMap(t *testing.T) {
	in := func(how graph.PlaceRelation, names string) sentence {
		return recorded(graph.AttackValues{Places: []graph.PlaceRef{place(how, names)}})
	}
	for _, c := range []struct {
		story string
		tell  []sentence
		boxed string
		want  graph.Certainty
	}{
		{"in the village", []sentence{in("IN", "soumpi")}, "soumpi", graph.Certain},
		{"in the village, and the box holds the point of its country alone", []sentence{in("IN", "soumpi")}, "mali", "no"},
		{"near the village", []sentence{in("NEAR", "soumpi")}, "soumpi", graph.Possible},
		{"between two villages in the box", []sentence{in("BETWEEN", "soumpi abeibara")}, "soumpi abeibara", graph.Possible},
		{"in one of two villages, of which the box holds one", []sentence{in("IN", "soumpi abeibara")}, "soumpi", graph.Possible},
		{"in one of two villages, both in the box", []sentence{in("IN", "soumpi abeibara")}, "soumpi abeibara", graph.Certain},
		{"in an area in the box, and no place named", []sentence{recorded(graph.AttackValues{Places: []graph.PlaceRef{{Relation: "IN", Within: "location:timbuktu"}}})}, "timbuktu", "no"},
		{"near a village, and the area is in the box", []sentence{recorded(graph.AttackValues{Places: []graph.PlaceRef{{
			Relation: "NEAR", Locations: place("", "soumpi").Locations, Within: "location:timbuktu",
		}}})}, "timbuktu soumpi", graph.Possible},
		{"at two places, of which the box holds one", []sentence{recorded(graph.AttackValues{Places: []graph.PlaceRef{place("AT", "soumpi"), place("AT", "abeibara")}})}, "soumpi", graph.Certain},
		{"no place was named", nil, "mali soumpi", "no"},
		{"two givers, and the box holds what one gives", []sentence{in("IN", "soumpi"), claims("jnim", at(place("IN", "abeibara")))}, "soumpi", graph.Possible},
		{"two givers, and the box holds what each gives", []sentence{in("IN", "soumpi"), claims("jnim", at(place("IN", "abeibara")))}, "soumpi abeibara", graph.Certain},
		{"one giver gives no place", []sentence{in("IN", "soumpi"), claims("jnim")}, "soumpi", graph.Certain},
		{"a giver denied does not make it less certain", []sentence{in("IN", "soumpi"), claims("jnim", at(place("IN", "niger"))), denies("army", "jnim", "")}, "soumpi", graph.Certain},
		{"by word of a giver denied it is possible", []sentence{in("IN", "soumpi"), claims("jnim", at(place("IN", "niger"))), denies("army", "jnim", "")}, "niger", graph.Possible},
		{"by word of a giver denied alone it is never certain", []sentence{claims("jnim", at(place("IN", "soumpi"))), denies("army", "jnim", "")}, "soumpi", graph.Possible},
	} {
		t.Run(c.story, func(t *testing.T) {
			a := told(append([]sentence{mali}, c.tell...)...).attack()
			expect(t, liesAt(a, c.boxed), c.want)
		})
	}
}
