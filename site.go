package main

import (
	"context"
	"errors"
	"io"
	"net/http"
	"time"

	"claimgraph/graph"
	"claimgraph/playground"
	"claimgraph/resolvers"
	"claimgraph/watch"

	"github.com/klauspost/compress/gzhttp"
	"github.com/rs/cors"
)

// site is everything the server answers.
func site(store graph.Store, w *watch.Watch, o offer) http.Handler {
	store = w.Store(store)
	text, _ := resolvers.Schema()
	mux := http.NewServeMux()
	mux.Handle("/graphql", w.Requests(o.shared(gzhttp.GzipHandler(resolvers.Handler(store, w.Log, o.Limits, o.trusted)))))
	mux.Handle("/", playground.Handler(playground.Tabs()))
	mux.Handle("GET /schema.graphql", gzhttp.GzipHandler(http.HandlerFunc(func(to http.ResponseWriter, _ *http.Request) {
		to.Header().Set("Content-Type", "text/plain; charset=utf-8")
		_, _ = io.WriteString(to, text)
	})))
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
	return strict(o.hosts.guarded(w.Log, mux))
}

// strict adds the headers that every answer carries: it is what it says it is,
// and no part of another site's page. The playground has a policy of its own.
func strict(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		header := w.Header()
		header.Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
		header.Set("Cross-Origin-Resource-Policy", "same-origin")
		header.Set("Referrer-Policy", "no-referrer")
		header.Set("X-Content-Type-Options", "nosniff")
		header.Set("X-Frame-Options", "DENY")
		next.ServeHTTP(w, r)
	})
}

// shared lets the pages of the named sites ask. Those of others may not: their
// browsers do not show them what they read, and nothing else of theirs is taken.
func (o offer) shared(next http.Handler) http.Handler {
	protection := http.NewCrossOriginProtection()
	protection.SetDenyHandler(http.HandlerFunc(resolvers.DenyOrigin))
	if len(o.origins) == 0 {
		return protection.Handler(next)
	}
	rules := cors.New(cors.Options{
		AllowedOrigins: o.origins,
		AllowedMethods: []string{http.MethodGet, http.MethodHead, http.MethodPost},
		AllowedHeaders: []string{"Accept", "Content-Type", "If-None-Match", "X-Request-Id", "Traceparent", "Tracestate"},
		ExposedHeaders: []string{"ETag", "X-Request-Id"},
		MaxAge:         int((2 * time.Hour).Seconds()),
	})
	if o.origins[0] == anyOrigin { // nothing is sent along that only some may know
		return rules.Handler(next)
	}
	for _, origin := range o.origins {
		if err := protection.AddTrustedOrigin(origin); err != nil {
			panic(err) // offerOf has looked
		}
	}
	return rules.Handler(protection.Handler(next))
}
