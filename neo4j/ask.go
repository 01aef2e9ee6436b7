package neo4j

import (
	"context"
	"sync/atomic"
	"time"

	"claimgraph/graph"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

const (
	// askingAtMost bounds questions that came without a deadline, writingAtMost
	// changes: a big one takes a slow server minutes.
	askingAtMost  = time.Minute
	writingAtMost = 30 * time.Minute
	// grace is how long after the deadline the server may take to notice it.
	// Beyond that the connection is given up.
	grace = 5 * time.Second
)

// ask sends a statement that reads, and gives its one row. A cancelled context
// would cost the connection: the driver can only hang up. So the question
// outlives the asker, who is answered at the deadline; the server ends it by a
// timeout of its own, and the connection stays.
func (s *Store) ask(ctx context.Context, text string, params map[string]any) (*neo4j.Record, error) {
	type answer struct {
		row *neo4j.Record
		err error
	}
	done := make(chan answer, 1)
	left := timeLeft(ctx, askingAtMost)
	on, cancel := context.WithTimeout(context.WithoutCancel(ctx), left+grace)
	began := s.underway.ask(cancel, func() {
		row, err := s.asked(on, text, params, left)
		done <- answer{row, err}
	})
	if !began {
		return nil, graph.Unavailable(nil, "the store is closed")
	}
	select {
	case a := <-done:
		return a.row, a.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func timeLeft(ctx context.Context, otherwise time.Duration) time.Duration {
	if deadline, ok := ctx.Deadline(); ok {
		return max(time.Until(deadline), time.Millisecond)
	}
	return otherwise
}

// asked asks again once where that can help: a connection may have died in the
// pool, a server may have gone and come back.
func (s *Store) asked(ctx context.Context, text string, params map[string]any, left time.Duration) (*neo4j.Record, error) {
	start := time.Now()
	row, err := s.askOnce(ctx, text, params, left)
	if left -= time.Since(start); left <= 0 || !s.worthAnother(err) {
		return row, err
	}
	return s.askOnce(ctx, text, params, left)
}

// worthAnother tells whether to ask again. What is wrong with a bookmark is
// cured without it: the database it was of has gone.
func (s *Store) worthAnother(err error) bool {
	switch codeOf(err) {
	case "Neo.TransientError.Transaction.BookmarkTimeout", "Neo.ClientError.Transaction.InvalidBookmark":
		s.written.Store(nil)
		return true
	}
	return neo4j.IsRetryable(err)
}

// askOnce runs the statement by itself, without a transaction around it: that is
// one round trip.
func (s *Store) askOnce(ctx context.Context, text string, params map[string]any, left time.Duration) (*neo4j.Record, error) {
	session := s.session(ctx, neo4j.AccessModeRead)
	defer func() { _ = session.Close(ctx) }()
	s.statements.Add(1)
	result, err := session.Run(ctx, text, params, neo4j.WithTxTimeout(left))
	if err != nil {
		return nil, err
	}
	return result.Single(ctx)
}

func (s *Store) session(ctx context.Context, mode neo4j.AccessMode) session {
	c := neo4j.SessionConfig{AccessMode: mode, DatabaseName: s.database, FetchSize: neo4j.FetchAll}
	if seen := s.written.Load(); seen != nil {
		c.Bookmarks = *seen
	}
	s.used.Add(1)
	return session{s.driver.NewSession(ctx, c), &s.used}
}

// session is a session that counts as long as it is open.
type session struct {
	neo4j.SessionWithContext
	used *atomic.Int64
}

// Close gives the session's connection back; it is called once.
func (s session) Close(ctx context.Context) error {
	s.used.Add(-1)
	return s.SessionWithContext.Close(ctx)
}
