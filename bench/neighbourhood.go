package main

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

type link struct {
	From     string `json:"from"`
	To       string `json:"to"`
	Relation string `json:"relation"`
}

// mostNodes is how many nodes the answer shows, and relations in which order it
// prefers parallel links.
const mostNodes = 200

var relations = []string{"AFFILIATED_WITH", "LOCATED_IN", "OCCURRED_AT", "TARGETS", "ASSERTED_BY", "ATTRIBUTED_TO", "ISSUED_BY", "IN_STATEMENT",
	"ABOUT", "RESPONDS_TO", "SUPERSEDES", "SCOPED_TO"}

// neighbourhood draws what the statement found: the nearest nodes, and of the
// links between them the first of those that are parallel.
func neighbourhood(r rows) any {
	type drawing struct {
		Nodes     []typed `json:"nodes"`
		Links     []link  `json:"links"`
		Truncated bool    `json:"truncated"`
	}
	out := drawing{Nodes: []typed{}, Links: []link{}}
	steps := map[string]int{}
	for _, id := range r.asked.list("of") {
		steps[id] = 0
	}
	var all []link
	for _, found := range r.root {
		out.Truncated = found.flag(1)
		for _, l := range r.under(row{"", nil, found[min(2, len(found)-1)]}, 2) {
			all = append(all, link{l.text(1), l.text(2), l.text(3)})
		}
	}
	for step := 1; step <= 2; step++ {
		next := map[string]bool{}
		for _, l := range all {
			for _, ends := range [][2]string{{l.From, l.To}, {l.To, l.From}} {
				at, here := steps[ends[0]]
				if _, known := steps[ends[1]]; here && at == step-1 && !known {
					next[ends[1]] = true
				}
			}
		}
		ids := slices.Sorted(maps.Keys(next))
		if room := mostNodes - len(steps); len(ids) > room {
			out.Truncated, ids = true, ids[:room]
		}
		for _, id := range ids {
			steps[id] = step
		}
	}
	for id := range steps {
		out.Nodes = append(out.Nodes, typed{id, kindOf(id)})
	}
	slices.SortFunc(out.Nodes, func(a, b typed) int {
		return cmp.Or(cmp.Compare(steps[a.ID], steps[b.ID]), strings.Compare(a.ID, b.ID))
	})
	out.Links = drawn(all, steps)
	return struct {
		Neighbourhood drawing `json:"neighbourhood"`
	}{out}
}

func drawn(all []link, steps map[string]int) []link {
	order := func(l link) int { return slices.Index(relations, l.Relation) }
	first := map[[2]string]link{}
	for _, l := range all {
		_, from := steps[l.From]
		_, to := steps[l.To]
		between := [2]string{min(l.From, l.To), max(l.From, l.To)}
		if old, known := first[between]; from && to && (!known || order(l) < order(old)) {
			first[between] = l
		}
	}
	out := slices.AppendSeq([]link{}, maps.Values(first))
	near := func(l link) int { return min(steps[l.From], steps[l.To]) }
	slices.SortFunc(out, func(a, b link) int {
		return cmp.Or(cmp.Compare(near(a), near(b)), strings.Compare(a.From, b.From), strings.Compare(a.To, b.To))
	})
	return out
}
