package resolvers

import (
	"context"
	"slices"

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

func (claims) Standing(ctx context.Context, obj *graph.Claim) (*graph.ClaimStanding, error) {
	return drawnOf(ctx, obj, func(v *graph.View, _ *spot) (*graph.ClaimStanding, error) {
		if v == nil {
			return &obj.Stands, nil
		}
		standing := v.ClaimStanding(obj)
		return &standing, nil
	})
}

func (claims) StandingHistory(ctx context.Context, obj *graph.Claim) ([]*graph.StandingChange, error) {
	return drawnOf(ctx, obj, func(v *graph.View, _ *spot) ([]*graph.StandingChange, error) {
		return pointers(v.StandingHistory(obj)), nil
	})
}

func (claims) Rivals(ctx context.Context, obj *graph.Claim) ([]*graph.Claim, error) {
	a, at := found(ctx)
	if a == nil || at == nil || at.cases == nil {
		return nil, unplanned(ctx, obj.ID)
	}
	var rivals []*graph.Claim
	for _, id := range obj.About {
		attack, ok := a.tree.Nodes[id].(*graph.Attack)
		if !ok {
			continue
		}
		found, err := many[*graph.Claim](ctx, a.view(attack, at).Rivals(obj))
		if err != nil {
			return nil, err
		}
		rivals = append(rivals, found...)
	}
	return distinct(rivals), nil
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

// distinct leaves out claims met before: one about several attacks may be a
// rival over each of them.
func distinct(claims []*graph.Claim) []*graph.Claim {
	seen := map[graph.ID]bool{}
	return slices.DeleteFunc(claims, func(c *graph.Claim) bool {
		again := seen[c.ID]
		seen[c.ID] = true
		return again
	})
}
