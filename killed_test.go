package main

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"claimgraph/graph"
	"claimgraph/neo4j"
	"claimgraph/neo4j/neo4jtest"
	"claimgraph/sqlite"
)

// storeNamed opens a store by one word: a path, or the address of a Neo4j with its login.
func storeNamed(name string) (graph.Store, error) {
	scheme, rest, isURL := strings.Cut(name, "://")
	if !isURL {
		return sqlite.Open(context.Background(), name)
	}
	login, host, _ := strings.Cut(rest, "@")
	user, password, _ := strings.Cut(login, ":")
	return neo4j.Open(context.Background(), neo4j.Options{URL: scheme + "://" + host, User: user, Password: password})
}

// kills is how often; go test . -run TestKilledWhileLoading -kills 100 takes minutes.
var kills = flag.Int("kills", 25, "how often TestKilledWhileLoading kills who fills an SQLite file; of Neo4j a fifth")

// TestKilledWhileLoading: again and again kill -9 meets somebody who loads.
// Every load is in the store whole or not at all, and what was done stays done.
func TestKilledWhileLoading(t *testing.T) {
	t.Run("sqlite", func(t *testing.T) { killed(t, filepath.Join(t.TempDir(), "graph.db"), *kills) })
	t.Run("neo4j", func(t *testing.T) {
		server := neo4jtest.Start(t)
		if err := server.Empty(t.Context()); err != nil {
			t.Fatal(err)
		}
		killed(t, server.LoginURL(), 1+*kills/5)
	})
}

func killed(t *testing.T, name string, times int) {
	t.Helper()
	chance := rand.New(rand.NewPCG(1, 2))
	store, err := storeNamed(name) // a server looks on all the while
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = store.Close() }()
	last, cut := 0, 0
	for i := range times {
		child := newChild(t, "load", name, fmt.Sprint(last+1))
		said, err := child.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := child.Start(); err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(said)
		for range 1 + chance.IntN(3) { // then it is in the midst of another
			if lines.Scan() {
				_, _ = fmt.Sscan(lines.Text(), &last)
			}
		}
		time.Sleep(time.Duration(chance.IntN(20_000)) * time.Microsecond)
		_ = child.Process.Kill()
		for lines.Scan() { // what it said before it was killed
			_, _ = fmt.Sscan(lines.Text(), &last)
		}
		if err := child.Wait(); err == nil || last == 0 {
			t.Fatalf("it was not killed while loading: %v %s", err, child.Stderr)
		}
		found := loadIn(t, store)
		if found != last && found != last+1 {
			t.Fatalf("killed %d times: load %d was done, and the store holds %d", i+1, last, found)
		}
		if found == last {
			cut++ // the load that was under way is gone
		}
		last = found
	}
	if cut == 0 {
		t.Error("no load was ever cut off")
	}
	t.Logf("%d loads, %d of them cut off", last, cut)
}

// loadIn is the number of the load in the store, which must be there as a whole.
func loadIn(t *testing.T, store graph.Store) int {
	t.Helper()
	tree, err := store.Fetch(t.Context(), graph.Fetch{Query: &graph.Query{Kinds: []graph.NodeKind{graph.KindGroup}, Limit: 2 * loadedAtOnce}})
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]int{}
	for _, id := range tree.Page(0, "").IDs {
		name, number := tree.Nodes[id].(*graph.Group).Names[0].Value, 0
		if _, err := fmt.Sscan(name, &number); err == nil { // others were there before
			names[name]++
		}
	}
	if len(names) != 1 {
		t.Fatalf("half a load: %v", names)
	}
	load := 0
	for name, n := range names {
		if _, err := fmt.Sscan(name, &load); err != nil || n != loadedAtOnce {
			t.Fatalf("half a load: %v", names)
		}
	}
	return load
}

func sizeOf(path string) int64 {
	info, err := os.Stat(path)
	if err != nil {
		return 0
	}
	return info.Size()
}

// TestKilledWhileFilling: a store that is filled for the first time, without a
// log, is empty or full after kill -9, and can be filled then.
func TestKilledWhileFilling(t *testing.T) {
	chance := rand.New(rand.NewPCG(3, 4))
	emptied := 0
	for range 10 {
		path := filepath.Join(t.TempDir(), "graph.db")
		child := newChild(t, "run", "synthesize", "--store", "sqlite:"+path, "--attacks", "1000")
		if err := child.Start(); err != nil {
			t.Fatal(err)
		}
		for pages := 20 + chance.Int64N(300); sizeOf(path) < pages*8192; time.Sleep(time.Millisecond) {
		}
		_ = child.Process.Kill()
		_ = child.Wait()
		s, err := sqlite.Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		tree, err := s.Fetch(t.Context(), graph.Fetch{Query: &graph.Query{Kinds: []graph.NodeKind{graph.KindAttack}, Limit: 1, Counts: []graph.Count{{}}}})
		if err != nil {
			t.Fatal(err)
		}
		switch counts := tree.Page(0, "").Counts; {
		case counts[0] == 0:
			emptied++
		case counts[0] != 1000:
			t.Errorf("half of it is there: %d", counts[0])
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if emptied == 0 {
		t.Error("it was never killed in time")
	}
}
