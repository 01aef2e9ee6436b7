package storetest

import (
	"maps"
	"slices"
	"testing"

	"claimgraph/graph"
)

// relations follows every relation of the table out and in, and compares with
// what the values themselves say. A new relation needs no new test, only a link
// in the drawn world.
func relations(t *testing.T, s graph.Store) {
	k := drawn(t, s)
	for _, r := range graph.Relations {
		out, in := map[graph.ID][]graph.ID{}, map[graph.ID][]graph.ID{}
		for _, n := range k.of(r.From...) {
			for _, arc := range r.Links(n) {
				from := n.Head().ID
				if !slices.Contains(out[from], arc.To) {
					out[from] = append(out[from], arc.To)
					in[arc.To] = append(in[arc.To], from)
				}
			}
		}
		if len(out) == 0 {
			t.Errorf("the drawn world has no link %s", r.Name)
		}
		for near, want := range out {
			branch := &graph.Branch{Number: 1, On: r.From, Relation: r}
			tree, err := s.Fetch(t.Context(), graph.Fetch{IDs: []graph.ID{near}, Then: []*graph.Branch{branch}})
			if err != nil {
				t.Fatal(err)
			}
			got := slices.Sorted(maps.Keys(tree.Nodes))
			if want := slices.Compact(slices.Sorted(slices.Values(append(want, near)))); !slices.Equal(got, want) {
				t.Errorf("%s leads from %s to %v, itself included; the store says %v", r.Name, near, want, got)
			}
		}
		for far, want := range in {
			branch := &graph.Branch{Number: 1, On: r.To, Relation: r, In: true}
			tree, err := s.Fetch(t.Context(), graph.Fetch{IDs: []graph.ID{far}, Then: []*graph.Branch{branch}})
			if err != nil {
				t.Fatal(err)
			}
			got := slices.Compact(slices.Sorted(slices.Values(tree.Page(1, far).IDs)))
			slices.Sort(want)
			if !slices.Equal(got, want) {
				t.Errorf("%s leads to %s from %v; the store says %v", r.Name, far, want, got)
			}
		}
	}
}
