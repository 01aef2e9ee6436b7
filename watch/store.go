package watch

import (
	"context"
	"iter"
	"log/slog"
	"time"

	"claimgraph/graph"

	"go.opentelemetry.io/otel/codes"
)

// store is a store whose calls are seen.
type store struct {
	graph.Store
	watch *Watch
}

// Store gives a store whose calls are seen.
func (w *Watch) Store(s graph.Store) graph.Store { return &store{s, w} }

// call runs one call of the store.
func (s *store) call(ctx context.Context, name string, do func(context.Context) error) error {
	if r := Of(ctx); r != nil {
		r.calls.Add(1)
	}
	began := time.Now()
	ctx, span := s.watch.tracer.Start(ctx, "store "+name)
	defer span.End()
	err := do(ctx)
	took, code := time.Since(began), codeOf(err)
	s.watch.numbers.called(name, code, took)
	if code != "" {
		span.SetStatus(codes.Error, code)
	}
	if s.watch.Log.Enabled(ctx, slog.LevelDebug) {
		s.watch.Log.DebugContext(ctx, "store call", "request", RequestID(ctx), "call", name, "ms", milliseconds(took), "code", code)
	}
	return err
}

// codeOf is the code of what went wrong, "" where nothing did.
func codeOf(err error) string {
	if err == nil {
		return ""
	}
	return string(graph.CodeOf(err))
}

// called is a call that gives something.
func called[T any](ctx context.Context, s *store, name string, do func(context.Context) (T, error)) (T, error) {
	var got T
	err := s.call(ctx, name, func(ctx context.Context) (err error) {
		got, err = do(ctx)
		return err
	})
	return got, err
}

func (s *store) Fetch(ctx context.Context, f graph.Fetch) (*graph.Tree, error) {
	return called(ctx, s, "fetch", func(ctx context.Context) (*graph.Tree, error) { return s.Store.Fetch(ctx, f) })
}

func (s *store) Search(ctx context.Context, q graph.Search) ([]graph.Hit, error) {
	return called(ctx, s, "search", func(ctx context.Context) ([]graph.Hit, error) { return s.Store.Search(ctx, q) })
}

func (s *store) Arcs(ctx context.Context, l graph.Look) (*graph.Around, error) {
	return called(ctx, s, "arcs", func(ctx context.Context) (*graph.Around, error) { return s.Store.Arcs(ctx, l) })
}

func (s *store) Apply(ctx context.Context, c graph.ChangeSet) (graph.Result, error) {
	return called(ctx, s, "apply", func(ctx context.Context) (graph.Result, error) { return s.Store.Apply(ctx, c) })
}

func (s *store) Load(ctx context.Context, parts iter.Seq[graph.ChangeSet], done func(graph.Result)) error {
	return s.call(ctx, "load", func(ctx context.Context) error { return s.Store.Load(ctx, parts, done) })
}

func (s *store) Reindex(ctx context.Context) error { return s.call(ctx, "reindex", s.Store.Reindex) }

func (s *store) Ping(ctx context.Context) error { return s.call(ctx, "ping", s.Store.Ping) }
