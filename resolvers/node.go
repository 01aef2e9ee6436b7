package resolvers

import (
	"context"

	"claimgraph/graph"
)

type queries struct{ *Resolver }

func (r queries) Node(ctx context.Context, id graph.ID) (graph.Node, error) {
	return single[graph.Node](ctx, r.Resolver, id)
}

func (r queries) Nodes(ctx context.Context, ids []graph.ID) ([]graph.Node, error) {
	return byID[graph.Node](ctx, r.Resolver, ids)
}

type citations struct{}

func (citations) Source(ctx context.Context, obj *graph.Citation) (*graph.Source, error) {
	return one[*graph.Source](ctx, obj.Source)
}

type retractions struct{}

func (retractions) Source(ctx context.Context, obj *graph.Retraction) (*graph.Source, error) {
	return one[*graph.Source](ctx, obj.Source)
}
