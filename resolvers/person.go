package resolvers

import (
	"context"

	"claimgraph/graph"
)

type persons struct{ actors[*graph.Person] }

func (r queries) Person(ctx context.Context, id graph.ID) (*graph.Person, error) {
	return single[*graph.Person](ctx, r.Resolver, id)
}

func (r queries) Persons(ctx context.Context) (*graph.Page[*graph.Person], error) {
	return connection[*graph.Person](ctx, r.Resolver)
}

func (persons) Authored(ctx context.Context, obj *graph.Person) (*graph.Page[*graph.Source], error) {
	return page[*graph.Source](ctx, obj.ID)
}
