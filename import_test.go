package main

import (
	"bytes"
	"context"
	"iter"
	"path/filepath"
	"strings"
	"testing"

	"claimgraph/graph"
	"claimgraph/ucdp"
)

// ucdpRows are real rows of UCDP, of all its column sets (ucdp/testdata/README.md).
const ucdpRows = "ucdp/testdata/rows/"

// fromUCDP reads files and writes them as the command does; it gives what the
// command says.
func fromUCDP(ctx context.Context, store graph.Store, release string, paths ...string) (string, error) {
	files, err := ucdp.Read(ctx, paths, release, func(ucdp.Problem) {})
	if err != nil {
		return "", err
	}
	var say bytes.Buffer
	err = loadImport(ctx, store, place{at: "the store"}, files, &say)
	return say.String(), err
}

// loadUCDP writes the bundled dossier and, beside it, rows of UCDP.
func loadUCDP(ctx context.Context, store graph.Store) error {
	if err := loadSeed(ctx, store); err != nil {
		return err
	}
	if _, err := fromUCDP(ctx, store, "23.1", ucdpRows+"actors-22.1.csv", ucdpRows+"sahel-2023.csv"); err != nil {
		return err
	}
	_, err := fromUCDP(ctx, store, "", ucdpRows+"syria-2019.csv", ucdpRows+"bangladesh-2019-hxl.csv")
	return err
}

// TestAnswersOverUCDP asks of what was imported from UCDP.
func TestAnswersOverUCDP(t *testing.T) { answersIn(t, "testdata/ucdp", loadUCDP) }

// TestImportAgain: the same files again change nothing, in whatever order; what
// somebody else has described stays as it is; and the second of two imports adds
// only what the first had not.
func TestImportAgain(t *testing.T) {
	eachStoreWith(t, loadUCDP, func(t *testing.T, s *counting) {
		for _, again := range [][]string{{"sahel-2023.csv"}, {"sahel-2023.csv", "actors-22.1.csv"}, {"actors-22.1.csv"}} {
			paths := make([]string, len(again))
			for i, name := range again {
				paths[i] = ucdpRows + name
			}
			said, err := fromUCDP(t.Context(), s, "23.1", paths...)
			if err != nil || !strings.Contains(said, ": 0 records added, 0 changed, ") {
				t.Errorf("%v again: %s %v", again, said, err)
			}
		}
		said, err := fromUCDP(t.Context(), s, "24.1", ucdpRows+"sahel-2023.csv") // of a newer release: every attack and claim, and its source
		if err != nil || !strings.Contains(said, ": 1 records added, 24 changed, ") {
			t.Errorf("of a newer release: %s %v", said, err)
		}
		tree, err := s.Fetch(t.Context(), graph.Fetch{IDs: []graph.ID{"group:jnim", "group:ucdp-actor-6716"}})
		if err != nil || len(tree.Nodes) != 1 || tree.Nodes["group:jnim"].Head().RecordedBy == ucdp.By {
			t.Errorf("JNIM stands there as %v, %v", tree.Nodes, err)
		}
	})
}

// TestImportLinksCountries: a country that has UCDP's number is UCDP's country,
// as those of the bundled dossier are.
func TestImportLinksCountries(t *testing.T) {
	s := seeded(t, emptySQLite(t))
	if _, err := fromUCDP(t.Context(), s, "", ucdpRows+"sahel-2023.csv"); err != nil {
		t.Fatal(err)
	}
	got := ask(t, handler(s, quiet()), `{ attacks(filter: { place: { in: ["location:ml"] }, source: { kind: [DATASET] } }) { totalCount } location(id: "location:ucdp-country-432") { id } }`, nil)
	if want := `{"attacks":{"totalCount":7},"location":null}`; string(got.Data) != want {
		t.Errorf("%s %v, not %s", got.Data, got.Errors, want)
	}
}

// TestImportCutShort: an import that is interrupted leaves nothing in SQLite and
// whole records in Neo4j, and the next one completes it.
func TestImportCutShort(t *testing.T) {
	nothing := func(context.Context, graph.Store) error { return nil }
	eachStoreWith(t, nothing, func(t *testing.T, s *counting) {
		paths := []string{ucdpRows + "sahel-2023.csv", ucdpRows + "actors-22.1.csv"}
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		if _, err := fromUCDP(ctx, &failing{s, cancel}, "", paths...); err == nil {
			t.Fatal("it went through")
		}
		tree, err := s.Fetch(t.Context(), graph.Fetch{Query: &graph.Query{Kinds: []graph.NodeKind{graph.KindGroup}, Limit: 200}})
		if err != nil {
			t.Fatal(err)
		}
		if left := len(tree.Nodes); (left > 0) == strings.Contains(t.Name(), "sqlite") {
			t.Errorf("%d groups are there", left)
		}
		if said, err := fromUCDP(t.Context(), s, "", paths...); err != nil || !strings.Contains(said, "12 attacks") {
			t.Errorf("%s %v", said, err)
		}
		got := ask(t, handler(s, quiet()), `{ attacks { totalCount } claims { totalCount } }`, nil)
		if want := `{"attacks":{"totalCount":12},"claims":{"totalCount":12}}`; string(got.Data) != want {
			t.Errorf("%s, not %s", got.Data, want)
		}
	})
}

// failing is a store whose user gives up after the first part was written.
type failing struct {
	graph.Store
	giveUp func()
}

func (f *failing) Load(ctx context.Context, parts iter.Seq[graph.ChangeSet], done func(graph.Result)) error {
	return f.Store.Load(ctx, func(yield func(graph.ChangeSet) bool) {
		for part := range parts { // node by node, as if each were a batch
			for _, n := range part.Nodes {
				if !yield(graph.ChangeSet{Nodes: []graph.Node{n}, By: part.By, At: part.At}) {
					return
				}
				if n.Head().ID.Kind() == graph.KindGroup {
					f.giveUp()
				}
			}
		}
	}, done)
}

// TestImportCommand: the command tells rows that are wrong, imports the others,
// and ends with an error; what is none of UCDP's files it refuses.
func TestImportCommand(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graph.db")
	said := func(arguments ...string) string {
		t.Helper()
		var say bytes.Buffer
		if err := program(&say).Run(t.Context(), append([]string{"claimgraph", "--store", "sqlite:" + path, "import", "ucdp"}, arguments...)); err != nil {
			tell(&say, err)
		}
		return say.String()
	}
	for _, c := range []struct {
		arguments []string
		says      []string
	}{
		{nil, []string{"name the files"}},
		{[]string{"data/seed/places.yaml"}, []string{"claimgraph: data/seed/places.yaml is neither a file of UCDP GED events"}},
		{[]string{"--release", "latest", ucdpRows + "sahel-2023.csv"}, []string{`release "latest"`}},
		{[]string{"ucdp/testdata/broken/events.csv"}, []string{
			"ucdp/testdata/broken/events.csv:5:25: type_of_violence: 4 is not one of 1 to 3\n",
			"22 rows read, 20 left out, 0 repeated further on: 2 attacks", "claimgraph: 20 of 22 rows are left out; the others are imported"}},
		{[]string{ucdpRows + "sahel-2023.csv", ucdpRows + "sahel-2023.csv"}, []string{"24 rows read, 0 left out, 12 repeated further on: 12 attacks"}},
	} {
		got := said(c.arguments...)
		for _, part := range c.says {
			if !strings.Contains(got, part) {
				t.Errorf("%v: %q is not in %q", c.arguments, part, got)
			}
		}
	}
}
