package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// hostile are questions made to hurt: small to send, dear to answer. Each says
// which limit it meets, as the client is told.
var hostile = []struct{ story, query, variables, code, says string }{
	{"fragments that double, in one place", `{ claims { nodes { ...f0 } } }` +
		many(20, func(i int) string { return fmt.Sprintf(`fragment f%d on Claim { ...f%d ...f%[2]d }`, i, i+1) }) + `fragment f20 on Claim { id }`, "", "LIMIT_EXCEEDED", "1000000"},
	{"fragments that double, through lists", `{ claims { nodes { ...f0 } } }` +
		many(2, func(i int) string {
			both := fmt.Sprintf(`{ nodes { about { ... on Attack { x: claims { nodes { ...f%d } } y: claims { nodes { ...f%[1]d } } } } } }`, i+1)
			return fmt.Sprintf(`fragment f%d on Claim { a: denials %s b: denials %[2]s }`, i, both)
		}) + `fragment f2 on Claim { id }`, "", "LIMIT_EXCEEDED", "20000"},
	{"fragments that double, sixty levels down", `{ claims { nodes { ...f0 } } }` +
		many(60, func(i int) string {
			return fmt.Sprintf(`fragment f%d on Claim { a: about { ...f%d } b: about { ...f%[2]d } }`, i, i+1)
		}) + `fragment f60 on Claim { id }`, "", "LIMIT_EXCEEDED", "more than 15"},
	{"ten thousand repeated fields", `{` + strings.Repeat(" __typename", 10_000) + `}`, "", "LIMIT_EXCEEDED", "2500 tokens"},
	{"as many repeated fields as fit", `{ claims { nodes {` + strings.Repeat(" id", 2400) + `} } }`, "", "LIMIT_EXCEEDED", "250000"},
	{"as many spreads as fit", `{ claims { nodes {` + strings.Repeat(" ...f", 1200) + `} } } fragment f on Claim { id }`, "", "LIMIT_EXCEEDED", "250000"},
	{"ten thousand unknown directives", `{ __typename` + many(10_000, func(i int) string { return fmt.Sprintf(" @a%d", i) }) + `}`, "", "LIMIT_EXCEEDED", "2500 tokens"},
	{"as many unknown directives as fit", `{ __typename` + many(1200, func(i int) string { return fmt.Sprintf(" @a%d", i) }) + `}`, "", "BAD_QUERY", "@a0"},
	{"unknown fields with an advice each", `{ claims { nodes {` + many(2400, func(i int) string { return fmt.Sprintf(" assertersx%d", i) }) + `} } }`, "", "BAD_QUERY", "assertersx0"},
	{"fields that contradict each other", `{ claims { nodes {` + many(800, func(i int) string { return fmt.Sprintf(" a: x%d", i) }) + `} } }`, "", "LIMIT_EXCEEDED", "250000"},
	{"unknown fragments", `{` + many(1200, func(i int) string { return fmt.Sprintf(" ...f%d", i) }) + `}`, "", "LIMIT_EXCEEDED", "250000"},
	{"a circle of fragments", `{ claims { nodes { ...a } } } fragment a on Claim { about { ...b } } fragment b on Attack { claims { nodes { ...a } } }`, "", "BAD_QUERY", "within itself"},
	{"a query a thousand levels deep", strings.Repeat(`{ claims { nodes `, 600) + `{ id }` + strings.Repeat(`} }`, 600), "", "LIMIT_EXCEEDED", "2500"},
	{"a query sixteen levels deep", `{ attacks { nodes ` + strings.Repeat(`{ claims { nodes { about { ... on Attack `, 5) + `{ id }` + strings.Repeat(`} } } }`, 5) + `} }`, "", "LIMIT_EXCEEDED", "18 levels"},
	{"lists in lists in lists", `{ groups(first: 200) { nodes { claims(first: 200) { nodes { id } } } } }`, "", "LIMIT_EXCEEDED", "40200 nodes"},
	{"lists in lists whose lengths nobody named", `{ statements { nodes { claims { nodes { denials { nodes { responses { nodes { id } } } } } } } } }`, "", "LIMIT_EXCEEDED", "22220 nodes"},
	{"the same in variables", `query($n: Int) { groups(first: $n) { nodes { claims(last: $n) { edges { node { id } } } } } }`, `{"n": 200}`, "LIMIT_EXCEEDED", "40200 nodes"},
	{"wide aliases at the root", `{` + many(31, func(i int) string { return fmt.Sprintf(" a%d: claims { totalCount }", i) }) + `}`, "", "LIMIT_EXCEEDED", "31 fields"},
	{"wide aliases in fragments at the root", `{ ...f ...g } fragment f on Query {` + many(16, func(i int) string { return fmt.Sprintf(" a%d: claims { totalCount }", i) }) + `} fragment g on Query {` + many(16, func(i int) string { return fmt.Sprintf(" b%d: claims { totalCount }", i) }) + `}`, "", "LIMIT_EXCEEDED", "32 fields"},
	{"wide aliases below", `{ groups(first: 200) { nodes {` + many(100, func(i int) string { return fmt.Sprintf(" a%d: claims(first: 3) { nodes { id } }", i) }) + `} } }`, "", "LIMIT_EXCEEDED", "60200 nodes"},
	{"wide aliases of plain values", `{ groups(first: 200) { nodes { claims(first: 90) { nodes {` + many(800, func(i int) string { return fmt.Sprintf(" a%d: id", i) }) + `} } } } }`, "", "LIMIT_EXCEEDED", "14400000 values"},
	{"a filter seven levels deep", `{ attacks(filter: {` + strings.Repeat(`not: {`, 6) + `}` + strings.Repeat(`}`, 6) + `) { totalCount } }`, "", "LIMIT_EXCEEDED", "deeper than 6"},
	{"a filter as deep as JSON goes, in variables", `query($f: AttackFilter) { attacks(filter: $f) { totalCount } }`, `{"f": ` + strings.Repeat(`{"not": `, 4000) + `{}` + strings.Repeat(`}`, 4000) + `}`, "LIMIT_EXCEEDED", "deeper than 60"},
	{"a filter of many", `query($f: [AttackFilter!]) { attacks(filter: { or: $f }) { totalCount } }`, `{"f": [` + strings.Repeat(`{"title": {"contains": "x"}}, `, 100) + `{}]}`, "LIMIT_EXCEEDED", "more than 100"},
	{"a word without end that is no field", `{ ` + strings.Repeat("a", 500_000) + ` }`, "", "BAD_QUERY", "Cannot query"},
	{"a word without end that is no argument", `{ claims(` + strings.Repeat("a", 500_000) + `: 1) { totalCount } }`, "", "BAD_QUERY", "Unknown argument"},
	{"a word without end that is no value", `{ claims(filter: { kind: ` + strings.Repeat("a", 500_000) + ` }) { totalCount } }`, "", "BAD_QUERY", "filter.kind"},
	{"a word without end that is no id", `query($id: ID!) { node(id: $id) { id } }`, `{"id": "` + strings.Repeat("a", 500_000) + `"}`, "BAD_INPUT", "is not an id"},
	{"more words than are searched for", `query($text: String!) { search(text: $text) { totalCount } }`, `{"text": "` + strings.Repeat("a b ", 20_000) + `c0 c1 c2 c3 c4 c5 c6 c7 c8 c9 c10 c11 c12 c13 c14 c15 c16 c17 c18 c19 c20 c21 c22 c23 c24 c25 c26 c27 c28 c29 c30 c31 c32 c33 c34 c35 c36 c37 c38 c39 c40 c41 c42 c43 c44 c45 c46 c47 c48 c49"}`, "LIMIT_EXCEEDED", "50 different words"},
	{"a hundred thousand ids", `query($ids: [ID!]!) { nodes(ids: $ids) { id } }`, `{"ids": ["group:a"` + strings.Repeat(`,"group:a"`, 100_000) + `]}`, "LIMIT_EXCEEDED", "at most 500"},
	{"huge variables that no list is too long for", `query($f: [AttackFilter!]) { attacks(filter: { and: $f }) { totalCount } }`, `{"f": [` + strings.Repeat(`{"or": [`+strings.Repeat(`{},`, 400)+`{}]},`, 400) + `{}]}`, "LIMIT_EXCEEDED", "5000 values"},
	{"a variable nobody declared, of a megabyte", `{ __typename }`, `{"x": "` + strings.Repeat("x", 1<<20) + `"}`, "LIMIT_EXCEEDED", "1048576 bytes"},
	{"circular introspection", `{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }`, "", "LIMIT_EXCEEDED", "2 lists"},
	{"introspection by wide aliases", `{ __schema {` + many(60, func(i int) string { return fmt.Sprintf(" a%d: types { fields { type { fields { name } } } }", i) }) + `} }`, "", "LIMIT_EXCEEDED", "nodes"},
}

