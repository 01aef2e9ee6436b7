package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"sync"
	"sync/atomic"

	"claimgraph/graph"
)

// pool lends connections; whoever waits longest is served first.
type pool struct {
	db     *sql.DB
	free   chan *connection
	closed chan struct{}
	once   sync.Once
}

// newPool opens a number of connections.
func newPool(ctx context.Context, dsn string, size int, count *atomic.Int64) (*pool, error) {
	db, err := sql.Open("sqlite", dsn)
	if err != nil {
		return nil, err
	}
	p := &pool{db: db, free: make(chan *connection, size), closed: make(chan struct{})}
	for range size {
		c, err := connect(ctx, db, count)
		if err != nil {
			return nil, errors.Join(err, db.Close())
		}
		p.free <- c
	}
	return p, nil
}

// use lends a connection for as long as do runs.
func (p *pool) use(ctx context.Context, do func(*connection) error) error {
	select {
	case <-p.closed:
		return graph.Unavailable(nil, "the store is closed")
	default:
	}
	select {
	case c := <-p.free:
		defer func() { p.free <- c }()
		return do(c)
	case <-p.closed:
		return graph.Unavailable(nil, "the store is closed")
	case <-ctx.Done():
		return ctx.Err()
	}
}

// close waits for what is running, then closes the connections.
func (p *pool) close() error {
	var all []error
	p.once.Do(func() {
		close(p.closed)
		for range cap(p.free) {
			all = append(all, (<-p.free).close())
		}
		all = append(all, p.db.Close())
	})
	return errors.Join(all...)
}
