package graph_test

import (
	"os"
	"slices"
	"testing"

	"claimgraph/graph"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
)

func schema(t testing.TB) *ast.Schema {
	t.Helper()
	text, err := os.ReadFile("generated/schema.graphqls")
	if err != nil {
		t.Fatal(err)
	}
	parsed, err := gqlparser.LoadSchema(&ast.Source{Name: "schema.graphqls", Input: string(text)})
	if err != nil {
		t.Fatal(err)
	}
	return parsed
}

// A filter field without a row would be served and refuse every question.
func TestEveryFilterFieldHasARow(t *testing.T) {
	for name, def := range schema(t).Types {
		if def.Kind != ast.InputObject || def.Fields.ForName("and") == nil {
			continue
		}
		rows := graph.Filters[name]
		for _, f := range def.Fields {
			if rows[f.Name] == nil && !slices.Contains([]string{"and", "or", "not"}, f.Name) {
				t.Errorf("%s.%s has no row in filters.go", name, f.Name)
			}
		}
		for row := range rows {
			if def.Fields.ForName(row) == nil {
				t.Errorf("filters.go has a row %s.%s that the schema does not know", name, row)
			}
		}
	}
}

// Every order word of the API has a column, and every enum its words, in order.
func TestWordsAndOrdersAgreeWithTheSchema(t *testing.T) {
	types := schema(t).Types
	orders := map[string]string{
		"ActorOrderBy": "group", "AffiliationOrderBy": "affiliation", "LocationOrderBy": "location", "AttackOrderBy": "attack",
		"StatementOrderBy": "statement", "ClaimOrderBy": "claim", "ResponseOrderBy": "denial", "SourceOrderBy": "source", "StatisticOrderBy": "statistic",
	}
	for enum, prefix := range orders {
		family := graph.KindNamed(graph.ID(prefix + ":x").Kind()).Family
		for _, word := range types[enum].EnumValues {
			if family.Orders[word.Name].Column == nil {
				t.Errorf("%s.%s has no column", enum, word.Name)
			}
		}
	}
	for name, words := range map[string][]string{
		"Aspect": list(graph.Aspects), "Standing": list(graph.Standings), "Derivation": list(graph.Derivations),
		"NodeKind": list(graph.NodeKinds), "AttackKind": list(graph.AttackKinds), "ActorKind": list(graph.ActorKinds),
		"LocationKind": list(graph.LocationKinds), "AffiliationKind": list(graph.AffiliationKinds), "Certainty": list(graph.Certainties),
		"VictimCategory": list(graph.VictimCategories), "CasualtyOutcome": list(graph.CasualtyOutcomes), "Quantifier": list(graph.Quantifiers),
		"AttackFacetBy": list(graph.AttackFacets), "ClaimFacetBy": list(graph.ClaimFacets),
	} {
		var served []string
		for _, v := range types[name].EnumValues {
			served = append(served, v.Name)
		}
		if !slices.Equal(served, words) {
			t.Errorf("%s: the schema has %v, the vocabulary %v", name, served, words)
		}
	}
}

func list[W ~string](words []W) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = string(w)
	}
	return out
}

// Every relation starts and ends at kinds, and its table stands on its own name.
func TestRelationsAreWhole(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range graph.Relations {
		if seen[r.Name] || r.Links == nil || len(r.From) == 0 || len(r.To) == 0 {
			t.Errorf("relation %s", r.Name)
		}
		seen[r.Name] = true
	}
}
