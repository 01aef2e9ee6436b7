package main

import (
	"context"
	"fmt"
	"io"
	"iter"
	"time"

	"claimgraph/graph"
	"claimgraph/synthetic"
)

// fill writes the world into a store, unless it is there already.
func (k kept) fill(ctx context.Context, world synthetic.World, say io.Writer) error {
	s, err := k.open(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = s.Close() }()
	there, err := attacksIn(ctx, s)
	if err != nil || there == world.Attacks {
		return err
	}
	if there > 0 {
		return fmt.Errorf("the %s store holds %d attacks, not %d; name an empty one", k.store, there, world.Attacks)
	}
	began, written := time.Now(), 0
	if err := s.Load(ctx, parts(world), func(r graph.Result) { written += r.Added }); err != nil {
		return err
	}
	took := time.Since(began)
	fmt.Fprintf(say, "%s: %d records of %d attacks in %.1f s, %.0f a second\n", k.store, written, world.Attacks, took.Seconds(), float64(written)/took.Seconds())
	return nil
}

func parts(world synthetic.World) iter.Seq[graph.ChangeSet] {
	return func(yield func(graph.ChangeSet) bool) {
		for part := range world.Batches() {
			if !yield(graph.ChangeSet{Nodes: part.Nodes, By: "bench", At: time.Now()}) {
				return
			}
		}
	}
}

func attacksIn(ctx context.Context, s graph.Store) (int, error) {
	all := graph.Query{Kinds: []graph.NodeKind{graph.KindAttack}, Counts: []graph.Count{{}}}
	found, err := s.Fetch(ctx, graph.Fetch{Query: &all})
	if err != nil {
		return 0, err
	}
	return found.Page(0, "").Counts[0], nil
}
