package resolvers

import (
	"slices"
	"strings"
	"testing"

	"claimgraph/graph"

	"github.com/vektah/gqlparser/v2/ast"
)

// planned are the fields that lead to nodes by code of their own.
var planned = []string{"OwnCount.attacks", "TollTotal.joint"}

// Every field of the API whose type is a node is known to the planner: it
// follows a relation, or shows what a picture is drawn from.
func TestEveryFieldThatLeadsToNodesIsPlanned(t *testing.T) {
	_, schema := Schema()
	for name, def := range schema.Types {
		if def.Kind != ast.Object || name == "Query" || strings.HasPrefix(name, "__") || strings.HasSuffix(name, "Edge") || strings.HasSuffix(name, "Connection") {
			continue
		}
		for _, f := range def.Fields {
			far, field := schema.Types[f.Type.Name()], name+"."+f.Name
			leads := far.Name == "Node" || far.Kind == ast.Union || slices.Contains(far.Interfaces, "Node") || strings.HasSuffix(far.Name, "Connection")
			_, followed := graph.Fields[field]
			if leads && !followed && parts[field] == nil && !slices.Contains(planned, field) {
				t.Errorf("nothing plans %s", field)
			}
		}
	}
}

// Every part of a picture and every picture is a field of the API.
func TestEveryPictureIsInTheSchema(t *testing.T) {
	_, schema := Schema()
	known := func(field string) bool {
		object, name, _ := strings.Cut(field, ".")
		return schema.Types[object] != nil && schema.Types[object].Fields.ForName(name) != nil
	}
	for field := range parts {
		if !known(field) {
			t.Errorf("the schema has no %s", field)
		}
	}
	for field := range pictures {
		if !known(field) {
			t.Errorf("the schema has no %s", field)
		}
	}
}
