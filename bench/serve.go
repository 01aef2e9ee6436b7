package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"time"

	"claimgraph/resolvers"
)

// serve is one of the measured processes: ours, or the hand-written endpoints,
// over one store. It says where it listens and ends with its standard input.
func serve(ctx context.Context, side string, k kept) error {
	handler, use, err := k.side(ctx, side)
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	mux := http.NewServeMux()
	mux.Handle("/", handler)
	mux.HandleFunc("GET /usage", func(w http.ResponseWriter, _ *http.Request) {
		_ = json.NewEncoder(w).Encode(use.now())
	})
	go func() {
		_, _ = io.Copy(io.Discard, os.Stdin)
		os.Exit(0)
	}()
	fmt.Println("http://" + listener.Addr().String())
	server := &http.Server{Handler: mux, ReadHeaderTimeout: time.Minute}
	return server.Serve(listener)
}

// side is one of both over the store.
func (k kept) side(ctx context.Context, which string) (http.Handler, *usage, error) {
	if which == "ours" {
		s, err := k.open(ctx)
		if err != nil {
			return nil, nil, err
		}
		use := &usage{store: &counted{Store: s}}
		limits := resolvers.DefaultLimits()
		limits.Depth, limits.Within = 20, time.Minute // five ties up are seventeen fields; what is slow is to be measured
		return resolvers.Handler(use.store, slog.New(slog.NewTextHandler(os.Stderr, nil)), limits, nil), use, nil
	}
	ask, err := k.byHand(ctx)
	return hand(ask), &usage{}, err
}
