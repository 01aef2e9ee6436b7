package playground

import (
	"encoding/json"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
)

func TestEveryTabIsOneNamedQueryWithItsVariables(t *testing.T) {
	for _, tab := range Tabs() {
		document, err := parser.ParseQuery(&ast.Source{Name: tab.Name, Input: tab.Query})
		if err != nil {
			t.Errorf("%s: %v", tab.Name, err)
			continue
		}
		if len(document.Operations) != 1 || document.Operations[0].Operation != ast.Query {
			t.Errorf("%s: not one query", tab.Name)
			continue
		}
		if document.Operations[0].Name == "" {
			t.Errorf("%s: the tab would be called <untitled>", tab.Name)
		}
		if got, want := given(t, tab), declared(document.Operations[0]); !slices.Equal(got, want) {
			t.Errorf("%s: variables %q for the declared %q", tab.Name, got, want)
		}
	}
}

// given are the names of the variables a tab comes with.
func given(t *testing.T, tab Tab) []string {
	t.Helper()
	values := map[string]any{}
	if tab.Variables != nil {
		if err := json.Unmarshal(tab.Variables, &values); err != nil {
			t.Errorf("%s: %v", tab.Name, err)
		}
	}
	return slices.Sorted(maps.Keys(values))
}

// declared are the names of the variables a query needs.
func declared(query *ast.OperationDefinition) []string {
	var names []string
	for _, variable := range query.VariableDefinitions {
		if variable.DefaultValue == nil {
			names = append(names, variable.Variable)
		}
	}
	slices.Sort(names)
	return names
}

func TestEveryTabExplainsItself(t *testing.T) {
	for _, tab := range Tabs() {
		if !strings.HasPrefix(tab.Query, "# ") {
			t.Errorf("%s does not begin with a comment", tab.Name)
		}
	}
	first, _, _ := strings.Cut(Tabs()[0].Query, "query ")
	for _, word := range []string{"claim", "denial", "standing", "Ctrl-Enter"} {
		if !strings.Contains(first, word) {
			t.Errorf("the first thing a reader sees does not say %q", word)
		}
	}
}

func TestTheDisputedClaimsComeFirst(t *testing.T) {
	if got := Tabs()[0].Name; got != "disputed_claims" {
		t.Errorf("first is %q", got)
	}
}

func TestEveryFileOfTheTabsIsUsed(t *testing.T) {
	entries, err := fs.ReadDir(tabFiles, "tabs")
	must(err)
	used := 0
	for _, tab := range Tabs() {
		used++
		if tab.Variables != nil {
			used++
		}
	}
	if used != len(entries) {
		t.Errorf("%d files, %d of them used: is a name misspelt?", len(entries), used)
	}
}
