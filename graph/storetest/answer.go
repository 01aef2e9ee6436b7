package storetest

import (
	"fmt"
	"slices"
	"strings"

	"claimgraph/graph"
)

// rowsOf are the rows that a store found under a parent; a parent without any
// may be missing from its answer.
func rowsOf(tree *graph.Tree, f graph.Fetch, parent graph.ID) *graph.Rows {
	number := 0
	if len(f.Then) > 0 {
		number = f.Then[0].Number
	}
	if rows := tree.Pages[number][parent]; rows != nil {
		return rows
	}
	return &graph.Rows{Counts: []int{0, 0}}
}

// differs holds a whole list against the naive answer: rows in order, which of
// them are certain, the two counts, and that there is no more.
func differs(want answer, got *graph.Rows, mode graph.Certainty) string {
	expected := want.rows
	if mode == graph.Certain {
		expected = want.only()
	}
	var found []row
	for i, id := range got.IDs {
		found = append(found, row{id, i < len(got.Match) && got.Match[i] == graph.Certain})
	}
	counts := []int{len(want.only()), len(want.rows)}
	switch {
	case !slices.Equal(expected, found):
		return "  naively: " + listed(expected) + "\n  store:   " + listed(found)
	case !slices.Equal(counts, got.Counts):
		return fmt.Sprintf("  counts certain and possible, naively: %v\n  store: %v", counts, got.Counts)
	case got.More:
		return "  the store says there is more"
	}
	return ""
}

// listed writes rows; a question mark stands behind those that are only possible.
func listed(rows []row) string {
	if len(rows) == 0 {
		return "nothing"
	}
	words := make([]string, len(rows))
	for i, r := range rows {
		words[i] = string(r.id)
		if !r.certain {
			words[i] += "?"
		}
	}
	return strings.Join(words, " ")
}
