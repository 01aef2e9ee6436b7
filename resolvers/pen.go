package resolvers

import (
	"context"
	"log/slog"
	"net/http"
	"strings"

	"claimgraph/graph/generated"
	"claimgraph/watch"

	"github.com/99designs/gqlgen/graphql"
)

// byPen lets a pen write what a root field gave. Everything is fetched by
// then, so that gqlgen can do it all again where the pen had trouble.
func byPen(schema graphql.ExecutableSchema, log *slog.Logger) graphql.FieldMiddleware {
	return func(ctx context.Context, next graphql.Resolver) (any, error) {
		value, err := next(ctx)
		at := graphql.GetFieldContext(ctx)
		if err != nil || value == nil || at.Object != "Query" || strings.HasPrefix(at.Field.Name, "__") || ctx.Value(plainlyKey{}) != nil {
			return value, err
		}
		if answer, well := generated.Write(ctx, schema, value); well {
			return answer, nil
		}
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		log.DebugContext(ctx, "the pen had trouble", "request", watch.RequestID(ctx), "field", at.Field.Name)
		return value, nil
	}
}

type plainlyKey struct{}

// Plainly leaves all writing to gqlgen, for tests that hold the pen against it.
func Plainly(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), plainlyKey{}, true)))
	})
}
