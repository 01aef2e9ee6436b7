package resolvers

import (
	"context"

	"claimgraph/graph"
)

type organizations struct{ actors[*graph.Organization] }

func (r queries) Organization(ctx context.Context, id graph.ID) (*graph.Organization, error) {
	return single[*graph.Organization](ctx, r.Resolver, id)
}

func (r queries) Organizations(ctx context.Context) (*graph.Page[*graph.Organization], error) {
	return connection[*graph.Organization](ctx, r.Resolver)
}

func (organizations) Published(ctx context.Context, obj *graph.Organization) (*graph.Page[*graph.Source], error) {
	return page[*graph.Source](ctx, obj.ID)
}
