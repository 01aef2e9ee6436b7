package resolvers

import (
	"context"

	"claimgraph/graph"
)

type confirmations struct{ replies[*graph.Confirmation] }

func (r queries) Confirmations(ctx context.Context) (*graph.Page[*graph.Confirmation], error) {
	return connection[*graph.Confirmation](ctx, r.Resolver)
}
