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
	count  *atomic.Int64
	size   int // how many connections there are
	wait   atomic.Int64
}

// newPool opens a number of connections.
func newPool(ctx context.Context, dsn string, size int, count *atomic.Int64) (*pool, error) {
	db, err := sql.Open("sqlite", dsn)
	if err != nil {
		return nil, err
	}
	db.SetMaxIdleConns(0) // what is given back is closed
	p := &pool{db: db, count: count, size: size, free: make(chan *connection, size), closed: make(chan struct{})}
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
	c, err := p.take(ctx)
	if err != nil {
		return err
	}
	defer func() { p.free <- c }()
	return do(c)
}

func (p *pool) take(ctx context.Context) (*connection, error) {
	select {
	case <-p.closed:
		return nil, graph.Unavailable(nil, "the store is closed")
	default:
	}
	p.wait.Add(1)
	defer p.wait.Add(-1)
	select {
	case c := <-p.free:
		return c, nil
	case <-p.closed:
		return nil, graph.Unavailable(nil, "the store is closed")
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// now is how the connections are used.
func (p *pool) now(name string) graph.Pool {
	return graph.Pool{Name: name, Used: cap(p.free) - len(p.free), Most: cap(p.free), Awaited: int(p.wait.Load())}
}

// rest closes all connections for as long as do runs: whoever wants one waits.
func (p *pool) rest(ctx context.Context, do func() error) (err error) {
	taken := 0
	defer func() {
		for range taken {
			c, failed := connect(context.WithoutCancel(ctx), p.db, p.count)
			if failed != nil {
				p.size-- // it stays away
				err = errors.Join(err, failed)
				continue
			}
			p.free <- c
		}
	}()
	for taken < p.size {
		c, err := p.take(ctx)
		if err != nil {
			return err
		}
		taken++
		if err := c.close(); err != nil {
			return err
		}
	}
	return do()
}

// close waits for what is running, then closes the connections.
func (p *pool) close() error {
	var all []error
	p.once.Do(func() {
		close(p.closed)
		for range p.size {
			all = append(all, (<-p.free).close())
		}
		all = append(all, p.db.Close())
	})
	return errors.Join(all...)
}
