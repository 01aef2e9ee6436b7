package resolvers

import (
	"context"
	"reflect"
	"slices"

	"claimgraph/graph"

	"github.com/99designs/gqlgen/graphql"
)

// faceting is what facets of a list count.
type faceting struct {
	by  []string
	of  []int // where each stands among the ways the list is grouped
	top int
	in  *list // whose facets these are
}

// facetsOf asks for what facets of a list count; what several count alike is
// counted once.
func (p *plan) facetsOf(f graphql.CollectedField, m *matching, mode graph.Certainty, query *graph.Query) (*faceting, error) {
	p.once = true // what is counted lies beside the tree
	asked := &faceting{}
	if query.Grouping == nil {
		listed, err := m.in(mode)
		if err != nil {
			return nil, err
		}
		query.Grouping = &graph.Grouping{Count: listed}
	}
	all := &query.Grouping.By
	for _, by := range items(f.ArgumentMap(p.op.Variables)["by"]) {
		shared := graph.FacetOf(query.Kinds[0], word(by))
		at := slices.IndexFunc(*all, func(other graph.Sharing) bool { return reflect.DeepEqual(other, shared) })
		if at < 0 {
			at = len(*all)
			*all = append(*all, shared)
		}
		asked.by, asked.of = append(asked.by, word(by)), append(asked.of, at)
	}
	return asked, nil
}

// bucketed are the kinds of nodes that buckets stand for.
var bucketed = []graph.NodeKind{graph.KindGroup, graph.KindOrganization, graph.KindPerson, graph.KindLocation}

// buckets plans what is asked of the nodes that buckets stand for. Which these
// are is known only once the list was counted; then all are looked up together.
func (p *plan) buckets(f graphql.CollectedField, list, here *spot, far owner) error {
	o := owner{path: append(slices.Clone(far.path), f.Alias), then: &p.shelf}
	top, err := graph.IntOf(f.ArgumentMap(p.op.Variables)["top"])
	if err == nil && (top < 0 || top > graph.MostBuckets) {
		err = graph.BadInput("top is from 0 to %d, not %d", graph.MostBuckets, top)
	}
	if err != nil {
		return located(graph.Under(err, "top"), o.path)
	}
	here.facet.top, here.facet.in = top, list.list
	p.facets = append(p.facets, here.facet)
	o.cast = &cast{buckets: []owner{{kinds: bucketed, then: &p.shelf}}}
	return p.walk(f.Selections, []string{f.Definition.Type.Name()}, here, o)
}

// unshelve looks up the nodes of all buckets: their names say which of equal
// ones are shown.
func (r *Resolver) unshelve(ctx context.Context, p *plan, tree *graph.Tree) error {
	var ids []graph.ID
	for _, f := range p.facets {
		for _, number := range f.in.numbers {
			for _, rows := range tree.Pages[number] {
				ids = append(ids, f.standFor(rows)...)
			}
		}
	}
	if len(ids) == 0 {
		return nil
	}
	slices.Sort(ids)
	found, err := r.Store.Fetch(ctx, graph.Fetch{IDs: slices.Compact(ids), Part: graph.Shown, Then: p.shelf})
	if err != nil {
		return err
	}
	tree.Add(found)
	return nil
}

// standFor are the nodes that the leading buckets under a parent stand for.
func (f *faceting) standFor(rows *graph.Rows) []graph.ID {
	var ids []graph.ID
	for _, at := range f.of {
		if at >= len(rows.Grouped) {
			continue // a list without rows
		}
		for _, key := range graph.Leading(rows.Grouped[at], f.top) {
			if id := graph.ID(key); slices.Contains(bucketed, id.Kind()) {
				ids = append(ids, id)
			}
		}
	}
	return ids
}

// facets gives the facets of a list.
func facets[By ~string](ctx context.Context, rows *graph.Rows) ([]*graph.Facet[By], error) {
	a, at := found(ctx)
	if a == nil || at == nil || at.facet == nil {
		return nil, unplanned(ctx, "")
	}
	node := func(id graph.ID) graph.Node { return a.tree.Nodes[id] }
	out := make([]*graph.Facet[By], len(at.facet.by))
	for i, by := range at.facet.by {
		var grouped map[string]int
		if of := at.facet.of[i]; of < len(rows.Grouped) { // else the list is empty
			grouped = rows.Grouped[of]
		}
		out[i] = &graph.Facet[By]{By: By(by), Buckets: graph.BucketsOf(grouped, at.facet.top, graph.ByTime(by), node)}
	}
	return out, nil
}

type (
	claimLists struct{}
	buckets    struct{}
)

func (attackLists) Facets(ctx context.Context, obj *graph.Page[*graph.Attack]) ([]*graph.AttackFacet, error) {
	return facets[graph.AttackFacetBy](ctx, obj.Rows())
}

func (claimLists) Facets(ctx context.Context, obj *graph.Page[*graph.Claim]) ([]*graph.ClaimFacet, error) {
	return facets[graph.ClaimFacetBy](ctx, obj.Rows())
}

func (buckets) Node(ctx context.Context, obj *graph.Bucket) (graph.Node, error) {
	return one[graph.Node](ctx, obj.Node)
}
