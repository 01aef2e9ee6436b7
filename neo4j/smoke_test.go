package neo4j

import (
	"testing"
	"fmt"
	"claimgraph/graph"
)

func TestSmoke(t *testing.T) {
	s := opened(t, world()...)
	f := graph.Fetch{Query: &graph.Query{Kinds: []graph.NodeKind{graph.KindClaim}, Limit: 3, Counts: []graph.Count{{}}}, Then: []*graph.Branch{
		{Number: 1, Relation: graph.AssertedBy, Then: []*graph.Branch{
			{Number: 2, Relation: graph.AssertedBy, In: true, Query: &graph.Query{Kinds: []graph.NodeKind{graph.KindClaim}, Limit: 2, Counts: []graph.Count{{Relation: graph.AssertedBy, In: true}}}},
		}},
		{Number: 3, Relation: graph.RespondsTo, In: true},
	}}
	fmt.Println(compile(f).String())
	tree := fetched(t, s, f)
	for n, pages := range tree.Pages {
		for id, rows := range pages {
			fmt.Println(n, id, *rows)
		}
	}
	fmt.Println(len(tree.Nodes), s.Statements())
}
