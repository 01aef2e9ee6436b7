package storetest

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"

	"claimgraph/graph"
	"claimgraph/graph/naive"
)

// rulesHold writes random small worlds, then again with one thing changed, and
// holds what the store derived of them against the rules' second evaluation.
func rulesHold(t *testing.T, open func(t *testing.T) graph.Store, effort Effort) {
	effort, first := effort.given()
	for seed := first; seed < first+(effort.Worlds+2)/3; seed++ {
		rng := rand.New(rand.NewPCG(uint64(seed), 19))
		w := naive.Random(rng)
		s := open(t)
		apply(t, s, telling(w))
		holds(t, s, w, fmt.Sprintf("world %d", seed))
		for i, n := range w {
			if changed := retold(t, rng, n); changed != nil {
				w[i] = changed
				apply(t, s, telling([]graph.Node{changed}))
				holds(t, s, w, fmt.Sprintf("world %d with another %s", seed, n.Head().ID))
			}
		}
	}
}

// retold is a node that now and then says something else, of which others hang:
// a source or an assertion is retracted or is not, an assertion is not dated.
func retold(t *testing.T, rng *rand.Rand, n graph.Node) graph.Node {
	if rng.IntN(3) > 0 {
		return nil
	}
	changed := copied(t, n)
	withdraw := func(r *graph.Retraction, by graph.ID) *graph.Retraction {
		if r != nil {
			return nil
		}
		return &graph.Retraction{On: graph.OnDay(naive.Day(rng.IntN(20)), graph.Explicit), Source: by}
	}
	switch n := changed.(type) {
	case *graph.Source:
		n.Retraction = withdraw(n.Retraction, n.ID)
	case graph.Assertion:
		said := n.Spoken()
		if said.Retraction = withdraw(said.Retraction, said.Citations[0].Source); rng.IntN(2) == 0 {
			said.Made = graph.NoDate(0)
		}
	case *graph.Affiliation:
		n.Kind = graph.PartOf
	default:
		return nil
	}
	changed.Normal()
	return changed
}

// standsOn is where an aspect stands; of one not listed nobody speaks.
func standsOn(standings []graph.AspectStanding, aspect graph.Aspect) graph.AspectStanding {
	for _, s := range standings {
		if s.Aspect == aspect {
			return s
		}
	}
	return graph.AspectStanding{Aspect: aspect, Standing: graph.Unanswered, Certainty: graph.Certain, Named: graph.Unanswered}
}

// holds compares what was derived with what follows.
func holds(t *testing.T, s graph.Store, w naive.World, what string) {
	t.Helper()
	var ids []graph.ID
	for _, n := range w {
		ids = append(ids, n.Head().ID)
	}
	tree, err := s.Fetch(t.Context(), graph.Fetch{IDs: ids})
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range ids {
		differ := func(got, want any) {
			t.Helper()
			if !reflect.DeepEqual(got, want) && fmt.Sprintf("%+v", got) != fmt.Sprintf("%+v", want) {
				t.Fatalf("%s, %s:\n the store has %+v\n that follows %+v", what, id, got, want)
			}
		}
		switch n := tree.Nodes[id].(type) {
		case *graph.Claim:
			differ(n.Stands, naive.ClaimStanding(w, id, graph.Now))
		case *graph.Affiliation:
			differ(n.Stands, naive.SubjectStanding(w, id, graph.AspectAffiliation, graph.Now))
		case *graph.Attack:
			differ(n.Occurred, naive.AttackValues(w, id, graph.Now).Occurred)
			for _, aspect := range graph.Aspects[:len(graph.Aspects)-2] {
				differ(standsOn(n.Standings, aspect), naive.SubjectStanding(w, id, aspect, graph.Now))
			}
		case graph.Response:
			differ(n.Replied().Independent, naive.Independent(w, n))
		case nil:
			t.Fatalf("%s: %s is not there", what, id)
		}
	}
}
