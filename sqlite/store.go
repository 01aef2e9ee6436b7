// Package sqlite is graph.Store in one file, without a server: the default
// store. It runs one statement for the roots of a selection and one for each
// branch, since a call within the process costs next to nothing, and before the
// roots one or two that tell how they are best found.
package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"sync/atomic"

	"claimgraph/graph"
)

// Store is a graph kept in one SQLite file.
type Store struct {
	write, read *pool // one connection that writes, several that read beside it
	statements  atomic.Int64
}

var _ graph.Store = (*Store)(nil)

// Fetch gives a whole selection tree, all of it as it stood at one moment.
func (s *Store) Fetch(ctx context.Context, f graph.Fetch) (*graph.Tree, error) {
	var tree *graph.Tree
	err := s.read.use(ctx, func(c *connection) (err error) {
		if len(f.Then) == 0 { // one statement is a moment of its own
			tree, err = fetch(ctx, c, f)
			return err
		}
		return c.transaction(ctx, "BEGIN", func() (err error) {
			tree, err = fetch(ctx, c, f)
			return err
		})
	})
	if err != nil {
		return nil, translated(err)
	}
	return tree, nil
}

// Apply writes the changes, all or none.
func (s *Store) Apply(ctx context.Context, c graph.ChangeSet) (graph.Result, error) {
	var result graph.Result
	err := s.change(ctx, func(t *tx) (err error) {
		if result, err = graph.Write(ctx, t, c); err != nil || result.Added+result.Changed == 0 {
			return err
		}
		return noteWriter(ctx, t.c, c.By)
	})
	if err != nil {
		return graph.Result{}, err
	}
	return result, nil
}

// Reindex rebuilds everything derived.
func (s *Store) Reindex(ctx context.Context) error {
	return s.change(ctx, func(t *tx) error { return graph.Rederive(ctx, t) })
}

func (s *Store) change(ctx context.Context, do func(*tx) error) error {
	return translated(s.write.use(ctx, func(c *connection) error {
		return c.transaction(ctx, "BEGIN IMMEDIATE", func() error { return do(&tx{c}) })
	}))
}

// Ping reads one row of the file.
func (s *Store) Ping(ctx context.Context) error {
	return translated(s.read.use(ctx, func(c *connection) error {
		return c.query(ctx, "SELECT value FROM meta WHERE key = 'format'", nil, func(*sql.Rows) error { return nil })
	}))
}

// Pools are that of the readers and that of the one writer.
func (s *Store) Pools() []graph.Pool { return []graph.Pool{s.read.now("read"), s.write.now("write")} }

// Statements counts the statements run since the store was opened, without
// those that begin and end transactions: a selection must not cost more of
// them than it has branches.
func (s *Store) Statements() int { return int(s.statements.Load()) }

// Close waits for what is running and closes the file. The writer goes last,
// so that it moves what it wrote from the log into the file.
func (s *Store) Close() error {
	return translated(errors.Join(s.read.close(), s.write.close()))
}
