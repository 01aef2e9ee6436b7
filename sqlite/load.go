package sqlite

import (
	"context"
	"database/sql"
	"iter"

	"claimgraph/graph"
)

// Load writes all the change sets, or none, in one transaction.
func (s *Store) Load(ctx context.Context, parts iter.Seq[graph.ChangeSet], done func(graph.Result)) error {
	return translated(s.read.rest(ctx, func() error {
		return s.write.use(ctx, func(c *connection) error { return c.fill(ctx, parts, done) })
	}))
}

// fill writes change sets while nobody reads. What goes into an empty file
// needs no log: pages that were not there before are written in their place,
// and cut off again where the transaction ends in nothing. In the log they
// would be written twice, and looked up in gigabytes of it meanwhile.
func (c *connection) fill(ctx context.Context, parts iter.Seq[graph.ChangeSet], done func(graph.Result)) (err error) {
	empty, err := c.empty(ctx)
	if err != nil {
		return err
	}
	if empty && c.control(ctx, "PRAGMA journal_mode = truncate") == nil { // or somebody else has the file open
		// the file is not mapped meanwhile: what was mapped would count as memory in use
		for _, set := range []string{"PRAGMA cache_size = -400000", "PRAGMA mmap_size = 0"} {
			if err := c.control(ctx, set); err != nil {
				return err
			}
		}
		defer func() {
			for _, back := range []string{"PRAGMA journal_mode = wal", "PRAGMA cache_size = -65536", "PRAGMA mmap_size = " + mapped} {
				if failed := c.control(context.WithoutCancel(ctx), back); err == nil {
					err = failed
				}
			}
		}()
	}
	return c.transaction(ctx, "BEGIN IMMEDIATE", func() error {
		writers := map[string]bool{}
		named := func(yield func(graph.ChangeSet) bool) {
			for part := range parts {
				writers[part.By] = true
				if !yield(part) {
					return
				}
			}
		}
		if err := graph.WriteAll(ctx, &tx{c}, named, done); err != nil {
			return err
		}
		for by := range writers {
			if err := noteWriter(ctx, c, by); err != nil {
				return err
			}
		}
		return nil
	})
}

func (c *connection) empty(ctx context.Context) (bool, error) {
	empty := true
	err := c.query(ctx, "SELECT 1 FROM node LIMIT 1", nil, func(*sql.Rows) error {
		empty = false
		return nil
	})
	return empty, err
}
