package neo4j

import (
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
