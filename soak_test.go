package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"claimgraph/graph"
	"claimgraph/neo4j"
	"claimgraph/neo4j/neo4jtest"
	"claimgraph/sqlite"
)

var (
	soak     = flag.Duration("soak", 0, "how long TestSoak puts load on a server")
	soakOver = flag.String("soak-over", "sqlite", "the store of that server: sqlite or neo4j")
)

// TestSoak puts mixed load on a server for a long time: golden and random
// questions, hostile ones, clients that leave, somebody who loads, backups. Memory,
// goroutines and connections must not grow. Run it by make soak.
func TestSoak(t *testing.T) {
	if *soak == 0 {
		t.Skip("it takes long; run make soak")
	}
	runtime.MemProfileRate = 0 // a test keeps every way to allocate that it sees, for a profile; a server does not
	over := map[string]func(*testing.T) soaked{"sqlite": soakedSQLite, "neo4j": soakedNeo4j}[*soakOver]
	if over == nil {
		t.Fatalf("there is no store %q to soak over; there are sqlite and neo4j", *soakOver)
	}
	under := over(t)
	run(t, append([]string{"synthesize", "--attacks", "1000"}, under.named...)...)
	server := startServing(t, append([]string{"--with-follow-up", "--log-level", "error"}, under.named...)...)
	var golden []string
	for _, folder := range []string{"testdata/answers", "testdata/follow-up"} {
		for _, file := range queriesIn(t, folder) {
			body, err := json.Marshal(map[string]any{"query": read(t, file), "variables": optional(t, strings.TrimSuffix(file, ".graphql")+".variables.json")})
			if err != nil {
				t.Fatal(err)
			}
			golden = append(golden, string(body))
		}
	}
	s := &soaking{base: server.base, codes: map[string]int{}, slow: map[string]time.Duration{}}
	ctx, stop := context.WithTimeout(t.Context(), *soak)
	defer stop()
	var all sync.WaitGroup
	every := func(pause time.Duration, do func(r *rand.Rand)) {
		seed := rand.Uint64()
		all.Go(func() {
			for r := rand.New(rand.NewPCG(seed, 7)); ctx.Err() == nil; {
				s.mu.RLock()
				do(r)
				s.mu.RUnlock()
				select {
				case <-ctx.Done():
				case <-time.After(pause):
				}
			}
		})
	}
	query := func(text string) string {
		body, _ := json.Marshal(map[string]string{"query": text})
		return string(body)
	}
	for range 2 {
		every(0, func(r *rand.Rand) { s.ask(ctx, golden[r.IntN(len(golden))]) })
	}
	// Of two hundred: a thousand parsed queries are kept, and new ones would fill
	// memory up to that bound for as long as the test takes.
	every(5*time.Millisecond, func(r *rand.Rand) { s.ask(ctx, query(randomQuery(rand.New(rand.NewPCG(r.Uint64N(200), 8))))) })
	every(20*time.Millisecond, func(r *rand.Rand) { s.ask(ctx, query(hostile[r.IntN(len(hostile))].query)) })
	every(5*time.Millisecond, func(r *rand.Rand) {
		brief, leave := context.WithTimeout(ctx, time.Duration(r.IntN(20))*time.Millisecond)
		defer leave()
		s.ask(brief, golden[r.IntN(len(golden))])
	})
	load := 0
	every(500*time.Millisecond, func(*rand.Rand) {
		load++
		if err := loadOnce(ctx, under, load); err != nil && ctx.Err() == nil {
			t.Error(err)
		}
	})
	every(*soak/20, func(*rand.Rand) {
		if err := under.backup(ctx); err != nil && ctx.Err() == nil {
			t.Error(err)
		}
	})
	var samples []sample
	for ctx.Err() == nil {
		select {
		case <-ctx.Done():
		case <-time.After(*soak / 60):
			samples = append(samples, s.sampled())
			t.Logf("%s, %d asked", samples[len(samples)-1], s.asked.Load())
		}
	}
	all.Wait()
	t.Logf("%d asked, errors %v, %d loads", s.asked.Load(), s.codes, load)
	for question, took := range s.slow {
		t.Logf("up to %s: %.2000s", took.Round(time.Millisecond), question)
	}
	for _, code := range []string{"INTERNAL", "UNAVAILABLE"} {
		if s.codes[code] > 0 {
			t.Errorf("%d answers with %s", s.codes[code], code)
			for _, line := range slices.Compact(server.said())[:min(10, len(server.said()))] {
				t.Logf("the server says %.1000s", line)
			}
		}
	}
	if len(samples) < 9 {
		t.Fatalf("%d samples tell nothing", len(samples))
	}
	t.Logf("after a third of the time %s; at the end %s", samples[len(samples)/3], samples[len(samples)-1])
	for _, what := range grown(samples) {
		t.Error(what)
	}
}

