package storetest

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"claimgraph/graph"
)

// facets counts every list of attacks and of claims by everything, in the drawn
// world and around the turn of a year: alone, and under each field of a filter, or
// the opposite of it.
func facets(t *testing.T, s graph.Store) {
	k := drawn(t, s)
	turn := telling(turnOfTheYear())
	k.tell(t, turn)
	apply(t, s, turn)
	k.faceted(t, s, func(list string) []any {
		var asked []any
		input := fieldNamed(list).Filter
		for i, field := range sortedKeys(graph.Filters[input]) {
			one := map[string]any{field: sampled(t, input, field)[0]}
			if i%3 == 2 { // not by turns of two: then a mode would never meet it
				one = map[string]any{"not": one}
			}
			asked = append(asked, one)
		}
		return asked
	})
}

// turnOfTheYear is what happened, or was said, where months and years meet.
func turnOfTheYear() []graph.Node {
	on := func(extent graph.Extent, first, last graph.Date) graph.DateRange {
		return graph.DateRange{Earliest: first, Latest: last, Extent: extent, Derivation: graph.Inferred}
	}
	return []graph.Node{
		attack("attack:silvester", "New Year's Eve", when(on(graph.Moment, 20171231, 20180101))),
		attack("attack:december", "December", when(on(graph.Moment, 20171201, 20171231))),
		attack("attack:that-year", "Some day of 2018", when(on(graph.Moment, 20180101, 20181231))),
		attack("attack:winter", "All winter", when(on(graph.Span, 20171130, 20180201))),
		attack("attack:onwards", "From February on", when(on(graph.Span, 20180205, 0))),
		attack("attack:until", "Until then", when(on(graph.Span, 0, 20171201))),
		claim(graph.ClaimResponsibility, "claim:winter", about("attack:winter", "attack:silvester"), by("group:band"), made(on(graph.Span, 20171231, 20180102)), when(on(graph.Moment, 20180110, 20180120))),
		claim(graph.ClaimReport, "claim:silvester", about("attack:silvester"), by("organization:wire"), made(on(graph.Moment, 20180102, 20180131)), when(on(graph.Moment, 20171231, 20171231))),
	}
}

// facetsOf are the words by which the nodes of a list are counted; none: it has no facets.
func facetsOf(kinds []graph.NodeKind) []string {
	switch {
	case slices.Equal(kinds, []graph.NodeKind{graph.KindAttack}):
		return words(graph.AttackFacets)
	case slices.Equal(kinds, []graph.NodeKind{graph.KindClaim}):
		return words(graph.ClaimFacets)
	}
	return nil
}

func words[W ~string](list []W) []string {
	var out []string
	for _, w := range list {
		out = append(out, string(w))
	}
	return out
}

// faceted holds all facets of each list that has any, with each of some filters,
// against what the nodes themselves say; in both modes by turns.
func (k *known) faceted(t *testing.T, s graph.Store, filters func(list string) []any) {
	t.Helper()
	of := map[graph.ID]map[string][]string{}
	turn := 0
	for _, list := range lists() {
		way := k.ask(list, nil).way
		by := facetsOf(way.Kinds)
		if by == nil {
			continue
		}
		asked := []any{nil}
		if filters != nil && !strings.Contains(list, ".") {
			asked = append(asked, filters(list)...)
		}
		for _, filter := range asked {
			k.countedBy(t, s, k.ask(list, filter), []graph.Certainty{graph.Certain, graph.Possible}[turn%2], by, of)
			turn++
		}
	}
}

// countedBy asks one list for all of its facets at once.
func (k *known) countedBy(t *testing.T, s graph.Store, q question, mode graph.Certainty, by []string, of map[graph.ID]map[string][]string) {
	t.Helper()
	f, err := q.fetch(mode)
	if err != nil {
		t.Fatalf("%s: %v", q, err)
	}
	query := f.Query
	if query == nil {
		query = f.Then[0].Query
	}
	own, err := q.belongs(mode)
	if err != nil {
		t.Fatalf("%s: %v", q, err)
	}
	query.Limit, query.Counts, query.Match = 0, nil, nil
	query.Grouping = &graph.Grouping{Count: own}
	for _, word := range by {
		query.Grouping.By = append(query.Grouping.By, graph.FacetOf(q.way.Kinds[0], word))
	}
	tree, err := s.Fetch(t.Context(), f)
	if err != nil {
		t.Fatalf("%s, certainty %s: %v", q, mode, err)
	}
	for parent, a := range q.naively(k) {
		rows := a.rows
		if mode == graph.Certain {
			rows = a.only()
		}
		for i, word := range by {
			want, got := map[string]int{}, map[string]int{}
			for _, r := range rows {
				for _, key := range k.belongsIn(r.id, word, of) {
					want[key]++
				}
			}
			if found := rowsOf(tree, f, parent); i < len(found.Grouped) {
				got = found.Grouped[i]
			}
			if !maps.Equal(want, got) {
				t.Errorf("%s, certainty %s, under %q, by %s:\n  naively: %v\n  store:   %v", q, mode, parent, word, want, got)
			}
		}
	}
}

