package resolvers

import (
	"context"

	"claimgraph/graph"
)

type statements struct{}

func (r queries) Statement(ctx context.Context, id graph.ID) (*graph.Statement, error) {
	return single[*graph.Statement](ctx, r.Resolver, id)
}

func (r queries) Statements(ctx context.Context) (*graph.Page[*graph.Statement], error) {
	return connection[*graph.Statement](ctx, r.Resolver)
}

func (statements) Issuers(ctx context.Context, obj *graph.Statement) ([]graph.Actor, error) {
	return many[graph.Actor](ctx, obj.Issuers)
}

func (statements) Voice(ctx context.Context, obj *graph.Statement) (graph.Actor, error) {
	return one[graph.Actor](ctx, obj.Voice)
}

func (statements) Claims(ctx context.Context, obj *graph.Statement) (*graph.Page[*graph.Claim], error) {
	return page[*graph.Claim](ctx, obj.ID)
}

func (statements) Responses(ctx context.Context, obj *graph.Statement) (*graph.Page[graph.Response], error) {
	return page[graph.Response](ctx, obj.ID)
}
