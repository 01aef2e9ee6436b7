package resolvers

import (
	"context"

	"claimgraph/graph"
)

type targets struct{}

func (targets) Actor(ctx context.Context, obj *graph.Target) (graph.Actor, error) {
	return one[graph.Actor](ctx, obj.Actor)
}

func (targets) Protects(ctx context.Context, obj *graph.Target) (graph.Actor, error) {
	return one[graph.Actor](ctx, obj.Protects)
}
