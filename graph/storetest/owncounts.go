package storetest

import (
	"fmt"
	"slices"
	"testing"

	"claimgraph/graph"
	"claimgraph/graph/naive"
)

// Own counts: what a store counts within the scope of each published count, and
// the attacks behind it, against the second evaluation.

// ownCounts asks for every own count under some policies, now and on days before.
func (k *known) ownCounts(t *testing.T, s graph.Store) {
	t.Helper()
	for _, policy := range policies {
		k.countedNow(t, s, policy)
		k.countedThen(t, s, policy, graph.AsOf(october(24)), graph.AsOf(october(28)))
	}
}

// countedNow looks up what falls within a scope, as a list of the API.
func (k *known) countedNow(t *testing.T, s graph.Store, p graph.AttributionPolicy) {
	t.Helper()
	reach, err := graph.Scoped(sent(p))
	if err != nil {
		t.Fatal(err)
	}
	stats := each[*graph.Statistic](k)
	if len(stats) == 0 {
		return
	}
	kinds := []graph.NodeKind{graph.KindAttack}
	f := graph.Fetch{Then: []*graph.Branch{{Number: 1, On: []graph.NodeKind{graph.KindStatistic}, Query: &graph.Query{Kinds: kinds}, Each: func(n graph.Node) (*graph.Query, error) {
		stat := n.(*graph.Statistic)
		q := question{field: "OwnCount.attacks", way: graph.Way{Kinds: kinds, Orders: true, Reach: reach(stat)}, parents: []graph.ID{stat.ID}}
		asked, err := q.fetch(graph.Possible)
		if err != nil {
			return nil, err
		}
		page, counts := asked.Then[0].Query, graph.OwnCounts(stat, reach(stat))
		page.Sums, page.Tells = counts.Sums, counts.Tells
		return page, nil
	}}}}
	for _, stat := range stats {
		f.IDs = append(f.IDs, stat.ID)
	}
	tree, err := s.Fetch(t.Context(), f)
	if err != nil {
		t.Fatal(err)
	}
	for _, stat := range stats {
		rows := rowsOf(tree, f, stat.ID)
		if len(rows.Told) == 0 {
			rows.Told = make([][]graph.Told, 2)
		}
		want := k.within(stat, p, graph.Now)
		if wrong := differs(want, rows, graph.Possible); wrong != "" {
			t.Errorf("attacks within %s under %+v:\n%s", stat.ID, p, wrong)
		}
		k.comesTo(t, &graph.OwnCount{Of: stat}, rows, want, graph.Now)
	}
}

// countedThen looks through the cases of all that may ever have fallen within.
func (k *known) countedThen(t *testing.T, s graph.Store, p graph.AttributionPolicy, days ...graph.AsOf) {
	t.Helper()
	found, work := graph.Candidates(), graph.NewCasework()
	found.Then = work.Then
	tree, err := s.Fetch(t.Context(), graph.Fetch{IDs: k.ids(), Then: graph.Numbered([]*graph.Branch{{Relation: graph.ScopedTo}, found})})
	if err != nil {
		t.Fatal(err)
	}
	file := graph.NewCaseFile(tree)
	for _, stat := range each[*graph.Statistic](k) {
		for _, on := range days {
			var cases []*graph.View
			for _, id := range tree.Page(found.Number, stat.ID).IDs {
				cases = append(cases, file.Case(tree.Nodes[id].(graph.Subject), tree.Page(work.Assertions.Number, id).IDs).Known(on))
			}
			own := &graph.OwnCount{Of: stat}
			rows := own.Among(cases, p)
			var got answer
			for _, b := range own.Attacks {
				got.rows = append(got.rows, row{b.Attack.ID, b.Match == graph.Certain})
			}
			want := k.within(stat, p, on)
			if listed(got.rows) != listed(want.rows) {
				t.Errorf("attacks within %s under %+v as of %d:\n  naively: %s\n  store:   %s", stat.ID, p, on, listed(want.rows), listed(got.rows))
			}
			k.comesTo(t, own, rows, want, on)
		}
	}
}

// within are the attacks within a scope, by the words of rule 25.
func (k *known) within(s *graph.Statistic, p graph.AttributionPolicy, on graph.AsOf) answer {
	certain, possible := naive.OwnCount(k.world(), s, p, on)
	return k.attacks(func(id graph.ID) (bool, bool) { return slices.Contains(certain, id), slices.Contains(possible, id) })
}

// comesTo holds the numbers drawn from what a store counted and told.
func (k *known) comesTo(t *testing.T, own *graph.OwnCount, rows *graph.Rows, of answer, on graph.AsOf) {
	t.Helper()
	if err := own.Counted(rows, on); err != nil {
		t.Fatal(err)
	}
	least, most := naive.OwnNumbers(k.world(), own.Of, idsOf(of.only()), idsOf(of.rows), on)
	same(t, fmt.Sprintf("the numbers of %s as of %d", own.Of.ID, on), []any{least, most}, []any{own.CertainCount, own.PossibleCount})
}
