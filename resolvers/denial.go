package resolvers

import (
	"context"

	"claimgraph/graph"
)

type denials struct{ replies[*graph.Denial] }

func (r queries) Denials(ctx context.Context) (*graph.Page[*graph.Denial], error) {
	return connection[*graph.Denial](ctx, r.Resolver)
}
