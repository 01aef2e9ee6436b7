package main

import (
	"context"
	"fmt"
	"io"
	"iter"
	"time"

	"claimgraph/graph"
	"claimgraph/synthetic"

	"github.com/urfave/cli/v3"
)

func synthesizeFlags() []cli.Flag {
	return []cli.Flag{
		&cli.IntFlag{Name: "attacks", Usage: "how many attacks to invent; each brings about five records more", Value: 10_000},
		&cli.Uint64Flag{Name: "seed", Usage: "the same seed invents the same world", Value: 1},
		&cli.BoolFlag{Name: "force", Usage: "write into a store that holds other records too"},
	}
}

// synthesize fills a store with an invented world, to measure with.
func synthesize(ctx context.Context, c *cli.Command, say io.Writer) error {
	world := synthetic.World{Seed: c.Uint64("seed"), Attacks: c.Int("attacks")}
	if world.Attacks < 1 {
		return fmt.Errorf("--attacks %d: a world has at least one", world.Attacks)
	}
	if !c.IsSet("store") {
		return fmt.Errorf("name a store of its own for the invented world: --store sqlite:PATH or neo4j://HOST:PORT")
	}
	store, where, err := openStore(ctx, c)
	if err != nil {
		return err
	}
	defer func() { _ = store.Close() }()
	if !c.Bool("force") {
		if err := roomFor(ctx, store, world); err != nil {
			return err
		}
	}
	return invent(ctx, store, where, world, say)
}

// roomFor refuses a store that holds anything but the world itself: what is
// invented must not stand among what was really said. The same world again, or
// a bigger one of the same seed, goes on where the last one ended.
func roomFor(ctx context.Context, store graph.Store, world synthetic.World) error {
	begun, err := store.Fetch(ctx, graph.Fetch{IDs: []graph.ID{world.Register()}})
	if err != nil || len(begun.Nodes) > 0 {
		return err
	}
	for _, k := range graph.Kinds {
		found, err := store.Fetch(ctx, graph.Fetch{Query: &graph.Query{Kinds: []graph.NodeKind{k.Name}, Limit: 1}})
		if err != nil {
			return err
		}
		if len(found.Nodes) > 0 {
			return graph.BadInput("the store holds other records, and an invented world belongs into a store of its own; --force writes it there all the same")
		}
	}
	return nil
}

func invent(ctx context.Context, store graph.Store, where place, world synthetic.World, say io.Writer) error {
	bar := newProgress(say, "invented attacks", world.Attacks)
	defer bar.end()
	by := fmt.Sprintf("claimgraph synthesize (invented data, seed %d)", world.Seed)
	var sum graph.Result
	err := store.Load(ctx, changes(world, by, bar.add), func(r graph.Result) {
		sum = sum.Plus(r)
	})
	if err != nil {
		return err
	}
	bar.end()
	fmt.Fprintf(say, "%s: %d invented records added, %d changed, %d as they were\n", where, sum.Added, sum.Changed, sum.Unchanged)
	return nil
}

// changes are the parts of a world, several in one. Those of which the next is
// asked for are written.
func changes(world synthetic.World, by string, done func(attacks int)) iter.Seq[graph.ChangeSet] {
	return func(yield func(graph.ChangeSet) bool) {
		for part := range world.Batches() {
			if !yield(graph.ChangeSet{Nodes: part.Nodes, By: by, At: time.Now()}) {
				return
			}
			done(part.Attacks)
		}
	}
}
