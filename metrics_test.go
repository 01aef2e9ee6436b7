package main

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
	"time"

	"claimgraph/watch"
)

// TestMetrics: what was asked, how it went and what it cost stands in /metrics,
// and how many claims of each standing there are.
func TestMetrics(t *testing.T) {
	eachStore(t, func(t *testing.T, s *counting) {
		seen := watch.New(slog.New(slog.DiscardHandler))
		server, metrics := handler(s, seen), seen.Metrics(s)
		for range 2 {
			ask(t, server, `query Who { claims(first: 1) { nodes { id } } }`, nil)
		}
		ask(t, server, `{ attacks(first: -1) { totalCount } }`, nil)
		ask(t, server, `{ nothing }`, nil)
		ask(t, server, `{ groups(first: 200) { nodes { claims(first: 200) { nodes { id } } } } }`, nil)
		ask(t, server, `query($ids: [ID!]!) { nodes(ids: $ids) { id } }`, json.RawMessage(`{"ids": ["group:a"`+strings.Repeat(`, "group:a"`, 500)+`]}`))
		facets := ask(t, server, `{ claims { facets(by: [STANDING]) { buckets { key count } } } }`, nil)
		text := scraped(t, metrics, "claimgraph_claims{")
		for _, line := range append([]string{
			`claimgraph_request_duration_seconds_count{operation="Who"} 2`,
			`claimgraph_request_duration_seconds_count{operation="(unnamed)"} 2`,
			`claimgraph_request_duration_seconds_count{operation="(refused)"} 3`,
			`claimgraph_requests_running 0`,
			`claimgraph_errors_total{code="BAD_INPUT"} 1`,
			`claimgraph_errors_total{code="BAD_QUERY"} 1`,
			`claimgraph_errors_total{code="LIMIT_EXCEEDED"} 2`,
			`claimgraph_limits_hit_total{limit="listed"} 1`,
			`claimgraph_limits_hit_total{limit="cost"} 1`,
			`claimgraph_store_call_duration_seconds_count{call="fetch"} 3`,
			`claimgraph_store_connections_most{pool="[a-z]+"} [0-9]+`,
			`claimgraph_store_connections_awaited{pool="[a-z]+"} 0`,
			`claimgraph_build_info{commit=".*",go="go1.*",version=".*"} 1`,
			`claimgraph_claims_counted_timestamp_seconds .*`,
			`go_goroutines [0-9]+`,
		}, standings(t, facets.Data)...) {
			if !regexp.MustCompile(`(?m)^` + strings.NewReplacer("{", `\{`, "}", `\}`, "(", `\(`, ")", `\)`).Replace(line) + `$`).MatchString(text) {
				t.Errorf("not told: %s", line)
			}
		}
		page := read(t, "docs/operations.md")
		for _, name := range regexp.MustCompile(`(?m)^# HELP (claimgraph_[a-z_]+)`).FindAllStringSubmatch(text, -1) {
			if short := strings.TrimPrefix(name[1], "claimgraph_store_connections"); !strings.Contains(page, "`"+name[1]+"`") && !strings.Contains(page, "`…"+short+"`") {
				t.Errorf("docs/operations.md does not explain %s", name[1])
			}
		}
		if t.Failed() {
			t.Log(text)
		}
	})
}

