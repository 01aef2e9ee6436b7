package graph

import (
	"encoding/json"
	"slices"
	"sort"
	"strings"
)

// A filter is what a client sent: objects as maps, lists, words. Filters holds
// a row for every field of every filter input of the API; Lower turns a filter
// into a test of the store, for certain or for possible matches:
// certain(not f) = not possible(f).

// Bounds are limits of what one filter may ask.
type Bounds struct {
	FilterDepth int // filters within filters
	Filters     int // filters in one, itself among them
	Listed      int // what one list holds
}

// The bounds of the API's contract, and those of questions that no client asks.
const (
	MaxFilterDepth = 6
	MaxFilters     = 100
	MaxListed      = 500
)

// DefaultBounds are those of the API's contract.
func DefaultBounds() Bounds { return Bounds{MaxFilterDepth, MaxFilters, MaxListed} }

// Lowering is one walk down a filter.
type Lowering struct {
	Mode  Certainty
	atlas AtNeed
	depth int
	met   *int // filters so far
	Bounds
}

// AtNeed gives the points of all locations; it is asked only by a filter that
// names a box or a circle.
type AtNeed func() (*Atlas, error)

// Test lowers the value of one field.
type Test func(l Lowering, v any) (Pred, error)

// Lower turns a filter of the named input type into a test; nil for one that
// asks nothing. Errors carry the path within the filter.
func Lower(input string, filter any, mode Certainty, within Bounds, atlas AtNeed) (Pred, error) {
	return Lowering{Mode: mode, Bounds: within, atlas: atlas, met: new(int)}.object(input, filter)
}

func (l Lowering) object(input string, v any) (Pred, error) {
	if v == nil {
		return nil, nil
	}
	fields, ok := v.(map[string]any)
	if !ok {
		return nil, BadInput("a %s is an object", input)
	}
	if l.depth++; l.depth > l.FilterDepth {
		return nil, LimitExceeded(LimitFilterDepth, "the filter is nested deeper than %d; ask in fewer levels", l.FilterDepth)
	}
	if *l.met++; *l.met > l.Filters {
		return nil, LimitExceeded(LimitFilters, "the filter is made of more than %d; ask several questions, or name several values in one list", l.Filters)
	}
	var all All
	for _, name := range fieldNames(fields) {
		p, err := l.field(input, name, fields[name])
		if err != nil {
			return nil, Under(err, name)
		}
		if p != nil {
			all = append(all, p)
		}
	}
	return all.plain(), nil
}

func fieldNames(fields map[string]any) []string {
	names := make([]string, 0, len(fields))
	for name, v := range fields {
		if v != nil { // null asks nothing
			names = append(names, name)
		}
	}
	sort.Strings(names)
	return names
}

func (l Lowering) field(input, name string, v any) (Pred, error) {
	switch name {
	case "and":
		return l.each(input, v, func(parts []Pred) Pred { return All(parts) })
	case "or":
		return l.each(input, v, func(parts []Pred) Pred { return Any(parts) })
	case "not":
		p, err := l.negated().object(input, v)
		if err != nil {
			return nil, err
		}
		return Not{orTrue(p)}, nil
	}
	test := Filters[input][name]
	if test == nil {
		return nil, BadInput("a %s has no field %q", input, name)
	}
	return test(l, v)
}

// negated is the lowering of what stands under a not.
func (l Lowering) negated() Lowering {
	if l.Mode == Certain {
		l.Mode = Possible
	} else {
		l.Mode = Certain
	}
	return l
}

func (l Lowering) each(input string, v any, join func([]Pred) Pred) (Pred, error) {
	list, err := l.listOf(v)
	if err != nil {
		return nil, err
	}
	parts := make([]Pred, len(list))
	for i, item := range list {
		p, err := l.object(input, item)
		if err != nil {
			return nil, Under(err, index(i))
		}
		parts[i] = orTrue(p)
	}
	return join(parts), nil
}

func orTrue(p Pred) Pred {
	if p == nil {
		return All{}
	}
	return p
}

// asList is a list as GraphQL reads one: a single value is a list of one.
func asList(v any) []any {
	switch v := v.(type) {
	case nil:
		return nil
	case []any:
		return v
	case []string:
		out := make([]any, len(v))
		for i, s := range v {
			out[i] = s
		}
		return out
	}
	return []any{v}
}

func (l Lowering) listOf(v any) ([]any, error) {
	list := asList(v)
	if len(list) > l.Listed {
		return nil, LimitExceeded(LimitListed, "a list in a filter holds at most %d, not %d", l.Listed, len(list))
	}
	return list, nil
}

// wordsOf reads a list of texts, as many as one may hold.
func (l Lowering) wordsOf(v any) ([]string, error) {
	if _, err := l.listOf(v); err != nil {
		return nil, err
	}
	return wordsOf(v)
}

func wordsOf(v any) ([]string, error) {
	list := asList(v)
	out := make([]string, len(list))
	for i, item := range list {
		text, ok := item.(string)
		if !ok {
			return nil, Under(BadInput("a text is wanted, not %v", item), index(i))
		}
		out[i] = text
	}
	return out, nil
}

func (l Lowering) idsOf(v any) (IDIn, error) {
	list, err := l.wordsOf(v)
	if err != nil {
		return nil, err
	}
	out := make(IDIn, 0, len(list))
	for i, text := range list {
		id, err := ParseID(text)
		if err != nil {
			return nil, Under(err, index(i))
		}
		if !slices.Contains(out, id) { // named twice is meant once: a store would count it twice
			out = append(out, id)
		}
	}
	return out, nil
}

// enum refuses a word that is not in its list, naming where it stands.
func enum[W ~string](list []W, v any) ([]string, error) {
	words, err := wordsOf(v)
	if err != nil {
		return nil, err
	}
	for i, w := range words {
		if !slices.Contains(list, W(w)) {
			return nil, Under(oneOf(index(i), W(w), list))
		}
	}
	return words, nil
}

func boolOf(v any) (bool, error) {
	b, ok := v.(bool)
	if !ok {
		return false, BadInput("true or false is wanted, not %v", v)
	}
	return b, nil
}

// IntOf reads a whole number as a client may send it.
func IntOf(v any) (int, error) {
	switch v := v.(type) {
	case int:
		return v, nil
	case int64:
		return int(v), nil
	case float64:
		if v == float64(int(v)) {
			return int(v), nil
		}
	case json.Number:
		if n, err := v.Int64(); err == nil {
			return int(n), nil
		}
	}
	return 0, BadInput("a whole number is wanted, not %v", clip(strings.TrimSpace(textOf(v))))
}

func textOf(v any) string {
	out, err := json.Marshal(v)
	if err != nil {
		return "that"
	}
	return string(out)
}
