package sqlite

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"claimgraph/graph"
)

// held are the names of the groups in the store at path.
func held(t *testing.T, path string) []string {
	t.Helper()
	s, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	return groups(t, s)
}

func groups(t *testing.T, s *Store) []string {
	t.Helper()
	tree := fetched(t, s, graph.Fetch{Query: &graph.Query{Kinds: []graph.NodeKind{graph.KindGroup}, Limit: 1000}})
	var found []string
	for _, id := range tree.Page(0, "").IDs {
		found = append(found, tree.Nodes[id].(*graph.Group).Names[0].Value)
	}
	return found
}

func fileOf(t *testing.T, s *Store) string {
	t.Helper()
	return plainly(t, s.write, "SELECT file FROM pragma_database_list")
}

// onlyFiles checks what a directory holds: nothing half done is left behind.
func onlyFiles(t *testing.T, directory string, names ...string) {
	t.Helper()
	entries, err := os.ReadDir(directory)
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, e := range entries {
		found = append(found, e.Name())
	}
	if fmt.Sprint(found) != fmt.Sprint(names) {
		t.Errorf("the directory holds %v, not %v", found, names)
	}
}

// TestBackupWhileOthersWork: one writes, two read; every backup is the store as
// it stood after one of the changes, and nobody notices.
func TestBackupWhileOthersWork(t *testing.T) {
	s := opened(t, group("a", "0"), group("b", "0"))
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	var working sync.WaitGroup
	written := make(chan int, 1)
	working.Go(func() {
		for i := 1; ctx.Err() == nil; i++ {
			name := fmt.Sprint(i)
			if _, err := s.Apply(context.Background(), graph.ChangeSet{Nodes: []graph.Node{group("a", name), group("b", name)}, By: "tester", At: when}); err != nil {
				t.Error(err)
				return
			}
			select {
			case written <- i:
			default:
			}
		}
	})
	for range 2 {
		working.Go(func() {
			for ctx.Err() == nil {
				if _, err := s.Fetch(context.Background(), graph.Fetch{IDs: []graph.ID{"group:a"}}); err != nil {
					t.Error(err)
					return
				}
			}
		})
	}
	directory := t.TempDir()
	last := ""
	for i := range 10 {
		<-written // so that each backup meets another change
		to := filepath.Join(directory, fmt.Sprint(i, ".db"))
		if err := Backup(t.Context(), fileOf(t, s), to); err != nil {
			t.Fatal(err)
		}
		found := held(t, to)
		if len(found) != 2 || found[0] != found[1] || found[0] == last {
			t.Errorf("backup %d holds %v, the last one %s", i, found, last)
		}
		last = found[0]
	}
	stop()
	working.Wait()
}

