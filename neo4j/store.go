// Package neo4j is graph.Store in a Neo4j server. A selection of any depth is
// one statement, since every round trip costs more than the work it saves.
package neo4j

import (
	"context"
	"iter"
	"maps"
	"slices"
	"sync/atomic"

	"claimgraph/graph"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// Store is a graph kept in one database of a Neo4j server.
type Store struct {
	driver     neo4j.DriverWithContext
	database   string
	readiness  readiness
	written    atomic.Pointer[neo4j.Bookmarks] // of the last write: reads wait until a server has seen it
	statements atomic.Int64
	used       atomic.Int64 // sessions
	underway   *underway
}

var _ graph.Store = (*Store)(nil)

// Fetch gives a whole selection tree.
func (s *Store) Fetch(ctx context.Context, f graph.Fetch) (*graph.Tree, error) {
	if err := s.ready(ctx); err != nil {
		return nil, translated(err)
	}
	tree, err := fetch(ctx, s.ask, f)
	return tree, translated(err)
}

// Apply writes the changes, all or none.
func (s *Store) Apply(ctx context.Context, c graph.ChangeSet) (graph.Result, error) {
	var result graph.Result
	err := s.changed(ctx, func(t *tx) (err error) {
		result, err = graph.Write(ctx, t, c)
		return err
	})
	if err != nil {
		return graph.Result{}, translated(err)
	}
	return result, nil
}

// Load applies change sets one after the other, each in a transaction of its
// own: the server keeps a whole transaction in memory. To plan all statements
// anew takes it seconds, so it does that when there is twice as much, and last.
func (s *Store) Load(ctx context.Context, parts iter.Seq[graph.ChangeSet], done func(graph.Result)) error {
	written, planned := 0, many/2
	defer func() {
		if written > planned {
			s.replan(ctx)
		}
	}()
	for part := range parts {
		var result graph.Result
		put, err := s.change(ctx, func(t *tx) (err error) {
			result, err = graph.Write(ctx, t, part)
			return err
		})
		if err != nil {
			return translated(err)
		}
		if written += put; written >= 2*planned {
			planned = written
			s.replan(ctx)
		}
		done(result)
	}
	return nil
}

// Reindex rebuilds everything derived.
func (s *Store) Reindex(ctx context.Context) error {
	return translated(s.changed(ctx, func(t *tx) error { return graph.Rederive(ctx, t) }))
}

// Ping asks the server for nothing, and readies the database where nobody did yet.
func (s *Store) Ping(ctx context.Context) error {
	if err := s.ready(ctx); err != nil {
		return translated(err)
	}
	_, err := s.ask(ctx, "RETURN 1", nil)
	return translated(err)
}

// Pools is the driver's one pool. Questions wait for a connection before they open a
// session, changes in it.
func (s *Store) Pools() []graph.Pool {
	used := int(s.used.Load())
	return []graph.Pool{{Name: "bolt", Used: min(used, connections), Most: connections, Awaited: max(0, used-connections) + int(s.underway.waiting.Load())}}
}

// Statements counts the statements sent since the store was opened: a selection
// must not cost more than two of them, however deep it is.
func (s *Store) Statements() int { return int(s.statements.Load()) }

// Close gives up the questions that outlive their askers, and gives back all connections.
func (s *Store) Close() error {
	s.underway.end()
	return translated(s.driver.Close(context.Background()))
}

// asking sends a statement and gives its answer, as one row.
type asking func(ctx context.Context, text string, params map[string]any) (*neo4j.Record, error)

func fetch(ctx context.Context, ask asking, f graph.Fetch) (*graph.Tree, error) {
	if f.Query == nil && len(f.IDs) == 0 {
		return graph.NewTree(), nil
	}
	a := lookAhead(f)
	if a != nil {
		if err := a.ask(ctx, ask); err != nil {
			return nil, err
		}
	}
	f, more := a.rest(f)
	if !more {
		tree := graph.NewTree()
		a.fill(tree.Page(0, ""))
		return tree, nil
	}
	q := compile(f, a.many())
	if q.wrong != nil {
		return nil, q.wrong
	}
	answer, err := ask(ctx, q.String(), q.params)
	if err != nil {
		return nil, err
	}
	tree, err := q.tree(answer)
	if err != nil {
		return nil, err
	}
	if f.Query != nil {
		a.fill(tree.Page(0, ""))
	}
	return tree, fetchEach(ctx, ask, tree, f.Then)
}

// fetchEach fills the branches whose queries depend on the nodes above them,
// once these are there.
func fetchEach(ctx context.Context, ask asking, tree *graph.Tree, branches []*graph.Branch) error {
	for _, b := range branches {
		if b.Each == nil {
			if err := fetchEach(ctx, ask, tree, b.Then); err != nil {
				return err
			}
			continue
		}
		for _, near := range slices.Collect(maps.Values(tree.Nodes)) {
			id := near.Head().ID
			if !slices.Contains(b.On, id.Kind()) {
				continue
			}
			query, err := b.Each(near)
			if err != nil {
				return err
			}
			below, err := fetch(ctx, ask, graph.Fetch{Query: query, Part: b.Part, Then: b.Then})
			if err != nil {
				return err
			}
			*tree.Page(b.Number, id) = *below.Page(0, "")
			delete(below.Pages, 0)
			tree.Add(below)
		}
	}
	return nil
}
