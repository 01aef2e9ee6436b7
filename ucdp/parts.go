package ucdp

import (
	"context"
	"errors"
	"iter"

	"claimgraph/graph"
)

// By is who writes what is imported.
const By = "claimgraph import ucdp"

var errEnough = errors.New("nobody wants more")

// Parts are the records to write, and how many rows are done with them: first
// what the rows share, then row by row. An error ends them, and is told.
func (i *Import) Parts(ctx context.Context, fail func(error)) iter.Seq2[[]graph.Node, int] {
	return func(yield func([]graph.Node, int) bool) {
		for _, id := range i.order {
			if !i.known[id] && !yield([]graph.Node{i.ground[id]}, 0) {
				return
			}
		}
		for number, f := range i.files {
			enough := false
			err := each(ctx, f.path, func(at int, t *table, r *row) error {
				var nodes []graph.Node
				if !t.actors && !f.bad[at] {
					if e := r.event(); r.problem == nil && i.events[e.id] == (mark{number, at}) {
						nodes = e.records(eventsOf(f.release), i.ids)
					}
				}
				if enough = !yield(nodes, 1); enough {
					return errEnough
				}
				return nil
			})
			if enough {
				return
			}
			if err != nil {
				fail(err)
				return
			}
		}
	}
}

// each walks the rows of a file from its beginning.
func each(ctx context.Context, path string, visit func(at int, t *table, r *row) error) error {
	t, err := open(path)
	if err != nil {
		return err
	}
	defer func() { _ = t.close() }()
	for at := 0; ; at++ {
		r, err := t.next()
		if err != nil || r == nil {
			return err
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := visit(at, t, r); err != nil {
			return err
		}
	}
}
