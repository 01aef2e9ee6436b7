package storetest

import (
	"maps"
	"slices"
	"testing"

	"claimgraph/graph"
)

// orders asks every order of every family, up and down, alone and as the second
// key, of every root list: ties and missing values are in the drawn world.
func orders(t *testing.T, s graph.Store) {
	k := drawn(t, s)
	for _, field := range sortedKeys(graph.Roots) {
		family := graph.KindNamed(graph.Roots[field].Kinds[0]).Family
		for _, by := range slices.Sorted(maps.Keys(family.Orders)) {
			for _, desc := range []bool{false, true} {
				one := graph.Order{Column: family.Orders[by].Column, Desc: desc}
				for _, order := range [][]graph.Order{{one}, {{Column: family.Column("sort_recorded")}, one}} {
					if by == "RECORDED_AT" && len(order) > 1 {
						continue
					}
					q := k.ask(field, nil)
					q.order = order
					wrong, err := q.put(t.Context(), s, k)
					if err != nil || wrong != "" {
						t.Errorf("%s by %s, descending %t, %d keys: %v\n%s", field, by, desc, len(order), err, wrong)
					}
				}
			}
		}
	}
}

// pages walks lists forwards and backwards in pages of several sizes; together
// the pages are the whole list.
func pages(t *testing.T, s graph.Store) {
	k := drawn(t, s)
	questions := patiently()
	defer func() { t.Logf("%d lists walked", questions.asked) }()
	for _, field := range lists() {
		q := k.ask(field, nil)
		want := q.naively(k)
		for _, parent := range q.parents {
			whole := idsOf(want[parent].only())
			if parent != "" && len(whole) < 2 {
				continue
			}
			if !questions.more() {
				return
			}
			for _, size := range []int{1, 3} {
				for _, backward := range []bool{false, true} {
					got := walked(t, s, k, q, parent, size, backward)
					if !slices.Equal(got, whole) {
						t.Errorf("%s under %q by %d, backwards %t: %v, not %v", field, parent, size, backward, got, whole)
					}
				}
			}
		}
	}
}

func idsOf(rows []row) []graph.ID {
	out := []graph.ID{}
	for _, r := range rows {
		out = append(out, r.id)
	}
	return out
}

// walked reads a list page by page, as a client does with cursors.
func walked(t *testing.T, s graph.Store, k *known, q question, parent graph.ID, size int, backward bool) []graph.ID {
	t.Helper()
	q.parents = []graph.ID{parent}
	cursor := graph.Cursor{Order: q.order, Relation: q.way.Relation, Kinds: q.way.Kinds}
	all := []graph.ID{}
	for after := []string(nil); ; {
		f, err := q.fetch(graph.Certain)
		if err != nil {
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
		rows := rowsOf(tree, f, parent)
		if backward {
			all = append(slices.Clone(rows.IDs), all...)
		} else {
			all = append(all, rows.IDs...)
		}
		if len(rows.IDs) > size || len(all) > everything {
			t.Fatalf("%s: a page of %d has %d rows", q.field, size, len(rows.IDs))
		}
		if !rows.More {
			return all
		}
		last := rows.IDs[len(rows.IDs)-1]
		if backward {
			last = rows.IDs[0]
		}
		after = keysOf(cursor, k.nodes[last])
	}
}

// insertsBetweenPages: what is written before the cursor moves nothing.
func insertsBetweenPages(t *testing.T, s graph.Store) {
	k := drawn(t, s)
	q := k.ask("groups", nil)
	whole := q.naively(k)[""].only()
	cursor := graph.Cursor{Kinds: q.way.Kinds}
	first := &graph.Query{Kinds: q.way.Kinds, Limit: 2}
	tree, err := s.Fetch(t.Context(), graph.Fetch{Query: first})
	if err != nil {
		t.Fatal(err)
	}
	last := tree.Page(0, "").IDs[1]
	apply(t, s, telling([]graph.Node{group("group:aaa", "0 before everything"), group("group:aab", "00 and another")}))
	tree, err = s.Fetch(t.Context(), graph.Fetch{Query: &graph.Query{Kinds: q.way.Kinds, Limit: everything, After: keysOf(cursor, k.nodes[last])}})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := tree.Page(0, "").IDs, idsOf(whole[2:]); !slices.Equal(got, want) {
		t.Errorf("after the first page: %v, not %v", got, want)
	}
}
