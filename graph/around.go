package graph

// The ties around actors, as part of a selection tree.

// Bounds on a network.
const (
	MaxDepth   = 6    // steps away
	mostTies   = 500  // of one actor
	mostActors = 1000 // in one picture
)

// TiesAround leads from actors to the affiliations at whose either end they stand.
func TiesAround() *Branch {
	kinds := []NodeKind{KindAffiliation}
	return &Branch{Relation: Ties, In: true, Kinds: kinds, Query: &Query{Kinds: kinds, Limit: mostTies}}
}

// TieSources leads from affiliations to what tells since when they are known.
func TieSources() []*Branch { return []*Branch{cited()} }

// NetworkIn draws what a tree holds of the ties around an actor. The branches
// are those of TiesAround, step by step.
func NetworkIn(t *Tree, branches []int, of ID, depth int, kinds []AffiliationKind, on Date, known AsOf) Subgraph {
	more := false
	met := map[ID]*Affiliation{}
	for _, number := range branches {
		for _, rows := range t.Pages[number] {
			more = more || rows.More
			for _, id := range rows.IDs {
				if a, ok := t.Nodes[id].(*Affiliation); ok {
					met[id] = a
				}
			}
		}
	}
	ties := make([]*Affiliation, 0, len(met))
	for _, id := range keys(met) {
		ties = append(ties, met[id])
	}
	g := Network(of, ties, NewCaseFile(t).shared.Sources, depth, kinds, on, known, mostActors)
	g.Truncated = g.Truncated || more
	return g
}
