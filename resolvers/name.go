package resolvers

import (
	"context"

	"claimgraph/graph"
)

type names struct{}

func (names) Source(ctx context.Context, obj *graph.Name) (*graph.Source, error) {
	return one[*graph.Source](ctx, obj.Source)
}
