package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"strings"
)

// asking runs a question's statement.
type asking func(ctx context.Context, q *question, v values) (rows, error)

// hand serves the hand-written endpoints: one statement, the plain standard
// library, and nothing that the answer does not show.
func hand(ask asking) http.Handler {
	mux := http.NewServeMux()
	for _, q := range questions {
		mux.HandleFunc("POST /"+q.name, func(w http.ResponseWriter, r *http.Request) {
			answer, err := answered(r, q, ask)
			if err != nil {
				http.Error(w, err.Error(), http.StatusInternalServerError)
				return
			}
			w.Header().Set("Content-Type", "application/json")
			_ = json.NewEncoder(w).Encode(map[string]any{"data": answer})
		})
	}
	return mux
}

func answered(r *http.Request, q *question, ask asking) (answer any, err error) {
	defer func() {
		if broken := recover(); broken != nil {
			err = fmt.Errorf("%v", broken)
		}
	}()
	var v values
	if err := json.NewDecoder(r.Body).Decode(&v); err != nil {
		return nil, err
	}
	found, err := ask(r.Context(), q, v.asKept())
	if err != nil {
		return nil, err
	}
	found.asked = v
	return q.answer(found), nil
}

// asKept are the values as the stores know them: days are numbers, a page
// begins after a key and an id.
func (v values) asKept() values {
	out := values{}
	for name, value := range v {
		switch {
		case name == "from" || name == "to":
			day, _ := strconv.Atoi(strings.ReplaceAll(v.text(name), "-", ""))
			out[name] = int64(day)
		case name == "after":
		case name == "first":
			first, _ := value.(float64)
			out[name] = int64(first)
		default:
			out[name] = value
		}
	}
	key, last, given := strings.Cut(v.text("after"), " ")
	if !given {
		key, last = "~", "" // behind every key
	}
	out["key"], out["last"] = key, last
	return out
}

func (v values) text(name string) string {
	text, _ := v[name].(string)
	return text
}

func (v values) list(name string) []string {
	var out []string
	all, _ := v[name].([]any)
	for _, one := range all {
		text, _ := one.(string)
		out = append(out, text)
	}
	return out
}
