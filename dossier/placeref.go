package dossier

import (
	"reflect"
	"strings"

	"github.com/goccy/go-yaml/ast"

	"claimgraph/graph"
)

// relationRows are the keys for how an event lies to places: in, near, between …
func relationRows() []*row {
	var rows []*row
	for _, relation := range graph.PlaceRelations {
		rows = append(rows, &row{
			key: spelling(string(relation)), path: "locations",
			pick: func(v reflect.Value) reflect.Value { return v },
			form: relationForm{relation, listForm{idForm{locations}}},
		})
	}
	return rows
}

// relationForm is the places of one relation.
type relationForm struct {
	relation graph.PlaceRelation
	places   form
}

func (f relationForm) read(c cursor, n ast.Node, into reflect.Value) {
	place := into.Addr().Interface().(*graph.PlaceRef)
	if place.Relation != "" {
		c.problem(n, "one place is %q or %q, not both; write two places", spelling(string(place.Relation)), spelling(string(f.relation)))
		return
	}
	place.Relation = f.relation
	f.places.read(c, n, into.FieldByName("Locations"))
}

func (f relationForm) schema(s *schemas) any { return f.places.schema(s) }

// wantRelation fills in what a place says that names an area alone: in it.
func wantRelation(c cursor, n ast.Node, into *graph.PlaceRef) {
	if into.Relation != "" {
		return
	}
	if into.Within == "" {
		var keys []string
		for _, r := range graph.PlaceRelations {
			keys = append(keys, spelling(string(r)))
		}
		c.problem(n, "a place says how the event lies to it: one of %s", strings.Join(keys, ", "))
	}
	into.Relation = graph.PlaceIn
}
