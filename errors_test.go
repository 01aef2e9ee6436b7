package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"slices"
	"strings"
	"testing"

	"claimgraph/graph"
	"claimgraph/watch"
)

// TestBadInput: each mistake gets its code and the place it lies in.
func TestBadInput(t *testing.T) {
	deep := `{ title: { contains: "x" } }`
	for range graph.MaxFilterDepth {
		deep = `{ not: ` + deep + ` }`
	}
	many := `["group:a"` + strings.Repeat(`, "group:a"`, graph.MaxListed) + `]`
	cases := []struct{ story, query, code, path, argument, says string }{
		{"an id without a kind", `{ claim(id: "dioro") { id } }`, "BAD_INPUT", "claim", "id", "is not an id"},
		{"an id of an unknown kind", `{ node(id: "rumour:x") { id } }`, "BAD_INPUT", "node", "id", "is not an id"},
		{"an id that is a number", `{ node(id: 7) { id } }`, "BAD_INPUT", "node", "id", "an id is a string"},
		{"one bad id among several", `{ nodes(ids: ["group:jnim", "GROUP:JNIM"]) { id } }`, "BAD_INPUT", "nodes", "ids.1", "is not an id"},
		{"a malformed id in a filter", `{ attacks(filter: { place: { in: ["kidal"] } }) { totalCount } }`, "BAD_INPUT", "attacks", "filter.place.in.0", "is not an id"},
		{"a latitude beyond the pole", `{ attacks(filter: { not: { place: { box: { south: 1, west: 2, north: 90.5, east: 3 } } } }) { totalCount } }`, "BAD_INPUT", "attacks", "filter.not.place.box.north", "no latitude"},
		{"a longitude beyond the antimeridian", `{ locations(filter: { place: { box: { south: 1, west: -181, north: 2, east: 3 } } }) { totalCount } }`, "BAD_INPUT", "locations", "filter.place.box.west", "no longitude"},
		{"a box upside down", `{ statistics(filter: { place: { box: { south: 3, west: 2, north: 1, east: 3 } } }) { totalCount } }`, "BAD_INPUT", "statistics", "filter.place.box.south", "turn them round"},
		{"a circle of no size", `{ attacks(filter: { place: { circle: { center: { latitude: 1, longitude: 2 }, radiusKm: 0 } } }) { totalCount } }`, "BAD_INPUT", "attacks", "filter.place.circle.radiusKm", "above 0"},
		{"a circle larger than the earth", `{ claims(filter: { attack: { place: { circle: { center: { latitude: 1, longitude: 2 }, radiusKm: 20039 } } } }) { totalCount } }`, "BAD_INPUT", "claims", "filter.attack.place.circle.radiusKm", "20038 km"},
		{"a centre that is not on the earth", `{ attacks(filter: { place: { circle: { center: { latitude: -91, longitude: 2 }, radiusKm: 5 } } }) { totalCount } }`, "BAD_INPUT", "attacks", "filter.place.circle.center.latitude", "no latitude"},
		{"a box without an east", `{ attacks(filter: { place: { box: { south: 1, west: 2, north: 3 } } }) { totalCount } }`, "BAD_QUERY", "attacks", "filter.place.box", "east"},
		{"too many numbers of another database", `{ byExternalIds(scheme: "wikidata", values: ` + many + `) { id } }`, "LIMIT_EXCEEDED", "byExternalIds", "values", "at most 500"},
		{"a day that is not in the calendar", `{ attacks(filter: { occurred: { from: "2017-02-29" } }) { totalCount } }`, "BAD_INPUT", "attacks", "filter.occurred.from", "is not a date"},
		{"a day that is a word, deep in a filter", `{ attacks(filter: { or: [{}, { not: { occurred: { to: "yesterday" } } }] }) { totalCount } }`, "BAD_INPUT", "attacks", "filter.or.1.not.occurred.to", "is not a date"},
		{"a window that ends before it begins", `{ claims(filter: { made: { from: "2017-02-02", to: "2017-01-01" } }) { totalCount } }`, "BAD_INPUT", "claims", "filter.made", "before it begins"},
		{"a page too large", `{ claims(first: 201) { totalCount } }`, "BAD_INPUT", "claims", "first", "from 0 to 200"},
		{"a page larger than any number", `{ claims(first: 99999999999) { totalCount } }`, "BAD_INPUT", "claims", "first", "from 0 to 200"},
		{"a page that is a word", `{ c: claims(first: "all") { totalCount } }`, "BAD_QUERY", "c", "first", "non-integer"},
		{"a page below nothing", `{ claims(last: -1) { totalCount } }`, "BAD_INPUT", "claims", "last", "from 0 to 200"},
		{"both directions at once", `{ claims(first: 1, last: 1) { totalCount } }`, "BAD_INPUT", "claims", "last", "exclude each other"},
		{"a cursor that is none", `{ claims(after: "page 2") { totalCount } }`, "BAD_INPUT", "claims", "after", "no cursor of this list"},
		{"a cursor that is none, of a list below", `{ claims { nodes { all: responses(last: 3, before: "x") { totalCount } } } }`, "BAD_INPUT", "claims.all", "before", "no cursor of this list"},
		{"an unknown word", `{ boasts: claims(filter: { kind: [ACCUSATION, BOAST] }) { totalCount } }`, "BAD_QUERY", "boasts", "filter.kind.1", "BOAST"},
		{"an unknown word deep in the answer", `{ attacks { nodes { ... on Attack { so: standing(aspect: MOOD) { standing } } } } }`, "BAD_QUERY", "attacks.nodes.so", "aspect", "MOOD"},
		{"an unknown word in a fragment", `{ attacks { nodes { ...f } } } fragment f on Attack { standing(aspect: MOOD) { standing } }`, "BAD_QUERY", "", "aspect", "MOOD"},
		{"a field no filter has", `{ claims(filter: { and: [{ mood: 1 }] }) { totalCount } }`, "BAD_QUERY", "claims", "filter.and.0.mood", "not defined"},
		{"a filter too deep", `{ attacks(filter: ` + deep + `) { totalCount } }`, "LIMIT_EXCEEDED", "attacks", "filter" + strings.Repeat(".not", graph.MaxFilterDepth), "deeper than 6"},
		{"too many ids in a list", `{ groups(filter: { id: { in: ` + many + ` } }) { totalCount } }`, "LIMIT_EXCEEDED", "groups", "filter.id.in", "at most 500"},
		{"a standing on no aspect in particular", `{ attack(id: "attack:ml-2017-dioro") { standing(aspect: UNSPECIFIED) { standing } } }`, "BAD_INPUT", "attack.standing", "aspect", "UNSPECIFIED"},
		{"the same in a filter", `{ claims(filter: { standing: { aspect: UNSPECIFIED, in: [DENIED] } }) { totalCount } }`, "BAD_INPUT", "claims", "filter.standing.aspect", "name one"},
		{"a list deep in the answer", `{ groups { nodes { claims(first: 999) { totalCount } } } }`, "BAD_INPUT", "groups.claims", "first", "from 0 to 200"},
		{"a path without a link", `{ p: paths(from: "group:jnim", to: "group:al-qaeda", maxLength: 0) { truncated } }`, "BAD_INPUT", "p", "maxLength", "from 1 to 8"},
		{"more paths than are given", `{ paths(from: "group:jnim", to: "group:al-qaeda", first: 51) { truncated } }`, "BAD_INPUT", "paths", "first", "from 1 to 50"},
		{"a path to what is no id", `{ paths(from: "group:jnim", to: "kidal") { truncated } }`, "BAD_INPUT", "paths", "to", "is not an id"},
		{"a path on a day that is a word", `{ paths(from: "group:jnim", to: "group:al-qaeda", on: "soon") { truncated } }`, "BAD_INPUT", "paths", "on", "is not a date"},
		{"a neighbourhood too deep", `{ neighbourhood(of: ["group:jnim"], depth: 5) { truncated } }`, "BAD_INPUT", "neighbourhood", "depth", "from 1 to 4"},
		{"a neighbourhood too large", `{ neighbourhood(of: ["group:jnim"], limit: 1001) { truncated } }`, "BAD_INPUT", "neighbourhood", "limit", "from 1 to 1000"},
		{"a neighbourhood of too many", `{ neighbourhood(of: ` + many + `) { truncated } }`, "LIMIT_EXCEEDED", "neighbourhood", "of", "at most 500"},
		{"a list below a neighbourhood", `{ neighbourhood(of: ["group:jnim"]) { nodes { ... on Group { claims(first: 999) { totalCount } } } } }`, "BAD_INPUT", "neighbourhood.nodes.claims", "first", "from 0 to 200"},
		{"a list below a path", `{ paths(from: "group:jnim", to: "group:al-qaeda") { paths { nodes { ... on Actor { claims(first: 999) { totalCount } } } } } }`, "BAD_INPUT", "paths.paths.nodes.claims", "first", "from 0 to 200"},
		{"too many buckets", `{ attacks { many: facets(by: [KIND], top: 201) { by } } }`, "BAD_INPUT", "attacks.many", "top", "from 0 to 200"},
		{"fewer buckets than none, deep in the answer", `{ groups { nodes { claims { facets(by: [KIND], top: -1) { by } } } } }`, "BAD_INPUT", "groups.claims.facets", "top", "from 0 to 200"},
		{"facets of an own count on a day", `{ statistics { nodes { ownCount(asOf: "2017-10-27") { attacks { facets(by: [KIND]) { by } } } } } }`, "BAD_INPUT", "statistics.ownCount.attacks", "asOf", "as things stand now"},
		{"a field that does not exist", `{ claims { nodes { perpetrator } } }`, "BAD_QUERY", "", "", "perpetrator"},
		{"no query at all", `{`, "BAD_QUERY", "", "", ""},
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
				if argument, _ := e.Extensions["argument"].(string); argument != c.argument || e.place() != c.path {
					t.Errorf("it lies at %q of %q, not at %q of %q (%s)", argument, e.place(), c.argument, c.path, e.Message)
				}
			})
		}
	})
}

