package resolvers

import (
	"context"

	"claimgraph/graph"
)

type attacks struct{}

func (r queries) Attack(ctx context.Context, id graph.ID) (*graph.Attack, error) {
	return single[*graph.Attack](ctx, r.Resolver, id)
}

func (r queries) Attacks(ctx context.Context) (*graph.Page[*graph.Attack], error) {
	return connection[*graph.Attack](ctx, r.Resolver)
}

func (attacks) Claims(ctx context.Context, obj *graph.Attack) (*graph.Page[*graph.Claim], error) {
	return page[*graph.Claim](ctx, obj.ID)
}

func (attacks) Responses(ctx context.Context, obj *graph.Attack) (*graph.Page[graph.Response], error) {
	return page[graph.Response](ctx, obj.ID)
}

func (attacks) Standing(ctx context.Context, obj *graph.Attack, aspect graph.Aspect) (*graph.AspectStanding, error) {
	standing, err := obj.StandingOf(aspect)
	return &standing, graph.Under(err, "aspect")
}
