package sqlite

import (
	"context"
	"slices"
	"sync"
	"testing"

	"claimgraph/graph"
)

// What every store must answer is asked by storetest; here stand what it costs
// this one, and what only its tables can get wrong.

func claimsAbout(limit int) *graph.Branch {
	return &graph.Branch{Number: 1, Relation: graph.About, In: true, Kinds: []graph.NodeKind{graph.KindClaim}, Query: &graph.Query{
		Limit: limit, Counts: []graph.Count{{Relation: graph.About, In: true}},
	}}
}

// attacks > claims > asserters, and responses > asserters, sources.
func nested() graph.Fetch {
	responses := &graph.Branch{Number: 3, Relation: graph.RespondsTo, In: true, Query: &graph.Query{Limit: 5}, Then: []*graph.Branch{
		{Number: 4, Relation: graph.AssertedBy}, {Number: 5, Relation: graph.Cites},
	}}
	claims := claimsAbout(2)
	claims.Then = []*graph.Branch{{Number: 2, Relation: graph.AssertedBy}, responses}
	return graph.Fetch{
		Query: &graph.Query{Kinds: []graph.NodeKind{graph.KindAttack}, Limit: 3, Counts: []graph.Count{{}}},
		Then:  []*graph.Branch{claims},
	}
}

func TestOneStatementABranch(t *testing.T) {
	s := opened(t, world()...)
	before := s.Statements()
	tree := fetched(t, s, nested())
	if ran := s.Statements() - before; ran != 6 {
		t.Errorf("ran %d statements for a root and five branches", ran)
	}
	if len(tree.Nodes) != 3+3+1+2+1 { // attacks, claims, one denial, groups, the paper
		t.Errorf("met %d nodes", len(tree.Nodes))
	}
}

func TestNothingIsReadTwice(t *testing.T) {
	s := opened(t, world()...)
	before := s.Statements()
	fetched(t, s, graph.Fetch{IDs: []graph.ID{"claim:1", "group:red", "source:paper"}, Then: []*graph.Branch{
		{Number: 1, Relation: graph.AssertedBy}, {Number: 2, Relation: graph.Cites}, {Number: 3, Relation: graph.RespondsTo, In: true},
	}})
	if ran := s.Statements() - before; ran != 2 {
		t.Errorf("ran %d statements: the group and the source stand there already", ran)
	}
}

func TestCountsOfParentsWithoutRows(t *testing.T) {
	s := opened(t, append(world(), attack("quiet", "Nobody spoke", 20170101))...)
	b := claimsAbout(0)
	tree := fetched(t, s, graph.Fetch{IDs: []graph.ID{"attack:quiet", "attack:1"}, Then: []*graph.Branch{b}})
	for id, want := range map[graph.ID]int{"attack:quiet": 0, "attack:1": 1} {
		rows := tree.Pages[1][id]
		if rows == nil || !slices.Equal(rows.Counts, []int{want}) || len(rows.IDs) > 0 {
			t.Errorf("%s: %+v, want the count %d", id, rows, want)
		}
	}
}

// A relation whose links say something can lead twice to one node; a page holds it once.
func TestTwoLinksOneRow(t *testing.T) {
	red, blue := group("red", "Red Band"), group("blue", "Blue Guard")
	blue.Web.Ties = []graph.Tie{{To: red.ID, Kind: graph.AlliedWith, Via: "affiliation:1"}, {To: red.ID, Kind: graph.SplitFrom, Via: "affiliation:2"}}
	green := group("green", "Green Line")
	green.Web.Ties = blue.Web.Ties[:1]
	s := opened(t, red, blue, green)
	count := []graph.Count{{Relation: graph.AffiliatedWith, In: true}}
	for _, limit := range []int{1, 2} {
		tree := fetched(t, s, graph.Fetch{IDs: []graph.ID{red.ID}, Then: []*graph.Branch{
			{Number: 1, Relation: graph.AffiliatedWith, In: true, Query: &graph.Query{Limit: limit, Counts: count}},
			{Number: 2, Relation: graph.AffiliatedWith, In: true},
		}})
		rows := tree.Pages[1][red.ID]
		if want := []graph.ID{blue.ID, green.ID}[:limit]; !slices.Equal(rows.IDs, want) || rows.More != (limit == 1) || rows.Counts[0] != 2 {
			t.Errorf("page of %d: %+v", limit, rows)
		}
		if all := tree.Pages[2][red.ID]; len(all.IDs) != 2 {
			t.Errorf("without page: %+v", all)
		}
	}
}

// What is looked up and what is met on a walk must be the same list.
func TestLookedUpOrMet(t *testing.T) {
	s := opened(t, world()...)
	byRed := graph.Has{Relation: graph.AssertedBy, Far: graph.IDIn{"group:red"}}
	for name, where := range map[string]graph.Pred{
		"looked up": byRed,
		"met":       graph.Not{Pred: graph.Not{Pred: byRed}},
		"either":    graph.Any{byRed, graph.IDIn{"claim:0"}},
		"both":      graph.All{byRed, graph.Has{Relation: graph.About, Far: graph.Has{Relation: graph.About, In: true, Far: byRed}}},
	} {
		q := &graph.Query{Kinds: []graph.NodeKind{graph.KindClaim}, Where: where, Limit: 20, Counts: []graph.Count{{Where: where}}}
		rows := fetched(t, s, graph.Fetch{Query: q}).Pages[0][""]
		if len(rows.IDs) != 10 || rows.IDs[0] != "claim:9" || rows.Counts[0] != 10 {
			t.Errorf("%s: %+v", name, rows)
		}
	}
}

// The claims of the groups themselves, asked for without naming a relation.
func TestByParent(t *testing.T) {
	s := opened(t, world()...)
	of := graph.Has{Relation: graph.AssertedBy, Far: graph.Parent{}}
	answered := graph.Has{Relation: graph.RespondsTo, In: true}
	b := &graph.Branch{Number: 1, Query: &graph.Query{
		Kinds: []graph.NodeKind{graph.KindClaim}, Where: of, Match: answered, Limit: 3, Counts: []graph.Count{{Where: of}, {Where: graph.All{answered, of}}},
	}}
	tree := fetched(t, s, graph.Fetch{IDs: []graph.ID{"group:red", "group:blue"}, Then: []*graph.Branch{b}})
	red, blue := tree.Pages[1]["group:red"], tree.Pages[1]["group:blue"]
	if !slices.Equal(red.IDs, []graph.ID{"claim:9", "claim:8", "claim:7"}) || !red.More || !slices.Equal(red.Counts, []int{10, 5}) {
		t.Errorf("red: %+v", red)
	}
	if !slices.Equal(red.Match, []graph.Certainty{graph.Possible, graph.Certain, graph.Possible}) {
		t.Errorf("answered: %v", red.Match)
	}
	if blue == nil || len(blue.IDs) != 0 || !slices.Equal(blue.Counts, []int{0, 0}) {
		t.Errorf("blue, who only denies: %+v", blue)
	}
}

func TestReadersBesideAWriter(t *testing.T) {
	s := opened(t, world()...)
	var readers sync.WaitGroup
	for range 4 {
		readers.Go(func() {
			for range 20 {
				tree, err := s.Fetch(context.Background(), nested())
				if err != nil {
					t.Error(err)
					return
				}
				if n := tree.Pages[0][""].Counts[0]; n < 10 {
					t.Errorf("%d attacks", n)
				}
			}
		})
	}
	for range 20 {
		put(t, s, world()...)
	}
	readers.Wait()
}
