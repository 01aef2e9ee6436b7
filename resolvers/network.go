package resolvers

import (
	"context"

	"claimgraph/graph"
)

// ofNetwork plans the ties around an actor, level by level, in the same tree.
func ofNetwork(p *plan, o owner, here *spot) (*cast, error) {
	depth, err := graph.IntOf(here.args["depth"])
	if err != nil {
		return nil, graph.Under(err, "depth")
	}
	if depth < 1 || depth > graph.MaxDepth {
		return nil, graph.Under(graph.BadInput("depth is from 1 to %d, not %d", graph.MaxDepth, depth), "depth")
	}
	if _, err := dayOf(here.args, "on"); err != nil {
		return nil, err
	}
	c := &cast{self: o}
	at := o
	for range depth {
		ties := p.branch(at, graph.TiesAround())
		here.ties = append(here.ties, ties.Number)
		via := owner{kinds: []graph.NodeKind{graph.KindAffiliation}, then: &ties.Then}
		c.ties = append(c.ties, via)
		ends := map[*graph.Branch]owner{}
		p.graft(via, graph.TieSources(), ends)
		far := p.branch(via, &graph.Branch{Relation: graph.Ties})
		at = owner{kinds: graph.Roots["actors"].Kinds, then: &far.Then}
		c.network = append(c.network, at)
	}
	return c, nil
}

// network draws the ties around an actor.
func network(ctx context.Context, actor graph.Actor) (*graph.Subgraph, error) {
	a, at := found(ctx)
	if a == nil || at == nil || at.ties == nil {
		return nil, unplanned(ctx, actor.Head().ID)
	}
	var kinds []graph.AffiliationKind
	if at.args["kinds"] != nil {
		kinds = []graph.AffiliationKind{}
		for _, k := range items(at.args["kinds"]) {
			kinds = append(kinds, graph.AffiliationKind(word(k)))
		}
	}
	depth, _ := graph.IntOf(at.args["depth"])
	on, _ := dayOf(at.args, "on")
	drawn := graph.NetworkIn(a.tree, at.ties, actor.Head().ID, depth, kinds, on, at.asOf)
	return &drawn, nil
}
