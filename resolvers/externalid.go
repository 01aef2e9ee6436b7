package resolvers

import (
	"context"

	"claimgraph/graph"
)

// ByExternalIds asks once for each family of nodes that other databases number:
// a page of a store is of one family.
func (r queries) ByExternalIds(ctx context.Context, scheme string, values []string) ([]graph.Node, error) {
	p, f := r.plan(ctx)
	if err := r.listed("values", len(values)); err != nil {
		return nil, located(err, []string{f.Alias})
	}
	out, tree := []graph.Node{}, graph.NewTree()
	for _, query := range graph.KnownAs(scheme, values) {
		fetch := graph.Fetch{Query: query, Part: graph.Written}
		objects := p.objects(f.Definition.Type.Name(), query.Kinds)
		if err := p.walk(f.Selections, objects, p.root, owner{then: &fetch.Then, part: &fetch.Part, path: []string{f.Alias}}); err != nil {
			return nil, told(ctx, err)
		}
		if len(values) == 0 {
			continue
		}
		found, err := r.Store.Fetch(ctx, fetch)
		if err != nil {
			return nil, err
		}
		rows := found.Page(0, "")
		if rows.More {
			return nil, located(graph.Under(graph.LimitExceeded(graph.LimitFound, "these values are known of more than %d nodes; ask for fewer", query.Limit), "values"), []string{f.Alias})
		}
		for _, id := range rows.IDs {
			out = append(out, found.Nodes[id])
		}
		tree.Add(found)
	}
	graph.ByKnownAs(out, scheme, values)
	return out, r.fetched(ctx, p, f.Alias, tree)
}
