package resolvers

import (
	"context"
	"log/slog"
	"net/http"
	"runtime/debug"
	"time"

	"claimgraph/graph"
	"claimgraph/graph/generated"
	"claimgraph/watch"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/99designs/gqlgen/graphql/handler/transport"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// Limits of one request, those of the API's contract.
const (
	maxTokens = 2500
	maxBody   = 1 << 20
	plans     = 1000 // parsed queries kept
)

// Schema is the API's schema, as text and parsed.
func Schema() (string, *ast.Schema) {
	parsed := generated.NewExecutableSchema(generated.Config{}).Schema()
	return parsed.Query.Position.Src.Input, parsed
}

// Handler answers GraphQL over HTTP from a store, each request within a time.
func Handler(store graph.Store, log *slog.Logger, within time.Duration) http.Handler {
	resolver := &Resolver{Store: store}
	_, resolver.Schema = Schema()
	server := handler.New(generated.NewExecutableSchema(generated.Config{Resolvers: resolver}))
	server.AddTransport(transport.Options{})
	server.AddTransport(transport.GET{})
	server.AddTransport(transport.POST{})
	server.SetQueryCache(lru.New[*ast.QueryDocument](plans))
	server.SetParserTokenLimit(maxTokens)
	server.Use(extension.Introspection{})
	server.SetErrorPresenter(present(log))
	server.SetRecoverFunc(func(ctx context.Context, problem any) error {
		log.ErrorContext(ctx, "a query panicked", "request", watch.RequestID(ctx), "panic", problem, "stack", string(debug.Stack()))
		return gqlerror.Errorf("internal error")
	})
	server.AroundOperations(func(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
		asked := graphql.GetOperationContext(ctx).Operation
		watch.Of(ctx).Asked(asked.Name, string(asked.Operation))
		return next(ctx)
	})
	server.AroundResponses(func(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
		return next(withAnswers(ctx))
	})
	return bounded(server, within)
}

// bounded gives each request a deadline and a largest size.
func bounded(next http.Handler, within time.Duration) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), within)
		defer cancel()
		r.Body = http.MaxBytesReader(w, r.Body, maxBody)
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}
