package resolvers

import (
	"context"

	"claimgraph/graph"
)

type doubts struct{ replies[*graph.Doubt] }

func (r queries) Doubts(ctx context.Context) (*graph.Page[*graph.Doubt], error) {
	return connection[*graph.Doubt](ctx, r.Resolver)
}