// belongsIn are the keys of the buckets in which a node certainly belongs; "" alone: in none.
func (k *known) belongsIn(id graph.ID, by string, known map[graph.ID]map[string][]string) []string {
	if keys := known[id][by]; keys != nil {
		return keys
	}
	if known[id] == nil {
		known[id] = map[string][]string{}
	}
	var keys []string
	switch n := k.nodes[id].(type) {
	case *graph.Attack:
		keys = k.attackIn(n, by)
	case *graph.Claim:
		keys = k.claimIn(n, by)
	}
	if len(keys) == 0 {
		keys = []string{""}
	}
	known[id][by] = keys
	return keys
}

func (k *known) attackIn(a *graph.Attack, by string) []string {
	switch by {
	case "COUNTRY", "ADMIN1":
		return certain(each[*graph.Location](k), func(l *graph.Location) (string, verdict) {
			if string(l.Kind) != by {
				return "", no
			}
			return string(l.ID), k.located([]any{string(l.ID)}, a)
		})
	case "YEAR", "MONTH":
		return certain(calendar(by), func(p period) (string, verdict) { return p.name, k.occurred(p.window(), a) })
	case "KIND":
		return certain(graph.AttackKinds, func(kind graph.AttackKind) (string, verdict) {
			return string(kind), k.oneGiver(a, func(g giver) verdict { return sure(slices.Contains(g.kinds, kind)) })
		})
	case "TARGET":
		return certain(graph.VictimCategories, func(c graph.VictimCategory) (string, verdict) {
			return string(c), k.oneGiver(a, func(g giver) verdict {
				return sure(slices.ContainsFunc(g.targets, func(t graph.Target) bool { return t.Category == c }))
			})
		})
	case "CLAIMANT":
		return certain(each[graph.Actor](k), func(actor graph.Actor) (string, verdict) {
			v := no
			for _, c := range each[*graph.Claim](k) {
				if c.Kind == graph.ClaimResponsibility && slices.Contains(c.About, a.ID) && k.counted(c) {
					v = max(v, speaks(actor.Head().ID, c))
				}
			}
			return string(actor.Head().ID), v
		})
	}
	panic("the naive evaluation does not know the facet " + by)
}

func (k *known) claimIn(c *graph.Claim, by string) []string {
	switch by {
	case "KIND":
		return []string{string(c.Kind)}
	case "STANDING":
		return []string{string(c.Stands.Overall)}
	case "ASSERTER":
		return certain(each[graph.Actor](k), func(a graph.Actor) (string, verdict) { return string(a.Head().ID), speaks(a.Head().ID, c) })
	case "YEAR", "MONTH":
		return certain(calendar(by), func(p period) (string, verdict) { return p.name, dated(p.window(), c.Made) })
	}
	panic("the naive evaluation does not know the facet " + by)
}

// certain are the keys of which the verdict is that they hold.
func certain[T any](all []T, judge func(T) (string, verdict)) []string {
	var keys []string
	for _, one := range all {
		if key, v := judge(one); v == yes {
			keys = append(keys, key)
		}
	}
	return keys
}

// period is a year or a month of the calendar.
type period struct {
	name        string
	first, last graph.Date
}

func (p period) window() any {
	return map[string]any{"from": p.first.String(), "to": p.last.String()}
}

// calendar is every year, or month, in which anything happens in any test world.
func calendar(by string) []period {
	var all []period
	for year := graph.Date(2015); year <= 2020; year++ {
		if by == "YEAR" {
			all = append(all, period{strconv.Itoa(int(year)), year*10000 + 101, year*10000 + 1231})
			continue
		}
		for month := graph.Date(1); month <= 12; month++ {
			first := year*10000 + month*100 + 1
			next := first + 100
			if month == 12 {
				next = (year+1)*10000 + 101
			}
			all = append(all, period{fmt.Sprintf("%d-%02d", int(year), int(month)), first, next.AddDays(-1)})
		}
	}
	return all
}
