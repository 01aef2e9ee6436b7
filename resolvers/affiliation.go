package resolvers

import (
	"context"

	"claimgraph/graph"
)

type affiliations struct{}

func (r queries) Affiliation(ctx context.Context, id graph.ID) (*graph.Affiliation, error) {
	return single[*graph.Affiliation](ctx, r.Resolver, id)
}

func (r queries) Affiliations(ctx context.Context) (*graph.Page[*graph.Affiliation], error) {
	return connection[*graph.Affiliation](ctx, r.Resolver)
}

func (affiliations) From(ctx context.Context, obj *graph.Affiliation) (graph.Actor, error) {
	return one[graph.Actor](ctx, obj.From)
}

func (affiliations) To(ctx context.Context, obj *graph.Affiliation) (graph.Actor, error) {
	return one[graph.Actor](ctx, obj.To)
}

func (affiliations) Standing(ctx context.Context, obj *graph.Affiliation) (*graph.AspectStanding, error) {
	return drawnOf(ctx, obj, func(v *graph.View, _ *spot) (*graph.AspectStanding, error) {
		if v == nil {
			return &obj.Stands, nil
		}
		standing := v.SubjectStanding(graph.AspectAffiliation)
		return &standing, nil
	})
}

func (affiliations) Claims(ctx context.Context, obj *graph.Affiliation) (*graph.Page[*graph.Claim], error) {
	return page[*graph.Claim](ctx, obj.ID)
}

func (affiliations) Responses(ctx context.Context, obj *graph.Affiliation) (*graph.Page[graph.Response], error) {
	return page[graph.Response](ctx, obj.ID)
}
