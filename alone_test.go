package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"claimgraph/graph"
	"claimgraph/resolvers"

	"github.com/vektah/gqlparser/v2/ast"
)

// TestAFieldAlone: a selection says how much of a node is read. So each field of
// each kind, asked for alone, has the answer that it has among all others. What
// the stores give of a part of a node is held by their suite.
func TestAFieldAlone(t *testing.T) {
	s := seeded(t, emptySQLite(t))
	if err := loadFollowUp(t.Context(), s); err != nil {
		t.Fatal(err)
	}
	_, schema := resolvers.Schema()
	offered := offer{Limits: resolvers.DefaultLimits()}
	offered.Cost *= 100
	server := site(s, quiet(), offered)
	for _, kind := range graph.Kinds {
		tree, err := s.Fetch(t.Context(), graph.Fetch{Query: &graph.Query{Kinds: []graph.NodeKind{kind.Name}, Limit: 12}})
		if err != nil {
			t.Fatal(err)
		}
		if len(tree.Nodes) == 0 {
			t.Errorf("there is no %s to ask about", kind.Label)
		}
		var fields []string
		for _, f := range schema.Types[kind.Label].Fields {
			if text, ok := inside(schema, f, 2); ok {
				fields = append(fields, fmt.Sprintf("f%d: %s", len(fields), text))
			}
		}
		for _, id := range tree.Page(0, "").IDs {
			about := func(selection string) map[string]json.RawMessage {
				got := ask(t, server, fmt.Sprintf("{ node(id: %q) { ... on %s { %s } } }", id, kind.Label, selection), nil)
				var answer struct{ Node map[string]json.RawMessage }
				if err := json.Unmarshal(got.Data, &answer); err != nil || len(got.Errors) > 0 {
					t.Fatalf("%s of %s: %v %v", selection, id, err, got.Errors)
				}
				return answer.Node
			}
			together := about(strings.Join(fields, " "))
			for _, f := range fields {
				alias, _, _ := strings.Cut(f, ":")
				if alone := about(f); string(alone[alias]) != string(together[alias]) {
					t.Errorf("%s of %s\nalone: %s\namong all: %s", f, id, alone[alias], together[alias])
				}
			}
		}
	}
}

// inside selects a field with what lies in it, some levels deep; false where it
// cannot be asked without arguments.
func inside(schema *ast.Schema, f *ast.FieldDefinition, deep int) (string, bool) {
	def := schema.Types[f.Type.Name()]
	switch {
	case strings.HasPrefix(f.Name, "__") || slices.ContainsFunc(f.Arguments, func(a *ast.ArgumentDefinition) bool { return a.Type.NonNull && a.DefaultValue == nil }):
		return "", false
	case !def.IsCompositeType():
		return f.Name, true
	case def.Kind == ast.Union || slices.Contains(def.Interfaces, "Node") || def.Name == "Node":
		return f.Name + " { __typename ... on Node { id } }", true
	case deep == 0:
		return "", false
	}
	parts := []string{"__typename"}
	for _, inner := range def.Fields {
		if text, ok := inside(schema, inner, deep-1); ok {
			parts = append(parts, text)
		}
	}
	return f.Name + " { " + strings.Join(parts, " ") + " }", true
}
