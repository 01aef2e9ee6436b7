package dossier

import (
	"reflect"

	"github.com/goccy/go-yaml/ast"

	"claimgraph/graph"
)

// nameRows are the key for the preferred name, apart from the others.
func nameRows() []*row {
	return []*row{{
		key: "name", path: "names", must: true,
		pick: func(v reflect.Value) reflect.Value { return v.FieldByName("Names") },
		form: preferredForm{structType[graph.Name]()},
	}}
}

// preferredForm is the preferred name: the first of the names.
type preferredForm struct{ name form }

func (f preferredForm) read(c cursor, n ast.Node, into reflect.Value) {
	listForm{f.name}.read(c, n, into)
	if into.Len() > 0 && into.Index(0).FieldByName("Kind").IsZero() {
		into.Index(0).FieldByName("Kind").SetString(string(graph.NamePreferred))
	}
}

func (f preferredForm) schema(s *schemas) any { return f.name.schema(s) }

// defaultSources fills in that names stand in the source of the file, and that
// all but the one written as "name" are aliases.
func defaultSources[T graph.Profile | graph.Location](c cursor, _ ast.Node, into *T) {
	for i := range *namesOf(into) {
		name := &(*namesOf(into))[i]
		if name.Source == "" && c.scope.document != nil {
			name.Source = c.scope.document.source
		}
		if name.Kind == "" {
			name.Kind = graph.NameAlias
		}
	}
}

func namesOf(v any) *[]graph.Name {
	switch v := v.(type) {
	case *graph.Profile:
		return &v.Names
	case *graph.Location:
		return &v.Names
	}
	return nil
}

// externalIDsForm is ids of other lists: a mapping from scheme to value, or a
// list where an address is given as well.
type externalIDsForm struct{ list form }

func (f externalIDsForm) read(c cursor, n ast.Node, into reflect.Value) {
	if _, is := n.(ast.MapNode); !is {
		f.list.read(c, n, into)
		return
	}
	m, ok := c.mapping(n, nil)
	if !ok {
		return
	}
	var ids []graph.ExternalID
	for _, scheme := range m.order {
		for _, member := range members(m.values[scheme]) {
			var value string
			textForm{}.read(c.item(len(ids), member), member, reflect.ValueOf(&value).Elem())
			ids = append(ids, graph.ExternalID{Scheme: scheme, Value: value})
		}
	}
	into.Set(reflect.ValueOf(ids))
}
