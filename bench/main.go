// Command bench measures the server over both stores, beside endpoints written
// by hand over the same stores as the limit of what can be had: the same
// questions over HTTP, in turns, by one client and by eight.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"claimgraph/synthetic"
)

// course is how it is measured.
type course struct {
	world   synthetic.World
	stores  string
	only    string
	file    string
	full    bool
	values  int // different requests of a question
	rounds  int
	lasts   time.Duration // a round of one side
	warming time.Duration
}

func main() {
	var c course
	var side, store string
	flag.IntVar(&c.world.Attacks, "attacks", 100_000, "how many attacks the world has")
	flag.Uint64Var(&c.world.Seed, "seed", 1, "which world is invented")
	flag.StringVar(&c.stores, "stores", "sqlite,neo4j", "which stores")
	flag.StringVar(&c.only, "only", "", "which questions, by name; without it: all")
	flag.StringVar(&c.file, "file", "", "an SQLite file to fill, or filled before; without it: one that is removed in the end")
	flag.BoolVar(&c.full, "full", false, "ask only for what has as long an answer in a world of 10,000 attacks: to hold sizes against each other")
	flag.IntVar(&c.values, "values", 100, "how many different requests there are of a question")
	flag.IntVar(&c.rounds, "rounds", 5, "how often both sides take turns")
	flag.DurationVar(&c.lasts, "lasts", time.Second, "how long a turn lasts")
	flag.DurationVar(&c.warming, "warming", 2*time.Second, "how long each side is asked before it counts")
	flag.StringVar(&side, "serve", "", "be one of the measured processes: ours or hand")
	flag.StringVar(&store, "store", "", "over which store")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	var err error
	if side == "" {
		err = c.run(ctx)
	} else if k, wrong := keptIn(store, c.file); wrong != nil {
		err = wrong
	} else {
		err = serve(ctx, side, k)
	}
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func (c course) run(ctx context.Context) error {
	if c.file == "" {
		dir, err := os.MkdirTemp("", "claimgraph-bench-")
		if err != nil {
			return err
		}
		defer func() { _ = os.RemoveAll(dir) }()
		c.file = filepath.Join(dir, "graph.db")
	}
	for store := range strings.SplitSeq(c.stores, ",") {
		k, err := keptIn(store, c.file)
		if err != nil {
			return err
		}
		if err := k.fill(ctx, c.world, os.Stderr); err != nil {
			return err
		}
		results, err := c.measure(ctx, store)
		if err != nil {
			return err
		}
		results.print(os.Stdout, c, store)
	}
	return nil
}

// measure asks everything of both sides over a store.
func (c course) measure(ctx context.Context, store string) (*table, error) {
	ours, err := start(ctx, "ours", store, c.file)
	if err != nil {
		return nil, err
	}
	defer ours.end()
	hand, err := start(ctx, "hand", store, c.file)
	if err != nil {
		return nil, err
	}
	defer hand.end()
	p, out := pair{ours, hand}, &table{}
	for i, q := range questions {
		if c.only != "" && !strings.Contains(","+c.only+",", ","+q.name+",") {
			continue
		}
		fmt.Fprintf(os.Stderr, "%s: %s\n", store, q.title)
		a, b, err := p.requests(ctx, q, newDraw(c.world, uint64(i), c.full), c.values)
		if err != nil {
			return nil, err
		}
		if err := p.alike(ctx, a[:min(len(a), 10)], b); err != nil {
			return nil, err
		}
		for _, clients := range []int{1, 8} {
			m, err := c.inTurns(ctx, p, a, b, clients)
			if err != nil {
				return nil, err
			}
			out.add(q, clients, m)
		}
	}
	return out, nil
}

// inTurns warms both sides up and then lets them take turns.
func (c course) inTurns(ctx context.Context, p pair, a, b []request, clients int) (line, error) {
	var m line
	for turn := range c.rounds + 1 {
		lasts := c.lasts
		if turn == 0 {
			lasts = c.warming
		}
		ours, err := p.ours.round(ctx, a, clients, lasts)
		if err != nil {
			return m, err
		}
		hand, err := p.hand.round(ctx, b, clients, lasts)
		if err != nil {
			return m, err
		}
		if turn > 0 {
			m.ours.add(ours)
			m.hand.add(hand)
		}
	}
	return m, nil
}
