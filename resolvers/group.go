package resolvers

import (
	"context"

	"claimgraph/graph"
)

type groups struct{ actors[*graph.Group] }

func (r queries) Group(ctx context.Context, id graph.ID) (*graph.Group, error) {
	return single[*graph.Group](ctx, r.Resolver, id)
}

func (r queries) Groups(ctx context.Context) (*graph.Page[*graph.Group], error) {
	return connection[*graph.Group](ctx, r.Resolver)
}
