package sqlite_test

import (
	"path/filepath"
	"strconv"
	"testing"

	"claimgraph/graph"
	"claimgraph/graph/storetest"
	"claimgraph/sqlite"
)

func TestConformance(t *testing.T) {
	storetest.Run(t, empty, storetest.Effort{Worlds: 30, Questions: 40, Apart: true})
}

// The same where nothing is few: what could be looked up is met on a walk.
func TestConformanceOfWalks(t *testing.T) {
	for _, few := range []int{1, 4} {
		t.Run(strconv.Itoa(few), func(t *testing.T) {
			t.Cleanup(sqlite.Few(few))
			storetest.Run(t, empty, storetest.Effort{Worlds: 5, Questions: 20, Apart: true})
		})
	}
}

func empty(t *testing.T) graph.Store {
	t.Helper()
	s, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "graph.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}
