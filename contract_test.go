package main

import (
	"fmt"
	"slices"
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