// TestBadVariables: a variable is named as the query names it, or, once it has
// a value of its type, by the argument it was given to.
func TestBadVariables(t *testing.T) {
	const query = `query Q($filter: AttackFilter, $page: Int, $kinds: [ClaimKind!], $id: ID!) {
		attacks(filter: $filter, first: $page) { totalCount } claims(filter: { kind: $kinds }) { totalCount } node(id: $id) { id } }`
	cases := []struct{ story, variables, path, argument, says string }{
		{"an unknown word", `{"id": "group:jnim", "kinds": ["ACCUSATION", "BOAST"]}`, "variable.kinds.1", "$kinds.1", "BOAST"},
		{"a field no filter has", `{"id": "group:jnim", "filter": {"mood": 1}}`, "variable.filter.mood", "$filter.mood", "unknown field"},
		{"a page that is a word", `{"id": "group:jnim", "page": "all"}`, "variable.page", "$page", "cannot use"},
		{"nothing where something must be", `{}`, "variable.id", "$id", "must be defined"},
		{"a malformed id", `{"id": "jnim"}`, "node", "id", "is not an id"},
		{"a malformed id in a filter", `{"id": "group:jnim", "filter": {"and": [{"place": {"in": ["location:ml", "kidal"]}}]}}`, "attacks", "filter.and.0.place.in.1", "is not an id"},
		{"a malformed day", `{"id": "group:jnim", "filter": {"occurred": {"from": "2017-13-01"}}}`, "attacks", "filter.occurred.from", "is not a date"},
	}
	server := handler(seeded(t, emptySQLite(t)), quiet())
	for _, c := range cases {
		t.Run(c.story, func(t *testing.T) {
			got := ask(t, server, query, []byte(c.variables))
			if len(got.Errors) != 1 {
				t.Fatalf("%s %v", got.Data, got.Errors)
			}
			e := got.Errors[0]
			if e.Extensions["code"] != "BAD_INPUT" || e.Extensions["argument"] != c.argument || e.place() != c.path || !strings.Contains(e.Message, c.says) {
				t.Errorf("%s %v: %s", e.place(), e.Extensions, e.Message)
			}
		})
	}
}

