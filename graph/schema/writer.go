//go:build ignore

package main

import (
	_ "embed"
	"fmt"
	"path/filepath"
	"strings"
	"text/template"

	"github.com/99designs/gqlgen/codegen"
	"github.com/99designs/gqlgen/codegen/config"
	"github.com/99designs/gqlgen/codegen/templates"
)

//go:embed writer.gotpl
var writer string

// writeWriter generates how a pen writes each type of the schema.
func writeWriter(data *codegen.Data) error {
	return templates.Render(templates.Options{
		PackageName:     data.Config.Exec.Package,
		Filename:        filepath.Join(data.Config.Exec.Dir(), "writer.go"),
		Template:        writer,
		Data:            data,
		Packages:        data.Config.Packages,
		GeneratedHeader: true,
		Funcs: template.FuncMap{
			"reserved":  func(f *codegen.Field) bool { return strings.HasPrefix(f.Name, "__") },
			"value":     value,
			"statement": statement,
		},
	})
}

// value writes a field: it gets the value as gqlgen does.
func value(f *codegen.Field) (string, error) {
	var get string
	switch {
	case f.IsResolver && !f.IsBatch():
		get = "v, err := w.Resolvers." + f.ShortInvocation() + "\nw.Must(err)\n"
	case f.IsVariable() && !f.HasHaser:
		return statement(f.TypeReference, "obj."+f.GoFieldName), nil
	case f.IsMethod() && f.NoErr && !f.HasHaser && !f.VOkFunc:
		get = "v := obj." + f.GoFieldName + "(" + f.CallArgs() + ")\n"
	default:
		return "", fmt.Errorf("%s.%s is bound in a way that no pen knows", f.Object.Name, f.Name)
	}
	if len(f.Args) > 0 {
		get = "fc := w.Args(f, w." + f.ArgsFunc() + ")\n" + get
	}
	if strings.Contains(get, "(ctx") {
		get = "ctx := f.Context()\n" + get
	}
	return get + statement(f.TypeReference, "v"), nil
}

// statement writes a value of some type. It ought to be one that & can stand before.
func statement(t *config.TypeReference, v string) string {
	slice := t.IsSlice()
	switch {
	case slice && composite(t) && !t.Elem().IsNilable():
		return fmt.Sprintf("pen.Values(w.Pen, f, %s, w.write%s)", v, t.Definition.Name)
	case slice && composite(t):
		return fmt.Sprintf("pen.List(w.Pen, f, %s, w.write%s)", v, t.Definition.Name)
	case slice:
		each := fmt.Sprintf("func(f *pen.Field, v %s) { %s }", templates.CurrentImports.LookupType(t.Elem().GO), statement(t.Elem(), "v"))
		return fmt.Sprintf("pen.List(w.Pen, f, %s, %s)", v, each)
	case composite(t) && !t.IsNilable():
		return fmt.Sprintf("w.write%s(f, &%s)", t.Definition.Name, v)
	case composite(t):
		return fmt.Sprintf("w.write%s(f, %s)", t.Definition.Name, v)
	case t.IsMarshaler && !t.IsContext && !t.IsPtr():
		return v + ".MarshalGQL(w)"
	case t.Marshaler != nil && !t.IsPtr():
		switch t.Marshaler.Name() {
		case "MarshalString":
			return "w.Text(string(" + v + "))"
		case "MarshalInt":
			return "w.Int(" + v + ")"
		case "MarshalBoolean":
			return "w.Bool(" + v + ")"
		}
	}
	return fmt.Sprintf("w.Marshaled(f, w.%s(f.Context(), nil, %s))", t.MarshalFunc(), v)
}

// composite tells whether a type, or that of a list's members, has fields.
func composite(t *config.TypeReference) bool {
	return t.Definition.IsCompositeType()
}
