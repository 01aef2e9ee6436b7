package dossier

import (
	"bytes"
	"context"
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"claimgraph/expected"
	"claimgraph/graph"
)

// TestValid: what dossiers without an error mean, node by node, as the file
// beside each says. Read again over a store that holds it, it means the same.
func TestValid(t *testing.T) {
	cases, err := filepath.Glob("testdata/valid/*")
	if err != nil || len(cases) == 0 {
		t.Fatal(cases, err)
	}
	for _, path := range cases {
		if filepath.Ext(path) == ".nodes" {
			continue
		}
		t.Run(filepath.Base(path), func(t *testing.T) {
			first, err := Read(t.Context(), []string{path}, nil)
			if err != nil {
				t.Fatal(err)
			}
			expected.File(t, strings.TrimSuffix(path, ".yaml")+".nodes", listed(t, first))
			again, err := Read(t.Context(), []string{path}, holding(t, first))
			if err != nil {
				t.Fatal(err)
			}
			if a, b := listed(t, first), listed(t, again); a != b {
				t.Errorf("over a store that holds it, it means\n%s\nnot\n%s", b, a)
			}
		})
	}
}

// TestFilesApart: files that refer to one another mean the same when they are
// loaded one after the other, and a second time.
func TestFilesApart(t *testing.T) {
	together, err := Read(t.Context(), []string{"testdata/valid/several"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	stored := map[graph.ID]graph.Node{}
	known := func(context.Context, []graph.ID) (map[graph.ID]graph.Node, error) { return stored, nil }
	for range 2 {
		for _, name := range []string{"who", "attack", "later"} {
			read, err := Read(t.Context(), []string{"testdata/valid/several/" + name + ".yaml"}, known)
			if err != nil {
				t.Fatal(err)
			}
			for _, n := range read.Nodes {
				stored[n.Head().ID] = throughStore(t, n)
			}
			if name != "later" {
				continue
			}
			for _, n := range together.Nodes {
				if a, b := asJSON(t, n), asJSON(t, stored[n.Head().ID]); a != b {
					t.Errorf("one after the other they mean\n%s\nnot\n%s", b, a)
				}
			}
		}
	}
}

func listed(t *testing.T, d *Dossier) string {
	t.Helper()
	var b strings.Builder
	for _, n := range d.Nodes {
		b.WriteString(asJSON(t, n) + "\n")
	}
	return b.String()
}

func asJSON(t *testing.T, n graph.Node) string {
	t.Helper()
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(n); err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(b.String())
}

// holding is a store that holds what was read, as stores give it back.
func holding(t *testing.T, d *Dossier) Known {
	t.Helper()
	all := map[graph.ID]graph.Node{}
	for _, n := range d.Nodes {
		all[n.Head().ID] = throughStore(t, n)
	}
	return func(context.Context, []graph.ID) (map[graph.ID]graph.Node, error) { return all, nil }
}

func throughStore(t *testing.T, n graph.Node) graph.Node {
	t.Helper()
	back := graph.KindNamed(n.Head().ID.Kind()).New()
	if err := json.Unmarshal([]byte(asJSON(t, n)), back); err != nil {
		t.Fatal(err)
	}
	return back
}
