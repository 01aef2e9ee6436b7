package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"time"

	"claimgraph/graph"
	"claimgraph/ucdp"

	"github.com/urfave/cli/v3"
)

func importFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "release", Usage: "which release of the GED the files are of, such as 23.1, where their names do not tell it (default: none is named)"},
	}
}

// importUCDP writes what files of UCDP hold. Rows that are wrong are told, and
// left out; then it ends with an error, though the rest is there.
func importUCDP(ctx context.Context, c *cli.Command, say io.Writer) error {
	if c.NArg() == 0 {
		return errors.New("name the files to import: CSV of the UCDP GED or of the UCDP Actor Dataset, packed with gzip or not")
	}
	files, err := ucdp.Read(ctx, c.Args().Slice(), c.String("release"), func(p ucdp.Problem) { fmt.Fprintf(say, "%s\n", p) })
	if err != nil {
		return err
	}
	store, where, err := openStore(ctx, c)
	if err != nil {
		return err
	}
	defer func() { _ = store.Close() }()
	if err := loadImport(ctx, store, where, files, say); err != nil {
		return err
	}
	if files.Skipped > 0 {
		return fmt.Errorf("%d of %d rows are left out; the others are imported", files.Skipped, files.Rows)
	}
	return nil
}

func loadImport(ctx context.Context, store graph.Store, where place, files *ucdp.Import, say io.Writer) error {
	if err := files.Link(ctx, store); err != nil {
		return err
	}
	bar := newProgress(say, "rows", files.Rows)
	defer bar.end()
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	var sum graph.Result
	err := store.Load(ctx, batches(files.Parts(ctx, cancel), bar.add), func(r graph.Result) {
		sum = sum.Plus(r)
	})
	if broken := context.Cause(ctx); broken != nil { // what is read twice may not be there the second time
		return broken
	}
	if err != nil {
		return err
	}
	bar.end()
	fmt.Fprintf(say, "%d rows read, %d left out, %d repeated further on: %d attacks, each with UCDP's claim; %d actors, %d of them known under other ids\n",
		files.Rows, files.Skipped, files.Repeated, files.Events, files.Actors, files.Linked)
	fmt.Fprintf(say, "%s: %d records added, %d changed, %d as they were\n", where, sum.Added, sum.Changed, sum.Unchanged)
	return nil
}

// together is how many records of an import are written in one go: few enough
// for memory, and enough that each statement is worth its while.
const together = 5000

// batches put parts together, each the records of so many rows. A batch is told
// as done when the next is asked for.
func batches(parts iter.Seq2[[]graph.Node, int], done func(rows int)) iter.Seq[graph.ChangeSet] {
	return func(yield func(graph.ChangeSet) bool) {
		var nodes []graph.Node
		rows := 0
		give := func() bool {
			more := yield(graph.ChangeSet{Nodes: nodes, By: ucdp.By, At: time.Now()})
			done(rows)
			nodes, rows = nil, 0
			return more
		}
		for part, size := range parts {
			nodes, rows = append(nodes, part...), rows+size
			if len(nodes) >= together && !give() {
				return
			}
		}
		if len(nodes) > 0 {
			give()
		}
	}
}
