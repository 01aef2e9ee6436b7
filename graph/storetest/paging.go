package storetest

import (
	"slices"
	"testing"

	"claimgraph/graph"
)

// orders asks every order of every family, up and down, alone and before and
// behind another, of every root list. An order in which no two nodes of the
// drawn world tie fails: nobody would have looked at its ties.
func orders(t *testing.T, s graph.Store) {
	k := drawn(t, s)
	for _, field := range sortedKeys(graph.Roots) {
		if !widest(graph.Roots[field]) {
			continue
		}
		family := graph.KindNamed(graph.Roots[field].Kinds[0]).Family
		names := sortedKeys(family.Orders)
		for i, by := range names {
			one, other := family.Orders[by], family.Orders[names[(i+1)%len(names)]]
			if !k.tie(one, graph.Roots[field].Kinds) {
				t.Errorf("no two %s of the drawn world tie in the order %s", field, by)
			}
			orders := [][]graph.Order{{one}, {one.Flip()}}
			if other.Column != one.Column {
				orders = append(orders, []graph.Order{one, other.Flip()}, []graph.Order{one.Flip(), other})
			}
			for _, order := range orders {
				q := k.ask(field, nil)
				q.order = order
				q.must(t, s, k)
				q.paged(t, s, k, 2, false)
				q.paged(t, s, k, 2, true)
			}
		}
	}
}

// tie tells whether two nodes of some kinds sort alike.
func (k *known) tie(o graph.Order, kinds []graph.NodeKind) bool {
	seen := map[string]bool{}
	for _, n := range k.of(kinds...) {
		key := graph.SortKey(o, n)
		if seen[key] {
			return true
		}
		seen[key] = true
	}
	return false
}

// pages walks lists forwards and backwards in pages of several sizes; together
// the pages are the whole list.
func pages(t *testing.T, s graph.Store) {
	k := drawn(t, s)
	for _, field := range lists() {
		q := k.ask(field, nil)
		parents := q.parents
		for _, parent := range parents {
			q.parents = []graph.ID{parent}
			if parent != "" && len(q.naively(k)[parent].only()) < 2 {
				continue
			}
			for _, size := range []int{1, 3} {
				q.paged(t, s, k, size, false)
				q.paged(t, s, k, size, true)
			}
		}
	}
}

// paged reads the list under the one parent page by page and holds it against
// the whole.
func (q question) paged(t *testing.T, s graph.Store, k *known, size int, backward bool) {
	t.Helper()
	parent := q.parents[0]
	want := idsOf(q.naively(k)[parent].only())
	if got := walked(t, s, k, q, size, backward, nil); !slices.Equal(got, want) {
		t.Errorf("%s under %q by %d, backwards %t: %v, not %v", q, parent, size, backward, got, want)
	}
}

func idsOf(rows []row) []graph.ID {
	out := []graph.ID{}
	for _, r := range rows {
		out = append(out, r.id)
	}
	return out
}

// walked reads a list page by page, as a client does with cursors. Between two
// pages something may happen.
func walked(t *testing.T, s graph.Store, k *known, q question, size int, backward bool, between func()) []graph.ID {
	t.Helper()
	cursor := graph.Cursor{Order: q.order, Relation: q.way.Relation, Kinds: q.way.Kinds}
	all, q := []graph.ID{}, q.of(t.Context(), s)
	for after := []string(nil); ; {
		f, err := q.fetch(graph.Certain)
		if graph.CodeOf(err) == graph.CodeLimit {
			return idsOf(q.naively(k)[q.parents[0]].only())
		} else if err != nil {
			t.Fatal(err)
		}
		query := f.Query
		if query == nil {
			query = f.Then[0].Query
		}
		query.Limit, query.Backward, query.After, query.Counts = size, backward, after, nil
		tree, err := s.Fetch(t.Context(), f)
		if err != nil {
			t.Fatal(err)
		}
		rows := rowsOf(tree, f, q.parents[0])
		if backward {
			all = append(slices.Clone(rows.IDs), all...)
		} else {
			all = append(all, rows.IDs...)
		}
		if len(rows.IDs) > size || rows.More && len(rows.IDs) < size || len(all) > everything {
			t.Fatalf("%s: a page of %d has %d rows, more: %t", q, size, len(rows.IDs), rows.More)
		}
		if !rows.More {
			return all
		}
		last := rows.IDs[len(rows.IDs)-1]
		if backward {
			last = rows.IDs[0]
		}
		after = keysOf(cursor, tree.Nodes[last])
		if between != nil {
			between()
		}
	}
}

// insertsBetweenPages: whatever is written between two pages, no row that stood
// in the list comes twice or not at all, and what was written where the reader
// has yet to come is seen.
func insertsBetweenPages(t *testing.T, s graph.Store) {
	k := drawn(t, s)
	names := []string{"0 first of all", "m somewhere", "\U0010fffd last of all"}
	days := []int{1, 24, 31}
	inserted := 0
	fresh := func(kind string) graph.ID {
		inserted++
		return id(kind, inserted)
	}
	for _, list := range []struct {
		field  string
		parent graph.ID
		insert func(at int) graph.Node // at the beginning, in the middle, at the end
	}{
		{"groups", "", func(at int) graph.Node { return group(fresh("group"), names[at]) }},
		{"attacks", "", func(at int) graph.Node { return attack(fresh("attack"), "Inserted", when(day(days[at]))) }},
		{"Attack.claims", "attack:gate", func(at int) graph.Node {
			return claim(graph.ClaimReport, fresh("claim"), about("attack:gate"), by("organization:wire"), made(day(days[at])))
		}},
	} {
		for _, backward := range []bool{false, true} {
			q := k.ask(list.field, nil)
			q.parents = []graph.ID{list.parent}
			before := idsOf(q.naively(k)[list.parent].only())
			gaps := 0
			got := walked(t, s, k, q, 1, backward, func() {
				if gaps++; gaps > 2 {
					return
				}
				c := telling([]graph.Node{list.insert(0), list.insert(1), list.insert(2)})
				if got, want := apply(t, s, c), k.tell(t, c); got != want {
					t.Errorf("%+v was written, not %+v", got, want)
				}
			})
			if once := slices.Compact(slices.Sorted(slices.Values(got))); len(once) != len(got) {
				t.Errorf("%s, backwards %t: a row came twice in %v", list.field, backward, got)
			}
			if old := slices.DeleteFunc(slices.Clone(got), func(id graph.ID) bool { return !slices.Contains(before, id) }); !slices.Equal(old, before) {
				t.Errorf("%s, backwards %t: of %v there came %v", list.field, backward, before, old)
			}
			now := idsOf(q.naively(k)[list.parent].only())
			last := now[len(now)-1]
			if backward {
				last = now[0]
			}
			if !slices.Contains(got, last) {
				t.Errorf("%s, backwards %t: %s was written where the reader had yet to come, and was not seen", list.field, backward, last)
			}
		}
	}
}