func TestBackupRefuses(t *testing.T) {
	s := opened(t, world()...)
	directory := t.TempDir()
	there := filepath.Join(directory, "there.db")
	if err := os.WriteFile(there, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	wants(t, Backup(t.Context(), fileOf(t, s), there), graph.CodeBadInput, "is there already")
	if text, _ := os.ReadFile(there); string(text) != "mine" {
		t.Error("the file that was there was touched")
	}
	wants(t, Backup(t.Context(), filepath.Join(directory, "no.db"), filepath.Join(directory, "new.db")), graph.CodeBadInput, "there is no store")
	wants(t, Backup(t.Context(), there, filepath.Join(directory, "new.db")), graph.CodeBadInput, "is not a claimgraph store")
	wants(t, Backup(t.Context(), fileOf(t, s), filepath.Join(directory, "no", "new.db")), graph.CodeUnavailable, "cannot be opened")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	wants(t, Backup(ctx, fileOf(t, s), filepath.Join(directory, "new.db")), graph.CodeTimeout, "given up")
	onlyFiles(t, directory, "there.db")
}

// TestBackupOfADamagedStore: what cannot be read whole is no backup.
func TestBackupOfADamagedStore(t *testing.T) {
	s := opened(t, world()...)
	directory := t.TempDir()
	good := filepath.Join(directory, "good.db")
	if err := Backup(t.Context(), fileOf(t, s), good); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(good)
	if err != nil {
		t.Fatal(err)
	}
	copy(text[len(text)/2:], bytes.Repeat([]byte{7}, len(text)/4))
	bad := filepath.Join(directory, "bad.db")
	if err := os.WriteFile(bad, text, 0o600); err != nil {
		t.Fatal(err)
	}
	wants(t, Backup(t.Context(), bad, filepath.Join(directory, "new.db")), graph.CodeUnavailable, "is damaged")
	target := filepath.Join(directory, "target.db")
	if err := Restore(t.Context(), good, target, false); err != nil {
		t.Fatal(err)
	}
	wants(t, Restore(t.Context(), bad, target, true), graph.CodeUnavailable, "is damaged")
	if len(held(t, target)) != 2 {
		t.Error("the store is gone")
	}
	onlyFiles(t, directory, "bad.db", "good.db", "target.db")
}

func TestRestore(t *testing.T) {
	s := opened(t, world()...)
	directory := t.TempDir()
	backup, path := filepath.Join(directory, "backup.db"), filepath.Join(directory, "graph.db")
	if err := Backup(t.Context(), fileOf(t, s), backup); err != nil {
		t.Fatal(err)
	}
	wants(t, Restore(t.Context(), filepath.Join(directory, "no.db"), path, false), graph.CodeBadInput, "there is no backup")
	if err := Restore(t.Context(), backup, path, false); err != nil {
		t.Fatal(err)
	}
	restored, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := fetched(t, restored, nested()), fetched(t, s, nested()); len(want.Nodes) == 0 || len(got.Nodes) != len(want.Nodes) {
		t.Errorf("%d nodes, not %d", len(got.Nodes), len(want.Nodes))
	}
	put(t, restored, group("late", "Late Arrivals"))
	wants(t, Restore(t.Context(), backup, path, false), graph.CodeBadInput, "--force")
	wants(t, Restore(t.Context(), backup, path, true), graph.CodeUnavailable, "stop the server first")
	if found := groups(t, restored); len(found) != 3 {
		t.Errorf("a store in use was touched: %v", found)
	}
	if err := restored.Close(); err != nil {
		t.Fatal(err)
	}
	if err := Restore(t.Context(), backup, path, true); err != nil {
		t.Fatal(err)
	}
	if found := held(t, path); len(found) != 2 {
		t.Errorf("it holds %v", found)
	}
	onlyFiles(t, directory, "backup.db", "graph.db")
}

// TestRestoreOverWhatIsBroken: that is what backups are for, and the log of the
// broken store must not meet the new one.
func TestRestoreOverWhatIsBroken(t *testing.T) {
	s := opened(t, world()...)
	backup := filepath.Join(t.TempDir(), "backup.db")
	if err := Backup(t.Context(), fileOf(t, s), backup); err != nil {
		t.Fatal(err)
	}
	log, err := os.ReadFile(fileOf(t, s) + "-wal")
	if err != nil || len(log) == 0 {
		t.Fatal("there is no log to meet", err)
	}
	for story, text := range map[string]string{"overwritten": strings.Repeat("x", 50_000), "empty": "", "cut off": "SQLite format 3\x00" + strings.Repeat("\x00", 5000)} {
		t.Run(story, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "graph.db")
			for name, content := range map[string][]byte{path: []byte(text), path + "-wal": log} {
				if err := os.WriteFile(name, content, 0o600); err != nil {
					t.Fatal(err)
				}
			}
			if err := Restore(t.Context(), backup, path, true); err != nil {
				t.Fatal(err)
			}
			if found := held(t, path); len(found) != 2 {
				t.Errorf("it holds %v", found)
			}
		})
	}
}
