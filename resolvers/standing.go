package resolvers

import (
	"context"

	"claimgraph/graph"
)

type standings struct{}

func (standings) ConfirmedBy(ctx context.Context, obj *graph.AspectStanding) ([]graph.Actor, error) {
	return many[graph.Actor](ctx, obj.ConfirmedBy)
}

func (standings) DeniedBy(ctx context.Context, obj *graph.AspectStanding) ([]graph.Actor, error) {
	return many[graph.Actor](ctx, obj.DeniedBy)
}

func (standings) DoubtedBy(ctx context.Context, obj *graph.AspectStanding) ([]graph.Actor, error) {
	return many[graph.Actor](ctx, obj.DoubtedBy)
}

func (standings) Responses(ctx context.Context, obj *graph.AspectStanding) ([]graph.Response, error) {
	return many[graph.Response](ctx, obj.Responses)
}
