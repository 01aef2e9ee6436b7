package main

import (
	"bytes"
	"encoding/json"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"

	"claimgraph/watch"
)

// logged sends requests to a server and gives its log, a line each.
func logged(t *testing.T, s *counting, requests ...*http.Request) []map[string]any {
	t.Helper()
	var log bytes.Buffer
	server := handler(s, watch.New(slog.New(slog.NewJSONHandler(&log, nil))))
	for _, r := range requests {
		r.Header.Set("Content-Type", "application/json")
		answer := httptest.NewRecorder()
		server.ServeHTTP(answer, r)
		if answer.Header().Get("X-Request-Id") == "" {
			t.Error("an answer without an id")
		}
	}
	var lines []map[string]any
	for decoder := json.NewDecoder(&log); decoder.More(); {
		var line map[string]any
		if err := decoder.Decode(&line); err != nil {
			t.Fatal(err)
		}
		lines = append(lines, line)
	}
	return lines
}

func question(body string) *http.Request {
	return httptest.NewRequest(http.MethodPost, "/graphql", strings.NewReader(body))
}

// TestRequestLog: each request has one line, which says what was asked, how it
// went and what it cost.
func TestRequestLog(t *testing.T) {
	eachStore(t, func(t *testing.T, s *counting) {
		lines := logged(t, s,
			question(`{"query": "query Who { claims(first: 1) { nodes { id } } groups { totalCount } }"}`),
			question(`{"query": "{ attacks(first: -1) { totalCount } claims(first: -1) { totalCount } }"}`),
			question(`{"query": "{ nothing }"}`),
			question(`{"query": "{ a: groups(first: 200) { nodes { claims(first: 200) { nodes { id } } } } }"}`))
		want := []map[string]any{
			{"msg": "request", "status": 200.0, "type": "query", "operation": "Who", "store_calls": 2.0, "codes": nil},
			{"msg": "request", "status": 200.0, "type": "query", "operation": "", "store_calls": 0.0, "codes": []any{"BAD_INPUT"}},
			{"msg": "request", "type": nil, "operation": nil, "store_calls": 0.0, "codes": []any{"BAD_QUERY"}, "limit": nil},
			{"msg": "request", "store_calls": 0.0, "codes": []any{"LIMIT_EXCEEDED"}, "limit": "the answer may have 40200 nodes, and more than 20000 are not given at once; ask for shorter pages, or for fewer lists within lists"},
		}
		if len(lines) != len(want) {
			t.Fatalf("%d lines: %v", len(lines), lines)
		}
		for i, line := range lines {
			for key, value := range want[i] {
				if !equal(line[key], value) {
					t.Errorf("line %d: %s is %v, not %v", i+1, key, line[key], value)
				}
			}
			if ms, _ := line["ms"].(float64); ms <= 0 {
				t.Errorf("line %d: it took %v ms", i+1, line["ms"])
			}
		}
	})
}

func equal(a, b any) bool {
	x, _ := json.Marshal(a)
	y, _ := json.Marshal(b)
	return bytes.Equal(x, y)
}

// TestRequestID: an id from outside is taken over where it is one, and never
// what could forge a line of the log or fill it.
func TestRequestID(t *testing.T) {
	s := seeded(t, emptySQLite(t))
	cases := []struct {
		story, sent string
		taken       bool
	}{
		{"of a gateway", "7f3a-9b1c_2d.4e", true},
		{"a UUID", "0f8fad5b-d9cb-469f-a165-70867728950e", true},
		{"none", "", false},
		{"too short to tell requests apart", "1", false},
		{"too long", strings.Repeat("a", 65), false},
		{"with a line's end", "aaaaaaaa\nlevel=ERROR", false},
		{"with a quote", `aaaaaaaa"`, false},
		{"in another script", "ааааааааа", false},
	}
	for _, c := range cases {
		t.Run(c.story, func(t *testing.T) {
			r := question(`{"query": "{ attacks(first: -1) { totalCount } }"}`)
			r.Header.Set("X-Request-Id", c.sent)
			lines := logged(t, s, r)
			id, _ := lines[0]["request"].(string)
			if c.taken != (id == c.sent) || len(id) < 8 {
				t.Errorf("the request is called %q", id)
			}
		})
	}
}

// TestLogFormats: with json the whole of what the server says is JSON.
func TestLogFormats(t *testing.T) {
	for flag, says := range map[string]string{"--log-format=yaml": "text or json", "--log-level=loud": "debug, info, warn or error"} {
		err := program(&bytes.Buffer{}).Run(t.Context(), []string{"claimgraph", "serve", flag})
		if err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%s: %v", flag, err)
		}
	}
	server := startServing(t, "--store", "sqlite:"+filepath.Join(t.TempDir(), "graph.db"), "--log-format", "json")
	post(t, server.base, `{ claims { totalCount } }`)
	server.says(t, `"msg":"request"`)
	for _, line := range server.said() {
		if !json.Valid([]byte(line)) {
			t.Errorf("no JSON: %s", line)
		}
	}
}
