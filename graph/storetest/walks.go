package storetest

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"claimgraph/graph"
	"claimgraph/graph/naive"
)

// arcs asks for the links of all nodes at once, relation by relation and all
// together, from both ends. A new relation needs no new test.
func arcs(t *testing.T, s graph.Store) {
	k := drawn(t, s)
	asked := append(k.ids(), "group:nobody")
	var together []graph.Track
	for _, r := range graph.Relations {
		together = append(together, graph.Track{Relation: r})
		some := [][]graph.NodeKind{nil}
		if len(r.From) > 1 {
			some = append(some, r.From[:1])
		}
		for _, from := range some {
			along := []graph.Track{{Relation: r, From: from}}
			k.stepped(t, s, asked, along)
			found := looked(t, s, asked, along, 1)
			for _, step := range found {
				if n := len(stepsLike(found, step)); n > 1 {
					t.Errorf("%d links %s of %s, where one was asked for", n, r.Name, step.At)
				}
			}
		}
	}
	k.stepped(t, s, asked, together)
	k.stepped(t, s, asked[:len(asked)/2], together)
	all, few := looked(t, s, asked, together, 1000), looked(t, s, asked, together, 2)
	for _, step := range all { // of each sort there are enough, whatever else a node has
		if want, n := min(2, len(stepsLike(all, step))), len(stepsLike(few, step)); n != want {
			t.Errorf("%d links %s of %s, not %d", n, step.Relation.Name, step.At, want)
		}
	}
	if found := looked(t, s, nil, together, 9); len(found) > 0 {
		t.Errorf("nobody has links: %v", found)
	}
}

// stepsLike are those at the same end of the same node.
func stepsLike(steps []graph.Step, one graph.Step) []graph.Step {
	return slices.DeleteFunc(slices.Clone(steps), func(s graph.Step) bool { return s.At != one.At || s.In != one.In || s.Relation != one.Relation })
}

func looked(t *testing.T, s graph.Store, of []graph.ID, along []graph.Track, most int) []graph.Step {
	t.Helper()
	found, err := s.Arcs(t.Context(), of, along, most)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// stepped holds the links a store gives against what the values themselves say.
func (k *known) stepped(t *testing.T, s graph.Store, of []graph.ID, along []graph.Track) {
	t.Helper()
	var want []string
	for _, track := range along {
		for _, n := range k.of(track.Near()...) {
			for _, arc := range track.Relation.Links(n) {
				from := n.Head().ID
				for _, step := range []graph.Step{{At: from, Far: arc.To, Relation: track.Relation}, {At: arc.To, Far: from, Relation: track.Relation, In: true}} {
					if slices.Contains(of, step.At) {
						want = append(want, stepName(step))
					}
				}
			}
		}
	}
	var got []string
	for _, step := range looked(t, s, of, along, 1000) {
		got = append(got, stepName(step))
	}
	slices.Sort(want)
	slices.Sort(got)
	if !slices.Equal(want, got) {
		t.Errorf("links of %d nodes along %d tracks, of which the first is %s:\n  known: %v\n  store: %v", len(of), len(along), along[0].Relation.Name, want, got)
	}
}

func stepName(s graph.Step) string {
	return fmt.Sprintf("%s at %s, %t, %s", s.Relation.Name, s.At, s.In, s.Far)
}

// walks goes through the drawn world in many ways.
func walks(t *testing.T, s graph.Store) {
	k := drawn(t, s)
	k.walked(t, s, rand.New(rand.NewPCG(7, 5)), 60)
}

// walked holds random walks against a search that looks at everything.
func (k *known) walked(t *testing.T, s graph.Store, random *rand.Rand, walks int) {
	t.Helper()
	for range walks {
		w := &graph.Walker{Store: s, Kinds: graph.LinkKinds, Most: 2 + random.IntN(12)}
		switch random.IntN(3) {
		case 0:
			w.Kinds = graph.WalkedKinds()
		case 1:
			w.Kinds = shuffled(random, graph.LinkKinds)[:1+random.IntN(6)]
		}
		if random.IntN(3) == 0 {
			w.On = october(15 + random.IntN(14))
		}
		if random.IntN(2) == 0 {
			w.Known = graph.AsOf(october(15 + random.IntN(16)))
		}
		web := naive.WebOf(k.world(), w.Kinds, w.On, w.Known, w.Most)
		some := shuffled(random, k.ids())
		k.found(t, w, web, some[0], some[random.IntN(2)], 1+random.IntN(4), 1+random.IntN(6))
		k.surrounded(t, w, web, some[:1+random.IntN(3)], 1+random.IntN(3), 1+random.IntN(20))
	}
}

func shuffled[T any](random *rand.Rand, list []T) []T {
	out := slices.Clone(list)
	random.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}

// found holds paths against all ways there are. Where both ends are crowded a
// store need not find all; that there may be more it must say.
func (k *known) found(t *testing.T, w *graph.Walker, web *naive.Web, from, to graph.ID, longest, first int) {
	t.Helper()
	got, err := w.Paths(t.Context(), from, to, longest, first)
	if err != nil {
		t.Fatal(err)
	}
	story := fmt.Sprintf("from %s to %s over %v, at most %d, %d long, on %d, as of %d, crossing up to %d", from, to, w.Kinds, first, longest, w.On, w.Known, w.Most)
	var all, across []graph.Path
	if naive.There(k.world(), from, w.Known) && naive.There(k.world(), to, w.Known) {
		all, across = web.Paths(k.world(), from, to, longest, false), web.Paths(k.world(), from, to, longest, true)
	}
	if !got.Truncated && len(got.Paths) != len(across) {
		t.Errorf("%s: there are %d ways, not %d, and nothing says so", story, len(across), len(got.Paths))
	}
	if web.Crowded(from) && web.Crowded(to) && from != to {
		for _, p := range got.Paths {
			if !slices.ContainsFunc(all, func(o graph.Path) bool { return reflect.DeepEqual(o, p) }) {
				t.Errorf("%s: there is no way %v", story, p)
			}
		}
		return
	}
	if want := all[:min(first, len(all))]; len(got.Paths)+len(want) > 0 && !reflect.DeepEqual(want, got.Paths) {
		t.Errorf("%s:\n  naively: %v\n  store:   %v", story, want, got.Paths)
	}
	if len(all) > first && !got.Truncated {
		t.Errorf("%s: nothing says that there are %d ways", story, len(all))
	}
}

// surrounded holds what lies around nodes against what the whole web says.
func (k *known) surrounded(t *testing.T, w *graph.Walker, web *naive.Web, of []graph.ID, depth, limit int) {
	t.Helper()
	got, err := w.Neighbourhood(t.Context(), of, depth, limit)
	if err != nil {
		t.Fatal(err)
	}
	there := slices.DeleteFunc(slices.Clone(of), func(id graph.ID) bool { return !naive.There(k.world(), id, w.Known) })
	same(t, fmt.Sprintf("around %v over %v, %d deep, at most %d, on %d, as of %d, crossing up to %d", of, w.Kinds, depth, limit, w.On, w.Known, w.Most),
		web.Around(k.world(), there, depth, limit), got)
}
