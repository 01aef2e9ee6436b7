package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"claimgraph/graph"
	"claimgraph/neo4j/neo4jtest"
)

// TestNeo4jAway: away at the start, or killed by kill -9 while many ask and one
// loads, the server says so, soon and shortly, and answers again by itself as
// soon as Neo4j does. What was loaded is there whole or not at all, no connection
// of the pool stays in use, and no goroutine is left; nor is a connection once the
// server has ended.
func TestNeo4jAway(t *testing.T) {
	own := neo4jtest.PrepareOwn(t)
	t.Setenv("CLAIMGRAPH_NEO4J_PASSWORD", own.Password)
	begin := now()
	server := startServing(t, "--store", own.URL, "--neo4j-user", own.User, "--with-seed", "--metrics-addr", "127.0.0.1:0", "--log-level", "info", "--max-time", "30s")
	metrics := regexp.MustCompile(`http://[0-9.:]+/metrics`).FindString(server.says(t, "msg=metrics"))
	away := func() {
		t.Helper()
		began := time.Now()
		if got := post(t, server.base, `{ claims { totalCount } }`); len(got.Errors) != 1 || got.Errors[0].Extensions["code"] != "UNAVAILABLE" {
			t.Errorf("%s %v", got.Data, got.Errors)
		}
		if code, text := get(t, server.base+"/readyz"); code != http.StatusServiceUnavailable || !strings.Contains(text, "Neo4j") {
			t.Errorf("readyz %d %s", code, text)
		}
		if code, _ := get(t, server.base+"/healthz"); code != http.StatusOK {
			t.Errorf("healthz %d", code)
		}
		if took := time.Since(began); took > 10*time.Second {
			t.Errorf("it took %s to say so", took)
		}
	}
	answers := func() {
		t.Helper()
		deadline := time.Now().Add(2 * time.Minute) // a cold Neo4j plans each statement of the first load
		for string(post(t, server.base, `{ claims { totalCount } }`).Data) != `{"claims":{"totalCount":10}}` {
			if time.Now().After(deadline) {
				t.Fatal("no recovery")
			}
			time.Sleep(50 * time.Millisecond)
		}
	}
	away()
	own.Restart()
	answers()
	calm := now()

	many := startAsking(t, server.base)
	stopLoading := startLoading(t, own.Server)
	time.Sleep(time.Second) // of load
	own.Kill()
	away()
	own.Restart()
	began := time.Now()
	for code := 0; code != http.StatusOK; code, _ = get(t, server.base+"/readyz") {
	}
	recovered := time.Since(began)
	answers()
	stopLoading()
	figures := many.stop(t)
	t.Logf("%s; ready %s after Neo4j was", figures, recovered)
	if recovered > 5*time.Second {
		t.Errorf("ready %s after Neo4j was", recovered)
	}
	for deadline := time.Now().Add(time.Minute); ; time.Sleep(50 * time.Millisecond) {
		_, text := get(t, metrics)
		if strings.Contains(text, `claimgraph_store_connections_used{pool="bolt"} 0`) {
			break
		}
		if time.Now().After(deadline) {
			t.Fatalf("connections are still in use: %s", regexp.MustCompile(`(?m)^claimgraph_store_connections.*$`).FindAllString(text, -1))
		}
	}
	nothingSince(t, calm, 64) // as many as the pool keeps
	if err := server.end(); err != nil {
		t.Error(err)
	}
	nothingSince(t, begin, 0)
}

// asking is many who ask the same, again and again, and note what they are told.
type asking struct {
	done    chan struct{}
	all     sync.WaitGroup
	mu      sync.Mutex
	told    map[string]int
	longest time.Duration
	wrong   []string
}

func startAsking(t *testing.T, base string) *asking {
	t.Helper()
	a := &asking{done: make(chan struct{}), told: map[string]int{}}
	client := &http.Client{Timeout: 40 * time.Second} // beyond the server's own
	for range 8 {
		a.all.Go(func() {
			defer client.CloseIdleConnections()
			for {
				select {
				case <-a.done:
					return
				default:
					a.ask(client, base)
				}
			}
		})
	}
	return a
}

