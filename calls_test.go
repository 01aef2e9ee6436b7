package main

import (
	"encoding/json"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"claimgraph/graph"
	"claimgraph/resolvers"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator/rules"
)

// TestOneCallARootField counts what is asked of the stores: the port once a
// root field, SQLite at most one statement a relation and one that looks ahead,
// Neo4j at most two. What a picture is drawn from are branches of the same tree;
// what falls within the scope of a statistic is asked once the statistic is there.
func TestOneCallARootField(t *testing.T) {
	eachStore(t, func(t *testing.T, s *counting) {
		server := handler(s, quiet())
		for _, path := range queries(t) {
			name := strings.TrimSuffix(filepath.Base(path), ".graphql")
			t.Run(name, func(t *testing.T) {
				text := read(t, path)
				roots, relations, beside := selected(t, text)
				calls, statements, branches, looks := s.calls.Load(), s.statements(), s.branches.Load(), s.looks.Load()
				got := ask(t, server, text, optional(t, strings.TrimSuffix(path, ".graphql")+".variables.json"))
				if len(got.Errors) > 0 {
					t.Fatal(got.Errors[0].Message)
				}
				calls, statements, branches, looks = s.calls.Load()-calls, s.statements()-statements, s.branches.Load()-branches, s.looks.Load()-looks
				t.Logf("%d root fields, %d relations: %d calls, %d branches, %d statements", roots, relations, calls, branches, statements)
				switch wanted := roots + beside + chosen(text); {
				case looks > 0:
					walksCost(t, roots, int(calls), int(looks))
				case int(calls) != wanted:
					t.Errorf("%d calls, not %d", calls, wanted)
				}
				most := 2*int(calls) + relations
				if drawn.MatchString(text) || looks > 0 { // what a picture looks at is selected by the picture
					most = int(2*calls + branches)
				}
				if strings.HasPrefix(t.Name(), "TestOneCallARootField/neo4j") {
					most = 2 * (int(calls) + strings.Count(text, "ownCount"))
				}
				most += int(looks)
				if int(statements) > most {
					t.Errorf("%d statements, at most %d", statements, most)
				}
			})
		}
	})
}

// TestCountsAlone: where rows are not selected none is looked for, and a page of
// none still tells whether it has a next one.
func TestCountsAlone(t *testing.T) {
	eachStore(t, func(t *testing.T, s *counting) {
		got := ask(t, handler(s, quiet()), `{
			attack(id: "attack:ml-2017-dioro") { claims { totalCount } responses(first: 0) { pageInfo { hasNextPage } } }
			claims(first: 0) { totalCount nodes { id } pageInfo { hasNextPage endCursor } }
			attacks { totalCount }
		}`, nil)
		const want = `{"attack":{"claims":{"totalCount":1},"responses":{"pageInfo":{"hasNextPage":true}}},` +
			`"claims":{"totalCount":10,"nodes":[],"pageInfo":{"hasNextPage":true,"endCursor":null}},"attacks":{"totalCount":9}}`
		if text, err := json.Marshal(got.Data); err != nil || string(text) != want {
			t.Errorf("%s, %v", text, err)
		}
	})
}

// walksCost: a walk looks around itself once a level, and once more where both
// its ends meet; it asks once for what it found there, for where it begins, and
// for what is to be shown.
func walksCost(t *testing.T, roots, calls, looks int) {
	t.Helper()
	if most := looks + 2*roots; calls > most {
		t.Errorf("%d calls beside %d looks, at most %d", calls, looks, most)
	}
	const levels = 4 // of the longest walks asked for
	if most := 2 * levels * roots; looks > most {
		t.Errorf("%d looks of %d walks, at most %d", looks, roots, most)
	}
}

// drawn finds the pictures among the fields of a query.
var drawn = regexp.MustCompile(`\b(attribution|accounts|toll|conflicts|origins|timeline|record|network|ownCount|rivals|standingHistory|asOf|facets)\b`)

// chosen are the calls beside those of the root fields: where a toll counts the
// accounts of some actors only, which these are is looked up once; where a filter
// asks of the map, the points of all places are, once for all of them; what other
// databases know is asked once for each of the four families they number.
func chosen(text string) int {
	more := 0
	if strings.Contains(text, "toll(") && strings.Contains(text, "asserters:") {
		more++
	}
	if strings.Contains(text, "box:") || strings.Contains(text, "circle:") {
		more++
	}
	for _, values := range known.FindAllStringSubmatch(text, -1) {
		if more--; values[1] != "" {
			more += 4
		}
	}
	return more
}

