package main

import (
	"context"
	"testing"

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
