package main

import (
	"io"
	"path/filepath"
	"strings"
	"testing"
)

// TestBackupAndRestore by the command line: taken from a server that runs, put
// in a place of its own, and it answers the same.
func TestBackupAndRestore(t *testing.T) {
	directory := t.TempDir()
	file := func(name string) string { return filepath.Join(directory, name) }
	const question = `{ claims { totalCount nodes { id standing { overall } denials { totalCount } } } sources { nodes { title } } }`
	first := startServing(t, "--store", "sqlite:"+file("first.db"), "--with-follow-up")
	want := post(t, first.base, question)
	run(t, "backup", "--store", "sqlite:"+file("first.db"), file("backup.db"))
	run(t, "restore", "--store", "sqlite:"+file("second.db"), file("backup.db"))
	second := startServing(t, "--store", "sqlite:"+file("second.db"))
	if got := post(t, second.base, question); len(want.Errors) > 0 || string(got.Data) != string(want.Data) {
		t.Errorf("%s, not %s %v", got.Data, want.Data, want.Errors)
	}
	for _, c := range []struct{ story, line, says string }{
		{"a backup over another", "backup --store sqlite:" + file("first.db") + " " + file("backup.db"), "is there already"},
		{"a store that is there", "restore --store sqlite:" + file("first.db") + " " + file("backup.db"), "--force"},
		{"a server that runs", "restore --force --store sqlite:" + file("first.db") + " " + file("backup.db"), "stop the server first"},
		{"no file", "backup --store sqlite:" + file("first.db"), "name one file"},
		{"Neo4j", "backup --store neo4j://localhost " + file("neo4j.db"), "neo4j-admin"},
		{"what is no backup", "restore --store sqlite:" + file("third.db") + " " + writtenTo(t, file("notes.txt"), strings.Repeat("Bring milk.\n", 1000)), "is not a claimgraph store"},
	} {
		t.Run(c.story, func(t *testing.T) {
			err := program(io.Discard).Run(t.Context(), append([]string{"claimgraph"}, strings.Fields(c.line)...))
			if err == nil || !strings.Contains(shown(err), c.says) {
				t.Errorf("it says %v", err)
			}
		})
	}
	if err := first.end(); err != nil {
		t.Fatal(err)
	}
	run(t, "restore", "--force", "--store", "sqlite:"+file("first.db"), file("backup.db"))
	if got := post(t, served(t, "--store", "sqlite:"+file("first.db")), question); string(got.Data) != string(want.Data) {
		t.Errorf("%s, not %s", got.Data, want.Data)
	}
}
