package resolvers

import (
	"context"
	"log/slog"
	"net/http"
	"runtime/debug"
	"sync"
	"time"

	"claimgraph/graph"
	"claimgraph/graph/generated"
	"claimgraph/watch"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// Schema is the API's schema, as text and parsed. @defer, which the parser's
// prelude brings, is not in it: an answer comes in one piece.
func Schema() (string, *ast.Schema) {
	parsed := parsedSchema()
	return parsed.Query.Position.Src.Input, parsed
}

var parsedSchema = sync.OnceValue(func() *ast.Schema {
	parsed := generated.NewExecutableSchema(generated.Config{}).Schema()
	delete(parsed.Directives, "defer")
	return parsed
})

// Handler answers GraphQL over HTTP from a store, within the limits; where
// documents are trusted, only these.
func Handler(store graph.Store, log *slog.Logger, limits Limits, trusted Trusted) http.Handler {
	resolver := &Resolver{Store: store, Bounds: limits.Bounds}
	_, resolver.Schema = Schema()
	schema := generated.NewExecutableSchema(generated.Config{Resolvers: resolver})
	server := handler.New(schema)
	server.AddTransport(overHTTP{newDocuments(resolver.Schema, limits, trusted)})
	server.SetQueryCache(handed{})
	server.SetParserTokenLimit(limits.Tokens)
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
	server.AroundFields(byPen(schema, log))
	server.AroundResponses(func(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
		return next(withAnswers(ctx))
	})
	return bounded(server, limits)
}

// never is no deadline.
var never time.Time

// bounded gives each request a deadline and a largest size. The deadline holds
// for a body that trickles in, too.
func bounded(next http.Handler, limits Limits) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), limits.Within)
		defer cancel()
		deadline, _ := ctx.Deadline()
		_ = http.NewResponseController(w).SetReadDeadline(deadline)
		r.Body = http.MaxBytesReader(w, r.Body, limits.Body)
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}