func many(n int, piece func(i int) string) string {
	var all strings.Builder
	for i := range n {
		all.WriteString(piece(i))
	}
	return all.String()
}

// TestHostileQueries: each is refused with its code and the number it exceeds,
// before the store is asked anything, in an answer that is small itself.
func TestHostileQueries(t *testing.T) {
	s := seeded(t, emptySQLite(t))
	server := handler(s, quiet())
	for _, c := range hostile {
		t.Run(c.story, func(t *testing.T) {
			s.calls.Store(0)
			body, err := json.Marshal(map[string]any{"query": c.query, "variables": json.RawMessage(orNull(c.variables))})
			if err != nil {
				t.Fatal(err)
			}
			request := httptest.NewRequest(http.MethodPost, "/graphql", strings.NewReader(string(body)))
			request.Header.Set("Content-Type", "application/json")
			recorded := httptest.NewRecorder()
			began := time.Now()
			server.ServeHTTP(recorded, request)
			t.Logf("%d bytes, refused after %s", len(body), time.Since(began).Round(time.Microsecond))
			var got reply
			if err := json.Unmarshal(recorded.Body.Bytes(), &got); err != nil {
				t.Fatal(err)
			}
			if len(got.Errors) == 0 {
				t.Fatalf("answered: %.200s", got.Data)
			}
			if e := got.Errors[0]; e.Extensions["code"] != c.code || !strings.Contains(e.Message, c.says) {
				t.Errorf("%v: %s", e.Extensions, e.Message)
			}
			if limit, _ := got.Errors[0].Extensions["limit"].(string); (limit != "") != (c.code == "LIMIT_EXCEEDED") {
				t.Errorf("the limit is called %q", limit)
			}
			if len(got.Errors) > 21 || recorded.Body.Len() > 10_000 {
				t.Errorf("%d errors in %d bytes", len(got.Errors), recorded.Body.Len())
			}
			if n := s.calls.Load(); n > 0 {
				t.Errorf("the store was asked %d times", n)
			}
		})
	}
}

func orNull(text string) string {
	if text == "" {
		return "null"
	}
	return text
}
