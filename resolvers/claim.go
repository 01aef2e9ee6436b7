package resolvers

import (
	"context"

	"claimgraph/graph"
)

type claims struct{ assertions[*graph.Claim] }

func (r queries) Claim(ctx context.Context, id graph.ID) (*graph.Claim, error) {
	return single[*graph.Claim](ctx, r.Resolver, id)
}

func (r queries) Claims(ctx context.Context) (*graph.Page[*graph.Claim], error) {
	return connection[*graph.Claim](ctx, r.Resolver)
}

func (claims) AttributedTo(ctx context.Context, obj *graph.Claim) ([]graph.Actor, error) {
	return many[graph.Actor](ctx, obj.AttributedTo)
}

func (claims) Confirmations(ctx context.Context, obj *graph.Claim) (*graph.Page[*graph.Confirmation], error) {
	return page[*graph.Confirmation](ctx, obj.ID)
}

func (claims) Denials(ctx context.Context, obj *graph.Claim) (*graph.Page[*graph.Denial], error) {
	return page[*graph.Denial](ctx, obj.ID)
}

func (claims) Doubts(ctx context.Context, obj *graph.Claim) (*graph.Page[*graph.Doubt], error) {
	return page[*graph.Doubt](ctx, obj.ID)
}
