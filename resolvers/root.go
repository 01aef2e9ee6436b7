package resolvers

import (
	"context"
	"slices"

	"claimgraph/graph"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

// Resolver answers queries from a store, one port call a root field.
type Resolver struct {
	Store  graph.Store
	Schema *ast.Schema
	Bounds graph.Bounds
}

// plan starts the plan of the root field being resolved.
func (r *Resolver) plan(ctx context.Context) (*plan, graphql.CollectedField) {
	p := &plan{op: graphql.GetOperationContext(ctx), schema: r.Schema, bounds: r.Bounds, root: &spot{}}
	p.fetch.Part = graph.Bare // until more is asked for
	p.atlas = func() (*graph.Atlas, error) {
		p.once = true
		return ctx.Value(answersKey{}).(*answers).atlas(ctx, r.Store)
	}
	return p, graphql.GetFieldContext(ctx).Field
}

// listed refuses an argument that lists too much.
func (r *Resolver) listed(argument string, n int) error {
	if n <= r.Bounds.Listed {
		return nil
	}
	return graph.Under(graph.LimitExceeded(graph.LimitListed, "at most %d at once, not %d", r.Bounds.Listed, n), argument)
}

// fetch asks the store for what was planned and keeps it for the fields below.
func (r *Resolver) fetch(ctx context.Context, p *plan, alias string) (*graph.Tree, error) {
	tree, err := r.Store.Fetch(ctx, p.fetch)
	if err != nil {
		return nil, err
	}
	return tree, r.fetched(ctx, p, alias, tree)
}

// fetched keeps a tree, with what is looked up beside it.
func (r *Resolver) fetched(ctx context.Context, p *plan, alias string, tree *graph.Tree) error {
	err := r.lookUp(ctx, p, tree)
	if err == nil {
		put(ctx, p, alias, tree)
	}
	return err
}

func put(ctx context.Context, p *plan, alias string, tree *graph.Tree) {
	ctx.Value(answersKey{}).(*answers).put(alias, &answer{tree: tree, root: p.root})
}

// connection answers a root field that lists nodes.
func connection[T graph.Node](ctx context.Context, r *Resolver) (*graph.Page[T], error) {
	p, f := r.plan(ctx)
	asked, err := p.listOf(f, graph.Roots[f.Name], []string{f.Alias})
	if err != nil {
		return nil, err
	}
	p.fetch.Query = asked.branch.Query
	p.root.listing(0, asked)
	far := owner{then: &p.fetch.Then, part: &p.fetch.Part, path: []string{f.Alias}}
	if err := p.below(f, nil, func() error { return p.page(f, asked, p.root, far) }); err != nil {
		return nil, told(ctx, err)
	}
	tree, err := r.fetch(ctx, p, f.Alias)
	if err != nil {
		return nil, err
	}
	return graph.PageOf[T](tree, tree.Page(0, ""), asked.cursor, asked.ask), nil
}

// byID answers a root field that looks nodes up: those known, of the wanted
// kinds, in the order asked for; nothing in the place of the others.
func byID[T graph.Node](ctx context.Context, r *Resolver, ids []graph.ID) ([]T, error) {
	p, f := r.plan(ctx)
	if err := r.listed("ids", len(ids)); err != nil {
		return nil, located(err, []string{f.Alias})
	}
	objects := p.objects(f.Definition.Type.Name(), nil)
	for _, id := range ids {
		if slices.Contains(objects, graph.KindNamed(id.Kind()).Label) {
			p.fetch.IDs = append(p.fetch.IDs, id)
		}
	}
	out := make([]T, len(ids))
	if len(p.fetch.IDs) == 0 {
		return out, nil
	}
	kinds := graph.KindsOf(p.fetch.IDs)
	objects = p.objects(f.Definition.Type.Name(), kinds)
	far := owner{then: &p.fetch.Then, part: &p.fetch.Part, path: []string{f.Alias}}
	if err := p.below(f, kinds, func() error { return p.walk(f.Selections, objects, p.root, far) }); err != nil {
		return nil, told(ctx, err)
	}
	tree, err := r.fetch(ctx, p, f.Alias)
	if err != nil {
		return nil, err
	}
	for i, id := range ids {
		if slices.Contains(p.fetch.IDs, id) {
			out[i], _ = tree.Nodes[id].(T)
		}
	}
	return out, nil
}

// single answers a root field that looks one node up.
func single[T graph.Node](ctx context.Context, r *Resolver, id graph.ID) (T, error) {
	found, err := byID[T](ctx, r, []graph.ID{id})
	if err != nil {
		var none T
		return none, err
	}
	return found[0], nil
}
