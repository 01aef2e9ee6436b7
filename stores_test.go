package main

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"claimgraph/graph"
	"claimgraph/sqlite"
)

// TestDefaultStore: made and filled on first use, made anew while nothing but a
// bundled dossier was written to it, kept as soon as somebody wrote.
func TestDefaultStore(t *testing.T) {
	home := t.TempDir()
	t.Setenv("XDG_DATA_HOME", home)
	path := filepath.Join(home, "claimgraph", "claimgraph.db")
	holds := func(id graph.ID) bool {
		t.Helper()
		store, where, err := openDefault(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = store.Close() }()
		if !strings.Contains(where, path) {
			t.Errorf("it says %q", where)
		}
		tree, err := store.Fetch(t.Context(), graph.Fetch{IDs: []graph.ID{id}})
		if err != nil {
			t.Fatal(err)
		}
		return tree.Nodes[id] != nil
	}
	write := func(id graph.ID, by string) {
		t.Helper()
		store, err := sqlite.Open(t.Context(), path, sqlite.MakeDirectory())
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = store.Close() }()
		node := &graph.Group{Profile: graph.Profile{Header: graph.Header{ID: id}, Kind: graph.ActorArmedGroup, Names: []graph.Name{{Value: "X"}}}}
		if _, err := store.Apply(t.Context(), graph.ChangeSet{Nodes: []graph.Node{node}, By: by, At: time.Now()}); err != nil {
			t.Fatal(err)
		}
	}
	write("group:outdated", seedWriter+"of another version")
	if holds("group:outdated") {
		t.Error("a store that held nothing but another bundled dossier was not made anew")
	}
	if !holds("group:jnim") {
		t.Error("it does not hold the bundled dossier")
	}
	write("group:mine", "claimgraph load")
	if !holds("group:mine") || !holds("group:jnim") {
		t.Error("what somebody wrote is gone")
	}
}