// TestStrangersCannotFillMetrics: whatever clients send, the numbers of it have
// a bound, and one they soon reach.
func TestStrangersCannotFillMetrics(t *testing.T) {
	s := seeded(t, emptySQLite(t))
	seen := watch.New(slog.New(slog.DiscardHandler))
	server, metrics := handler(s, seen), seen.Metrics(s)
	lines := func() int { return strings.Count(scraped(t, metrics, "claimgraph_claims{"), "\n") }
	send := func(from, to int) {
		for i := from; i < to; i++ {
			name := fmt.Sprintf("Name%d", i)
			for _, body := range []string{
				`{"query": "query ` + name + ` { claims(first: 1) { totalCount } }"}`,
				`{"query": "query ` + name + strings.Repeat("x", 100) + ` { claims(first: -1) { totalCount } }", "operationName": "` + name + `"}`,
				`{"query": "{ ` + name + ` }", "extensions": {"code": "` + name + `"}}`,
				`{"documentId": "` + name + `"}`,
				name,
			} {
				sent(server, body, "X-Request-Id", "request-"+name, "User-Agent", name, "Origin", "https://"+name+".example")
				call(server, name, "/graphql?"+name, body, "Content-Type", name, "Accept", name)
			}
			call(server, http.MethodGet, "/"+name, "")
			call(server, http.MethodGet, inAddress("{ __typename }", "operationName", name), "")
		}
		for _, c := range hostile {
			body, _ := json.Marshal(map[string]any{"query": c.query, "variables": json.RawMessage(orNull(c.variables))})
			sent(server, string(body))
		}
	}
	send(0, 200)
	full := lines()
	if send(200, 600); lines() != full {
		t.Errorf("%d lines, and then %d", full, lines())
	}
	if full > 2500 {
		t.Errorf("%d lines", full)
	}
}

// scraped is /metrics, once it tells of something.
func scraped(t *testing.T, metrics http.Handler, of string) string {
	t.Helper()
	for deadline := time.Now().Add(time.Minute); ; time.Sleep(10 * time.Millisecond) {
		answer := httptest.NewRecorder()
		metrics.ServeHTTP(answer, httptest.NewRequest(http.MethodGet, "/metrics", nil))
		if strings.Contains(answer.Body.String(), of) {
			return answer.Body.String()
		}
		if time.Now().After(deadline) {
			t.Fatalf("nothing of %s in %s", of, answer.Body)
		}
	}
}

// standings are the lines that tell what a facet tells.
func standings(t *testing.T, facets json.RawMessage) []string {
	t.Helper()
	var found struct {
		Claims struct {
			Facets []struct {
				Buckets []struct {
					Key   string
					Count int
				}
			}
		}
	}
	if err := json.Unmarshal(facets, &found); err != nil {
		t.Fatal(err)
	}
	lines := []string{`claimgraph_claims{standing="RETRACTED"} 0`}
	for _, b := range found.Claims.Facets[0].Buckets {
		lines = append(lines, fmt.Sprintf(`claimgraph_claims{standing="%s"} %d`, b.Key, b.Count))
	}
	if len(lines) < 3 {
		t.Fatalf("facets tell of %s", facets)
	}
	return lines
}

// TestMetricsAddress: the numbers are served at an address of their own, and
// nowhere else.
func TestMetricsAddress(t *testing.T) {
	server := startServing(t, "--store", "sqlite:"+t.TempDir()+"/graph.db", "--metrics-addr", "127.0.0.1:0", "--with-seed")
	metrics := regexp.MustCompile(`http://[0-9.:]+/metrics`).FindString(server.says(t, "msg=metrics"))
	if code, text := get(t, metrics); code != http.StatusOK || !strings.Contains(text, "claimgraph_requests_running") {
		t.Errorf("%d %s", code, text)
	}
	for deadline := time.Now().Add(time.Minute); ; time.Sleep(20 * time.Millisecond) { // the store was not ready when the server began to count
		if _, text := get(t, metrics); strings.Contains(text, `claimgraph_claims{standing="DENIED"}`) {
			break
		}
		if time.Now().After(deadline) {
			t.Fatal("claims are never counted")
		}
	}
	if code, text := get(t, server.base+"/metrics"); strings.Contains(text, "claimgraph_requests_running") {
		t.Errorf("everybody reads the numbers: %d", code)
	}
	if code, _ := get(t, strings.Replace(metrics, "/metrics", "/graphql", 1)); code != http.StatusNotFound {
		t.Errorf("it answers questions there too: %d", code)
	}
}
