package dossier

import (
	"reflect"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"
)

// row is one key of a mapping: a line of the table.
type row struct {
	key  string
	doc  string
	must bool
	path string // in the graph's words, for places; "" where the form sets it itself
	pick func(reflect.Value) reflect.Value
	form form
}

// structForm is a mapping whose keys are the fields of a Go type, and sugar for them.
type structForm struct {
	name   string // in the schema
	goType reflect.Type
	short  form // how it may be written without a mapping; nil: not at all
	rows   []*row
	extras []extra
	wants  []string // keys of which one must stand
}

// extra is sugar that stands among the keys of a type: read into a value of its
// own, then put where it belongs.
type extra struct {
	written reflect.Type
	rows    []*row
	pick    func(reflect.Value) reflect.Value
	apply   func(c cursor, n ast.Node, written, into any)
}

func (f *structForm) read(c cursor, n ast.Node, into reflect.Value) {
	if _, is := n.(ast.MapNode); !is && f.short != nil {
		f.short.read(c, n, into)
		return
	}
	if m, ok := c.mapping(n, f.keys()); ok {
		f.readRows(c, n, m, into)
	}
}

// readRows reads the keys of the table, in its order.
func (f *structForm) readRows(c cursor, n ast.Node, m *mapping, into reflect.Value) {
	readRows(c, n, m, f.rows, into)
	for _, e := range f.extras {
		written := reflect.New(e.written).Elem()
		readRows(c, n, m, e.rows, written)
		if e.apply != nil {
			e.apply(c, n, written.Addr().Interface(), e.pick(into).Addr().Interface())
		}
	}
}

func readRows(c cursor, n ast.Node, m *mapping, rows []*row, into reflect.Value) {
	for _, r := range rows {
		value, ok := m.take(r.key)
		if !ok {
			if r.must && !c.adding() {
				c.down(r.path, n).problem(n, "%q is missing: %s", r.key, r.doc)
			}
			continue
		}
		at := c.down(r.path, value)
		if isEmpty(value) {
			at.problem(m.keyNode(r.key), "%q has no value; leave the key out where the source gives nothing", r.key)
			continue
		}
		r.form.read(at, value, r.pick(into))
	}
}

// adding tells whether the record only adds to another, so that nothing can be missing.
func (c cursor) adding() bool { return c.rec != nil && c.rec.adds != "" && c.path == "" }

// keys are all keys that can stand in the mapping, sorted.
func (f *structForm) keys() []string {
	var keys []string
	f.each(func(r *row) { keys = append(keys, r.key) })
	slices.Sort(keys)
	return keys
}

func (f *structForm) each(do func(*row)) {
	for _, r := range f.rows {
		do(r)
	}
	for _, e := range f.extras {
		for _, r := range e.rows {
			do(r)
		}
	}
}

// mapping is the keys of a mapping and where they stand.
type mapping struct {
	order  []string
	keys   map[string]ast.Node
	values map[string]ast.Node
}

func (m *mapping) take(key string) (ast.Node, bool) {
	value, ok := m.values[key]
	return value, ok
}

func (m *mapping) keyNode(key string) ast.Node { return m.keys[key] }

// mapping opens a mapping, and reports keys that are not known or stand twice.
func (c cursor) mapping(n ast.Node, known []string) (*mapping, bool) {
	var pairs []*ast.MappingValueNode
	switch n := n.(type) {
	case *ast.MappingNode:
		pairs = n.Values
	case *ast.MappingValueNode:
		pairs = []*ast.MappingValueNode{n}
	default:
		c.problem(n, "a mapping is wanted, with keys of %s, not %s", strings.Join(known, ", "), describe(n))
		return nil, false
	}
	m := &mapping{keys: map[string]ast.Node{}, values: map[string]ast.Node{}}
	for _, pair := range pairs {
		c.addKey(m, pair, known)
	}
	return m, true
}

func (c cursor) addKey(m *mapping, pair *ast.MappingValueNode, known []string) {
	key := pair.Key.(ast.Node)
	if written, is := pair.Key.(*ast.MappingKeyNode); is {
		key = written.Value
	}
	name, ok := scalar(key)
	if !ok {
		c.problem(pair.Key, "a key is a word, not %s", describe(key))
		return
	}
	if first, twice := m.keys[name]; twice {
		c.problem(key, "%q stands here twice; the first is at %s", clip(name), c.place(first))
		return
	}
	if known != nil && !slices.Contains(known, name) {
		if isEmpty(pair.Value) && strings.Contains(name, " ") {
			c.report(c.place(key), "%q is no key: within braces a comma ends a value; put the text in quotes", clip(name))
			return
		}
		c.unknownKey(key, name, known)
		return
	}
	m.keys[name], m.values[name] = key, pair.Value
	m.order = append(m.order, name)
}

func (c cursor) unknownKey(key ast.Node, name string, known []string) {
	if best, ok := near(name, known); ok {
		c.report(c.place(key), "there is no key %q here; did you mean %q?", clip(name), best)
		return
	}
	if before, _, colon := strings.Cut(name, ":"); colon && slices.Contains(known, before) {
		c.report(c.place(key), "there is no key %q here; after the colon of %q a space is missing", clip(name), before)
		return
	}
	c.report(c.place(key), "there is no key %q here; the keys are %s", clip(name), strings.Join(known, ", "))
}
