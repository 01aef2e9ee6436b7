package sqlite

import (
	"context"
	"slices"
	"testing"

	"claimgraph/graph"
)

func claimsOf(t *testing.T, s *Store, id graph.ID) []graph.ID {
	t.Helper()
	tree := fetched(t, s, graph.Fetch{IDs: []graph.ID{id}, Then: []*graph.Branch{claimsAbout(20)}})
	return tree.Pages[1][id].IDs
}

func TestPutInPlaceOfWhatWasThere(t *testing.T) {
	s := opened(t, world()...)
	moved := claim("1", "group:blue", "attack:5", 20171002)
	put(t, s, moved)
	if got := claimsOf(t, s, "attack:1"); len(got) != 0 {
		t.Errorf("attack:1 still has %v", got)
	}
	if got := claimsOf(t, s, "attack:5"); !slices.Equal(got, []graph.ID{"claim:5", "claim:1"}) {
		t.Errorf("attack:5 has %v", got)
	}
}

func TestWordsInPlaceOfWhatWasThere(t *testing.T) {
	s := opened(t, world()...)
	put(t, s, group("red", "Scarlet Band"))
	names := graph.KindNamed(graph.KindGroup).Family.Column("names")
	for word, want := range map[string]int{"red band": 0, "scarlet band": 1} {
		q := &graph.Query{Kinds: []graph.NodeKind{graph.KindGroup}, Limit: 5, Where: graph.Cmp{Column: names, Op: graph.OpIn, Words: []string{word}}}
		if rows := fetched(t, s, graph.Fetch{Query: q}).Pages[0][""]; (rows != nil) != (want == 1) {
			t.Errorf("%q finds %+v", word, rows)
		}
	}
}

// Whatever a row links to must be there; the store says so rather than lose the link.
func TestALinkToNowhere(t *testing.T) {
	s := opened(t, world()...)
	row, err := graph.RowOf(claim("lost", "group:nobody", "attack:1", 20171002))
	if err != nil {
		t.Fatal(err)
	}
	err = s.change(context.Background(), func(tx *tx) error { return tx.Put(context.Background(), []graph.Row{row}) })
	wants(t, err, graph.CodeInternal, "ASSERTED_BY")
	if tree := fetched(t, s, graph.Fetch{IDs: []graph.ID{"claim:lost"}}); len(tree.Nodes) != 0 {
		t.Error("the claim was written without its asserter")
	}
}

// What a transaction put, it sees; what it gave up, nobody does.
func TestPutIsSeenWithin(t *testing.T) {
	s := opened(t, world()...)
	extra := claim("extra", "group:blue", "attack:1", 20171009)
	row, err := graph.RowOf(extra)
	if err != nil {
		t.Fatal(err)
	}
	_ = s.change(context.Background(), func(tx *tx) error {
		if err := tx.Put(context.Background(), []graph.Row{row}); err != nil {
			t.Error(err)
		}
		tree, err := tx.Fetch(context.Background(), graph.Fetch{IDs: []graph.ID{"attack:1"}, Then: []*graph.Branch{claimsAbout(20)}})
		if err != nil || !slices.Equal(tree.Pages[1]["attack:1"].IDs, []graph.ID{extra.ID, "claim:1"}) {
			t.Errorf("%+v, %v", tree, err)
		}
		return graph.Contradicts("never mind")
	})
	if got := claimsOf(t, s, "attack:1"); !slices.Equal(got, []graph.ID{"claim:1"}) {
		t.Errorf("given up, and yet %v", got)
	}
}

func TestManyInOnePut(t *testing.T) {
	nodes := world()
	for i := range 2*batch + 7 {
		nodes = append(nodes, claim(string(rune('a'+i%26))+graph.Date(20000101).AddDays(i).String(), "group:red", "attack:1", 20180101))
	}
	slices.Reverse(nodes) // claims before what they are about, over several batches
	s := opened(t, nodes...)
	tree := fetched(t, s, graph.Fetch{IDs: []graph.ID{"attack:1"}, Then: []*graph.Branch{claimsAbout(1)}})
	if rows := tree.Pages[1]["attack:1"]; rows.Counts[0] != 2*batch+8 || !rows.More {
		t.Errorf("%+v", rows)
	}
}
