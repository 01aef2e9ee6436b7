// Package resolvers answers GraphQL: a selection becomes one plan and one call
// of the store, and every resolver reads what was fetched.
package resolvers

import (
	"context"

	"claimgraph/graph"
)

func (r queries) Actors(ctx context.Context) (*graph.Page[graph.Actor], error) {
	return connection[graph.Actor](ctx, r.Resolver)
}

// actors resolves what groups, organizations and persons have in common.
type actors[T graph.Actor] struct{}

func (actors[T]) Country(ctx context.Context, obj T) (*graph.Location, error) {
	return one[*graph.Location](ctx, obj.Profiled().Country)
}

func (actors[T]) Affiliations(ctx context.Context, obj T) (*graph.Page[*graph.Affiliation], error) {
	return page[*graph.Affiliation](ctx, obj.Head().ID)
}

func (actors[T]) Statements(ctx context.Context, obj T) (*graph.Page[*graph.Statement], error) {
	return page[*graph.Statement](ctx, obj.Head().ID)
}

func (actors[T]) Claims(ctx context.Context, obj T) (*graph.Page[*graph.Claim], error) {
	return page[*graph.Claim](ctx, obj.Head().ID)
}

func (actors[T]) ClaimsAgainst(ctx context.Context, obj T) (*graph.Page[*graph.Claim], error) {
	return page[*graph.Claim](ctx, obj.Head().ID)
}

func (actors[T]) Responses(ctx context.Context, obj T) (*graph.Page[graph.Response], error) {
	return page[graph.Response](ctx, obj.Head().ID)
}

func (actors[T]) Attacks(ctx context.Context, obj T) (*graph.Page[*graph.Attack], error) {
	return page[*graph.Attack](ctx, obj.Head().ID)
}

func (actors[T]) Record(ctx context.Context, obj T) (*graph.ActorRecord, error) {
	return record(ctx, obj)
}

func (actors[T]) Network(ctx context.Context, obj T) (*graph.Subgraph, error) {
	return network(ctx, obj)
}

func (actors[T]) TargetedIn(ctx context.Context, obj T) (*graph.Page[*graph.Attack], error) {
	return page[*graph.Attack](ctx, obj.Head().ID)
}