func (a *asking) ask(client *http.Client, base string) {
	began := time.Now()
	response, err := client.Post(base+"/graphql", "application/json", strings.NewReader(`{"query": "{ claims { totalCount } }"}`))
	if err != nil {
		a.note(0, "", err.Error())
		return
	}
	defer func() { _ = response.Body.Close() }()
	var got reply
	err = json.NewDecoder(response.Body).Decode(&got)
	took := time.Since(began)
	switch {
	case err != nil:
		a.note(took, "", err.Error())
	case len(got.Errors) == 0 && string(got.Data) == `{"claims":{"totalCount":10}}`:
		a.note(took, "answered", "")
	case len(got.Errors) == 1 && got.Errors[0].Extensions["code"] == "UNAVAILABLE" && len(got.Errors[0].Message) < 100:
		a.note(took, "UNAVAILABLE", "")
	default:
		a.note(took, "", fmt.Sprint(string(got.Data), got.Errors))
	}
}

func (a *asking) note(took time.Duration, told, wrong string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.longest = max(a.longest, took); wrong != "" {
		a.wrong = append(a.wrong, wrong)
		return
	}
	a.told[told]++
}

// stop ends them, and says what they were told.
func (a *asking) stop(t *testing.T) string {
	t.Helper()
	close(a.done)
	a.all.Wait()
	if len(a.wrong) > 0 {
		t.Errorf("%d were told something else, for example %s", len(a.wrong), a.wrong[0])
	}
	if a.told["answered"] == 0 || a.told["UNAVAILABLE"] == 0 {
		t.Errorf("there was no load: %v", a.told)
	}
	return fmt.Sprintf("%v, the longest %s", a.told, a.longest.Round(time.Millisecond))
}

// startLoading loads into a Neo4j, again and again, whatever happens to it. What
// it gives stops that, and looks whether the last load is there as a whole.
func startLoading(t *testing.T, server neo4jtest.Server) (stop func()) {
	t.Helper()
	store, err := storeNamed(server.LoginURL())
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	var loading sync.WaitGroup
	failed := 0
	loading.Go(func() {
		for load := 1; ctx.Err() == nil; load++ {
			_, err := store.Apply(context.Background(), graph.ChangeSet{Nodes: numbered(load), By: "tester", At: time.Now()})
			if err != nil {
				if failed++; graph.CodeOf(err) != graph.CodeUnavailable {
					t.Errorf("a load ends in %v", err)
				}
				time.Sleep(10 * time.Millisecond)
			}
		}
	})
	return func() {
		cancel()
		loading.Wait()
		if failed == 0 {
			t.Error("no load met the end of Neo4j")
		}
		if load := loadIn(t, store); load == 0 {
			t.Error("nothing was loaded")
		}
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	}
}

// TestClientsThatLeave in the midst of their questions cost nobody else
// anything: all connections are free afterwards, and whoever stays is answered.
func TestClientsThatLeave(t *testing.T) {
	eachStore(t, func(t *testing.T, s *counting) {
		server := httptest.NewServer(handler(s, quiet()))
		defer server.Close()
		query := read(t, queries(t)[0])
		want := post(t, server.URL, query)
		if len(want.Errors) > 0 {
			t.Fatal(want.Errors[0].Message)
		}
		calm := now()
		body, _ := json.Marshal(map[string]string{"query": query})
		chance := rand.New(rand.NewPCG(5, 6))
		var all sync.WaitGroup
		for i := range 300 {
			patience := time.Duration(chance.IntN(15_000)) * time.Microsecond
			all.Go(func() {
				ctx, leave := context.WithTimeout(t.Context(), patience)
				defer leave()
				request, _ := http.NewRequestWithContext(ctx, http.MethodPost, server.URL+"/graphql", bytes.NewReader(body))
				request.Header.Set("Content-Type", "application/json")
				if response, err := http.DefaultClient.Do(request); err == nil {
					_ = response.Body.Close()
				}
			})
			if i%30 == 29 {
				if got := post(t, server.URL, query); string(got.Data) != string(want.Data) {
					t.Errorf("who stayed is told %s %v", got.Data, got.Errors)
				}
			}
		}
		all.Wait()
		for deadline := time.Now().Add(time.Minute); ; time.Sleep(10 * time.Millisecond) {
			busy := 0
			for _, p := range s.Pools() {
				busy += p.Used + p.Awaited
			}
			if busy == 0 {
				break
			}
			if time.Now().After(deadline) {
				t.Fatalf("connections are still in use: %v", s.Pools())
			}
		}
		if got := post(t, server.URL, query); string(got.Data) != string(want.Data) {
			t.Errorf("%s %v", got.Data, got.Errors)
		}
		nothingSince(t, calm, 64) // as many as the pool of Neo4j's driver keeps
	})
}
