package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"claimgraph/graph"
	"claimgraph/neo4j"
	"claimgraph/neo4j/neo4jtest"
	"claimgraph/resolvers"
	"claimgraph/sqlite"
	"claimgraph/watch"
)

// counting counts what is asked of a store.
type counting struct {
	graph.Store
	calls      atomic.Int64
	looks      atomic.Int64 // of walks at the links around nodes
	branches   atomic.Int64 // of the trees asked for, and notes told and groups counted beside them
	statements func() int64 // statements the store has run so far
}

func (c *counting) Fetch(ctx context.Context, f graph.Fetch) (*graph.Tree, error) {
	c.calls.Add(1)
	c.branches.Add(branchesOf(f.Query, f.Then))
	return c.Store.Fetch(ctx, f)
}

func (c *counting) Search(ctx context.Context, s graph.Search) ([]graph.Hit, error) {
	c.calls.Add(1)
	return c.Store.Search(ctx, s)
}

func (c *counting) Arcs(ctx context.Context, l graph.Look) (*graph.Around, error) {
	c.looks.Add(1)
	return c.Store.Arcs(ctx, l)
}

func branchesOf(q *graph.Query, then []*graph.Branch) int64 {
	n := int64(len(then))
	if q != nil {
		n += int64(len(q.Tells))
		if q.Grouping != nil {
			n += int64(len(q.Grouping.By))
		}
	}
	for _, b := range then {
		n += branchesOf(b.Query, b.Then)
	}
	return n
}

// eachStore runs a test on both stores, each holding the bundled dossier.
func eachStore(t *testing.T, test func(t *testing.T, s *counting)) {
	t.Helper()
	t.Run("sqlite", func(t *testing.T) { test(t, seeded(t, emptySQLite(t))) })
	t.Run("neo4j", func(t *testing.T) { test(t, seeded(t, emptyNeo4j(t))) })
}

func emptySQLite(t testing.TB) *counting {
	t.Helper()
	s, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "graph.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return &counting{Store: s, statements: func() int64 { return int64(s.Statements()) }}
}

func emptyNeo4j(t testing.TB) *counting {
	t.Helper()
	server := neo4jtest.Start(t)
	if err := server.Empty(t.Context()); err != nil {
		t.Fatal(err)
	}
	s, err := neo4j.Open(t.Context(), neo4j.Options{URL: server.URL, User: server.User, Password: server.Password})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return &counting{Store: s, statements: func() int64 { return int64(s.Statements()) }}
}

func seeded(t testing.TB, s *counting) *counting {
	t.Helper()
	if err := loadSeed(t.Context(), s); err != nil {
		t.Fatal(err)
	}
	return s
}

// reply is what a server answered.
type reply struct {
	Data   json.RawMessage `json:"data"`
	Errors []problem       `json:"errors"`
}

type problem struct {
	Message    string         `json:"message"`
	Path       []any          `json:"path"`
	Extensions map[string]any `json:"extensions"`
}

// place is the path as one word.
func (p problem) place() string {
	parts := make([]string, len(p.Path))
	for i, part := range p.Path {
		parts[i] = fmt.Sprint(part)
	}
	return strings.Join(parts, ".")
}

// ask sends a query over HTTP, as a client does.
func ask(t testing.TB, h http.Handler, query string, variables json.RawMessage) reply {
	t.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		t.Fatal(err)
	}
	request := httptest.NewRequest(http.MethodPost, "/graphql", bytes.NewReader(body))
	request.Header.Set("Content-Type", "application/json")
	recorded := httptest.NewRecorder()
	h.ServeHTTP(recorded, request)
	var answer reply
	if err := json.Unmarshal(recorded.Body.Bytes(), &answer); err != nil {
		t.Fatalf("%v: %s", err, recorded.Body)
	}
	return answer
}

// handler is the whole server as it is without any flag, but for the time. A
// question of a new shape costs Neo4j a plan; on a busy machine that has had no
// time to warm up it takes longer than anybody should wait for an answer.
func handler(store graph.Store, w *watch.Watch) http.Handler {
	o := offer{Limits: resolvers.DefaultLimits()}
	o.Within = time.Minute
	return site(store, w, o)
}

func quiet() *watch.Watch { return watch.New(slog.New(slog.DiscardHandler)) }
