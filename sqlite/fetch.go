package sqlite

import (
	"context"
	"slices"

	"claimgraph/graph"
)

// fetching is a tree being filled.
type fetching struct {
	*connection
	tree *graph.Tree
	nums map[graph.ID]int64 // of all nodes met
}

// fetch fills a tree: one statement for the roots, one for each branch.
func fetch(ctx context.Context, c *connection, f graph.Fetch) (*graph.Tree, error) {
	filling := &fetching{c, graph.NewTree(), map[graph.ID]int64{}}
	roots, err := filling.roots(ctx, f)
	if err != nil {
		return nil, err
	}
	return filling.tree, filling.grow(ctx, roots, f.Then)
}

func (f *fetching) roots(ctx context.Context, asked graph.Fetch) ([]graph.ID, error) {
	if asked.Query != nil {
		return f.page(ctx, &graph.Branch{Query: asked.Query, Part: asked.Part, Then: asked.Then}, []graph.ID{""})
	}
	return f.named(ctx, asked.IDs, graph.Needs(asked.Part, asked.Then))
}

// grow follows the branches from the nodes of a level.
func (f *fetching) grow(ctx context.Context, level []graph.ID, branches []*graph.Branch) error {
	for _, b := range branches {
		parents := near(b, level)
		if len(parents) == 0 {
			continue
		}
		found, err := f.follow(ctx, b, parents)
		if err != nil {
			return err
		}
		if err := f.grow(ctx, found, b.Then); err != nil {
			return err
		}
	}
	return nil
}

// near are the nodes of the level that have the branch.
func near(b *graph.Branch, level []graph.ID) []graph.ID {
	kinds := b.On
	if r := b.Relation; r != nil && b.In {
		kinds = both(kinds, r.To)
	} else if r != nil {
		kinds = both(kinds, r.From)
	}
	return ofKinds(kinds, level)
}

func ofKinds(kinds []graph.NodeKind, ids []graph.ID) []graph.ID {
	if kinds == nil {
		return ids
	}
	var out []graph.ID
	for _, id := range ids {
		if slices.Contains(kinds, id.Kind()) {
			out = append(out, id)
		}
	}
	return out
}

func (f *fetching) follow(ctx context.Context, b *graph.Branch, parents []graph.ID) ([]graph.ID, error) {
	if written(b) {
		return f.named(ctx, f.linked(b, parents), graph.Needs(b.Part, b.Then))
	}
	return f.page(ctx, b, parents)
}

// written tells whether the far nodes can be read off the near ones. What is
// derived and says more than where it leads is kept on the links alone.
func written(b *graph.Branch) bool {
	r := b.Relation
	return r != nil && !b.In && b.Query == nil && b.Edge == nil && !(r.Derived && r.Edge != nil)
}

// linked are the ids that stand in the parents, each once.
func (f *fetching) linked(b *graph.Branch, parents []graph.ID) []graph.ID {
	var ids []graph.ID
	seen := map[graph.ID]bool{}
	for _, parent := range parents {
		for _, arc := range b.Relation.Links(f.tree.Nodes[parent]) {
			if !seen[arc.To] {
				seen[arc.To] = true
				ids = append(ids, arc.To)
			}
		}
	}
	return ofKinds(b.Kinds, ids)
}

// named reads that part of the nodes with these ids, where it was not read yet,
// and tells which of all there are.
func (f *fetching) named(ctx context.Context, ids []graph.ID, part graph.Part) ([]graph.ID, error) {
	missing := slices.DeleteFunc(slices.Clone(ids), func(id graph.ID) bool { return f.tree.Holds(id, part) })
	if len(missing) > 0 {
		if err := f.read(ctx, missing, part); err != nil {
			return nil, err
		}
	}
	return slices.DeleteFunc(distinct(ids), func(id graph.ID) bool { return f.tree.Nodes[id] == nil }), nil
}

func distinct(ids []graph.ID) []graph.ID {
	seen := make(map[graph.ID]bool, len(ids))
	return slices.DeleteFunc(slices.Clone(ids), func(id graph.ID) bool {
		again := seen[id]
		seen[id] = true
		return again
	})
}
