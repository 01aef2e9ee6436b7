package storetest

import (
	"maps"
	"slices"
	"testing"

	"claimgraph/graph"
)

func same(t testing.TB, what string, want, got []graph.ID) {
	t.Helper()
	if !slices.Equal(want, got) {
		t.Errorf("%s:\n  want  %v\n  store %v", what, want, got)
	}
}

func idsOf(nodes []graph.Node) []graph.ID {
	out := make([]graph.ID, len(nodes))
	for i, n := range nodes {
		out[i] = n.Head().ID
	}
	return out
}

func sortedIDs(ids []graph.ID) []graph.ID {
	out := slices.Clone(ids)
	slices.Sort(out)
	return slices.Compact(out)
}

func ofKind(ids []graph.ID, kind graph.NodeKind) []graph.ID {
	return slices.DeleteFunc(slices.Clone(ids), func(id graph.ID) bool { return id.Kind() != kind })
}

// met are the ids of all nodes in a tree, sorted.
func met(tree *graph.Tree) []graph.ID { return slices.Sorted(maps.Keys(tree.Nodes)) }

// pageOf are the ids of a page, and nothing where the store left it out.
func pageOf(tree *graph.Tree, number int, parent graph.ID) []graph.ID {
	if rows := tree.Pages[number][parent]; rows != nil {
		return rows.IDs
	}
	return nil
}
