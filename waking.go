package main

import (
	"context"
	"log/slog"
	"sync/atomic"
	"time"

	"claimgraph/graph"

	"github.com/urfave/cli/v3"
)

// waking is a store that may be away when the server starts. Until it has
// answered, and holds what the command line asks for, it is unavailable: an empty
// answer would say that there is nothing.
type waking struct {
	graph.Store
	awake atomic.Bool
}

// wakeEvery is how often a store that was away at the start is tried again.
const wakeEvery = 2 * time.Second

// wake sees whether the store answers, and loads the bundled dossiers asked for.
func (w *waking) wake(ctx context.Context, c *cli.Command) error {
	if err := loadBundled(ctx, c, w.Store); err != nil {
		return err
	}
	err := w.Store.Ping(ctx)
	w.awake.Store(err == nil)
	return err
}

// keepWaking tries until the store answers, and tells the log how it went.
func (w *waking) keepWaking(ctx context.Context, c *cli.Command, log *slog.Logger) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(wakeEvery):
		}
		switch err := w.wake(ctx, c); {
		case err == nil:
			log.InfoContext(ctx, "the store answers")
			return
		case graph.CodeOf(err) != graph.CodeUnavailable && ctx.Err() == nil:
			log.ErrorContext(ctx, "the store cannot be made ready; the server must be started again", "error", shown(err))
			return
		}
	}
}

// Search answers once the store is awake.
func (w *waking) Search(ctx context.Context, s graph.Search) ([]graph.Hit, error) {
	if err := w.asleep(ctx); err != nil {
		return nil, err
	}
	return w.Store.Search(ctx, s)
}

// Fetch answers once the store is awake.
func (w *waking) Fetch(ctx context.Context, f graph.Fetch) (*graph.Tree, error) {
	if err := w.asleep(ctx); err != nil {
		return nil, err
	}
	return w.Store.Fetch(ctx, f)
}

// Ping says whether the store answers and holds what was asked for.
func (w *waking) Ping(ctx context.Context) error {
	if err := w.asleep(ctx); err != nil {
		return err
	}
	return w.Store.Ping(ctx)
}

func (w *waking) asleep(ctx context.Context) error {
	if w.awake.Load() {
		return nil
	}
	if err := w.Store.Ping(ctx); err != nil {
		return err
	}
	return graph.Unavailable(nil, "the bundled dossier is still being loaded; try again in a moment")
}
