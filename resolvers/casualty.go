package resolvers

import (
	"context"

	"claimgraph/graph"
)

type victims struct{}

func (victims) Actor(ctx context.Context, obj *graph.Victims) (graph.Actor, error) {
	return one[graph.Actor](ctx, obj.Actor)
}
