package storetest

import (
	"testing"

	"claimgraph/graph"
	"claimgraph/graph/naive"
)

// policies are some by which attacks are asked for.
var policies = []graph.AttributionPolicy{
	{Bases: []graph.AttributionBasis{graph.SelfClaimed}},
	{Bases: graph.AttributionBases, ExcludeDisputed: true},
}

// sent is a policy as a client sends it.
func sent(p graph.AttributionPolicy) any {
	var bases []any
	for _, b := range p.Bases {
		bases = append(bases, string(b))
	}
	return map[string]any{"bases": bases, "excludeDisputed": p.ExcludeDisputed}
}

// theirs holds the attacks that each policy makes an actor's own, or also those
// of whoever belonged to it, against the second evaluation.
func (k *known) theirs(t *testing.T, s graph.Store) {
	t.Helper()
	for _, p := range policies {
		for _, affiliates := range []bool{false, true} {
			reach, err := graph.AttributedTo(sent(p), affiliates)
			if err != nil {
				t.Fatal(err)
			}
			q := k.ask("Group.attacks", nil) // as every actor has them
			q.way.Reach = reach
			q.parents = nil
			for _, a := range each[graph.Actor](k) {
				q.parents = append(q.parents, a.Head().ID)
			}
			f, err := q.fetch(graph.Possible)
			if err != nil {
				t.Fatal(err)
			}
			tree, err := s.Fetch(t.Context(), f)
			if err != nil {
				t.Fatal(err)
			}
			for _, actor := range q.parents {
				want := k.attacks(func(id graph.ID) (certain, possible bool) {
					return naive.AttributedTo(k.world(), id, []graph.ID{actor}, p, affiliates, graph.Now)
				})
				if wrong := differs(want, rowsOf(tree, f, actor), graph.Possible); wrong != "" {
					t.Errorf("attacks of %s under %+v, affiliates %t:\n%s", actor, p, affiliates, wrong)
				}
			}
		}
	}
}

// attacks are those that are so, certainly or possibly, in their default order.
func (k *known) attacks(are func(graph.ID) (certain, possible bool)) answer {
	var a answer
	kinds := []graph.NodeKind{graph.KindAttack}
	for _, n := range (question{way: graph.Way{Kinds: kinds}}).sorted(k.of(kinds...)) {
		if certain, possible := are(n.Head().ID); possible {
			a.rows = append(a.rows, row{n.Head().ID, certain})
		}
	}
	return a
}
