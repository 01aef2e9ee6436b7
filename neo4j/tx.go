package neo4j

import (
	"context"

	"claimgraph/graph"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// tx is what graph.Write works with.
type tx struct {
	neo4j.ManagedTransaction
	store *Store
	put   int               // rows
	seen  map[graph.ID]bool // nodes that were there, or were put
}

// many is after how many rows the server's statistics are out of date: an index
// made while the database was empty keeps plans that are right for an empty one.
const many = 1000

// change runs do in a transaction. The driver runs it again where writers met,
// so do must be able to begin anew. All writers first take the lock on one
// node: they come one after the other, and never deadlock. It tells how many
// rows were put.
func (s *Store) change(ctx context.Context, do func(*tx) error) (int, error) {
	if err := s.ready(ctx); err != nil {
		return 0, err
	}
	session := s.session(ctx, neo4j.AccessModeWrite)
	defer func() { _ = session.Close(context.WithoutCancel(ctx)) }()
	put := 0
	_, err := session.ExecuteWrite(ctx, func(m neo4j.ManagedTransaction) (any, error) {
		t := &tx{ManagedTransaction: m, store: s, seen: map[graph.ID]bool{}}
		if err := t.lock(ctx); err != nil {
			return nil, err
		}
		err := do(t)
		put = t.put
		return nil, err
	}, neo4j.WithTxTimeout(timeLeft(ctx, writingAtMost)))
	if err != nil {
		return 0, err
	}
	if seen := session.LastBookmarks(); len(seen) > 0 {
		s.written.Store(&seen)
	}
	return put, nil
}

// changed is a change by itself.
func (s *Store) changed(ctx context.Context, do func(*tx) error) error {
	put, err := s.change(ctx, do)
	if put >= many {
		s.replan(ctx)
	}
	return err
}

func (t *tx) lock(ctx context.Context) error {
	return t.exec(ctx, "MERGE (m:"+metaLabel+" {name: $name}) ON CREATE SET m.format = $format SET m.lock = coalesce(m.lock, 0) + 1",
		map[string]any{"name": metaName, "format": Format})
}

// Fetch sees what was put before.
func (t *tx) Fetch(ctx context.Context, f graph.Fetch) (*graph.Tree, error) {
	tree, err := fetch(ctx, t.ask, f)
	if err == nil {
		for id := range tree.Nodes {
			t.seen[id] = true
		}
	}
	return tree, err
}

func (t *tx) ask(ctx context.Context, text string, params map[string]any) (*neo4j.Record, error) {
	t.store.statements.Add(1)
	result, err := t.Run(ctx, text, params)
	if err != nil {
		return nil, err
	}
	return joined(ctx, result)
}

func (t *tx) exec(ctx context.Context, text string, params map[string]any) error {
	t.store.statements.Add(1)
	result, err := t.Run(ctx, text, params)
	if err != nil {
		return err
	}
	_, err = result.Consume(ctx)
	return err
}
