package storetest

import (
	"slices"
	"strings"

	"claimgraph/graph"
)

// What filters are made of: ids, words, texts, windows of days.

func object(v any) map[string]any {
	fields, _ := v.(map[string]any)
	return fields
}

// list is a list as GraphQL reads one: a single value is a list of one.
func list(v any) []any {
	switch v := v.(type) {
	case nil:
		return nil
	case []any:
		return v
	}
	return []any{v}
}

// among tells whether one of the words or ids of a list is this one.
func among[W ~string](asked any, word W) bool {
	return slices.ContainsFunc(list(asked), func(v any) bool { return v == string(word) })
}

func amongAny[W ~string](asked any, words []W) bool {
	return slices.ContainsFunc(words, func(w W) bool { return among(asked, w) })
}

// named is an IDFilter; what has no id fits none.
func named(asked any, id graph.ID) bool {
	for _, wanted := range object(asked) {
		if wanted != nil && !among(wanted, id) {
			return false
		}
	}
	return id != ""
}

// reads is a StringFilter on any of some texts; each part may hold for another text.
func reads(asked any, texts ...string) bool {
	for how, wanted := range object(asked) {
		if wanted != nil && !slices.ContainsFunc(texts, func(text string) bool { return compares(how, list(wanted), graph.Fold(text)) }) {
			return false
		}
	}
	return true
}

func compares(how string, wanted []any, text string) bool {
	return slices.ContainsFunc(wanted, func(v any) bool {
		w := graph.Fold(v.(string))
		switch how {
		case "contains":
			return strings.Contains(text, w)
		case "startsWith":
			return strings.HasPrefix(text, w)
		}
		return text == w
	})
}

func anyName(asked any, names []graph.Name) bool {
	texts := make([]string, len(names))
	for i, n := range names {
		texts[i] = n.Value
	}
	return reads(asked, texts...)
}

func anyNumber(asked any, ids []graph.ExternalID) bool {
	scheme, _ := object(asked)["scheme"].(string)
	return slices.ContainsFunc(ids, func(e graph.ExternalID) bool {
		return strings.EqualFold(e.Scheme, scheme) && among(object(asked)["value"], e.Value)
	})
}

// window is a DateFilter; 0 is an open end.
type window struct{ from, to graph.Date }

func windowOf(asked any) window {
	return window{dateOf(object(asked)["from"]), dateOf(object(asked)["to"])}
}

func dateOf(v any) graph.Date {
	text, _ := v.(string)
	d, err := graph.ParseDate(text)
	if err != nil {
		return 0
	}
	return d
}

// has tells whether a known day lies in the window.
func (w window) has(d graph.Date) bool {
	return d != 0 && (w.from == 0 || d >= w.from) && (w.to == 0 || d <= w.to)
}

// misses tells whether a range lies outside, a missing bound of either being open.
func (w window) misses(earliest, latest graph.Date) bool {
	return latest != 0 && w.from != 0 && latest < w.from || earliest != 0 && w.to != 0 && earliest > w.to
}

// dated is a DateFilter on a range (the first two rows of the table in api.md).
func dated(asked any, r graph.DateRange) verdict {
	w := windowOf(asked)
	switch {
	case w == window{}:
		return yes
	case w.misses(r.Earliest, r.Latest):
		return no
	case r.Extent == graph.Span:
		known := r.Earliest != 0 && r.Latest != 0
		return max(maybe, sure(known || w.has(r.Earliest) || w.has(r.Latest)))
	}
	return max(maybe, sure((w.from == 0 || w.has(r.Earliest)) && (w.to == 0 || w.has(r.Latest))))
}

// heldIn is a DateFilter on a period: on some day of the window it held (rule 23).
func heldIn(asked any, p graph.Period) verdict {
	w := windowOf(asked)
	if (w == window{}) {
		return yes
	}
	if a := p.Attested; a != nil && a.Earliest != 0 && a.Latest != 0 && !w.misses(a.Earliest, a.Latest) {
		return yes
	}
	if p.Start != nil && p.End != nil && p.Start.Latest != 0 && p.End.Earliest != 0 && !w.misses(p.Start.Latest, p.End.Earliest) {
		return yes
	}
	var first, last graph.Date // outside of these it did not hold
	if p.Start != nil {
		first = p.Start.Earliest
	}
	if p.End != nil {
		last = p.End.Latest
	}
	if w.misses(first, last) {
		return no
	}
	return maybe
}
