package main

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"claimgraph/graph"
	"claimgraph/neo4j"
	"claimgraph/neo4j/neo4jtest"
)

// TestBadInput: each mistake gets its code and the place it lies in.
func TestBadInput(t *testing.T) {
	deep := `{ title: { contains: "x" } }`
	for range graph.MaxFilterDepth {
		deep = `{ not: ` + deep + ` }`
	}
	many := `["group:a"` + strings.Repeat(`, "group:a"`, graph.MaxListed) + `]`
	cases := []struct{ story, query, code, argument, says string }{
		{"an id without a kind", `{ claim(id: "dioro") { id } }`, "BAD_INPUT", "id", "is not an id"},
		{"an id of an unknown kind", `{ node(id: "rumour:x") { id } }`, "BAD_INPUT", "id", "is not an id"},
		{"one bad id among several", `{ nodes(ids: ["group:jnim", "GROUP:JNIM"]) { id } }`, "BAD_INPUT", "ids", "is not an id"},
		{"a malformed id in a filter", `{ attacks(filter: { place: { in: ["kidal"] } }) { totalCount } }`, "BAD_INPUT", "filter.place.in.0", "is not an id"},
		{"a day that is not in the calendar", `{ attacks(filter: { occurred: { from: "2017-02-29" } }) { totalCount } }`, "BAD_INPUT", "filter.occurred.from", "is not a date"},
		{"a window that ends before it begins", `{ claims(filter: { made: { from: "2017-02-02", to: "2017-01-01" } }) { totalCount } }`, "BAD_INPUT", "filter.made", "before it begins"},
		{"a page too large", `{ claims(first: 201) { totalCount } }`, "BAD_INPUT", "first", "from 0 to 200"},
		{"a page below nothing", `{ claims(last: -1) { totalCount } }`, "BAD_INPUT", "last", "from 0 to 200"},
		{"both directions at once", `{ claims(first: 1, last: 1) { totalCount } }`, "BAD_INPUT", "last", "exclude each other"},
		{"a cursor that is none", `{ claims(after: "page 2") { totalCount } }`, "BAD_INPUT", "after", "no cursor of this list"},
		{"an unknown word", `{ claims(filter: { kind: [BOAST] }) { totalCount } }`, "BAD_QUERY", "", "BOAST"},
		{"a filter too deep", `{ attacks(filter: ` + deep + `) { totalCount } }`, "LIMIT_EXCEEDED", "filter" + strings.Repeat(".not", graph.MaxFilterDepth), "deeper than 6"},
		{"too many ids in a list", `{ groups(filter: { id: { in: ` + many + ` } }) { totalCount } }`, "LIMIT_EXCEEDED", "filter.id.in", "at most 500"},
		{"a standing on no aspect in particular", `{ attack(id: "attack:ml-2017-dioro") { standing(aspect: UNSPECIFIED) { standing } } }`, "BAD_INPUT", "aspect", "UNSPECIFIED"},
		{"the same in a filter", `{ claims(filter: { standing: { aspect: UNSPECIFIED, in: [DENIED] } }) { totalCount } }`, "BAD_INPUT", "filter.standing.aspect", "name one"},
		{"a list deep in the answer", `{ groups { nodes { claims(first: 999) { totalCount } } } }`, "BAD_INPUT", "first", "from 0 to 200"},
		{"a field that does not exist", `{ claims { nodes { perpetrator } } }`, "BAD_QUERY", "", "perpetrator"},
		{"no query at all", `{`, "BAD_QUERY", "", ""},
	}
	eachStore(t, func(t *testing.T, s *counting) {
		server := handler(s, quiet())
		for _, c := range cases {
			t.Run(c.story, func(t *testing.T) {
				got := ask(t, server, c.query, nil)
				if len(got.Errors) == 0 {
					t.Fatalf("answered: %s", got.Data)
				}
				e := got.Errors[0]
				if e.Extensions["code"] != c.code || !strings.Contains(e.Message, c.says) {
					t.Errorf("%v: %s", e.Extensions, e.Message)
				}
				if argument, _ := e.Extensions["argument"].(string); c.argument != "" && !strings.HasPrefix(argument, c.argument) {
					t.Errorf("the place is %q, not %q (%s)", argument, c.argument, e.Message)
				}
			})
		}
	})
}

