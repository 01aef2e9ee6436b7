package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"regexp"
	"runtime"
)

// handSQLite asks a file that a store of ours wrote; the driver comes with it.
type handSQLite struct {
	*sql.DB
	prepared map[string]*sql.Stmt
	wanted   map[string][]string // the parameters of a statement
}

var parameter = regexp.MustCompile(`:[a-z]+`)

func openSQLite(ctx context.Context, path string) (asking, error) {
	db, err := sql.Open("sqlite", "file:"+path+"?mode=ro&_pragma=query_only(1)&_pragma=mmap_size(2147418112)&_pragma=temp_store(2)&_pragma=cache_size(-16384)")
	if err != nil {
		return nil, err
	}
	readers := max(2, runtime.GOMAXPROCS(0))
	db.SetMaxOpenConns(readers)
	db.SetMaxIdleConns(readers)
	h := &handSQLite{db, map[string]*sql.Stmt{}, map[string][]string{}}
	for _, q := range questions {
		text := q.text("sql")
		h.prepared[q.name], err = db.PrepareContext(ctx, text) //nolint:sqlclosecheck // lives as long as the process
		if err != nil {
			return nil, err
		}
		for _, name := range parameter.FindAllString(text, -1) {
			h.wanted[q.name] = append(h.wanted[q.name], name[1:])
		}
	}
	return h.ask, nil
}

func (h *handSQLite) ask(ctx context.Context, q *question, v values) (rows, error) {
	var args []any
	given := map[string]bool{}
	for _, name := range h.wanted[q.name] {
		if given[name] {
			continue
		}
		given[name] = true
		value := v[name]
		if list, ok := value.([]any); ok {
			text, err := json.Marshal(list)
			if err != nil {
				return rows{}, err
			}
			value = string(text)
		}
		args = append(args, sql.Named(name, value))
	}
	found, err := h.prepared[q.name].QueryContext(ctx, args...)
	if err != nil {
		return rows{}, err
	}
	defer func() { _ = found.Close() }()
	return gathered(found)
}

// gathered reads flat rows: in which place, under which node, then the values.
func gathered(found *sql.Rows) (rows, error) {
	columns, err := found.Columns()
	if err != nil {
		return rows{}, err
	}
	out := rows{below: map[place][]row{}}
	for found.Next() {
		var at place
		values := make(row, len(columns)-2)
		into := []any{&at.at, &at.parent}
		for i := range values {
			into = append(into, &values[i])
		}
		if err := found.Scan(into...); err != nil {
			return rows{}, err
		}
		if at == (place{}) {
			out.root = append(out.root, values)
		} else {
			out.below[at] = append(out.below[at], values)
		}
	}
	return out, found.Err()
}
