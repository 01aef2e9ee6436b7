package main

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"claimgraph/graph"
	"claimgraph/resolvers"

	"github.com/vektah/gqlparser/v2/ast"
)

// TestRandomQueries asks what nobody thought of: selections of random make, over
// interfaces, aliases, pictures within pictures. Whatever is valid has an answer
// without a hole in it, the same from both stores.
func TestRandomQueries(t *testing.T) {
	const rounds = 40
	var answers []string
	eachStore(t, func(t *testing.T, s *counting) {
		if err := loadFollowUp(t.Context(), s); err != nil {
			t.Fatal(err)
		}
		server := handler(s, quiet())
		first := answers == nil
		for i := range rounds {
			query := randomQuery(rand.New(rand.NewPCG(uint64(i), 4)))
			got := ask(t, server, query, nil)
			if len(got.Errors) > 0 && !tooMuch.MatchString(got.Errors[0].Message) {
				t.Errorf("%d: %s %v\n%s", i, got.Errors[0].Message, got.Errors[0].Path, query)
			}
			if first {
				answers = append(answers, string(got.Data))
			} else if answers[i] != string(got.Data) {
				t.Errorf("%d: the stores differ over\n%s", i, query)
			}
		}
	})
}

// tooMuch is what is said to valid questions: as of a day there are no facets,
// and an answer has its size.
var tooMuch = regexp.MustCompile(`as things stand now|are not given at once`)

// asker writes a query.
type asker struct {
	*rand.Rand
	schema *ast.Schema
	text   strings.Builder
	fields int
}

func randomQuery(r *rand.Rand) string {
	_, schema := resolvers.Schema()
	a := &asker{Rand: r, schema: schema}
	a.text.WriteString("{")
	root := schema.Query
	for range 1 + r.IntN(2) {
		f := root.Fields[r.IntN(len(root.Fields))]
		if strings.HasPrefix(f.Name, "__") {
			continue
		}
		a.field(f, 0)
	}
	a.text.WriteString(" node(id: \"attack:ml-2017-abeibara\") {")
	a.selection(schema.Types["Node"], 1)
	a.text.WriteString("} }")
	return a.text.String()
}

// field asks one field under an alias of its own.
func (a *asker) field(f *ast.FieldDefinition, depth int) {
	a.fields++
	fmt.Fprintf(&a.text, " f%d: %s", a.fields, f.Name)
	var given []string
	for _, arg := range f.Arguments {
		if v := a.argument(arg); v != "" {
			given = append(given, arg.Name+": "+v)
		}
	}
	if given != nil {
		a.text.WriteString("(" + strings.Join(given, ", ") + ")")
	}
	if def := a.schema.Types[f.Type.Name()]; def.IsCompositeType() {
		a.text.WriteString(" {")
		a.selection(def, depth+1)
		a.text.WriteString("}")
	}
}

func (a *asker) selection(def *ast.Definition, depth int) {
	a.text.WriteString(" __typename")
	if a.fields > 150 {
		return
	}
	if def.IsAbstractType() {
		for _, possible := range a.schema.GetPossibleTypes(def) {
			if a.IntN(3) == 0 {
				a.text.WriteString(" ... on " + possible.Name + " {")
				a.selection(possible, depth)
				a.text.WriteString("}")
			}
		}
	}
	var deep, flat []*ast.FieldDefinition
	for _, f := range def.Fields {
		if a.schema.Types[f.Type.Name()].IsCompositeType() {
			deep = append(deep, f)
		} else if !strings.HasPrefix(f.Name, "__") && f.Name != "recordedAt" { // the stores were filled one after the other
			flat = append(flat, f)
		}
	}
	for _, f := range flat {
		if a.IntN(3) == 0 {
			a.field(f, depth)
		}
	}
	if depth > 5 || len(deep) == 0 {
		return
	}
	for range 1 + a.IntN(2) {
		a.field(deep[a.IntN(len(deep))], depth)
	}
}

// argument gives a value, or nothing where none is needed.
func (a *asker) argument(arg *ast.ArgumentDefinition) string {
	needed := arg.Type.NonNull && arg.DefaultValue == nil
	def := a.schema.Types[arg.Type.Name()]
	switch {
	case arg.Name == "first":
		return "2"
	case !needed && a.IntN(3) > 0:
		return ""
	case arg.Name == "id":
		return a.id()
	case arg.Name == "ids" || arg.Name == "of":
		return "[" + a.id() + ", " + a.id() + "]"
	case arg.Name == "from" || arg.Name == "to":
		return a.id()
	case arg.Type.Name() == "Date":
		return fmt.Sprintf("%q", graph.Date(20171020+a.IntN(11)).String())
	case def.Kind == ast.Enum && arg.Type.Elem != nil:
		return "[" + a.enum(def) + "]"
	case def.Kind == ast.Enum:
		return a.enum(def)
	case arg.Name == "policy":
		return "{bases: [SELF_CLAIMED, ACCUSED, SUSPECTED], excludeDisputed: " + fmt.Sprint(a.IntN(2) == 0) + "}"
	case arg.Name == "asserters":
		return `{kind: [STATE_FORCE, INTERGOVERNMENTAL]}`
	case arg.Name == "depth":
		return "2"
	case arg.Name == "text":
		return `"jnim"`
	case arg.Name == "scheme":
		return `"wikidata"`
	case arg.Name == "values":
		return `["Q1"]`
	}
	return ""
}

// enum is a value that is not refused everywhere.
func (a *asker) enum(def *ast.Definition) string {
	values := slices.DeleteFunc(slices.Clone(def.EnumValues), func(v *ast.EnumValueDefinition) bool {
		return v.Name == "UNSPECIFIED" || v.Name == "AUTHENTICITY"
	})
	return values[a.IntN(len(values))].Name
}

func (a *asker) id() string {
	ids := []string{"group:jnim", "group:french-forces", "attack:ml-2017-abeibara", "attack:ml-2017-soumpi", "claim:ml-2017-abeibara-jnim", "location:ml", "source:lwj-2017-jnim-string", "statement:jnim-2017-10-1", "group:nobody"}
	return fmt.Sprintf("%q", ids[a.IntN(len(ids))])
}
