package main

import (
	"bytes"
	"encoding/binary"
	"io"
	"os"
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
		if !strings.Contains(where.String(), path) {
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
	if first, second := made(t, path), made(t, path); !first.Equal(second) || !holds("group:jnim") {
		t.Error("it was made anew without need")
	}
	write("group:mine", "claimgraph load")
	if !holds("group:mine") || !holds("group:jnim") {
		t.Error("what somebody wrote is gone")
	}
}

// made is when the default store was, after opening it once more.
func made(t *testing.T, path string) time.Time {
	t.Helper()
	store, _, err := openDefault(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = store.Close() }()
	tree, err := store.Fetch(t.Context(), graph.Fetch{IDs: []graph.ID{"group:jnim"}})
	if err != nil || tree.Nodes["group:jnim"] == nil {
		t.Fatal("the bundled dossier is not in ", path, err)
	}
	return tree.Nodes["group:jnim"].Head().RecordedAt
}

// TestDefaultStoreOfAnotherFormat: a file of another version is made anew while
// it holds nothing but a bundled dossier, and refused, untouched, as soon as
// somebody wrote to it.
func TestDefaultStoreOfAnotherFormat(t *testing.T) {
	home := t.TempDir()
	t.Setenv("XDG_DATA_HOME", home)
	path := filepath.Join(home, "claimgraph", "claimgraph.db")
	open := func() (string, error) {
		store, where, err := openDefault(t.Context())
		if err == nil {
			_ = store.Close()
		}
		return where.String(), err
	}
	if _, err := open(); err != nil {
		t.Fatal(err)
	}
	ofAnotherVersion(t, path)
	if where, err := open(); err != nil || !strings.Contains(where, "made anew") {
		t.Fatal(where, err)
	}
	mine := filepath.Join(home, "mine.yaml")
	if err := os.WriteFile(mine, []byte("source: {id: my-note, kind: article, title: My note}\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	run(t, "load", mine)
	if where, err := open(); err != nil || strings.Contains(where, "made anew") {
		t.Fatal(where, err)
	}
	ofAnotherVersion(t, path)
	before := read(t, path)
	if where, err := open(); err == nil || !strings.Contains(err.Error(), path+" was written by another version") {
		t.Error(where, err)
	}
	if read(t, path) != before {
		t.Error("the refused file was touched")
	}
}

// TestRefusedStores: each says which file it is and what to do, and stays as it was.
func TestRefusedStores(t *testing.T) {
	directory := t.TempDir()
	good := filepath.Join(directory, "good.db")
	run(t, "load", "--store", "sqlite:"+good, "--with-seed")
	file := func(name string, change func([]byte) []byte) string {
		path := filepath.Join(directory, name)
		if err := os.WriteFile(path, change([]byte(read(t, good))), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	version := file("version.db", bytes.Clone)
	ofAnotherVersion(t, version)
	cases := []struct{ story, path, says string }{
		{"a directory", directory, "is not a file; name a file with --store"},
		{"a missing directory", filepath.Join(directory, "no", "graph.db"), "make it, or choose another place with --store"},
		{"a text", file("notes.txt", func([]byte) []byte { return []byte("Bring milk.\n") }), "is not a claimgraph store; choose another file with --store"},
		{"another version", version, "was written by another version of claimgraph; move it away or choose another with --store"},
		{"another program's", file("songs.db", func(b []byte) []byte { return ofProgram(b, 7) }), "is not a claimgraph store; choose another file with --store"},
		{"cut off", file("short.db", func(b []byte) []byte { return b[:20_000] }), "is damaged; put a backup in its place"},
		{"overwritten", file("broken.db", func(b []byte) []byte { copy(b[8192:], bytes.Repeat([]byte("x"), len(b))); return b }), "is damaged; put a backup in its place"},
	}
	for _, c := range cases {
		t.Run(c.story, func(t *testing.T) {
			before, _ := os.ReadFile(c.path)
			var say bytes.Buffer
			err := program(&say).Run(t.Context(), []string{"claimgraph", "reindex", "--store", "sqlite:" + c.path})
			if err == nil {
				t.Fatalf("it was opened: %s", &say)
			}
			text := shown(err)
			if !strings.Contains(text, c.says) || !strings.Contains(text, c.path) {
				t.Errorf("it says %q", text)
			}
			for _, inner := range []string{"SQL", "PRAGMA", "malformed", ".go:"} {
				if strings.Contains(text, inner) {
					t.Errorf("%q is shown: %s", inner, text)
				}
			}
			if after, _ := os.ReadFile(c.path); !bytes.Equal(before, after) {
				t.Error("the file was touched")
			}
		})
	}
}

// TestReadOnlyStore: a file nobody may write to is refused before it is served.
func TestReadOnlyStore(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may write everywhere")
	}
	path := filepath.Join(t.TempDir(), "graph.db")
	run(t, "load", "--store", "sqlite:"+path, "--with-seed")
	if err := os.Chmod(path, 0o444); err != nil {
		t.Fatal(err)
	}
	err := program(io.Discard).Run(t.Context(), []string{"claimgraph", "serve", "--store", "sqlite:" + path})
	if err == nil || !strings.Contains(shown(err), path) || !strings.Contains(shown(err), "cannot be written to") {
		t.Error(err)
	}
}

// TestMistypedCommandLine: what is no command and no store does not start a server.
func TestMistypedCommandLine(t *testing.T) {
	cases := []struct{ story, line, says string }{
		{"a mistyped command", "lod my-dossier.yaml", `"lod" is no command`},
		{"an argument too many", "serve here", `"here" is no command`},
		{"a database we do not speak to", "--store postgres://localhost serve", "a store is sqlite:PATH, neo4j://HOST:PORT"},
		{"Neo4j without a host", "--store neo4j:localhost serve", "a store is sqlite:PATH, neo4j://HOST:PORT"},
		{"no address", "serve --store sqlite:" + filepath.ToSlash(filepath.Join(t.TempDir(), "x.db")) + " --addr here", "choose another address with --addr"},
		{"nothing to load", "load", "name the dossiers to load"},
	}
	for _, c := range cases {
		t.Run(c.story, func(t *testing.T) {
			err := program(io.Discard).Run(t.Context(), append([]string{"claimgraph"}, strings.Fields(c.line)...))
			if err == nil || !strings.Contains(shown(err), c.says) {
				t.Errorf("it says %v", err)
			}
		})
	}
}

// run runs a command line of ours that must succeed.
func run(t *testing.T, arguments ...string) {
	t.Helper()
	if err := program(io.Discard).Run(t.Context(), append([]string{"claimgraph"}, arguments...)); err != nil {
		t.Fatal(shown(err))
	}
}

// ofAnotherVersion turns a store's file into one of another version: SQLite
// keeps the program's number for it at the 60th byte.
func ofAnotherVersion(t *testing.T, path string) {
	t.Helper()
	text := []byte(read(t, path))
	binary.BigEndian.PutUint32(text[60:], 7)
	if err := os.WriteFile(path, text, 0o644); err != nil {
		t.Fatal(err)
	}
}

// ofProgram turns a store's file into one of another program.
func ofProgram(text []byte, number uint32) []byte {
	binary.BigEndian.PutUint32(text[68:], number)
	return text
}
