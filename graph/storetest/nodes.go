package storetest

import (
	"testing"
	"time"

	"claimgraph/graph"
)

// testNodes reads every node by its id: as it was written, with what is derived
// of it, when and by whom.
func testNodes(t *testing.T, s graph.Store, k *known) {
	holds(t, s, k)
	t.Run("unknown ids are left out", func(t *testing.T) {
		tree := fetch(t, s, graph.Fetch{IDs: []graph.ID{"claim:nobody", "claim:gate", "group:nobody"}, Then: []*graph.Branch{{Number: 1, Relation: graph.AssertedBy}}})
		same(t, "of three ids two unknown", []graph.ID{"claim:gate", "group:band", "group:cell"}, met(tree))
	})
	t.Run("no ids are no nodes", func(t *testing.T) {
		same(t, "of no ids", nil, met(fetch(t, s, graph.Fetch{IDs: []graph.ID{}})))
	})
	t.Run("an id given twice is one node", func(t *testing.T) {
		same(t, "twice", []graph.ID{"claim:gate"}, met(fetch(t, s, graph.Fetch{IDs: []graph.ID{"claim:gate", "claim:gate"}})))
	})
}

// holds holds every node of a store against what is known.
func holds(t testing.TB, s graph.Store, k *known) {
	t.Helper()
	tree := fetch(t, s, graph.Fetch{IDs: k.ids()})
	same(t, "all ids", k.ids(), met(tree))
	for id, want := range k.nodes {
		got := tree.Nodes[id]
		if got == nil {
			continue
		}
		if a, b := record(t, want), record(t, got); a != b {
			t.Errorf("%s\n  written %s\n  read    %s", id, a, b)
		}
		if a, b := view(t, want), view(t, got); a != b {
			t.Errorf("what is derived of %s\n  must be %s\n  is      %s", id, a, b)
		}
		at, by := got.Head().RecordedAt, got.Head().RecordedBy
		if !at.Equal(want.Head().RecordedAt) || at.Location() != time.UTC || by != want.Head().RecordedBy {
			t.Errorf("%s was written at %v by %q, the store says at %v by %q", id, want.Head().RecordedAt, want.Head().RecordedBy, at, by)
		}
	}
}

// view is what is derived and shown of a node.
func view(t testing.TB, n graph.Node) string {
	t.Helper()
	row, err := graph.RowOf(n)
	if err != nil {
		t.Fatal(err)
	}
	return string(row.View)
}
