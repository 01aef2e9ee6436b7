package resolvers

import (
	"context"

	"claimgraph/graph"
)

// Search asks the store which nodes were found, and for the selection below those
// of the page where they did not come with the hits or it leads on.
func (r queries) Search(ctx context.Context) (*graph.SearchConnection, error) {
	p, f := r.plan(ctx)
	path := []string{f.Alias}
	search, ask, err := searchOf(f.ArgumentMap(p.op.Variables))
	if err != nil {
		return nil, located(err, path)
	}
	var hits []graph.Hit
	if !search.Nothing() {
		if hits, err = r.Store.Search(ctx, search); err != nil {
			return nil, err
		}
	}
	page := search.Ranked(hits).Page(ask)
	p.fetch.IDs = page.IDs()
	if len(p.fetch.IDs) == 0 || !selects(f.Selections, "edges") && !selects(f.Selections, "nodes") {
		return page, nil
	}
	kinds := graph.KindsOf(p.fetch.IDs)
	met := asked{branch: &graph.Branch{Query: &graph.Query{Kinds: kinds}}, hits: true}
	p.fetch.Part = graph.Written // in which it is looked for what fits best
	far := owner{then: &p.fetch.Then, part: &p.fetch.Part, path: path}
	if err := p.below(f, kinds, func() error { return p.page(f, met, p.root, far) }); err != nil {
		return nil, told(ctx, err)
	}
	if len(p.fetch.Then) == 0 && page.Holds(p.fetch.Part) {
		return page, r.fetched(ctx, p, f.Alias, page.Tree)
	}
	page.Tree, err = r.fetch(ctx, p, f.Alias)
	return page, err
}

// searchOf reads the arguments of a search.
func searchOf(args map[string]any) (graph.Search, graph.Ask, error) {
	var kinds []graph.NodeKind
	if args["kinds"] != nil {
		var all []graph.NodeKind
		for _, k := range graph.Kinds {
			all = append(all, k.Name)
		}
		kinds = kindsArgument(args, all)
	}
	text, _ := args["text"].(string)
	search, err := graph.SearchFor(text, kinds)
	if err != nil {
		return search, graph.Ask{}, err
	}
	ask, err := pageOf(args, search.Read)
	return search, ask, err
}
