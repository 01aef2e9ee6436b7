package storetest

import (
	"bytes"
	"testing"

	"claimgraph/graph"
)

// parts asks for as much of nodes as there is to ask for, and for more of the
// same nodes by another branch: each must hold what the one that wants most wants.
func parts(t *testing.T, s graph.Store) {
	k := drawn(t, s)
	all := []graph.Part{graph.Whole, graph.Shown, graph.Written, graph.Bare}
	for i, r := range graph.Relations { // not each with each: a store plans every shape anew
		near, far, other := all[i%4], all[i/4%4], all[(i+1+i/16)%4]
		k.partly(t, s, graph.Fetch{IDs: k.ids(), Part: near, Then: []*graph.Branch{
			{Number: 1, On: r.From, Relation: r, Part: far, Then: []*graph.Branch{{Number: 2, On: r.To, Relation: r, In: true, Part: other}}},
			{Number: 3, On: r.From, Relation: r, Part: other},
		}})
	}
	for i, name := range sortedKeys(graph.Roots) {
		if way := graph.Roots[name]; widest(way) {
			k.partly(t, s, graph.Fetch{Query: &graph.Query{Kinds: way.Kinds, Limit: 5}, Part: all[i%4]})
		}
	}
	for _, part := range all {
		k.partly(t, s, graph.Fetch{IDs: k.ids(), Part: part})
	}
}

// partly holds what a store gives of each node against how much of it was wanted.
func (k *known) partly(t *testing.T, s graph.Store, f graph.Fetch) {
	t.Helper()
	tree, err := s.Fetch(t.Context(), f)
	if err != nil {
		t.Fatal(err)
	}
	wanted := map[graph.ID]graph.Part{}
	want := func(id graph.ID, part graph.Part) {
		if before, met := wanted[id]; !met || part < before {
			wanted[id] = part
		}
	}
	roots := f.IDs
	if f.Query != nil {
		roots = tree.Page(0, "").IDs
	}
	for _, id := range roots {
		want(id, f.Part)
	}
	for _, b := range f.Then {
		for _, near := range k.of(b.On...) {
			for _, arc := range b.Relation.Links(near) {
				want(arc.To, b.Part)
				for _, back := range b.Then {
					for _, id := range tree.Page(back.Number, arc.To).IDs {
						want(id, back.Part)
					}
				}
			}
		}
	}
	for id, part := range wanted {
		if !tree.Holds(id, part) {
			t.Errorf("of %s there should be as much as %d says, not %d", id, part, tree.Parts[id])
			continue
		}
		k.holds(t, tree.Nodes[id], part)
	}
}

func (k *known) holds(t *testing.T, n graph.Node, part graph.Part) {
	t.Helper()
	id := n.Head().ID
	got, err := graph.RowOf(n)
	if err != nil {
		t.Fatal(err)
	}
	want, err := graph.RowOf(k.nodes[id])
	if err != nil {
		t.Fatal(err)
	}
	for most, text := range map[graph.Part][2][]byte{graph.Written: {got.Doc, want.Doc}, graph.Shown: {got.View, want.View}, graph.Whole: {got.Index, want.Index}} {
		if part <= most && !bytes.Equal(text[0], text[1]) {
			t.Errorf("%s, as much as %d says, is\n%s\nnot\n%s", id, part, text[0], text[1])
		}
	}
	if part <= graph.Written && !n.Head().RecordedAt.Equal(noon) {
		t.Errorf("%s was written %s", id, n.Head().RecordedAt)
	}
}
