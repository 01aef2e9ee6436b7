package resolvers

import (
	"context"

	"claimgraph/graph"
)

type statistics struct{}

func (r queries) Statistic(ctx context.Context, id graph.ID) (*graph.Statistic, error) {
	return single[*graph.Statistic](ctx, r.Resolver, id)
}

func (r queries) Statistics(ctx context.Context) (*graph.Page[*graph.Statistic], error) {
	return connection[*graph.Statistic](ctx, r.Resolver)
}

func (statistics) Places(ctx context.Context, obj *graph.Statistic) ([]*graph.Location, error) {
	return many[*graph.Location](ctx, obj.Places)
}

func (statistics) Actors(ctx context.Context, obj *graph.Statistic) ([]graph.Actor, error) {
	return many[graph.Actor](ctx, obj.Actors)
}

func (statistics) Compiler(ctx context.Context, obj *graph.Statistic) (graph.Actor, error) {
	return one[graph.Actor](ctx, obj.Compiler)
}
