package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"claimgraph/resolvers"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
)

// Front ends are written against the contract: whatever it names is served, with
// the same type, arguments and defaults. More may be served.
func TestTheContractIsKept(t *testing.T) {
	contract, err := gqlparser.LoadSchema(&ast.Source{Input: read(t, "testdata/contract.graphqls")})
	if err != nil {
		t.Fatal(err)
	}
	_, served := resolvers.Schema()
	wanted := func(name string, kept bool) bool {
		if !kept {
			t.Errorf("the contract's %s is not served", name)
		}
		return kept
	}
	for name, def := range contract.Types {
		ours := served.Types[name]
		if !wanted(name, ours != nil) {
			continue
		}
		for _, f := range def.Fields {
			g := ours.Fields.ForName(f.Name)
			if wanted(name+"."+f.Name, g != nil) {
				keeps(t, name+"."+f.Name, shape{f.Type, f.DefaultValue}, shape{g.Type, g.DefaultValue})
				keepsArguments(t, name+"."+f.Name, f.Arguments, g.Arguments)
			}
		}
		for _, v := range def.EnumValues {
			wanted(name+"."+v.Name, ours.EnumValues.ForName(v.Name) != nil)
		}
		for _, i := range def.Interfaces {
			wanted(name+" implements "+i, slices.Contains(ours.Interfaces, i))
		}
	}
}

// shape is what a field or an argument is.
type shape struct {
	of     *ast.Type
	preset *ast.Value
}

func keeps(t *testing.T, name string, want, got shape) {
	t.Helper()
	if want.of.String() != got.of.String() || fmt.Sprint(want.preset) != fmt.Sprint(got.preset) {
		t.Errorf("%s is %s = %v, in the contract %s = %v", name, got.of, got.preset, want.of, want.preset)
	}
}

func keepsArguments(t *testing.T, field string, want, got ast.ArgumentDefinitionList) {
	t.Helper()
	for _, a := range want {
		b := got.ForName(a.Name)
		if b == nil {
			t.Errorf("%s has no argument %s", field, a.Name)
			continue
		}
		keeps(t, field+"("+a.Name+")", shape{a.Type, a.DefaultValue}, shape{b.Type, b.DefaultValue})
	}
}

// TestWhatIsAnnouncedIsTaken: introspection and /schema.graphql tell of the same
// directives, and those for queries are accepted. @defer is none of them: it is
// refused, so nothing can be lost by it.
func TestWhatIsAnnouncedIsTaken(t *testing.T) {
	server := handler(seeded(t, emptySQLite(t)), quiet())
	var told struct {
		Schema struct {
			Directives []struct {
				Name      string
				Locations []string
			}
		} `json:"__schema"`
	}
	if err := json.Unmarshal(ask(t, server, `{ __schema { directives { name locations } } }`, nil).Data, &told); err != nil {
		t.Fatal(err)
	}
	text, err := gqlparser.LoadSchema(&ast.Source{Input: call(server, http.MethodGet, "/schema.graphql", "").Body.String()})
	if err != nil {
		t.Fatal(err)
	}
	announced := map[string]bool{}
	for _, d := range told.Schema.Directives {
		announced[d.Name] = true
		if text.Directives[d.Name] == nil {
			t.Errorf("the text does not tell of @%s", d.Name)
		}
		if !slices.Contains(d.Locations, "FRAGMENT_SPREAD") {
			continue
		}
		for _, place := range []string{`claims(first: 1) { totalCount ...f @%s(if: %t) } } fragment f on ClaimConnection { nodes { id } }`, `claims(first: 1) { totalCount ... @%s(if: %t) { nodes { id } } } }`} {
			for _, yes := range []bool{true, false} {
				got := ask(t, server, fmt.Sprintf("{ "+place, d.Name, yes), nil)
				if kept := strings.Contains(string(got.Data), `"nodes"`); len(got.Errors) > 0 || kept != (yes == (d.Name == "include")) {
					t.Errorf("@%s(if: %t): %s %v", d.Name, yes, got.Data, got.Errors)
				}
			}
		}
	}
	delete(text.Directives, "defer") // the parser knows it, whatever the text says
	for name := range text.Directives {
		if !announced[name] {
			t.Errorf("introspection does not tell of @%s", name)
		}
	}
	for _, name := range []string{"include", "skip"} {
		if !announced[name] {
			t.Errorf("@%s is not announced", name)
		}
	}
	for _, name := range []string{"defer", "stream"} {
		if announced[name] || strings.Contains(text.Query.Position.Src.Input, "@"+name) {
			t.Errorf("@%s is announced", name)
		}
		for _, query := range []string{`{ claims { ... @%s { totalCount } } }`, `{ claims { ...f @%s(if: false) } } fragment f on ClaimConnection { totalCount }`} {
			got := ask(t, server, fmt.Sprintf(query, name), nil)
			if len(got.Errors) != 1 || got.Errors[0].Extensions["code"] != "BAD_QUERY" || got.Data != nil {
				t.Errorf("@%s: %s %v", name, got.Data, got.Errors)
			}
		}
	}
}