var known = regexp.MustCompile(`byExternalIds\([^)]*values: \[([^]]*)\]`)

// selected counts the root fields and the selected relations of a query; a
// fragment counts each time it is spread. Beside are calls more than the root
// fields: buckets of facets that stand for nodes are known once all was counted,
// and are looked up then, all at once; so is what lies beyond the few nodes that a
// search finds. A search that can find nothing asks nobody.
func selected(t *testing.T, text string) (roots, relations, beside int) {
	t.Helper()
	_, schema := resolvers.Schema()
	doc, errs := gqlparser.LoadQueryWithRules(schema, text, rules.NewDefaultRules())
	if errs != nil {
		t.Fatal(errs)
	}
	shelved := false
	var count func(set ast.SelectionSet)
	count = func(set ast.SelectionSet) {
		for _, s := range set {
			switch s := s.(type) {
			case *ast.Field:
				if leads(s) {
					relations++
				}
				shelved = shelved || s.Name == "facets" && ofNodes.MatchString(s.Arguments.ForName("by").Value.String())
				count(s.SelectionSet)
			case *ast.InlineFragment:
				count(s.SelectionSet)
			case *ast.FragmentSpread:
				count(s.Definition.SelectionSet)
			}
		}
	}
	set := doc.Operations[0].SelectionSet
	for _, root := range set {
		shelved = false
		before := relations
		count(ast.SelectionSet{root})
		f := root.(*ast.Field)
		switch {
		case shelved, f.Name == "search" && relations > before:
			beside++
		case f.Name == "search" && searchedFor(t, f).Nothing():
			beside--
		}
	}
	return len(set), relations, beside
}

// searchedFor is what a field searches for, as far as it can find anything.
func searchedFor(t *testing.T, f *ast.Field) graph.Search {
	t.Helper()
	var kinds []graph.NodeKind
	if of := f.Arguments.ForName("kinds"); of != nil {
		kinds = make([]graph.NodeKind, len(of.Value.Children))
	}
	search, err := graph.SearchFor(f.Arguments.ForName("text").Value.Raw, kinds)
	if err != nil {
		t.Fatal(err)
	}
	return search
}

// ofNodes are the facets whose buckets stand for nodes.
var ofNodes = regexp.MustCompile(`COUNTRY|ADMIN1|CLAIMANT|ASSERTER`)

// leads tells whether a field follows a relation, on whatever type it stands.
func leads(f *ast.Field) bool {
	for name := range graph.Fields {
		if strings.HasSuffix(name, "."+f.Name) {
			return len(f.SelectionSet) > 0
		}
	}
	return false
}

// TestDeepQueries asks what the golden ones do not: fragments spread twice,
// aliases with other arguments, interfaces, node and nodes.
func TestDeepQueries(t *testing.T) {
	const query = `
	fragment who on Actor { name affiliations(direction: FROM, first: 2) { nodes { kind to { name } } } ... on Group { active { start { earliest } } } }
	fragment cited on Sourced { citations { locator source { title publisher { ...who } authors { ...who } } } }
	query Deep {
		claims(first: 3) { edges { cursor node { ...cited asserters { ...who } newest: responses(first: 1) { nodes { ...cited asserters { ...who } } } oldest: responses(last: 1) { nodes { id __typename } } } } }
		node(id: "attack:ml-2017-abeibara") { __typename id ... on Attack { title claims { nodes { denials { nodes { asserters { ...who } respondsTo { ... on Claim { kind } } } } } } ...cited } }
		nodes(ids: ["group:jnim", "claim:no-such-claim", "location:ml-kidal-town", "group:jnim"]) { id ... on Actor { ...who claims(first: 2) { nodes { about { ... on Attack { title } } } } } ... on Location { ancestors { name } attacks(certainty: POSSIBLE) { possibleCount edges { match node { title } } } } }
		group(id: "claim:ml-2017-dioro-jnim") { name }
	}`
	eachStore(t, func(t *testing.T, s *counting) {
		server := handler(s, quiet())
		calls := s.calls.Load()
		got := ask(t, server, query, nil)
		if len(got.Errors) > 0 {
			t.Fatal(got.Errors[0].Message)
		}
		if n := s.calls.Load() - calls; n != 3 {
			t.Errorf("%d calls; three root fields have something to fetch, the fourth names a claim where a group is asked for", n)
		}
		golden(t, "testdata/deep.answer.json", got.Data, t.Name() == "TestDeepQueries/sqlite")
	})
}
