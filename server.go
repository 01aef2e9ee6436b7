// Claimgraph answers questions over contested knowledge about armed conflict:
// who says what about which attack, who disagrees, and where that is written.
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"sync"
	"syscall"

	"claimgraph/graph"
	"claimgraph/watch"

	"github.com/urfave/cli/v3"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal ends the program at once
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
	seen := watch.New(log, c.StringSlice("metrics-operation")...)
	sendLast, err := seen.Trace(ctx)
	if err != nil {
		return err
	}
	defer sendLast()
	offered, err := offerOf(c)
	if err != nil {
		return err
	}
	opened, where, err := openStore(ctx, c)
	if err != nil {
		return err
	}
	store := &waking{Store: opened}
	defer func() { _ = store.Close() }()
	listener, err := listen(ctx, "addr", c.String("addr"))
	if err != nil {
		return err
	}
	defer func() { _ = listener.Close() }()
	var beside sync.WaitGroup
	defer beside.Wait()
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	if addr := c.String("metrics-addr"); addr != "" {
		metrics, err := listen(ctx, "metrics-addr", addr)
		if err != nil {
			return err
		}
		log.InfoContext(ctx, "metrics", "address", "http://"+metrics.Addr().String()+"/metrics")
		beside.Go(func() {
			_ = answer(ctx, metrics, hosts{own: offered.hosts.own}.guarded(log, seen.Metrics(store)), log, offered.Within, c.Duration("drain"))
		})
	}
	if err := store.wake(ctx, c); graph.CodeOf(err) == graph.CodeUnavailable {
		log.WarnContext(ctx, "the store does not answer yet; the server starts without it and goes on trying", "error", shown(err))
		beside.Go(func() { store.keepWaking(ctx, c, log) })
	} else if err != nil {
		return err
	}
	if c.String("log-format") == "text" {
		fmt.Fprintf(say, "The graph comes from %s\nOpen http://%s in a browser to ask it. Ctrl-C stops.\n", where, listener.Addr())
	} else {
		log.InfoContext(ctx, "serving", "store", where.at, "address", "http://"+listener.Addr().String())
	}
	return answer(ctx, listener, untilStopped(ctx, site(store, seen, offered)), log, offered.Within, c.Duration("drain"))
}
