package dossier

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strconv"
	"strings"

	"claimgraph/graph"
)

// settle brings together what stands of one node in several places: what is
// added to it, and whether it is described twice.
func (w *whole) settle() {
	w.normal()
	w.compare()
	for _, rec := range w.records {
		if rec.adds != "" {
			w.add(rec)
		}
	}
	w.keep()
	w.normal()
}

// compare holds against one another what is described twice: alike, it is
// described once.
func (w *whole) compare() {
	for _, rec := range w.own() {
		id := rec.node.Head().ID
		first := w.files[id]
		if id == "" || first == rec || len(first.broken)+len(rec.broken) > 0 || same(first.node, rec.node) {
			continue
		}
		if rec.second {
			w.report(rec.at, "a second answer of the same speaker to the same; give one of the two an \"id\" (the first is at %s)", first.at)
			continue
		}
		w.report(rec.at, "%s is described twice with different content; the other is at %s. To add to a node, write it under \"additions\"", id, first.at)
	}
}

// normal fills in what follows in every record of its own: before anything is
// added, so that equal things are found equal, and after.
func (w *whole) normal() {
	for _, rec := range w.own() {
		rec.node.Normal()
	}
}

func same(a, b graph.Node) bool {
	x, errX := json.Marshal(a)
	y, errY := json.Marshal(b)
	return errX == nil && errY == nil && bytes.Equal(x, y)
}

// add adds a record to the node it speaks of, in the files or in the store.
func (w *whole) add(rec *record) {
	target := w.files[rec.adds]
	if target == nil {
		stored := w.stored[rec.adds]
		if stored == nil {
			return // reported as an id that is not known
		}
		if target = copied(stored, rec); target == nil {
			return
		}
		w.files[rec.adds] = target
		w.records = append(w.records, target)
	}
	m := merge{w: w, from: rec, to: target, written: map[string]bool{}}
	m.note("", reflect.ValueOf(rec.node).Elem())
	rec.node.Normal()
	m.structs("", reflect.ValueOf(rec.node).Elem(), reflect.ValueOf(target.node).Elem(), blank(rec.node))
}

// copied is a record of a node as the store holds it, to be added to.
func copied(stored graph.Node, rec *record) *record {
	text, err := json.Marshal(stored)
	if err != nil {
		return nil
	}
	node := graph.KindNamed(rec.adds.Kind()).New()
	if err := json.Unmarshal(text, node); err != nil {
		return nil
	}
	return &record{node: node, at: rec.at, spots: map[string]place{}, broken: map[string]bool{}, scope: scope{document: rec.scope.document}}
}

// blank is a node of the same kind of which nothing is known.
func blank(n graph.Node) reflect.Value {
	empty := reflect.New(reflect.TypeOf(n).Elem())
	empty.Interface().(graph.Node).Normal()
	return empty.Elem()
}

// merge is an addition under way.
type merge struct {
	w        *whole
	from, to *record
	written  map[string]bool // the fields that the addition gives; the rest only follows
}

// note notes which fields the addition gives.
func (m merge) note(path string, from reflect.Value) {
	for i := range from.NumField() {
		field := from.Type().Field(i)
		name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		switch {
		case field.Anonymous && name == "", name == "recorded":
			m.note(path, from.Field(i))
		default:
			m.written[join(path, name)] = !from.Field(i).IsZero()
		}
	}
}

// structs merges field by field: lists grow by what they do not have, single
// values fill what was left open, and contradict nothing.
func (m merge) structs(path string, from, to, blank reflect.Value) {
	for i := range from.NumField() {
		field := from.Type().Field(i)
		name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		switch {
		case field.Anonymous && name == "", name == "recorded":
			m.structs(path, from.Field(i), to.Field(i), blank.Field(i))
		case name == "" || name == "-" || !m.written[join(path, name)]:
		case field.Type.Kind() == reflect.Slice:
			m.lists(join(path, name), from.Field(i), to.Field(i))
		default:
			m.values(join(path, name), from.Field(i), to.Field(i), blank.Field(i))
		}
	}
}

func (m merge) lists(path string, from, to reflect.Value) {
	for i := range from.Len() {
		if holds(to, from.Index(i)) {
			continue
		}
		m.move(join(path, strconv.Itoa(i)), join(path, strconv.Itoa(to.Len())))
		to.Set(reflect.Append(to, from.Index(i)))
	}
}

func holds(list, member reflect.Value) bool {
	for i := range list.Len() {
		if equal(list.Index(i), member) {
			return true
		}
	}
	return false
}

func equal(a, b reflect.Value) bool { return reflect.DeepEqual(a.Interface(), b.Interface()) }

func (m merge) values(path string, from, to, blank reflect.Value) {
	switch {
	case equal(from, to):
	case to.IsZero() || equal(to, blank) || isOpen(to):
		m.move(path, path)
		to.Set(from)
	default:
		at := strings.Split(path, ".")
		m.w.report(m.from.spot(at), "%s says otherwise of %s; the other is at %s", m.from.adds, path, m.to.spot(at))
	}
}

// isOpen tells whether a value is a date that nobody gave, though a bound of it
// follows from elsewhere.
func isOpen(value reflect.Value) bool {
	date, is := value.Interface().(graph.DateRange)
	return is && !date.Stated()
}

// move gives the node the places of what was added to it.
func (m merge) move(from, to string) {
	for path, p := range m.from.spots {
		if path == from || strings.HasPrefix(path, from+".") {
			m.to.spots[to+strings.TrimPrefix(path, from)] = p
		}
	}
	for path := range m.from.broken {
		if path == from || strings.HasPrefix(path, from+".") {
			m.to.broken[to+strings.TrimPrefix(path, from)] = true
		}
	}
}

func join(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}
