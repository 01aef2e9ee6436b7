package sqlite_test

import (
	"path/filepath"
	"testing"

	"claimgraph/graph"
	"claimgraph/graph/storetest"
	"claimgraph/sqlite"
)

func TestConformance(t *testing.T) {
	storetest.Run(t, func(t *testing.T) graph.Store {
		s, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "graph.db"))
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = s.Close() })
		return s
	}, storetest.Effort{Worlds: 30, Questions: 40})
}
