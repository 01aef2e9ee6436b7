package sqlite

import (
	"context"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"claimgraph/graph"
)

const endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"

// asked runs a statement on a connection of the pool and gives the error as it leaves the store.
func asked(ctx context.Context, p *pool, text string) error {
	return translated(p.use(ctx, func(c *connection) error {
		err := c.exec(ctx, text)
		return err
	}))
}

func wants(t *testing.T, err error, code graph.Code, says string) {
	t.Helper()
	if err == nil || graph.CodeOf(err) != code || !strings.Contains(err.Error(), says) {
		t.Errorf("%s: %v, want %s: … %s …", graph.CodeOf(err), err, code, says)
	}
}

func TestTheDeadlinePasses(t *testing.T) {
	s := opened(t, world()...)
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	wants(t, asked(ctx, s.read, endless), graph.CodeTimeout, "in the time allowed")
	_, err := s.Fetch(ctx, nested())
	wants(t, err, graph.CodeTimeout, "in the time allowed")
	fetched(t, s, nested()) // and the connection is whole
}

func TestTheAskerLeaves(t *testing.T) {
	s := opened(t, world()...)
	ctx, cancel := context.WithCancel(context.Background())
	time.AfterFunc(20*time.Millisecond, cancel)
	wants(t, asked(ctx, s.read, endless), graph.CodeTimeout, "given up")
}

// Both connections that read are taken: the third asker waits no longer than it may.
func TestWaitingForAReader(t *testing.T) {
	s := opened(t)
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Millisecond)
	defer cancel()
	var held func(n int) error
	held = func(n int) error {
		if n == 0 {
			return s.Ping(ctx)
		}
		return s.read.use(context.Background(), func(*connection) error { return held(n - 1) })
	}
	wants(t, held(cap(s.read.free)), graph.CodeTimeout, "in the time allowed")
}

func TestAnotherWriter(t *testing.T) {
	s := opened(t)
	if err := asked(context.Background(), s.write, "PRAGMA busy_timeout = 20"); err != nil {
		t.Fatal(err)
	}
	second, err := Open(context.Background(), plainly(t, s.write, "SELECT file FROM pragma_database_list"))
	if err != nil {
		t.Fatal(err)
	}
	defer second.Close()
	err = second.change(context.Background(), func(*tx) error {
		return s.change(context.Background(), func(*tx) error { return nil })
	})
	wants(t, err, graph.CodeUnavailable, "another program is writing")
}

func TestTheDiskIsFull(t *testing.T) {
	s := opened(t)
	if err := asked(context.Background(), s.write, "PRAGMA max_page_count = 1"); err != nil {
		t.Fatal(err)
	}
	large := group("large", "Large")
	large.Description = graph.Text(strings.Repeat("a long story ", 100_000))
	rows, err := graph.RowOf(large)
	if err != nil {
		t.Fatal(err)
	}
	put := func(tx *tx) error { return tx.Put(context.Background(), []graph.Row{rows}) }
	wants(t, s.change(context.Background(), put), graph.CodeUnavailable, "full")
	if tree := fetched(t, s, graph.Fetch{IDs: []graph.ID{large.ID}}); len(tree.Nodes) != 0 {
		t.Error("half of it was written")
	}
}

func TestAReaderCannotWrite(t *testing.T) {
	s := opened(t)
	wants(t, asked(context.Background(), s.read, "DELETE FROM node"), graph.CodeUnavailable, "cannot be written to")
}

func TestOursStaysOurs(t *testing.T) {
	s := opened(t)
	wants(t, asked(context.Background(), s.read, "SELECT nothing FROM nowhere"), graph.CodeInternal, "sqlite:")
	err := s.change(context.Background(), func(*tx) error { return graph.Contradicts("twice") })
	wants(t, err, graph.CodeConflict, "twice")
}

// TestDamagedBelow: a file whose first pages are whole is opened, and the damage
// is named by whoever meets it.
func TestDamagedBelow(t *testing.T) {
	s := opened(t, world()...)
	path := filepath.Join(t.TempDir(), "graph.db")
	if err := Backup(t.Context(), fileOf(t, s), path); err != nil {
		t.Fatal(err)
	}
	page, err := strconv.Atoi(plainly(t, s.write, "SELECT rootpage FROM sqlite_schema WHERE name = 'node'"))
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	copy(text[(page-1)*8192:page*8192], strings.Repeat("x", 8192))
	if err := os.WriteFile(path, text, 0o600); err != nil {
		t.Fatal(err)
	}
	damaged, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer damaged.Close()
	_, err = damaged.Fetch(t.Context(), nested())
	wants(t, err, graph.CodeUnavailable, "is damaged; put a backup in its place")
}
