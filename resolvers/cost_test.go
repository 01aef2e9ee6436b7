package resolvers

import (
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/validator"
)

// TestCost: what an answer is estimated to have, from the pages asked for.
func TestCost(t *testing.T) {
	cases := []struct {
		story, query string
		variables    map[string]any
		nodes        float64
	}{
		{"one node", `{ attack(id: "attack:x") { title } }`, nil, 1},
		{"nodes by their ids", `{ nodes(ids: ["group:a", "group:b"]) { id } }`, nil, 2},
		{"a page", `{ claims(first: 5) { nodes { id } } }`, nil, 5},
		{"a page whose length nobody named", `{ claims { nodes { id } } }`, nil, 20},
		{"a page by edges", `{ claims(last: 5) { edges { cursor node { id } } } }`, nil, 5},
		{"a count of a list", `{ claims(first: 200) { totalCount } }`, nil, 0},
		{"lists within a list", `{ groups(first: 100) { nodes { claims(first: 20) { nodes { id } } } } }`, nil, 2100},
		{"and what each of these is about", `{ groups(first: 100) { nodes { claims(first: 20) { nodes { statement { id } } } } } }`, nil, 4100},
		{"lists within a list, by variables", `query($n: Int, $m: Int = 3) { groups(first: $n) { nodes { claims(first: $m) { nodes { id } } } } }`, map[string]any{"n": 10}, 40},
		{"a list within a list whose length nobody named", `{ groups(first: 1) { nodes { claims { nodes { id } } } } }`, nil, 11},
		{"what a record names", `{ claims(first: 10) { nodes { asserters { id } } } }`, nil, 40},
		{"the dearest of several kinds", `{ actors(first: 10) { nodes { ... on Group { claims(first: 1) { nodes { id } } } ... on Person { claims(first: 4) { nodes { id } } } ... on Actor { statements(first: 1) { nodes { id } } } } } }`, nil, 60},
		{"what is left out", `query($no: Boolean!) { claims(first: 10) @skip(if: true) { nodes { id } } groups(first: 10) @include(if: $no) { nodes { id } } persons(first: 1) @skip(if: $no) { nodes { id } } }`, map[string]any{"no": false}, 1},
		{"a fragment on two lists", `{ a: claims(first: 2) { ...f } b: claims(first: 3) { ...f } } fragment f on ClaimConnection { totalCount nodes { id } }`, nil, 5},
		{"buckets", `{ attacks(first: 0) { facets(by: [KIND, YEAR], top: 7) { buckets { key } } } }`, nil, 14},
		{"a neighbourhood", `{ neighbourhood(of: ["group:a"], limit: 50) { nodes { id } } }`, nil, 50},
		{"paths", `{ paths(from: "group:a", to: "group:b", first: 4) { paths { nodes { id } } } }`, nil, 12},
	}
	_, schema := Schema()
	d := newDocuments(schema, DefaultLimits(), nil)
	for _, c := range cases {
		t.Run(c.story, func(t *testing.T) {
			doc, errs := d.parse(c.query)
			if len(errs) > 0 {
				t.Fatal(errs)
			}
			variables, err := validator.VariableValues(schema, doc.Operations[0], c.variables)
			if err != nil {
				t.Fatal(err)
			}
			op := &graphql.OperationContext{Operation: doc.Operations[0], Variables: variables}
			limits := DefaultLimits()
			if limits.Cost = int(c.nodes); limits.affordable(schema, op) != nil && c.nodes > 0 {
				t.Errorf("%v", limits.affordable(schema, op))
			}
			if limits.Cost = int(c.nodes) - 1; limits.affordable(schema, op) == nil {
				t.Errorf("it costs less than %.0f nodes", c.nodes)
			}
		})
	}
}
