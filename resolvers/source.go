package resolvers

import (
	"context"

	"claimgraph/graph"
)

type sources struct{}

func (r queries) Source(ctx context.Context, id graph.ID) (*graph.Source, error) {
	return single[*graph.Source](ctx, r.Resolver, id)
}

func (r queries) Sources(ctx context.Context) (*graph.Page[*graph.Source], error) {
	return connection[*graph.Source](ctx, r.Resolver)
}

func (sources) Publisher(ctx context.Context, obj *graph.Source) (graph.Actor, error) {
	return one[graph.Actor](ctx, obj.Publisher)
}

func (sources) Authors(ctx context.Context, obj *graph.Source) ([]graph.Actor, error) {
	return many[graph.Actor](ctx, obj.Authors)
}

func (sources) DerivedFrom(ctx context.Context, obj *graph.Source) ([]*graph.Source, error) {
	return many[*graph.Source](ctx, obj.DerivedFrom)
}

func (sources) CitedBy(ctx context.Context, obj *graph.Source) (*graph.Page[graph.Sourced], error) {
	return page[graph.Sourced](ctx, obj.ID)
}
