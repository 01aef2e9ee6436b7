package neo4j

import (
	"context"
	"sync"
	"time"

	"claimgraph/graph"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// metaName names the node that says whose database this is.
const metaName = "claimgraph"

// readyingAtMost bounds the making of the indexes; over a full database, where
// an index is new, the server goes on by itself.
const readyingAtMost = 2 * time.Minute

// readiness is whether the database is known to be ours and to have its
// indexes. It is found out once, by whoever reaches the server first.
type readiness struct {
	sync.Mutex
	done    bool
	attempt *attempt // under way
}

// attempt is shared by all who wait for it, so that an away server makes none
// of them wait for the others.
type attempt struct {
	over chan struct{}
	err  error
}

// ready waits until the database is ready, or says why it is not. After a
// failure the next who asks tries again.
func (s *Store) ready(ctx context.Context) error {
	r := &s.readiness
	r.Lock()
	if r.done {
		r.Unlock()
		return nil
	}
	a := r.attempt
	if a == nil {
		a = &attempt{over: make(chan struct{})}
		r.attempt = a
		go s.try(context.WithoutCancel(ctx), a)
	}
	r.Unlock()
	select {
	case <-a.over:
		return a.err
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (s *Store) try(ctx context.Context, a *attempt) {
	ctx, cancel := context.WithTimeout(ctx, readyingAtMost)
	defer cancel()
	a.err = s.prepare(ctx)
	s.readiness.Lock()
	s.readiness.attempt, s.readiness.done = nil, a.err == nil
	s.readiness.Unlock()
	close(a.over)
}

// prepare refuses a database that is not ours before it touches anything.
func (s *Store) prepare(ctx context.Context) error {
	fresh, err := s.inspect(ctx)
	if err != nil {
		return err
	}
	for _, statement := range schema() {
		if err := s.run(ctx, statement, nil); err != nil {
			return err
		}
	}
	if err := s.run(ctx, "CALL db.awaitIndexes(60)", nil); err != nil {
		return err
	}
	if !fresh {
		return nil
	}
	return s.run(ctx, "MERGE (m:"+metaLabel+" {name: $name}) ON CREATE SET m.format = $format", map[string]any{"name": metaName, "format": Format})
}

// inspect tells an empty database from one of ours, and refuses others.
func (s *Store) inspect(ctx context.Context) (fresh bool, err error) {
	row, err := s.ask(ctx, "OPTIONAL MATCH (m:"+metaLabel+" {name: $name}) RETURN m.format, EXISTS { MATCH (x) WHERE NOT x:"+metaLabel+" }",
		map[string]any{"name": metaName})
	if err != nil {
		return false, err
	}
	found, known := row.Values[0].(int64)
	full, _ := row.Values[1].(bool)
	switch {
	case known && found != Format:
		return false, graph.Unavailable(nil, "the database %s was written by another version of claimgraph (format %d, not %d); load the dossiers into an empty database", s.database, found, Format)
	case !known && full:
		return false, graph.Unavailable(nil, "the database %s holds data of another program; name an empty one with CLAIMGRAPH_NEO4J_DATABASE, or empty it", s.database)
	}
	return !known, nil
}

// run runs a statement that writes, or changes the schema, by itself.
func (s *Store) run(ctx context.Context, text string, params map[string]any) error {
	session := s.session(ctx, neo4j.AccessModeWrite)
	defer func() { _ = session.Close(ctx) }()
	s.statements.Add(1)
	result, err := session.Run(ctx, text, params)
	if err != nil {
		return err
	}
	_, err = result.Consume(ctx)
	return err
}

// replan has the server look at the database anew before it plans. Where that
// fails, answers are slow for a while, not wrong.
func (s *Store) replan(ctx context.Context) {
	_ = s.run(context.WithoutCancel(ctx), "CALL db.prepareForReplanning()", nil)
}
