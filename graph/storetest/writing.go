package storetest

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"
	"time"

	"claimgraph/graph"
)

// idempotent: the same again changes nothing, when it was recorded included.
func idempotent(t *testing.T, s graph.Store) {
	k := drawn(t, s)
	before := everyRow(t, s, k)
	again := telling(drawnWorld())
	again.At, again.By = noon.Add(time.Hour), "somebody else"
	if r := apply(t, s, again); r.Added != 0 || r.Changed != 0 || r.Unchanged != len(again.Nodes) {
		t.Errorf("%+v", r)
	}
	if !slices.Equal(before, everyRow(t, s, k)) {
		t.Error("something changed")
	}
	if err := s.Reindex(t.Context()); err != nil {
		t.Fatal(err)
	}
	for i, row := range everyRow(t, s, k) {
		if row != before[i] {
			t.Errorf("reindexing changed\n%s\nto\n%s", before[i], row)
		}
	}
}

// atomic: of a change set with an error nothing is written.
func atomic(t *testing.T, s graph.Store) {
	k := drawn(t, s)
	before := everyRow(t, s, k)
	loop := place("location:loop", graph.LocationArea, "Loop", inside("location:pool"))
	for story, wrong := range map[string]graph.Node{
		"it refers to nobody":     tie("affiliation:x", "group:band", graph.PartOf, "group:nobody"),
		"it has no name":          &graph.Group{Profile: graph.Profile{Header: graph.Header{ID: "group:x"}, Kind: graph.ActorArmedGroup}},
		"it cites nothing":        &graph.Attack{Header: graph.Header{ID: "attack:x"}, Title: "Unsourced"},
		"its parents are a ring":  loop,
		"it refers to a wrong id": tie("affiliation:x", "group:band", graph.PartOf, "location:land"),
	} {
		changes := []graph.Node{group("group:new", "New"), wrong, group("group:band", "Renamed")}
		if wrong == loop {
			changes = append(changes, place("location:pool", graph.LocationArea, "Pool", inside("location:loop")))
		}
		for _, n := range changes {
			n.Normal()
		}
		if _, err := s.Apply(t.Context(), telling(changes)); graph.CodeOf(err) != graph.CodeBadInput {
			t.Errorf("%s: %v", story, err)
		}
		if !slices.Equal(before, everyRow(t, s, k)) {
			t.Fatalf("%s, and half of it was written", story)
		}
	}
	tree, err := s.Fetch(t.Context(), graph.Fetch{IDs: []graph.ID{"group:new", "group:nobody"}})
	if err != nil || len(tree.Nodes) != 0 {
		t.Errorf("%v %v", tree.Nodes, err)
	}
}

// everyRow is all a store shows of the nodes it was told, as text.
func everyRow(t *testing.T, s graph.Store, k *known) []string {
	t.Helper()
	tree, err := s.Fetch(t.Context(), graph.Fetch{IDs: k.ids()})
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, id := range k.ids() {
		n := tree.Nodes[id]
		if n == nil {
			out = append(out, string(id)+" is missing")
			continue
		}
		row, err := graph.RowOf(n)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, fmt.Sprintf("%s %s %s %s %s", id, row.Recorded.Format(time.RFC3339Nano), row.Doc, row.View, row.Index))
	}
	return out
}

// pieces: a world told piece by piece, in any order that refers to nothing
// unknown, is the world told at once: what one piece changes in the derived
// parts of others is derived anew.
func pieces(t *testing.T, s graph.Store) {
	world := drawnWorld()
	whole := know(t, telling(copies(t, world)))
	inPieces(t, s, rand.New(rand.NewPCG(3, 3)), world, 6)
	whole.sameViews(t, s)
	for _, field := range []string{"attacks", "claims", "responses", "actors", "locations", "Location.attacks", "Group.claims"} {
		whole.ask(field, nil).must(t, s, whole)
	}
}

// inPieces writes a world in pieces of up to so many nodes and what they refer to.
func inPieces(t *testing.T, s graph.Store, random *rand.Rand, world []graph.Node, most int) {
	t.Helper()
	left := copies(t, world)
	written := map[graph.ID]bool{}
	for len(left) > 0 {
		random.Shuffle(len(left), func(i, j int) { left[i], left[j] = left[j], left[i] })
		piece := closed(left[:min(len(left), 1+random.IntN(most))], left, written)
		apply(t, s, telling(piece))
		for _, n := range piece {
			written[n.Head().ID] = true
		}
		left = slices.DeleteFunc(left, func(n graph.Node) bool { return written[n.Head().ID] })
	}
}

// sameViews holds what a store derived against what follows from the whole.
func (k *known) sameViews(t *testing.T, s graph.Store) {
	t.Helper()
	tree, err := s.Fetch(t.Context(), graph.Fetch{IDs: k.ids()})
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range k.ids() {
		if tree.Nodes[id] == nil {
			t.Errorf("%s is missing", id)
			continue
		}
		got, err := graph.RowOf(tree.Nodes[id])
		if err != nil {
			t.Fatal(err)
		}
		want, err := graph.RowOf(k.nodes[id])
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got.View, want.View) || !bytes.Equal(got.Index, want.Index) {
			t.Errorf("%s is derived as\n%s %s\nnot as\n%s %s", id, got.View, got.Index, want.View, want.Index)
		}
	}
}

// closed adds to some nodes whatever they refer to that was not written yet.
func closed(some, all []graph.Node, written map[graph.ID]bool) []graph.Node {
	byID := map[graph.ID]graph.Node{}
	for _, n := range all {
		byID[n.Head().ID] = n
	}
	taken := map[graph.ID]bool{}
	var out []graph.Node
	var take func(n graph.Node)
	take = func(n graph.Node) {
		if n == nil || taken[n.Head().ID] {
			return
		}
		taken[n.Head().ID] = true
		out = append(out, n)
		for _, r := range graph.RelationsFrom(n.Head().ID.Kind()) {
			for _, arc := range r.Links(n) {
				if !written[arc.To] {
					take(byID[arc.To])
				}
			}
		}
	}
	for _, n := range some {
		take(n)
	}
	return out
}

// readersBesideAWriter: readers are never turned away, and every node they see
// is a whole one. That two nodes written together are seen together is not
// promised: Neo4j reads what is committed, node by node.
func readersBesideAWriter(t *testing.T, s graph.Store) {
	name := func(i int) []graph.Node {
		return []graph.Node{group("group:left", fmt.Sprintf("Number %d", i)), group("group:right", fmt.Sprintf("Number %d", i))}
	}
	apply(t, s, telling(name(0)))
	var readers sync.WaitGroup
	done := make(chan struct{})
	for range 4 {
		readers.Go(func() {
			for {
				select {
				case <-done:
					return
				default:
				}
				tree, err := s.Fetch(t.Context(), graph.Fetch{Query: &graph.Query{Kinds: []graph.NodeKind{graph.KindGroup}, Limit: 10}})
				if err != nil {
					t.Error(err)
					return
				}
				left, right := groupIn(tree, "group:left"), groupIn(tree, "group:right")
				if left == nil || right == nil || left.Name() == "" || right.Name() == "" {
					t.Errorf("%v beside %v", left, right)
					return
				}
			}
		})
	}
	for i := range 20 {
		apply(t, s, telling(name(i+1)))
	}
	close(done)
	readers.Wait()
}

func groupIn(tree *graph.Tree, id graph.ID) *graph.Group {
	g, _ := tree.Nodes[id].(*graph.Group)
	return g
}
