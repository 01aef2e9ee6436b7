package neo4j

import (
	"fmt"
	"slices"
	"testing"

	"claimgraph/graph"
)

// A page without rows once lost its counts: beside collect() a constant is a
// grouping key, and no rows make no group.
func TestAPageWithoutRowsKeepsItsCounts(t *testing.T) {
	s := opened(t, world()...)
	nobody := graph.Cmp{Column: graph.KindNamed(graph.KindClaim).Family.Column("standing"), Op: graph.OpIn}
	claims := &graph.Query{Kinds: []graph.NodeKind{graph.KindClaim}, Where: nobody, Limit: 3, Counts: []graph.Count{{}, {Where: nobody}}}
	tree := fetched(t, s, graph.Fetch{Query: claims})
	counts := tree.Page(0, "").Counts
	if len(counts) != 2 || counts[0] == 0 || counts[1] != 0 {
		t.Errorf("%v", counts)
	}
}

// However deep a selection, it is at most two statements.
func TestADeepSelectionIsFewStatements(t *testing.T) {
	s := opened(t, world()...)
	page := &graph.Query{Kinds: []graph.NodeKind{graph.KindClaim}, Limit: 2, Counts: []graph.Count{{Relation: graph.AssertedBy, In: true}}}
	f := graph.Fetch{Query: &graph.Query{Kinds: []graph.NodeKind{graph.KindClaim}, Limit: 3, Counts: []graph.Count{{}}}, Then: []*graph.Branch{
		{Number: 1, Relation: graph.AssertedBy, Then: []*graph.Branch{{Number: 2, Relation: graph.AssertedBy, In: true, Query: page}}},
		{Number: 3, Relation: graph.RespondsTo, In: true},
	}}
	_ = fetched(t, s, f) // the first contact makes the schema
	before := s.Statements()
	if tree := fetched(t, s, f); len(tree.Nodes) == 0 {
		t.Error("nothing was found")
	}
	if n := s.Statements() - before; n > 2 {
		t.Errorf("%d statements", n)
	}
}

// What is looked up where it is little is met on a walk where it is much. No
// test world holds that much, so both are asked here.
func TestLookedUpOrWalkedThroughIsOneAnswer(t *testing.T) {
	s := opened(t, world()...)
	_ = fetched(t, s, graph.Fetch{IDs: []graph.ID{"group:red"}}) // the first contact makes the schema
	byRed := graph.Has{Relation: graph.AssertedBy, Far: graph.IDIn{"group:red"}}
	page := &graph.Query{Kinds: []graph.NodeKind{graph.KindClaim}, Where: byRed, Limit: 4}
	for _, then := range [][]*graph.Branch{nil, {{Number: 1, Relation: graph.About}}} {
		var answers [2][]graph.ID
		for i, many := range []bool{false, true} {
			q := compile(graph.Fetch{Query: page, Then: then}, many)
			row, err := s.ask(t.Context(), q.String(), q.params)
			if err != nil {
				t.Fatal(err)
			}
			tree, err := q.tree(row)
			if err != nil {
				t.Fatal(err)
			}
			answers[i] = tree.Page(0, "").IDs
		}
		if len(answers[0]) != 4 || !slices.Equal(answers[0], answers[1]) {
			t.Errorf("looked up %v, walked through %v", answers[0], answers[1])
		}
	}
}

// A word that more nodes have than are looked up is told from one that few have
// before any of them is collected, and the page is the same.
func TestAWordThatManyHave(t *testing.T) {
	const raids = 50
	var nodes []graph.Node
	for i := range few + raids {
		a := attack(fmt.Sprintf("%04d", i), "Attack", graph.Date(20171001))
		if a.Index.KindsCertain = []graph.AttackKind{graph.AttackKinds[0], graph.AttackKinds[1]}; i >= few {
			a.Index.KindsCertain = []graph.AttackKind{graph.AttackKinds[0], graph.AttackKinds[2]}
		}
		nodes = append(nodes, a)
	}
	s := opened(t, append(slices.Clone(nodes), world()[0])...)
	last := func(i int) graph.ID { return nodes[i].Head().ID }
	for _, c := range []struct {
		kinds  []int
		newest graph.ID
		many   bool
	}{
		{[]int{0}, last(few + raids - 1), true},
		{[]int{1}, last(few - 1), false},
		{[]int{2}, last(few + raids - 1), false},
		{[]int{1, 2}, last(few + raids - 1), true},
		{[]int{3}, "", false},
	} {
		where := graph.Cmp{Column: graph.KindNamed(graph.KindAttack).Family.Column("kinds_certain"), Op: graph.OpIn}
		for _, k := range c.kinds {
			where.Words = append(where.Words, string(graph.AttackKinds[k]))
		}
		f := graph.Fetch{Query: &graph.Query{Kinds: []graph.NodeKind{graph.KindAttack}, Where: where, Limit: 1}}
		var newest graph.ID
		if ids := fetched(t, s, f).Page(0, "").IDs; len(ids) > 0 {
			newest = ids[0]
		}
		a := lookAhead(f)
		if err := a.ask(t.Context(), s.ask); err != nil {
			t.Fatal(err)
		}
		if newest != c.newest || a.many() != c.many {
			t.Errorf("of kinds %v: %q is the newest, too many %t", c.kinds, newest, a.many())
		}
	}
}
