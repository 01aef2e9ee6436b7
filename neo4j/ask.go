package neo4j

import (
	"context"
	"crypto/rand"
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
	// moment is how long a question that nobody waits for is let be.
	moment = 50 * time.Millisecond
)

// ask sends a statement that reads, and gives its answer. A cancelled context
// would cost the connection: the driver can only hang up. So the question
// outlives the asker, who is answered at the deadline; the server ends it by a
// timeout of its own, and the connection stays. Whoever leaves before a
// connection is free leaves nothing behind.
func (s *Store) ask(ctx context.Context, text string, params map[string]any) (*neo4j.Record, error) {
	type answer struct {
		row *neo4j.Record
		err error
	}
	mark := rand.Text()
	if err := s.underway.enter(ctx, mark); err != nil {
		return nil, err
	}
	done := make(chan answer, 1)
	q := question{text, params, mark, timeLeft(ctx, askingAtMost)}
	on, cancel := context.WithTimeout(context.WithoutCancel(ctx), q.left+grace)
	began := s.underway.ask(cancel, func() {
		defer s.underway.leave(mark)
		row, err := s.asked(on, q)
		done <- answer{row, err}
	})
	if !began {
		s.underway.leave(mark)
		return nil, graph.Unavailable(nil, "the store is closed")
	}
	select {
	case a := <-done:
		return a.row, a.err
	case <-ctx.Done():
		s.giveUp(mark)
		return nil, ctx.Err()
	}
}

// question is a statement that reads, under way.
type question struct {
	text   string
	params map[string]any
	mark   string        // by which the server knows it
	left   time.Duration // until its deadline
}

// giveUp ends on the server what nobody waits for any more. The server itself
// looks at its timeouts every other second, and knows nothing of askers who
// leave before. Most questions are answered in a moment, and are let be; one may
// not have come to the server yet, so it is tried until the question is over. All
// that are given up are ended together.
func (s *Store) giveUp(mark string) {
	if !s.underway.giveUp(mark) {
		return
	}
	on, cancel := context.WithCancel(context.Background())
	s.underway.ask(cancel, func() {
		for on.Err() == nil {
			select {
			case <-on.Done():
			case <-time.After(moment):
			}
			marks := s.underway.abandoned()
			if marks == nil {
				return
			}
			s.terminate(on, marks)
		}
	})
}

// terminate gives up on a server that does not answer, for the next may.
func (s *Store) terminate(ctx context.Context, marks []string) {
	ctx, cancel := context.WithTimeout(ctx, askingAtMost)
	defer cancel()
	_, _ = s.askOnce(ctx, question{terminating, map[string]any{"marks": marks}, "", askingAtMost})
}

// terminating ends the transactions of questions.
const terminating = "SHOW TRANSACTIONS YIELD transactionId AS id, metaData WHERE metaData." + markOf + " IN $marks " +
	"TERMINATE TRANSACTIONS id YIELD message RETURN count(message)"

// markOf names the mark of a question among what the server is told of it.
const markOf = "question"

func timeLeft(ctx context.Context, otherwise time.Duration) time.Duration {
	if deadline, ok := ctx.Deadline(); ok {
		return max(time.Until(deadline), time.Millisecond)
	}
	return otherwise
}

// asked asks again once where that can help: a connection may have died in the
// pool, a server may have gone and come back.
func (s *Store) asked(ctx context.Context, q question) (*neo4j.Record, error) {
	start := time.Now()
	row, err := s.askOnce(ctx, q)
	if q.left -= time.Since(start); q.left <= 0 || !s.worthAnother(err) {
		return row, err
	}
	return s.askOnce(ctx, q)
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
func (s *Store) askOnce(ctx context.Context, q question) (*neo4j.Record, error) {
	session := s.session(ctx, neo4j.AccessModeRead)
	defer func() { _ = session.Close(ctx) }()
	s.statements.Add(1)
	result, err := session.Run(ctx, q.text, q.params, neo4j.WithTxTimeout(q.left), neo4j.WithTxMetadata(map[string]any{markOf: q.mark}))
	if err != nil {
		return nil, err
	}
	return joined(ctx, result)
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
