package dossier

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"

	"claimgraph/graph"
)

// typeRow says how people write a Go type where its fields alone would not do.
// A type without a row is written field by field, under the API's names.
type typeRow struct {
	hide  []string          // fields that are written another way
	as    map[string]string // field → key
	must  []string          // keys without which the value says nothing
	short func() form       // how it may be written without a mapping
	sugar []extraRow
	rows  func() []*row   // rows that follow from a list of words
	wants func() []string // keys of which one must stand
	check func(c cursor, n ast.Node, into any)
}

// extraRow is sugar: the keys of a Go type, and how they fill the real one.
type extraRow struct {
	written reflect.Type
	apply   func(c cursor, n ast.Node, written, into any)
}

// written makes an extraRow from a function over both types.
func written[W, T any](apply func(c cursor, n ast.Node, w *W, into *T)) extraRow {
	return extraRow{reflect.TypeFor[W](), func(c cursor, n ast.Node, w, into any) { apply(c, n, w.(*W), into.(*T)) }}
}

// checked makes a check over a type.
func checked[T any](check func(c cursor, n ast.Node, into *T)) func(cursor, ast.Node, any) {
	return func(c cursor, n ast.Node, into any) { check(c, n, into.(*T)) }
}

// built are the forms of all structs; complete when the package is initialized.
var built = map[reflect.Type]*structForm{}

// structType is buildStruct for a type known by name.
func structType[T any]() *structForm { return buildStruct(reflect.TypeFor[T]()) }

// buildStruct makes the form of a Go struct: the rows of its fields, of the
// structs it embeds, and of their sugar.
func buildStruct(t reflect.Type) *structForm {
	if f, ok := built[t]; ok {
		return f
	}
	f := &structForm{name: strings.TrimSuffix(t.Name(), "Written"), goType: t}
	built[t] = f
	f.add(t, func(v reflect.Value) reflect.Value { return v })
	if short := table[t].short; short != nil {
		f.short = short()
	}
	if wants := table[t].wants; wants != nil {
		f.wants = wants()
	}
	return f
}

// add adds the rows of a type that stands at pick.
func (f *structForm) add(t reflect.Type, pick func(reflect.Value) reflect.Value) {
	row := table[t]
	if row.rows != nil {
		for _, r := range row.rows() {
			inner := r.pick
			r.pick = func(v reflect.Value) reflect.Value { return inner(pick(v)) }
			r.doc = docOf(t, r.key, r.doc)
			f.rows = append(f.rows, r)
		}
	}
	for i := range t.NumField() {
		f.addField(t, row, i, pick)
	}
	for _, s := range row.sugar {
		f.extras = append(f.extras, extra{s.written, buildStruct(s.written).rows, pick, s.apply})
	}
	if row.check != nil {
		f.extras = append(f.extras, extra{t, nil, pick, func(c cursor, n ast.Node, _, into any) { row.check(c, n, into) }})
	}
}

func (f *structForm) addField(t reflect.Type, in typeRow, i int, pick func(reflect.Value) reflect.Value) {
	field := t.Field(i)
	name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
	at := func(v reflect.Value) reflect.Value { return pick(v).Field(i) }
	switch {
	case field.Anonymous && name == "":
		f.add(field.Type, at)
	case name == "" || name == "-" || slices.Contains(in.hide, name):
	case slices.Contains(in.hide, name+".*"): // written field by field, without a mapping of its own
		f.add(field.Type, at)
	default:
		key := name
		if as, ok := in.as[name]; ok {
			key = as
		}
		path := name
		if of, ok := field.Tag.Lookup("at"); ok {
			path = of
		}
		f.rows = append(f.rows, &row{
			key: key, doc: docOf(t, key, ""), must: slices.Contains(in.must, key), path: path,
			pick: at, form: formOf(field.Type, name),
		})
	}
}

// formOf is the form of a Go type; the field's name tells which ids can stand there.
func formOf(t reflect.Type, field string) form {
	if words, ok := wordLists[t]; ok {
		return wordForm{words}
	}
	switch t {
	case reflect.TypeFor[graph.ID]():
		return idForm{kindsAt(field)}
	case reflect.TypeFor[onDate]():
		return dateForm{}
	case reflect.TypeFor[fromDay](), reflect.TypeFor[toDay]():
		return dayForm{}
	case reflect.TypeFor[*Number]():
		return numberForm{}
	case reflect.TypeFor[[]graph.ExternalID]():
		return externalIDsForm{listForm{formOf(t.Elem(), "")}}
	}
	switch t.Kind() {
	case reflect.Pointer:
		return pointerForm{formOf(t.Elem(), field)}
	case reflect.Slice:
		return listForm{formOf(t.Elem(), field)}
	case reflect.Struct:
		return buildStruct(t)
	case reflect.String:
		return textForm{}
	case reflect.Int:
		return countForm{}
	case reflect.Bool:
		return flagForm{}
	case reflect.Float64:
		return measureForm{}
	}
	panic(fmt.Sprintf("dossier: a field %q of type %s cannot be written; give it a row in table.go", field, t))
}
