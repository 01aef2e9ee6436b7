package resolvers

import (
	"context"

	"claimgraph/graph"
)

// assertions resolves what claims and responses have in common.
type assertions[T graph.Assertion] struct{}

func (assertions[T]) Asserters(ctx context.Context, obj T) ([]graph.Actor, error) {
	return many[graph.Actor](ctx, obj.Spoken().Asserters)
}

func (assertions[T]) Voice(ctx context.Context, obj T) (graph.Actor, error) {
	return one[graph.Actor](ctx, obj.Spoken().Voice)
}

func (assertions[T]) Statement(ctx context.Context, obj T) (*graph.Statement, error) {
	return one[*graph.Statement](ctx, obj.Spoken().Statement)
}

func (assertions[T]) About(ctx context.Context, obj T) ([]graph.Subject, error) {
	return many[graph.Subject](ctx, obj.Spoken().About)
}

func (assertions[T]) Responses(ctx context.Context, obj T) (*graph.Page[graph.Response], error) {
	return page[graph.Response](ctx, obj.Head().ID)
}

func (assertions[T]) Supersedes(ctx context.Context, obj T) (graph.Assertion, error) {
	return one[graph.Assertion](ctx, obj.Spoken().Supersedes)
}

func (assertions[T]) SupersededBy(ctx context.Context, obj T) (graph.Assertion, error) {
	return newest[graph.Assertion](ctx, obj.Head().ID)
}
