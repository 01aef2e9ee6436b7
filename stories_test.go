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

// TestAListIsDrawnAtOnce: the members of a list are drawn at the same time, from
// one case file. Once that file was not guarded, and the server died of it.
func TestAListIsDrawnAtOnce(t *testing.T) {
	s := emptySQLite(t)
	if err := loadFollowUp(t.Context(), s); err != nil {
		t.Fatal(err)
	}
	server := handler(s, quiet())
	const pictures = `attribution { actor { name } claims { id } } conflicts { explanation assertions { id } } accounts { assertion { id } }
		origins { relays sources { title } } timeline { event node { id } } standing(asOf: "2017-10-31") { standing responses { id } }
		claims { nodes { rivals { id } standingHistory { to } standing(asOf: "2017-10-31") { overall } } }`
	query := "{ one: attacks { nodes { " + pictures + " } } other: attacks { edges { node { " + pictures + " } } } }"
	first := ask(t, server, query, nil)
	if len(first.Errors) > 0 {
		t.Fatal(first.Errors[0].Message)
	}
	for range 30 {
		if again := ask(t, server, query, nil); string(again.Data) != string(first.Data) {
			t.Fatal("asked again, it answers otherwise")
		}
	}
}
