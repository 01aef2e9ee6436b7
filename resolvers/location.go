package resolvers

import (
	"context"

	"claimgraph/graph"
)

type locations struct{}

func (r queries) Location(ctx context.Context, id graph.ID) (*graph.Location, error) {
	return single[*graph.Location](ctx, r.Resolver, id)
}

func (r queries) Locations(ctx context.Context) (*graph.Page[*graph.Location], error) {
	return connection[*graph.Location](ctx, r.Resolver)
}

func (locations) Parent(ctx context.Context, obj *graph.Location) (*graph.Location, error) {
	return one[*graph.Location](ctx, obj.Parent)
}

func (locations) Ancestors(ctx context.Context, obj *graph.Location) ([]*graph.Location, error) {
	return many[*graph.Location](ctx, obj.Ancestors)
}

func (locations) Children(ctx context.Context, obj *graph.Location) (*graph.Page[*graph.Location], error) {
	return page[*graph.Location](ctx, obj.ID)
}

func (locations) Attacks(ctx context.Context, obj *graph.Location) (*graph.Page[*graph.Attack], error) {
	return page[*graph.Attack](ctx, obj.ID)
}
