package pen

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

// Field is a field selected of objects of one type, the same for all of them.
type Field struct {
	graphql.CollectedField
	Ctx      context.Context // in which it is resolved; of which row nobody asks
	key      string          // its name in the response, as JSON
	nullable bool            // whether what it gives, or a member of its list, may be missing
	under    []selection     // of the objects it leads to, by their type
}

type selection struct {
	object string
	fields []*Field
}

func newField(ctx context.Context, c graphql.CollectedField) *Field {
	f := &Field{CollectedField: c, Ctx: ctx, key: `"` + c.Alias + `":`}
	if c.Definition != nil {
		f.nullable = !named(c.Definition.Type).NonNull
	}
	return f
}

// named is the type of a list's members.
func named(t *ast.Type) *ast.Type {
	for t.Elem != nil {
		t = t.Elem
	}
	return t
}

// Fields are those selected, below a field, of an object of some type, which
// satisfies some conditions of fragments.
func (p *Pen) Fields(f *Field, object string, satisfies []string) []*Field {
	for i := range f.under {
		if f.under[i].object == object {
			return f.under[i].fields
		}
	}
	var fields []*Field
	seen := map[string]bool{}
	for _, c := range graphql.CollectFields(p.op, f.Selections, satisfies) {
		if !seen[c.Alias] {
			seen[c.Alias] = true
			ctx := graphql.WithFieldContext(f.Ctx, &graphql.FieldContext{Object: object, Field: c})
			fields = append(fields, newField(ctx, c))
		}
	}
	f.under = append(f.under, selection{object, fields})
	return fields
}

// Args is the context of a field with its arguments, which are read once.
func (p *Pen) Args(f *Field, read func(context.Context, map[string]any) (map[string]any, error)) *graphql.FieldContext {
	at := graphql.GetFieldContext(f.Ctx)
	if at.Args == nil {
		args, err := read(f.Ctx, f.ArgumentMap(p.op.Variables))
		p.Must(err)
		at.Args = args
	}
	return at
}
