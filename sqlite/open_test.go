package sqlite

import (
	"context"
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"claimgraph/graph"
)

// refusal opens a path that must be refused, and checks that a file there stays as it was.
func refusal(t *testing.T, path string, code graph.Code, says string) {
	t.Helper()
	before, _ := os.ReadFile(path)
	s, err := Open(context.Background(), path)
	if err == nil {
		_ = s.Close()
		t.Fatalf("%s was opened", path)
	}
	if graph.CodeOf(err) != code || !strings.Contains(err.Error(), says) {
		t.Errorf("%s: %v, want %s: … %s …", graph.CodeOf(err), err, code, says)
	}
	for _, inner := range []string{"SQL", "pragma", "sqlite3", "(1"} {
		if strings.Contains(err.Error(), inner) {
			t.Errorf("%v shows %q", err, inner)
		}
	}
	if after, _ := os.ReadFile(path); string(after) != string(before) {
		t.Error("the file was touched")
	}
}

// written makes a database the way another program would.
func foreign(t *testing.T, statements ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "other.db")
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, statement := range statements {
		if _, err := db.Exec(statement); err != nil {
			t.Fatal(err)
		}
	}
	return path
}

func TestRefused(t *testing.T) {
	directory := t.TempDir()
	text := filepath.Join(directory, "notes.txt")
	if err := os.WriteFile(text, []byte(strings.Repeat("not a data base at all\n", 100)), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, path string
		code       graph.Code
		says       string
	}{
		{"no path", "", graph.CodeBadInput, "needs a path"},
		{"no such directory", filepath.Join(directory, "no", "x.db"), graph.CodeBadInput, "there is no directory"},
		{"a directory", directory, graph.CodeBadInput, "is not a file"},
		{"below a file", filepath.Join(text, "x.db"), graph.CodeBadInput, "is not a directory"},
		{"a text", text, graph.CodeBadInput, "notes.txt is not a claimgraph store"},
		{"tables of another program", foreign(t, "CREATE TABLE songs (title)"), graph.CodeBadInput, "is not a claimgraph store"},
		{"another program by its mark", foreign(t, "PRAGMA application_id = 7"), graph.CodeBadInput, "is not a claimgraph store"},
		{"another version", foreign(t, "PRAGMA application_id = 1668048754", "PRAGMA user_version = 1", "CREATE TABLE node (id)"),
			graph.CodeBadInput, "other.db was written by another version of claimgraph; move it away or choose another with --store sqlite:PATH"},
	} {
		t.Run(c.name, func(t *testing.T) { refusal(t, c.path, c.code, c.says) })
	}
}

func TestReadOnlyPlace(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may write everywhere")
	}
	directory := t.TempDir()
	path := filepath.Join(directory, "x.db")
	s, err := Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, 0o444); err != nil {
		t.Fatal(err)
	}
	refusal(t, path, graph.CodeUnavailable, "cannot be written to")
	if err := os.Chmod(directory, 0o555); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(directory, 0o755) })
	refusal(t, filepath.Join(directory, "new.db"), graph.CodeUnavailable, "cannot be opened")
	if _, err := Open(context.Background(), filepath.Join(directory, "below", "new.db"), MakeDirectory()); graph.CodeOf(err) != graph.CodeUnavailable {
		t.Errorf("a directory that cannot be made: %v", err)
	}
}

func TestDamaged(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	s, err := Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	put(t, s, world()...)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := 8192; i < len(data); i++ { // all but the page with the header and the list of tables
		data[i] = 'x'
	}
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	s, err = Open(context.Background(), path)
	if err == nil {
		_, err = s.Fetch(context.Background(), graph.Fetch{IDs: []graph.ID{"claim:1"}})
		_ = s.Close()
	}
	if graph.CodeOf(err) != graph.CodeUnavailable || !strings.Contains(err.Error(), "damaged") {
		t.Errorf("%s: %v", graph.CodeOf(err), err)
	}
}

func TestOpenedAgain(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a", "new", "place", "x.db")
	for i, nodes := range [][]graph.Node{world(), nil} {
		s, err := Open(context.Background(), path, MakeDirectory())
		if err != nil {
			t.Fatal(err)
		}
		if nodes != nil {
			put(t, s, nodes...)
		}
		if err := s.Ping(context.Background()); err != nil {
			t.Error(err)
		}
		if tree := fetched(t, s, graph.Fetch{IDs: []graph.ID{"claim:1", "claim:unknown"}}); len(tree.Nodes) != 1 {
			t.Errorf("opened %d times: %v", i+1, tree.Nodes)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
		if err := s.Ping(context.Background()); graph.CodeOf(err) != graph.CodeUnavailable {
			t.Errorf("a closed store answers: %v", err)
		}
	}
	if left, _ := filepath.Glob(path + "-*"); left != nil {
		t.Errorf("closing leaves %v", left)
	}
}

// The page size must be set before the journal; the driver's own order would lose it.
func TestPaper(t *testing.T) {
	s := opened(t)
	for pragma, want := range map[string]string{"page_size": "8192", "journal_mode": "wal"} {
		if got := plainly(t, s.write, "PRAGMA "+pragma); got != want {
			t.Errorf("%s is %s", pragma, got)
		}
	}
	if got := plainly(t, s.read, "PRAGMA query_only"); got != "1" {
		t.Errorf("a reader can write: query_only is %s", got)
	}
}

func plainly(t *testing.T, p *pool, text string) (value string) {
	t.Helper()
	err := p.use(context.Background(), func(c *connection) error {
		return c.query(context.Background(), text, nil, func(rows *sql.Rows) error { return rows.Scan(&value) })
	})
	if err != nil {
		t.Fatal(err)
	}
	return value
}
