package resolvers

import (
	"context"

	"claimgraph/graph"
)

type placeRefs struct{}

func (placeRefs) Locations(ctx context.Context, obj *graph.PlaceRef) ([]*graph.Location, error) {
	return many[*graph.Location](ctx, obj.Locations)
}

func (placeRefs) Within(ctx context.Context, obj *graph.PlaceRef) (*graph.Location, error) {
	return one[*graph.Location](ctx, obj.Within)
}
