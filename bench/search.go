package main

import (
	"cmp"
	"slices"
	"strings"
)

type hit struct {
	Field string `json:"field"`
	Text  string `json:"text"`
	Node  typed  `json:"node"`
}

type typed struct {
	ID   string `json:"id"`
	Kind string `json:"__typename"`
}

// search ranks by the best of the names: what is the word, what begins with it,
// what has a word that does.
func search(r rows) any {
	type ranked struct {
		row
		rank int
	}
	word := r.asked.text("text")
	var all []ranked
	for _, f := range r.root {
		best := 3
		for name := range strings.Lines(f.text(2)) {
			best = min(best, rank(strings.TrimSuffix(name, "\n"), word))
		}
		all = append(all, ranked{f, best})
	}
	slices.SortFunc(all, func(a, b ranked) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(b.text(3), a.text(3)), cmp.Compare(a.text(0), b.text(0)))
	})
	type list struct {
		Edges []hit `json:"edges"`
	}
	out := list{[]hit{}}
	for _, f := range all[:min(len(all), 10)] {
		out.Edges = append(out.Edges, hit{"names", bestName(recordOf(f.row, 1), word), typed{f.text(0), kindOf(f.text(0))}})
	}
	return struct {
		Search list `json:"search"`
	}{out}
}

func rank(name, word string) int {
	switch {
	case name == word:
		return 0
	case strings.HasPrefix(name, word):
		return 1
	case strings.Contains(" "+name, " "+word):
		return 2
	}
	return 3
}

func bestName(doc record, word string) string {
	best, at := "", 4
	for _, n := range doc.Names {
		if as := rank(strings.ToLower(n.Value), word); as < at {
			best, at = n.Value, as
		}
	}
	return best
}
