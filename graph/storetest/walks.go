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
// that walks follow together, from both ends. A new relation needs no new test.
func arcs(t *testing.T, s graph.Store) {
	k := drawn(t, s)
	asked := append(k.ids(), "group:nobody")
	together := graph.Tracks(graph.LinkKinds)
	for i, r := range graph.Relations {
		some := [][]graph.NodeKind{nil}
		if len(r.From) > 1 {
			some = append(some, r.From[:1])
		}
		for j, from := range some { // not both ways for each: a store plans every shape anew
			for _, most := range []int{1, 1000} {
				k.around(t, s, graph.Look{Of: asked, Along: []graph.Track{{Relation: r, From: from}}, Most: most, Cross: (i+j)%2 == 0})
			}
		}
	}
	for _, cross := range []bool{false, true} {
		for _, most := range []int{1, 2, 3, 5, 1000} {
			k.around(t, s, graph.Look{Of: asked, Along: together, Most: most, Cross: cross})
			k.around(t, s, graph.Look{Of: asked[len(asked)/2:], Along: together, Most: most, Cross: cross})
		}
		k.around(t, s, graph.Look{Along: together, Most: 9, Cross: cross})
		k.around(t, s, graph.Look{Of: asked, Most: 9, Cross: cross})
	}
	for i := 0; i+1 < len(asked); i += 5 { // some meet more
		k.around(t, s, graph.Look{Of: asked[i : i+2], Along: together, Most: 4, Further: 2 + i%30})
	}
}

// around holds what a store sees around nodes, and beyond if it looks there,
// against what the values themselves say.
func (k *known) around(t *testing.T, s graph.Store, l graph.Look) {
	t.Helper()
	got, err := s.Arcs(t.Context(), l)
	if err != nil {
		t.Fatal(err)
	}
	k.seen(t, l, got)
	if got.Beyond == nil {
		return
	}
	met := map[graph.ID]bool{}
	for _, step := range got.Steps {
		met[step.Far] = true
	}
	unmet := func(id graph.ID) bool { return !met[id] }
	k.seen(t, graph.Look{Of: sortedKeys(met), Along: l.Along, Most: l.Most, Cross: true}, &graph.Around{
		There:   slices.DeleteFunc(got.Beyond.There, unmet),
		Crowded: slices.DeleteFunc(got.Beyond.Crowded, unmet),
		Steps:   slices.DeleteFunc(got.Beyond.Steps, func(s graph.Step) bool { return unmet(s.At) }),
	})
}

// seen holds one look against them.
func (k *known) seen(t *testing.T, l graph.Look, got *graph.Around) {
	t.Helper()
	story := fmt.Sprintf("around %d nodes along %d tracks %v, at most %d, crossing %t", len(l.Of), len(l.Along), l.Along, l.Most, l.Cross)
	all := map[graph.Step][]graph.Step{} // by node, track and end
	end := func(s graph.Step) graph.Step { return graph.Step{At: s.At, Relation: s.Relation, In: s.In} }
	for _, track := range l.Along {
		for _, step := range k.steps(track) {
			if slices.Contains(l.Of, step.At) {
				all[end(step)] = append(all[end(step)], step)
			}
		}
	}
	var there, crowded []graph.ID
	for _, id := range l.Of {
		if naive.There(k.world(), id, graph.Now) {
			there = append(there, id)
		}
	}
	for at, steps := range all {
		if l.Cross && at.In && len(steps) > l.Most && !slices.Contains(crowded, at.At) {
			crowded = append(crowded, at.At)
		}
	}
	sameIDs(t, story+": there are", there, got.There)
	sameIDs(t, story+": crowded are", crowded, got.Crowded)
	seen := map[graph.Step]int{}
	for _, step := range got.Steps {
		seen[end(step)]++
		if !slices.Contains(all[end(step)], step) || slices.Contains(crowded, step.At) {
			t.Errorf("%s: the store should not see %s", story, stepName(step))
		}
	}
	for at, steps := range all {
		if want := min(len(steps), l.Most); !slices.Contains(crowded, at.At) && seen[at] != want {
			t.Errorf("%s: %d links like %s, not %d", story, seen[at], stepName(at), want)
		}
	}
}

func sameIDs(t *testing.T, story string, want, got []graph.ID) {
	t.Helper()
	slices.Sort(want)
	slices.Sort(got)
	if !slices.Equal(want, got) {
		t.Errorf("%s\n  known: %v\n  store: %v", story, want, got)
	}
}

// steps are all of a track, from both ends.
func (k *known) steps(track graph.Track) []graph.Step {
	gone := func(ids ...graph.ID) bool {
		return slices.ContainsFunc(ids, func(id graph.ID) bool { return !naive.There(k.world(), id, graph.Now) })
	}
	var all []graph.Step
	for _, n := range k.of(track.Near()...) {
		from := n.Head().ID
		for _, arc := range track.Relation.Links(n) {
			if track.Onward != nil {
				far := track.Onward.Links(n)[0].To
				all = append(all, graph.Step{At: arc.To, Far: far, Via: from, Relation: track.Relation, In: true, Gone: gone(from, far)})
				continue
			}
			all = append(all, graph.Step{At: from, Far: arc.To, Relation: track.Relation, Gone: gone(arc.To)},
				graph.Step{At: arc.To, Far: from, Relation: track.Relation, In: true, Gone: gone(from)})
		}
	}
	return all
}

func stepName(s graph.Step) string {
	return fmt.Sprintf("%s at %s, %t, %s, by way of %q, gone %t", s.Relation.Name, s.At, s.In, s.Far, s.Via, s.Gone)
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