// soaked is the store of a server under load.
type soaked struct {
	named  []string // as the command line names it
	open   func(ctx context.Context) (graph.Store, error)
	backup func(ctx context.Context) error
}

func soakedSQLite(t *testing.T) soaked {
	directory := t.TempDir()
	path, copied := filepath.Join(directory, "graph.db"), filepath.Join(directory, "backup.db")
	return soaked{
		named: []string{"--store", "sqlite:" + path},
		open:  func(ctx context.Context) (graph.Store, error) { return sqlite.Open(ctx, path) },
		backup: func(ctx context.Context) error {
			defer func() { _ = os.Remove(copied) }()
			return sqlite.Backup(ctx, path, copied)
		},
	}
}

// soakedNeo4j has no backup: that of a database is made without us.
func soakedNeo4j(t *testing.T) soaked {
	server := neo4jtest.Start(t)
	if err := server.Empty(t.Context()); err != nil {
		t.Fatal(err)
	}
	t.Setenv("CLAIMGRAPH_NEO4J_PASSWORD", server.Password)
	return soaked{
		named: []string{"--store", server.URL, "--neo4j-user", server.User},
		open: func(ctx context.Context) (graph.Store, error) {
			return neo4j.Open(ctx, neo4j.Options{URL: server.URL, User: server.User, Password: server.Password})
		},
		backup: func(context.Context) error { return nil },
	}
}

// soaking counts what is told under load.
type soaking struct {
	base  string
	mu    sync.RWMutex // held by whoever does something, so that one can look at what is held when nobody does
	asked atomic.Int64
	told  sync.Mutex
	codes map[string]int
	slow  map[string]time.Duration // by question, what took longest
}

func (s *soaking) ask(ctx context.Context, body string) {
	began := time.Now()
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, s.base+"/graphql", strings.NewReader(body))
	if err != nil {
		return
	}
	request.Header.Set("Content-Type", "application/json")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return // it left
	}
	defer func() { _ = response.Body.Close() }()
	var got reply
	if json.NewDecoder(response.Body).Decode(&got) != nil {
		return
	}
	s.asked.Add(1)
	s.told.Lock()
	defer s.told.Unlock()
	if took := time.Since(began); took > time.Second {
		s.slow[body] = max(s.slow[body], took)
	}
	for _, e := range got.Errors {
		s.codes[fmt.Sprint(e.Extensions["code"])]++
	}
}

// loadOnce loads as the command does: from outside, and gone afterwards.
func loadOnce(ctx context.Context, under soaked, load int) error {
	store, err := under.open(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = store.Close() }()
	_, err = store.Apply(ctx, graph.ChangeSet{Nodes: numbered(load), By: "tester", At: time.Now()})
	return err
}

// sample is what the process holds at one moment, the server and its load.
type sample struct{ heap, runtime, outside, goroutines, files, before int }

func (s sample) String() string {
	return fmt.Sprintf("memory %d MB, once collected: heap %d MB, the rest of Go %d MB, outside of it %d MB; %d goroutines, %d files and connections",
		s.before>>20, s.heap>>20, s.runtime>>20, s.outside>>20, s.goroutines, s.files)
}

