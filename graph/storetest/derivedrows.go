package storetest

import (
	"fmt"
	"slices"
	"testing"

	"claimgraph/graph"
)

// testDerivedRows holds every column of every family against the Go values: for
// each value that a column has anywhere, the store finds the nodes that have it.
// Most columns are derived from other nodes and go stale when a write forgets them.
func testDerivedRows(t *testing.T, s graph.Store, k *known) {
	for _, f := range graph.Families {
		for i, column := range f.Columns {
			holders := holdersOf(t, k, f, i)
			for value, ids := range holders {
				tree := fetch(t, s, graph.Fetch{Query: &graph.Query{Kinds: kindsOf(f), Where: equals(column, value), Limit: everything}})
				same(t, fmt.Sprintf("%s with %s = %v", f.Name, column.Name, value), ids, sortedIDs(pageOf(tree, 0, "")))
			}
		}
	}
}

// holdersOf are the nodes of a family by what the column holds for them.
func holdersOf(t testing.TB, k *known, f *graph.Family, i int) map[any][]graph.ID {
	t.Helper()
	holders := map[any][]graph.ID{}
	for _, n := range k.of(kindsOf(f)...) {
		row, err := graph.RowOf(n)
		if err != nil {
			t.Fatal(err)
		}
		values := []any{row.Values[i]}
		if words, ok := row.Values[i].([]string); ok {
			values = nil
			for _, w := range sortedWords(words) {
				values = append(values, w)
			}
		}
		for _, v := range values {
			holders[v] = append(holders[v], row.ID)
		}
	}
	return holders
}

func sortedWords(words []string) []string {
	out := slices.Clone(words)
	slices.Sort(out)
	return slices.Compact(out)
}

func kindsOf(f *graph.Family) []graph.NodeKind {
	var kinds []graph.NodeKind
	for _, k := range graph.Kinds {
		if k.Family == f {
			kinds = append(kinds, k.Name)
		}
	}
	return kinds
}