// TestUnknownIsNull: an id nobody has described, or one of another kind, is no error.
func TestUnknownIsNull(t *testing.T) {
	eachStore(t, func(t *testing.T, s *counting) {
		got := ask(t, handler(s, quiet()), `{ a: group(id: "group:nobody") { id } b: group(id: "claim:ml-2017-dioro-jnim") { id } c: nodes(ids: ["person:nobody"]) { id } }`, nil)
		if len(got.Errors) > 0 || string(got.Data) != `{"a":null,"b":null,"c":[null]}` {
			t.Errorf("%s %v", got.Data, got.Errors)
		}
	})
}

// TestCursorOfAnotherOrderIsRefused: a cursor belongs to one order.
func TestCursorOfAnotherOrderIsRefused(t *testing.T) {
	eachStore(t, func(t *testing.T, s *counting) {
		server := handler(s, quiet())
		first := ask(t, server, `{ attacks(first: 1) { pageInfo { endCursor } } }`, nil)
		cursor := value(t, first.Data).(map[string]any)["attacks"].(map[string]any)["pageInfo"].(map[string]any)["endCursor"].(string)
		if got := ask(t, server, `{ attacks(after: "`+cursor+`") { nodes { id } } }`, nil); len(got.Errors) > 0 {
			t.Error(got.Errors[0].Message)
		}
		got := ask(t, server, `{ attacks(orderBy: [{ by: TITLE }], after: "`+cursor+`") { nodes { id } } }`, nil)
		if len(got.Errors) == 0 || got.Errors[0].Extensions["code"] != "BAD_INPUT" {
			t.Errorf("%s %v", got.Data, got.Errors)
		}
	})
}

// TestNothingInternalIsShown: a store's own words stay in the log.
func TestNothingInternalIsShown(t *testing.T) {
	s := emptySQLite(t)
	_ = s.Close()
	got := ask(t, handler(s, quiet()), `{ claims { totalCount } }`, nil)
	if len(got.Errors) == 0 {
		t.Fatal("a closed store answered")
	}
	for _, word := range []string{"sql", "SQL", "database", "SELECT", ".go:"} {
		if strings.Contains(got.Errors[0].Message, word) {
			t.Errorf("%q is shown: %s", word, got.Errors[0].Message)
		}
	}
	if got.Errors[0].Extensions["requestId"] == nil {
		t.Error("no request id")
	}
}

// TestNeo4jGoesAwayAndComesBack: while it is away the server says so, soon,
// and it answers again without a restart.
func TestNeo4jGoesAwayAndComesBack(t *testing.T) {
	own := neo4jtest.StartOwn(t)
	store, err := neo4j.Open(t.Context(), neo4j.Options{URL: own.URL, User: own.User, Password: own.Password})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close() })
	if err := loadSeed(t.Context(), store); err != nil {
		t.Fatal(err)
	}
	server := handler(store, quiet())
	ready := func() int {
		recorded := httptest.NewRecorder()
		server.ServeHTTP(recorded, httptest.NewRequest(http.MethodGet, "/readyz", nil))
		return recorded.Code
	}
	if code := ready(); code != http.StatusOK {
		t.Fatalf("readyz %d", code)
	}
	own.Kill()
	got := ask(t, server, `{ claims { totalCount } }`, nil)
	if len(got.Errors) == 0 || got.Errors[0].Extensions["code"] != "UNAVAILABLE" {
		t.Errorf("%s %v", got.Data, got.Errors)
	}
	if code := ready(); code != http.StatusServiceUnavailable {
		t.Errorf("readyz %d", code)
	}
	own.Restart()
	for try := 0; ; try++ {
		if got = ask(t, server, `{ claims { totalCount } }`, nil); len(got.Errors) == 0 && ready() == http.StatusOK {
			break
		}
		if try == 50 {
			t.Fatal("no recovery", errors.New(got.Errors[0].Message))
		}
		time.Sleep(200 * time.Millisecond)
	}
}