// openFiles is how many files and connections this process has open; 0 where
// nobody can tell.
func openFiles() int {
	open, _ := os.ReadDir("/proc/self/fd")
	return len(open)
}

var anonymous = regexp.MustCompile(`RssAnon:\s+(\d+) kB`)

// memory is what this process holds that no file backs; 0 where nobody can tell.
func memory() int {
	status, _ := os.ReadFile("/proc/self/status")
	if found := anonymous.FindSubmatch(status); found != nil {
		kilobytes, _ := strconv.Atoi(string(found[1]))
		return kilobytes << 10
	}
	return 0
}

// sampled looks at the process while nobody asks or loads: what it holds then it
// keeps. What lies outside of Go is SQLite's: pages, and statements it prepared.
func (s *soaking) sampled() sample {
	before := memory()
	s.mu.Lock()
	defer s.mu.Unlock()
	http.DefaultClient.CloseIdleConnections()
	time.Sleep(100 * time.Millisecond) // the server notices
	debug.FreeOSMemory()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	held := int(m.Sys - m.HeapReleased)
	return sample{
		before: before, heap: int(m.HeapAlloc), runtime: held - int(m.HeapAlloc), outside: memory() - held,
		goroutines: runtime.NumGoroutine(), files: openFiles(),
	}
}

// held are what must not grow, and how much more than a twentieth may come and go.
var held = []struct {
	name string
	of   func(sample) int
	more int
}{
	{"the heap of Go", func(s sample) int { return s.heap }, 4 << 20},
	{"what else Go holds", func(s sample) int { return s.runtime }, 8 << 20},
	{"memory outside of Go", func(s sample) int { return s.outside }, 8 << 20},
	{"goroutines", func(s sample) int { return s.goroutines }, 2},
	{"files and connections", func(s sample) int { return s.files }, 2},
}

// grown says what grew: the last third of the samples is held against the third
// before it, the first is for warming up.
func grown(samples []sample) []string {
	third := len(samples) / 3
	middle := func(part []sample, of func(sample) int) int {
		values := make([]int, len(part))
		for i, s := range part {
			values[i] = of(s)
		}
		slices.Sort(values)
		return values[len(values)/2]
	}
	var all []string
	for _, h := range held {
		before, after := middle(samples[third:2*third], h.of), middle(samples[2*third:], h.of)
		if after > before+before/20+h.more {
			all = append(all, fmt.Sprintf("%s grew from %d to %d", h.name, before, after))
		}
	}
	return all
}

// TestSoakSeesGrowth: what comes and goes is no growth, nor is what fills up at
// the beginning; what goes on growing is named.
func TestSoakSeesGrowth(t *testing.T) {
	over := func(change func(s *sample, i int)) []string {
		samples := make([]sample, 60)
		for i := range samples {
			samples[i] = sample{heap: 20 << 20, runtime: 30 << 20, outside: 100 << 20, goroutines: 60, files: 30}
			change(&samples[i], i)
		}
		return grown(samples)
	}
	for _, c := range []struct {
		story  string
		change func(s *sample, i int)
		says   string
	}{
		{"nothing", func(*sample, int) {}, ""},
		{"a cache that fills", func(s *sample, i int) { s.outside = min(i, 18) * 10 << 20 }, ""},
		{"waves", func(s *sample, i int) { s.heap += i % 7 << 20; s.goroutines += i % 9 }, ""},
		{"a leak", func(s *sample, i int) { s.heap += i << 19 }, "the heap of Go grew from 36700160 to 47185920"},
		{"a leak of SQLite's", func(s *sample, i int) { s.outside += i << 20 }, "memory outside of Go"},
		{"goroutines that stay", func(s *sample, i int) { s.goroutines += i }, "goroutines grew from 90 to 110"},
		{"connections that stay", func(s *sample, i int) { s.files += i }, "files and connections"},
	} {
		if got := strings.Join(over(c.change), "; "); !strings.Contains(got, c.says) || (got == "") != (c.says == "") {
			t.Errorf("%s: %q", c.story, got)
		}
	}
}
