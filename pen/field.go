package pen

import (
	"context"
	"slices"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

// Field is a field selected of objects of one type, the same for all of them.
type Field struct {
	graphql.CollectedField
	above    *Field
	object   string          // whose field it is
	ctx      context.Context // once somebody asked for it
	nullable bool            // whether what it gives, or a member of its list, may be missing
	under    []selection     // of the objects it leads to, by their type
}

type selection struct {
	object string
	fields []Field
}

func newField(above *Field, object string, c graphql.CollectedField) Field {
	f := Field{CollectedField: c, above: above, object: object}
	if c.Definition != nil {
		f.nullable = !named(c.Definition.Type).NonNull
	}
	return f
}

// Context is in which the field is resolved; of which row nobody asks. Most
// fields are read off a value without one.
func (f *Field) Context() context.Context {
	if f.ctx == nil {
		f.ctx = graphql.WithFieldContext(f.above.Context(), &graphql.FieldContext{Object: f.object, Field: f.CollectedField})
	}
	return f.ctx
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
func (p *Pen) Fields(f *Field, object string, satisfies []string) []Field {
	for i := range f.under {
		if f.under[i].object == object {
			return f.under[i].fields
		}
	}
	collected := graphql.CollectFields(p.op, f.Selections, satisfies)
	fields := make([]Field, 0, len(collected))
	for _, c := range collected {
		if !slices.ContainsFunc(fields, func(known Field) bool { return known.Alias == c.Alias }) {
			fields = append(fields, newField(f, object, c))
		}
	}
	f.under = append(f.under, selection{object, fields})
	return fields
}

// Args is the context of a field with its arguments, which are read once.
func (p *Pen) Args(f *Field, read func(context.Context, map[string]any) (map[string]any, error)) *graphql.FieldContext {
	at := graphql.GetFieldContext(f.Context())
	if at.Args == nil {
		args, err := read(f.Context(), f.ArgumentMap(p.op.Variables))
		p.Must(err)
		at.Args = args
	}
	return at
}