// TestSeveralMistakes: all are told at once, each where it lies, and a list
// selected on an interface only once.
func TestSeveralMistakes(t *testing.T) {
	const query = `{
		one: node(id: "jnim") { id }
		claims { nodes { responses(first: -1) { totalCount } denials(filter: { made: { from: "soon" } }) { totalCount } } edges { node { id } } }
		organizations { nodes { a: claims(first: 300) { nodes { responses(after: "x") { totalCount } } } b: claims(first: 1) { nodes { responses(after: "x") { totalCount } } } } }
		node(id: "group:jnim") { ... on Actor { claims(last: 201) { totalCount } } }
		fine: group(id: "group:jnim") { name }
	}`
	eachStore(t, func(t *testing.T, s *counting) {
		got := ask(t, handler(s, quiet()), query, nil)
		var found []string
		for _, e := range got.Errors {
			found = append(found, fmt.Sprintf("%s %s %s", e.Extensions["code"], e.place(), e.Extensions["argument"]))
		}
		slices.Sort(found)
		want := []string{
			"BAD_INPUT claims.denials filter.made.from",
			"BAD_INPUT claims.responses first",
			"BAD_INPUT node.claims last",
			"BAD_INPUT one id",
			"BAD_INPUT organizations.a first",
			"BAD_INPUT organizations.b.responses after",
		}
		if !slices.Equal(found, want) {
			t.Errorf("told were\n%s", strings.Join(found, "\n"))
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

// TestNamedTwice: an id that stands twice in a filter is one node, counted once.
func TestNamedTwice(t *testing.T) {
	eachStore(t, func(t *testing.T, s *counting) {
		got := ask(t, handler(s, quiet()), `{ claims(filter: { id: { in: ["claim:ml-2017-dioro-jnim", "claim:ml-2017-dioro-jnim"] } }) { totalCount nodes { id } } }`, nil)
		if len(got.Errors) > 0 || string(got.Data) != `{"claims":{"totalCount":1,"nodes":[{"id":"claim:ml-2017-dioro-jnim"}]}}` {
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

// TestNothingInternalIsShown: a store's own words stay in the log, in which the
// request's id stands beside them.
func TestNothingInternalIsShown(t *testing.T) {
	stores := map[string]func(testing.TB) *counting{"sqlite": emptySQLite, "neo4j": emptyNeo4j}
	for name, empty := range stores {
		t.Run(name, func(t *testing.T) {
			s := empty(t)
			_ = s.Close()
			var log bytes.Buffer
			got := ask(t, handler(s, watch.New(slog.New(slog.NewTextHandler(&log, nil)))), `{ claims { totalCount } }`, nil)
			if len(got.Errors) == 0 {
				t.Fatal("a closed store answered")
			}
			e := got.Errors[0]
			for _, word := range []string{"sql", "SQL", "database is", "SELECT", "MATCH", "bolt", "pool", "driver", ".go:"} {
				if strings.Contains(e.Message, word) {
					t.Errorf("%q is shown: %s", word, e.Message)
				}
			}
			id, _ := e.Extensions["requestId"].(string)
			if id == "" || !strings.Contains(log.String(), id) {
				t.Errorf("request %q is not in the log: %s", id, &log)
			}
		})
	}
}

func post(t *testing.T, base, query string) reply {
	t.Helper()
	body, err := json.Marshal(map[string]string{"query": query})
	if err != nil {
		t.Fatal(err)
	}
	response, err := http.Post(base+"/graphql", "application/json", bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	var answer reply
	if err := json.NewDecoder(response.Body).Decode(&answer); err != nil {
		t.Fatal(err)
	}
	return answer
}

func get(t *testing.T, address string) (int, string) {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	return answered(t, http.DefaultClient, request)
}

// answered is the status and the text that a request is answered with.
func answered(t *testing.T, client *http.Client, request *http.Request) (int, string) {
	t.Helper()
	response, err := client.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(text)
}
