package main

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"claimgraph/dossier"
	"claimgraph/graph"
	"claimgraph/sqlite"
)

// The dossiers of the stories: who, an attack that refers to them, and one with two mistakes.
const (
	whoDossier    = "groups:\n  - {id: front, name: Northern Front, kind: armed group}\n"
	attackDossier = "source: {id: herald, kind: article, title: An attack}\nattacks:\n  - {id: xx-2018-tanda, title: Attack on Tanda}\n" +
		"claims:\n  - {id: xx-2018-tanda-front, responsibility: attack:xx-2018-tanda, by: group:front}\n"
	brokenDossier = "source: {id: tribune, kind: artcle, title: An attack}\nadditions:\n  - {to: attack:xx-2018-tonda, at: 3}\n"
)

// TestLoading tells of loading as it is seen from the command line.
func TestLoading(t *testing.T) {
	folder := t.TempDir()
	write := func(name, text string) string {
		t.Helper()
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	who, attack := write("mine/who.yaml", whoDossier), write("mine/b/attack.yml", attackDossier)
	write("mine/notes.txt", "not a dossier: {")
	broken := write("broken.yaml", brokenDossier)
	fresh := func() string { return "sqlite:" + filepath.Join(t.TempDir(), "graph.db") }

	t.Run("a folder whose files refer to one another, and again", func(t *testing.T) {
		store := fresh()
		says(t, "4 records, no error", "check", filepath.Dir(who))
		says(t, "4 added, 0 changed, 0 as they were", "load", "--store", store, filepath.Dir(who))
		says(t, "0 added, 0 changed, 4 as they were", "load", "--store", store, filepath.Dir(who), attack)
	})
	t.Run("file after file, the second refers to what is stored", func(t *testing.T) {
		store := fresh()
		refused(t, "nobody has described group:front", "check", attack)
		refused(t, "nobody has described group:front", "load", "--store", store, attack)
		says(t, "1 added", "load", "--store", store, who)
		says(t, "3 records, no error", "check", "--store", store, attack)
		says(t, "3 added", "load", "--store", store, attack)
	})
	t.Run("one broken file, and nothing is loaded", func(t *testing.T) {
		store := fresh()
		for _, command := range [][]string{{"check"}, {"load", "--store", store}, {"load", "--store", store, "--with-seed"}} {
			problems := refused(t, "", append(command, filepath.Dir(who), broken)...)
			for _, place := range []string{broken + `:1:29: "artcle" is not a word for this; did you mean "article"?`, broken + ":3:10: nobody has described attack:xx-2018-tonda; did you mean attack:xx-2018-tanda?"} {
				if !strings.Contains(problems, place) {
					t.Errorf("it does not say %s, but\n%s", place, problems)
				}
			}
		}
		if n := holds(t, store, "group:front", "group:jnim"); n != 0 {
			t.Errorf("the store holds %d of them", n)
		}
	})
	t.Run("the follow-up on request, from the program alone or from its folder", func(t *testing.T) {
		one, other := fresh(), fresh()
		says(t, " added, 0 changed", "load", "--store", one, "--with-follow-up")
		says(t, " 0 added, 0 changed", "load", "--store", one, "--with-follow-up", "data/seed", "data/follow-up")
		run(t, "load", "--store", other, "--with-seed")
		if n := holds(t, other, "group:jnim", "claim:ml-2017-ouan-kibaru"); n != 1 {
			t.Errorf("of the first dossier's and the second's, the store holds %d", n)
		}
		run(t, "load", "--store", other, "data/follow-up")
		says(t, " 0 added, 0 changed", "load", "--store", other, "--with-follow-up")
		says(t, " 0 added, 0 changed", "load", "--store", other, "--with-seed")
		says(t, " 0 added, 0 changed", "load", "--store", other, "data/follow-up")
	})
}

// TestFollowUpStays: a default store that is made anew because the bundled
// dossiers changed gets back what had been loaded into it.
func TestFollowUpStays(t *testing.T) {
	home := t.TempDir()
	t.Setenv("XDG_DATA_HOME", home)
	path := filepath.Join(home, "claimgraph", "claimgraph.db")
	store, err := sqlite.Open(t.Context(), path, sqlite.MakeDirectory())
	if err != nil {
		t.Fatal(err)
	}
	outdated := &graph.Group{Profile: graph.Profile{Header: graph.Header{ID: "group:outdated"}, Kind: graph.ActorArmedGroup, Names: []graph.Name{{Value: "X"}}}}
	by := seedWriter + "of another version" + followUpWriter + "of another version"
	if _, err := store.Apply(t.Context(), graph.ChangeSet{Nodes: []graph.Node{outdated}, By: by, At: time.Now()}); err != nil {
		t.Fatal(err)
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	says(t, " 0 added, 0 changed", "load", "--with-follow-up")
	if n := holds(t, path, "group:outdated"); n != 0 {
		t.Error("the outdated store was not made anew")
	}
}

// says runs a command line that must succeed and say so much.
func says(t *testing.T, want string, arguments ...string) {
	t.Helper()
	var say bytes.Buffer
	if err := program(&say).Run(t.Context(), append([]string{"claimgraph"}, arguments...)); err != nil || !strings.Contains(say.String(), want) {
		t.Errorf("%v says %q (%v), not %q", arguments, say.String(), err, want)
	}
}

// refused runs a command line that must fail, and gives what the terminal shows.
func refused(t *testing.T, want string, arguments ...string) string {
	t.Helper()
	err := program(new(bytes.Buffer)).Run(t.Context(), append([]string{"claimgraph"}, arguments...))
	var shown bytes.Buffer
	if err != nil {
		tell(&shown, err)
	}
	var problems dossier.Problems
	if !errors.As(err, &problems) || !strings.Contains(shown.String(), want) || !strings.Contains(shown.String(), "nothing is loaded") {
		t.Errorf("%v shows %q, not %q", arguments, shown.String(), want)
	}
	return shown.String()
}

// holds counts which of some nodes a store holds.
func holds(t *testing.T, named string, ids ...graph.ID) int {
	t.Helper()
	store, err := sqlite.Open(t.Context(), strings.TrimPrefix(named, "sqlite:"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = store.Close() }()
	tree, err := store.Fetch(t.Context(), graph.Fetch{IDs: ids})
	if err != nil {
		t.Fatal(err)
	}
	return len(tree.Nodes)
}
