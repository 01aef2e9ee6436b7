package graph

import (
	"reflect"
	"strings"
)

// Part is how much of a node is asked for: more may be given, less never is.
type Part int

// The parts, the most first.
const (
	Whole   Part = iota // all that is kept, as a change needs it
	Shown               // the record, and what is derived and shown
	Written             // the record alone, with who wrote it and when
	Bare                // nothing but that the node is there
)

// Needs is what must be read of the nodes that some branches start from: some
// links stand in the record, others in what is derived.
func Needs(own Part, then []*Branch) Part {
	for _, b := range then {
		switch {
		case b.Each != nil:
			own = min(own, Shown)
		case b.Relation == nil || b.In || b.Query != nil:
		case b.Relation.Derived:
			own = min(own, Shown)
		default:
			own = min(own, Written)
		}
	}
	return own
}

// PartHolding is where a field of the API is found in a node of a kind: one of the
// record has there the same name; all others are taken to be derived.
func PartHolding(k NodeKind, field string) Part {
	way, leads := Fields[KindNamed(k).Label+"."+field]
	switch {
	case field == "id" || strings.HasPrefix(field, "__") || leads && (way.Orders || way.In):
		return Bare
	case inRecord[k][field]:
		return Written
	}
	return Shown
}

// inRecord are the fields of the records, by their names in JSON.
var inRecord = func() map[NodeKind]map[string]bool {
	all := map[NodeKind]map[string]bool{}
	for _, k := range Kinds {
		all[k.Name] = map[string]bool{"name": true, "recordedAt": true, "recordedBy": true}
		membersOf(reflect.TypeOf(k.New()).Elem(), all[k.Name])
	}
	return all
}()

func membersOf(t reflect.Type, into map[string]bool) {
	for i := range t.NumField() {
		f := t.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case name == "-":
		case f.Anonymous && name == "":
			membersOf(f.Type, into)
		default:
			into[name] = true
		}
	}
}
