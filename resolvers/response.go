package resolvers

import (
	"context"

	"claimgraph/graph"
)

// replies resolves what confirmations, denials and doubts have in common.
type replies[T graph.Response] struct{ assertions[T] }

func (r queries) Responses(ctx context.Context) (*graph.Page[graph.Response], error) {
	return connection[graph.Response](ctx, r.Resolver)
}

func (replies[T]) RespondsTo(ctx context.Context, obj T) (graph.Assertion, error) {
	return one[graph.Assertion](ctx, obj.Replied().RespondsTo)
}

func (replies[T]) JudgedBy(ctx context.Context, obj T) (graph.Actor, error) {
	return one[graph.Actor](ctx, obj.Replied().JudgedBy)
}

func (replies[T]) Concerning(ctx context.Context, obj T) ([]graph.Actor, error) {
	return many[graph.Actor](ctx, obj.Replied().Concerning)
}
