package resolvers

import (
	"context"
	"slices"

	"claimgraph/graph"
)

// A walk goes through the graph level by level, and asks for what the client
// wants of the nodes it met once it knows which they are.

// bound is between what an argument must lie.
type bound struct {
	argument           string
	given, least, most int
}

func within(bounds ...bound) error {
	for _, b := range bounds {
		if b.given < b.least || b.given > b.most {
			return graph.Under(graph.BadInput("%s is from %d to %d, not %d", b.argument, b.least, b.most, b.given), b.argument)
		}
	}
	return nil
}

func (r queries) Paths(ctx context.Context, from, to graph.ID, maxLength int, relations []graph.LinkKind, first int, on, asOf *graph.Date) (*graph.PathSet, error) {
	if err := within(bound{"maxLength", maxLength, 1, 8}, bound{"first", first, 1, 50}); err != nil {
		return nil, err
	}
	found, err := r.walker(relations, on, asOf).Paths(ctx, from, to, maxLength, first)
	if err != nil {
		return nil, err
	}
	var met []graph.ID
	for _, p := range found.Paths {
		met = append(append(met, p.Nodes...), stating(p.Links)...)
	}
	return &found, r.walked(ctx, met)
}

func (r queries) Neighbourhood(ctx context.Context, of []graph.ID, depth int, relations []graph.LinkKind, limit int, on, asOf *graph.Date) (*graph.Subgraph, error) {
	if err := r.listed("of", len(of)); err != nil {
		return nil, err
	}
	if err := within(bound{"depth", depth, 1, 4}, bound{"limit", limit, 1, 1000}); err != nil {
		return nil, err
	}
	found, err := r.walker(relations, on, asOf).Neighbourhood(ctx, of, depth, limit)
	if err != nil {
		return nil, err
	}
	return &found, r.walked(ctx, append(slices.Clone(found.Nodes), stating(found.Links)...))
}

func (r queries) walker(kinds []graph.LinkKind, on, asOf *graph.Date) *graph.Walker {
	if kinds == nil {
		kinds = graph.WalkedKinds()
	}
	w := &graph.Walker{Store: r.Store, Kinds: kinds, Most: graph.MaxLinks}
	if on != nil {
		w.On = *on
	}
	if asOf != nil {
		w.Known = graph.AsOf(*asOf)
	}
	return w
}

// stating are the nodes that state links.
func stating(links []graph.Link) []graph.ID {
	var ids []graph.ID
	for _, l := range links {
		if l.Via != "" {
			ids = append(ids, l.Via)
		}
	}
	return ids
}

// walked fetches what is asked of the nodes that a walk met.
func (r queries) walked(ctx context.Context, met []graph.ID) error {
	p, f := r.plan(ctx)
	slices.Sort(met)
	p.fetch.IDs = slices.Compact(met)
	self := owner{kinds: graph.KindsOf(p.fetch.IDs), then: &p.fetch.Then, part: &p.fetch.Part, path: []string{f.Alias}}
	drawing := self
	drawing.cast = &cast{self: self, ties: []owner{self}}
	if err := p.below(f, self.kinds, func() error { return p.walk(f.Selections, []string{f.Definition.Type.Name()}, p.root, drawing) }); err != nil {
		return told(ctx, err)
	}
	if len(met) == 0 {
		return nil
	}
	if p.fetch.Part == graph.Bare && len(p.fetch.Then) == 0 { // that they are there is known
		tree := graph.NewTree()
		for _, id := range p.fetch.IDs {
			tree.Meet(graph.BareNode(id), graph.Bare)
		}
		put(ctx, p, f.Alias, tree)
		return nil
	}
	_, err := r.fetch(ctx, p, f.Alias)
	return err
}
