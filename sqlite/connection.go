package sqlite

import (
	"context"
	"database/sql"
	"sync/atomic"
)

// connection is one connection to the file with the statements it has
// prepared. It belongs to one goroutine at a time.
type connection struct {
	conn     *sql.Conn
	prepared map[string]*sql.Stmt
	length   int // of their texts
	count    *atomic.Int64
}

// The statements a connection keeps are bounded: filters have endless shapes, and
// a statement takes some thirty times the memory of its text. Writing has some
// three for each table.
const (
	maxPrepared = 512
	maxLength   = 1 << 20
)

func connect(ctx context.Context, db *sql.DB, count *atomic.Int64) (*connection, error) {
	conn, err := db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	return &connection{conn: conn, prepared: map[string]*sql.Stmt{}, count: count}, nil
}

func (c *connection) statement(ctx context.Context, text string) (*sql.Stmt, error) {
	if s := c.prepared[text]; s != nil {
		return s, nil
	}
	if len(c.prepared) >= maxPrepared || c.length+len(text) > maxLength {
		for key, s := range c.prepared {
			_ = s.Close()
			delete(c.prepared, key)
		}
		c.length = 0
	}
	s, err := c.conn.PrepareContext(ctx, text)
	if err == nil {
		c.prepared[text] = s
		c.length += len(text)
	}
	return s, err
}

// query asks, and hands every row to read.
func (c *connection) query(ctx context.Context, text string, args []any, read func(*sql.Rows) error) error {
	s, err := c.statement(ctx, text)
	if err != nil {
		return err
	}
	c.count.Add(1)
	rows, err := s.QueryContext(ctx, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := read(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// exec changes something.
func (c *connection) exec(ctx context.Context, text string, args ...any) error {
	s, err := c.statement(ctx, text)
	if err != nil {
		return err
	}
	c.count.Add(1)
	_, err = s.ExecContext(ctx, args...)
	return err
}

// transaction does something between begin and COMMIT; with any error, or a
// panic, nothing of it remains.
func (c *connection) transaction(ctx context.Context, begin string, do func() error) error {
	open := true
	defer func() {
		if open { // also where it could not begin: whoever left while it did is told so, and it may have begun
			_ = c.control(context.WithoutCancel(ctx), "ROLLBACK")
		}
	}()
	if err := c.control(ctx, begin); err != nil {
		return err
	}
	if err := do(); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	// What is being committed is no longer given up: it would be there, and told as if it were not.
	if err := c.control(context.WithoutCancel(ctx), "COMMIT"); err != nil {
		return err
	}
	open = false
	return nil
}

// control begins and ends transactions; it does not count as a statement.
func (c *connection) control(ctx context.Context, text string) error {
	s, err := c.statement(ctx, text)
	if err != nil {
		return err
	}
	_, err = s.ExecContext(ctx)
	return err
}

func (c *connection) close() error {
	for _, s := range c.prepared {
		_ = s.Close()
	}
	return c.conn.Close()
}
