package main

import (
	"context"
	"os"
	"testing"

	"claimgraph/dossier"
	"claimgraph/graph"
)

// loading fills an empty store.
type loading func(context.Context, graph.Store) error

// eachStoreWith runs a test on both stores, each holding what is loaded.
func eachStoreWith(t *testing.T, load loading, test func(t *testing.T, s *counting)) {
	t.Helper()
	run := func(t *testing.T, s *counting) {
		t.Helper()
		if err := load(t.Context(), s); err != nil {
			t.Fatal(err)
		}
		test(t, s)
	}
	t.Run("sqlite", func(t *testing.T) { run(t, emptySQLite(t)) })
	t.Run("neo4j", func(t *testing.T) { run(t, emptyNeo4j(t)) })
}

// TestAnswersOverBothDossiers asks what becomes of the pictures once others have
// spoken: each is opened down to its sources in the same query.
func TestAnswersOverBothDossiers(t *testing.T) { answersIn(t, "testdata/follow-up", loadFollowUp) }

// TestAnswersOfAnInventedDossier asks of what the bundled dossiers have no example of.
func TestAnswersOfAnInventedDossier(t *testing.T) { answersIn(t, "testdata/invented", loadInvented) }

// loadInvented writes a dossier of which nothing happened.
func loadInvented(ctx context.Context, store graph.Store) error {
	files, err := dossier.FilesIn(os.DirFS("testdata/invented"))
	if err != nil {
		return err
	}
	_, err = loadFiles(ctx, store, files, "a test")
	return err
}
