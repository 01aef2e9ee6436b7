package resolvers

import (
	"math"
	"slices"
	"strings"

	"claimgraph/graph"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// How long lists are taken to be that nobody asked a length of: those without
// pages, in which a record names, cites or says something of itself, and pages
// of lists within lists, of which most are not full.
const (
	few      = 3
	halfPage = graph.DefaultPage / 2
)

// cost estimates how large an answer may become. A selection costs as much for
// each page of a list as the page is long, so what a selection inside a list
// costs is kept apart, as what each member costs. So each fragment is measured
// once, on whatever page it is spread.
type cost struct {
	schema    *ast.Schema
	variables map[string]any
	seen      map[string]price
}

// price is what a selection costs: once, and for each member of the list it is on.
type price struct{ once, each size }

// size counts nodes and plain values.
type size struct{ nodes, values float64 }

func (s size) plus(o size) size         { return size{s.nodes + o.nodes, s.values + o.values} }
func (s size) times(n float64) size     { return size{s.nodes * n, s.values * n} }
func (s size) most(o size) size         { return size{max(s.nodes, o.nodes), max(s.values, o.values)} }
func (p price) plus(o price) price      { return price{p.once.plus(o.once), p.each.plus(o.each)} }
func (p price) most(o price) price      { return price{p.once.most(o.once), p.each.most(o.each)} }
func (p price) on(members float64) size { return p.once.plus(p.each.times(members)) }

// affordable refuses a query whose answer may become too large, and names the
// field at its root that costs most.
func (l Limits) affordable(schema *ast.Schema, op *graphql.OperationContext) *gqlerror.Error {
	c := &cost{schema: schema, variables: op.Variables, seen: map[string]price{}}
	all := c.of(op.Operation.SelectionSet).once
	var why error
	switch {
	case all.nodes > float64(l.Cost):
		why = graph.LimitExceeded(graph.LimitCost, "the answer may have %.0f nodes, and more than %d are not given at once; ask for shorter pages, or for fewer lists within lists", all.nodes, l.Cost)
	case all.values > valuesANode*float64(l.Cost):
		why = graph.LimitExceeded(graph.LimitCost, "the answer may have %.0f values, and more than %d are not given at once; ask for shorter pages, or for fewer fields", all.values, valuesANode*l.Cost)
	default:
		return nil
	}
	var dearest ast.Path
	most := -1.0
	for _, selected := range op.Operation.SelectionSet {
		if f, ok := selected.(*ast.Field); ok {
			if n := c.of(ast.SelectionSet{f}).once; n.nodes > most {
				dearest, most = ast.Path{ast.PathName(f.Alias)}, n.nodes
			}
		}
	}
	return gqlerror.WrapPath(dearest, why)
}

// of is the price of a selection. Of what is selected of different kinds of
// nodes, each is only one.
func (c *cost) of(set ast.SelectionSet) price {
	var all price
	kinds := map[string]price{}
	add := func(condition string, p price) {
		if def := c.schema.Types[condition]; def != nil && def.Kind == ast.Object {
			kinds[condition] = kinds[condition].plus(p)
		} else {
			all = all.plus(p)
		}
	}
	for _, selected := range set {
		switch selected := selected.(type) {
		case *ast.Field:
			if c.included(selected.Directives) {
				all = all.plus(c.field(selected))
			}
		case *ast.InlineFragment:
			if c.included(selected.Directives) {
				add(selected.TypeCondition, c.of(selected.SelectionSet))
			}
		case *ast.FragmentSpread:
			if c.included(selected.Directives) {
				add(selected.Definition.TypeCondition, c.fragment(selected.Definition))
			}
		}
	}
	var dearest price
	for _, p := range kinds {
		dearest = dearest.most(p)
	}
	return all.plus(dearest)
}

func (c *cost) fragment(f *ast.FragmentDefinition) price {
	p, known := c.seen[f.Name]
	if !known {
		p = c.of(f.SelectionSet)
		c.seen[f.Name] = p
	}
	return p
}

func (c *cost) field(f *ast.Field) price {
	if len(f.SelectionSet) == 0 {
		return price{once: size{values: 1}}
	}
	below := c.of(f.SelectionSet)
	own := size{}
	if c.counts(f.Definition.Type) {
		own.nodes = 1
	}
	one := own.plus(below.on(few))
	switch {
	case f.Definition.Type.Elem == nil:
		members := c.members(f)
		if math.IsNaN(members) { // a single thing
			return price{once: one}
		}
		return price{once: own.plus(below.on(members))}
	case f.Name == "facets":
		return price{once: below.on(c.members(f)).times(float64(len(c.list(f, "by"))))}
	case paged(f.ObjectDefinition.Name):
		return price{each: one}
	}
	return price{once: one.times(c.length(f))}
}

// paged are the types whose lists are as long as their field asks for.
func paged(object string) bool {
	return strings.HasSuffix(object, "Connection") || strings.HasSuffix(object, "Facet") || object == "PathSet" || object == "Subgraph"
}

// counts tells whether each thing of a type is one node more; of the schema,
// what it lists.
func (c *cost) counts(t *ast.Type) bool {
	name, def := t.Name(), c.schema.Types[t.Name()]
	return name == "Node" || name == "Bucket" || slices.Contains(def.Interfaces, "Node") || def.Kind == ast.Union ||
		t.Elem != nil && strings.HasPrefix(name, "__")
}

// members is how many a field asks for of the list within it; NaN where it has none.
func (c *cost) members(f *ast.Field) float64 {
	for _, name := range []string{"first", "last", "limit", "top"} {
		if n, given := c.number(f, name); given {
			return min(n, graph.MaxLinks) // more is refused where it is read
		}
	}
	switch {
	case f.Definition.Arguments.ForName("first") == nil:
		return math.NaN()
	case f.ObjectDefinition == c.schema.Query:
		return graph.DefaultPage
	}
	return halfPage
}

// length is how long a list without pages is: as long as what was named, in the
// schema as long as it is, and few elsewhere.
func (c *cost) length(f *ast.Field) float64 {
	for _, name := range []string{"ids", "values"} {
		if f.Definition.Arguments.ForName(name) != nil {
			return float64(len(c.list(f, name)))
		}
	}
	switch {
	case f.Name == "types" && f.ObjectDefinition.Name == "__Schema":
		return float64(len(c.schema.Types))
	case f.ObjectDefinition.Name == "__Schema":
		return float64(len(c.schema.Directives))
	}
	return few
}

// number is an argument that is a number: given, or by the schema's default.
func (c *cost) number(f *ast.Field, name string) (float64, bool) {
	value, err := c.argument(f, name)
	if err != nil || value == nil {
		return 0, false
	}
	n, err := graph.IntOf(value)
	return float64(max(n, 0)), err == nil
}

func (c *cost) list(f *ast.Field, name string) []any {
	value, _ := c.argument(f, name)
	return items(value)
}

func (c *cost) argument(f *ast.Field, name string) (any, error) {
	if given := f.Arguments.ForName(name); given != nil {
		if given.Value.Kind != ast.Variable {
			return given.Value.Value(c.variables)
		}
		if v, ok := c.variables[given.Value.Raw]; ok {
			return v, nil
		}
	}
	if def := f.Definition.Arguments.ForName(name); def != nil && def.DefaultValue != nil {
		return def.DefaultValue.Value(nil)
	}
	return nil, nil
}

// included tells whether a selection is neither skipped nor left out.
func (c *cost) included(directives ast.DirectiveList) bool {
	says := func(name string, otherwise bool) bool {
		d := directives.ForName(name)
		if d == nil {
			return otherwise
		}
		return d.ArgumentMap(c.variables)["if"] == true
	}
	return says("include", true) && !says("skip", false)
}
