package sqlite

import (
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"claimgraph/graph"
)

// text is a statement as it is being written. Values never stand in it, only
// their places, and lists are one value: the same shape is the same text.
type text struct {
	strings.Builder
	args   []any
	parent string      // how the statement calls the number of the node whose branch is filled
	bests  []bestFor   // what is known to be looked up best
	bags   bool        // sets may hold a node several times: they are counted to a limit
	walks  []*walkText // what is written before it
	names  int
	wrong  error // the first thing that cannot be said
}

// walkText is a walk that a statement makes once, at its beginning.
type walkText struct {
	of   graph.Reaches
	name string
	text
}

// String is the whole statement.
func (t *text) String() string {
	before := ""
	for i, w := range t.walks {
		before += []string{"WITH RECURSIVE ", ", "}[min(i, 1)] + w.name + "(num) AS (" + w.text.Builder.String() + ")"
	}
	return strings.TrimPrefix(before+" "+t.Builder.String(), " ")
}

// values are those of the whole statement, in their places.
func (t *text) values() []any {
	var all []any
	for _, w := range t.walks {
		all = append(all, w.args...)
	}
	return append(all, t.args...)
}

func (t *text) add(parts ...string) {
	for _, p := range parts {
		t.WriteString(p)
	}
}

// value leaves a place for a value.
func (t *text) value(v any) {
	t.add("?")
	t.args = append(t.args, v)
}

// list leaves a place for a list, to stand as a table with the column "value".
func (t *text) list(v any) {
	t.add("json_each(")
	t.value(asJSON(v))
	t.add(")")
}

// among tests that an expression is in a list.
func (t *text) among(expression string, list any) {
	t.add(expression, " IN (SELECT value FROM ")
	t.list(list)
	t.add(")")
}

// name makes a name that the statement does not have yet.
func (t *text) name(letter string) string {
	t.names++
	return letter + strconv.Itoa(t.names)
}

// each writes parts with something between them.
func (t *text) each(between string, parts ...func()) {
	for i, part := range parts {
		if i > 0 {
			t.add(between)
		}
		part()
	}
}

// filter writes conditions, all of which must hold.
func (t *text) filter(conditions []func()) {
	if len(conditions) > 0 {
		t.add(" WHERE ")
		t.each(" AND ", conditions...)
	}
}

func (t *text) fail(format string, args ...any) {
	t.wrong = errors.Join(t.wrong, fmt.Errorf(format, args...))
}

func asJSON(v any) string {
	data, err := json.Marshal(v)
	if err != nil { // only texts, numbers and lists of them come here
		panic(err)
	}
	return string(data)
}
