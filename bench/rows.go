package main

import (
	"encoding/json"
	"fmt"
)

// rows are what a hand-written statement found: nodes below nodes, each with
// some values, the first of them its id. In Cypher a row is a list whose later
// values are the rows below. In SQL every row says first in which place under
// which node it stands, so that the place of a value is the same in both.
type rows struct {
	root  []row
	below map[place][]row // SQL alone
	asked values
}

type place struct {
	at     int
	parent string
}

type row []any

// under are the rows at a place of a row; of SQL, where a root has no id, parent is "".
func (r rows) under(parent row, at int) []row {
	if r.below != nil {
		return r.below[place{at, parent.text(0)}]
	}
	return listed(parent[at])
}

func listed(v any) []row {
	all, _ := v.([]any)
	out := make([]row, len(all))
	for i, one := range all {
		out[i], _ = one.([]any)
	}
	return out
}

func (r row) text(i int) string {
	switch v := r[i].(type) {
	case string:
		return v
	case []byte:
		return string(v)
	}
	return ""
}

func (r row) number(i int) int {
	n, _ := r[i].(int64)
	return int(n)
}

func (r row) flag(i int) bool {
	yes, _ := r[i].(bool)
	return yes || r.number(i) != 0
}

// read reads the record, or what is derived of it, at a place.
func (r row) read(i int, into any) {
	var doc []byte
	switch v := r[i].(type) {
	case string:
		doc = []byte(v)
	case []byte:
		doc = v
	}
	if err := json.Unmarshal(doc, into); err != nil {
		panic(fmt.Errorf("%s: %w", r.text(0), err)) // the handler tells it
	}
}
