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

func (attacks) Standing(ctx context.Context, obj *graph.Attack) (*graph.AspectStanding, error) {
	return drawnOf(ctx, obj, func(v *graph.View, at *spot) (*graph.AspectStanding, error) {
		standing, err := obj.StandingOf(graph.Aspect(word(at.args["aspect"])), v)
		return &standing, graph.Under(err, "aspect")
	})
}

func (attacks) Attribution(ctx context.Context, obj *graph.Attack) ([]*graph.Attribution, error) {
	return drawnOf(ctx, obj, func(v *graph.View, at *spot) ([]*graph.Attribution, error) {
		policy, err := graph.PolicyOf(at.args["policy"])
		if err != nil {
			return nil, graph.Under(err, "policy")
		}
		return pointers(v.Attribution(policy)), nil
	})
}

func (attacks) Accounts(ctx context.Context, obj *graph.Attack) ([]*graph.CasualtyAccount, error) {
	return drawnOf(ctx, obj, func(v *graph.View, _ *spot) ([]*graph.CasualtyAccount, error) { return pointers(v.Accounts()), nil })
}

func (attacks) Toll(ctx context.Context, obj *graph.Attack) (*graph.Toll, error) {
	a, at := found(ctx)
	if a == nil || at == nil || at.toll == nil {
		return nil, unplanned(ctx, obj.ID)
	}
	var ledger graph.Ledger
	if at.cases != nil {
		ledger = a.view(obj, at).Ledger()
	} else if rows := a.tree.Pages[at.found][obj.ID]; rows != nil && len(rows.Told[0]) > 0 {
		var err error
		if ledger, err = graph.ParseLedger(rows.Told[0][0].Value); err != nil {
			return nil, err
		}
	}
	toll := ledger.Toll(at.toll.outcome, at.toll.victims, at.toll.by.has(), at.asOf)
	return &toll, nil
}

func (attacks) Conflicts(ctx context.Context, obj *graph.Attack) ([]*graph.Conflict, error) {
	return drawnOf(ctx, obj, func(v *graph.View, at *spot) ([]*graph.Conflict, error) {
		var aspects []graph.Aspect
		if at.args["aspects"] != nil {
			aspects = []graph.Aspect{}
			for _, a := range items(at.args["aspects"]) {
				aspects = append(aspects, graph.Aspect(word(a)))
			}
		}
		return pointers(v.Conflicts(aspects)), nil
	})
}

func (attacks) Origins(ctx context.Context, obj *graph.Attack) ([]*graph.Origin, error) {
	return drawnOf(ctx, obj, func(v *graph.View, _ *spot) ([]*graph.Origin, error) { return pointers(v.Origins()), nil })
}

func (attacks) Timeline(ctx context.Context, obj *graph.Attack) ([]*graph.TimelineEntry, error) {
	return drawnOf(ctx, obj, func(v *graph.View, _ *spot) ([]*graph.TimelineEntry, error) { return pointers(v.Timeline()), nil })
}
