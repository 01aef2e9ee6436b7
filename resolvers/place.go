package resolvers

import (
	"slices"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// argumentAt finds what begins at a line and column of a query, where that is
// an argument or a part of one: the field of the response it belongs to, and the
// way to it below that field. Inside a named fragment only the way is known: the
// fragment may be spread at several places.
func argumentAt(doc *ast.QueryDocument, at gqlerror.Location) (field, argument ast.Path) {
	for _, op := range doc.Operations {
		if field, argument = argumentIn(op.SelectionSet, nil, at); argument != nil {
			return field, argument
		}
	}
	for _, fragment := range doc.Fragments {
		if _, argument = argumentIn(fragment.SelectionSet, nil, at); argument != nil {
			return nil, argument
		}
	}
	return nil, nil
}

func argumentIn(set ast.SelectionSet, path ast.Path, at gqlerror.Location) (field, argument ast.Path) {
	for _, selection := range set {
		switch s := selection.(type) {
		case *ast.InlineFragment:
			field, argument = argumentIn(s.SelectionSet, path, at)
		case *ast.Field:
			here := slices.Concat(path, ast.Path{ast.PathName(s.Alias)})
			for _, a := range s.Arguments {
				if way := partAt(a.Value, a.Position, ast.Path{ast.PathName(a.Name)}, at); way != nil {
					return here, way
				}
			}
			field, argument = argumentIn(s.SelectionSet, here, at)
		}
		if argument != nil {
			return field, argument
		}
	}
	return nil, nil
}

// partAt is the way to the part of a value that begins at a place, or whose name does.
func partAt(value *ast.Value, name *ast.Position, way ast.Path, at gqlerror.Location) ast.Path {
	if begins(name, at) || begins(value.Position, at) {
		return way
	}
	for i, child := range value.Children {
		step := ast.PathElement(ast.PathName(child.Name))
		if value.Kind == ast.ListValue {
			step = ast.PathIndex(i)
		}
		if found := partAt(child.Value, child.Position, append(way[:len(way):len(way)], step), at); found != nil {
			return found
		}
	}
	return nil
}

func begins(p *ast.Position, at gqlerror.Location) bool {
	return p != nil && p.Line == at.Line && p.Column == at.Column
}
