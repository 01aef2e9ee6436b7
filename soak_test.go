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
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"claimgraph/graph"
	"claimgraph/sqlite"
)

var soak = flag.Duration("soak", 0, "how long TestSoak puts load on a server")

// TestSoak puts mixed load on a server for a long time: golden and random
// questions, hostile ones, clients that leave, somebody who loads, backups. Memory,
// goroutines and connections must not grow. Run it by make soak.
func TestSoak(t *testing.T) {
	if *soak == 0 {
		t.Skip("it takes long; run make soak")
	}
	directory := t.TempDir()
	path := filepath.Join(directory, "graph.db")
	run(t, "synthesize", "--store", "sqlite:"+path, "--attacks", "1000")
	server := startServing(t, "--store", "sqlite:"+path, "--with-follow-up", "--log-level", "error")
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
				do(r)
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
		if err := loadOnce(ctx, path, load); err != nil && ctx.Err() == nil {
			t.Error(err)
		}
	})
	every(*soak/20, func(*rand.Rand) {
		to := filepath.Join(directory, "backup.db")
		if err := sqlite.Backup(ctx, path, to); err != nil && ctx.Err() == nil {
			t.Error(err)
		}
		_ = os.Remove(to)
	})
	var samples []sample
	for ctx.Err() == nil {
		select {
		case <-ctx.Done():
		case <-time.After(*soak / 60):
			samples = append(samples, sampled())
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
		}
	}
	steady(t, samples)
}

// soaking counts what is told under load.
type soaking struct {
	base  string
	asked atomic.Int64
	mu    sync.Mutex
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
	s.mu.Lock()
	defer s.mu.Unlock()
	if took := time.Since(began); took > time.Second {
		s.slow[body] = max(s.slow[body], took)
	}
	for _, e := range got.Errors {
		s.codes[fmt.Sprint(e.Extensions["code"])]++
	}
}

// loadOnce loads as the command does: from outside, and gone afterwards.
func loadOnce(ctx context.Context, path string, load int) error {
	store, err := sqlite.Open(ctx, path)
	if err != nil {
		return err
	}
	defer func() { _ = store.Close() }()
	_, err = store.Apply(ctx, graph.ChangeSet{Nodes: numbered(load), By: "tester", At: time.Now()})
	return err
}

// sample is what the process holds at one moment, the server and its load.
type sample struct{ heap, anonymous, goroutines, files int }

func (s sample) String() string {
	return fmt.Sprintf("heap %d MB, memory %d MB, %d goroutines, %d files and connections", s.heap>>20, s.anonymous>>20, s.goroutines, s.files)
}

// openFiles is how many files and connections this process has open; 0 where
// nobody can tell.
func openFiles() int {
	open, _ := os.ReadDir("/proc/self/fd")
	return len(open)
}

var anonymous = regexp.MustCompile(`RssAnon:\s+(\d+) kB`)

func sampled() sample {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	s := sample{heap: int(m.HeapAlloc), goroutines: runtime.NumGoroutine(), files: openFiles()}
	if status, err := os.ReadFile("/proc/self/status"); err == nil {
		if found := anonymous.FindSubmatch(status); found != nil {
			kilobytes, _ := strconv.Atoi(string(found[1]))
			s.anonymous = kilobytes << 10
		}
	}
	return s
}

// steady holds the last third of the samples against the third before it; the
// first is for warming up.
func steady(t *testing.T, samples []sample) {
	t.Helper()
	third := len(samples) / 3
	if third < 3 {
		t.Fatalf("%d samples tell nothing", len(samples))
	}
	middle := func(part []sample, of func(sample) int) int {
		values := make([]int, len(part))
		for i, s := range part {
			values[i] = of(s)
		}
		slices.Sort(values)
		return values[len(values)/2]
	}
	for name, c := range map[string]struct {
		of   func(sample) int
		more int // than a tenth that may come
	}{
		"heap":       {func(s sample) int { return s.heap }, 8 << 20},
		"memory":     {func(s sample) int { return s.anonymous }, 32 << 20},
		"goroutines": {func(s sample) int { return s.goroutines }, 10},
		"files":      {func(s sample) int { return s.files }, 10},
	} {
		before, after := middle(samples[third:2*third], c.of), middle(samples[2*third:], c.of)
		t.Logf("%s: %d, then %d", name, before, after)
		if after > before+before/10+c.more {
			t.Errorf("%s grew from %d to %d", name, before, after)
		}
	}
}
