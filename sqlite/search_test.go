package sqlite_test

import (
	"path/filepath"
	"testing"

	"claimgraph/graph/storetest"
	"claimgraph/sqlite"
)

func FuzzSearch(f *testing.F) {
	s, err := sqlite.Open(f.Context(), filepath.Join(f.TempDir(), "graph.db"))
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { _ = s.Close() })
	storetest.FuzzSearch(f, s)
}
