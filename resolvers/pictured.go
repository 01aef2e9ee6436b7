package resolvers

import (
	"context"

	"claimgraph/graph"
)

// What pictures show of nodes.

type (
	attributions    struct{}
	casualtyAccount struct{}
	tolls           struct{}
	envelopes       struct{}
	tollTotals      struct{}
	conflicts       struct{}
	origins         struct{}
	standingChanges struct{}
	timelineEntries struct{}
	subgraphs       struct{}
	paths           struct{}
	links           struct{}
	attackLists     struct{}
)

func (attributions) Actor(ctx context.Context, obj *graph.Attribution) (graph.Actor, error) {
	return one[graph.Actor](ctx, obj.Actor)
}

func (attributions) Claims(ctx context.Context, obj *graph.Attribution) ([]*graph.Claim, error) {
	return many[*graph.Claim](ctx, obj.Claims)
}

func (casualtyAccount) Assertion(ctx context.Context, obj *graph.CasualtyAccount) (graph.Assertion, error) {
	return one[graph.Assertion](ctx, obj.Assertion)
}

func (casualtyAccount) ByReferenceTo(ctx context.Context, obj *graph.CasualtyAccount) (graph.Assertion, error) {
	return one[graph.Assertion](ctx, obj.ByReferenceTo)
}

func (tolls) Unstated(ctx context.Context, obj *graph.Toll) ([]graph.Assertion, error) {
	return many[graph.Assertion](ctx, obj.Unstated)
}

func (envelopes) Lowest(ctx context.Context, obj *graph.Envelope) ([]graph.Assertion, error) {
	return many[graph.Assertion](ctx, obj.Lowest)
}

func (envelopes) Highest(ctx context.Context, obj *graph.Envelope) ([]graph.Assertion, error) {
	return many[graph.Assertion](ctx, obj.Highest)
}

func (tollTotals) Joint(ctx context.Context, obj *graph.TollTotal) ([]graph.Assertion, error) {
	return many[graph.Assertion](ctx, obj.Joint)
}

func (conflicts) Assertions(ctx context.Context, obj *graph.Conflict) ([]graph.Assertion, error) {
	return many[graph.Assertion](ctx, obj.Assertions)
}

func (origins) Speakers(ctx context.Context, obj *graph.Origin) ([]graph.Actor, error) {
	return many[graph.Actor](ctx, obj.Speakers)
}

func (origins) Assertions(ctx context.Context, obj *graph.Origin) ([]graph.Assertion, error) {
	return many[graph.Assertion](ctx, obj.Assertions)
}

func (origins) Sources(ctx context.Context, obj *graph.Origin) ([]*graph.Source, error) {
	return many[*graph.Source](ctx, obj.Sources)
}

func (standingChanges) Because(ctx context.Context, obj *graph.StandingChange) (graph.Assertion, error) {
	return one[graph.Assertion](ctx, obj.Because)
}

func (timelineEntries) Node(ctx context.Context, obj *graph.TimelineEntry) (graph.Node, error) {
	return one[graph.Node](ctx, obj.Node)
}

func (subgraphs) Nodes(ctx context.Context, obj *graph.Subgraph) ([]graph.Node, error) {
	return many[graph.Node](ctx, obj.Nodes)
}

func (paths) Nodes(ctx context.Context, obj *graph.Path) ([]graph.Node, error) {
	return many[graph.Node](ctx, obj.Nodes)
}

func (links) Via(ctx context.Context, obj *graph.Link) (graph.Sourced, error) {
	return one[graph.Sourced](ctx, obj.Via)
}

func (attackLists) Toll(ctx context.Context, obj *graph.Page[*graph.Attack]) (*graph.TollTotal, error) {
	a, at := found(ctx)
	if a == nil || at == nil || at.toll == nil {
		return nil, unplanned(ctx, "")
	}
	return at.toll.over(obj.Rows())
}
