// Claimgraph answers questions over contested knowledge about armed conflict:
// who says what about which attack, who disagrees, and where that is written.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	"claimgraph/graph"
	"claimgraph/playground"
	"claimgraph/resolvers"
	"claimgraph/watch"

	"github.com/urfave/cli/v3"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := program(os.Stderr).Run(ctx, os.Args)
	stop()
	if err != nil {
		tell(os.Stderr, err)
		os.Exit(1)
	}
}

// serve answers over HTTP until the context ends, then lets running requests finish.
func serve(ctx context.Context, c *cli.Command, say io.Writer) error {
	log, err := watch.Logger(say, c.String("log-format"), c.String("log-level"))
	if err != nil {
		return err
	}
	opened, where, err := openStore(ctx, c)
	if err != nil {
		return err
	}
	store := &waking{Store: opened}
	defer func() { _ = store.Close() }()
	listener, err := net.Listen("tcp", c.String("addr"))
	if err != nil {
		return fmt.Errorf("%w; choose another address with --addr", err)
	}
	defer func() { _ = listener.Close() }()
	var seeding sync.WaitGroup
	defer seeding.Wait()
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	if err := store.wake(ctx, c); graph.CodeOf(err) == graph.CodeUnavailable {
		log.WarnContext(ctx, "the store does not answer yet; the server starts without it and goes on trying", "error", shown(err))
		seeding.Go(func() { store.keepWaking(ctx, c, log) })
	} else if err != nil {
		return err
	}
	if c.String("log-format") == "text" {
		fmt.Fprintf(say, "The graph comes from %s\nOpen http://%s in a browser to ask it. Ctrl-C stops.\n", where, listener.Addr())
	} else {
		log.InfoContext(ctx, "serving", "store", where, "address", "http://"+listener.Addr().String())
	}
	return answer(ctx, listener, handler(store, watch.New(log)), log)
}

// answer serves until the context ends.
func answer(ctx context.Context, listener net.Listener, handler http.Handler, log *slog.Logger) error {
	server := &http.Server{
		Handler:           handler,
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       15 * time.Second,
		WriteTimeout:      30 * time.Second,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    64 << 10,
		ErrorLog:          slog.NewLogLogger(log.Handler(), slog.LevelWarn),
	}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
	defer cancel()
	if err := server.Shutdown(last); err != nil && !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// answerWithin is how long an answer may take.
var answerWithin = 10 * time.Second

// handler is everything the server answers.
func handler(store graph.Store, w *watch.Watch) http.Handler {
	store = w.Store(store)
	text, _ := resolvers.Schema()
	mux := http.NewServeMux()
	mux.Handle("/graphql", w.Requests(http.NewCrossOriginProtection().Handler(resolvers.Handler(store, w.Log, answerWithin))))
	mux.Handle("/", playground.Handler(playground.Tabs()))
	mux.HandleFunc("GET /schema.graphql", func(to http.ResponseWriter, _ *http.Request) {
		to.Header().Set("Content-Type", "text/plain; charset=utf-8")
		_, _ = io.WriteString(to, text)
	})
	mux.HandleFunc("GET /healthz", func(to http.ResponseWriter, _ *http.Request) {
		_, _ = io.WriteString(to, "ok\n")
	})
	mux.HandleFunc("GET /readyz", func(to http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), 3*time.Second)
		defer cancel()
		if err := store.Ping(ctx); err != nil {
			w.Log.WarnContext(ctx, "the store does not answer", "error", err, "cause", errors.Unwrap(err))
			http.Error(to, shown(err), http.StatusServiceUnavailable)
			return
		}
		_, _ = io.WriteString(to, "ok\n")
	})
	return mux
}
