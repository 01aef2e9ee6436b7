package neo4j

import (
	"fmt"
	"testing"

	"claimgraph/graph"
)

// TestALongAnswerComesInPieces: whatever the number, no node is lost or met twice
// between one row and the next, and what stands beside the nodes is there.
func TestALongAnswerComesInPieces(t *testing.T) {
	nodes := world()[:3]
	var ids []graph.ID
	for i := range 2*piece + 1 {
		a := attack(fmt.Sprintf("%04d", i), "Attack", graph.Date(20171001))
		nodes, ids = append(nodes, a), append(ids, a.ID)
	}
	s := opened(t, nodes...)
	for _, n := range []int{0, 1, piece - 2, piece - 1, piece, 2*piece - 1, 2*piece + 1} {
		asked := append([]graph.ID{"attack:unheard-of"}, ids[:n]...)
		tree := fetched(t, s, graph.Fetch{IDs: asked, Then: []*graph.Branch{{Number: 1, Relation: graph.Cites, On: []graph.NodeKind{graph.KindAttack}}}})
		met := 0
		for _, id := range ids[:n] {
			if found := tree.Nodes[id]; found != nil && found.Head().ID == id {
				met++
			}
		}
		sources := min(n, 1) // the same of all
		if met != n || len(tree.Nodes) != n+sources {
			t.Errorf("of %d attacks %d are met, and %d nodes in all", n, met, len(tree.Nodes))
		}
		if sources > 0 && tree.Nodes["source:paper"] == nil {
			t.Errorf("of %d attacks nobody is the source", n)
		}
		if alone := fetched(t, s, graph.Fetch{IDs: asked}); len(alone.Nodes) != n {
			t.Errorf("of %d attacks alone %d are met", n, len(alone.Nodes))
		}
	}
	words := graph.Search{Prefix: "attack", Kinds: []graph.NodeKind{graph.KindAttack}, Most: 2 * piece}
	hits, err := s.Search(t.Context(), words)
	if err != nil {
		t.Fatal(err)
	}
	met := map[graph.ID]bool{}
	for _, h := range hits {
		met[h.ID] = true
	}
	if len(hits) != words.Most || len(met) != words.Most {
		t.Errorf("%d hits, %d of them different, not %d", len(hits), len(met), words.Most)
	}
}
