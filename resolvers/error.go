package resolvers

import (
	"context"
	"errors"
	"log/slog"
	"strings"

	"claimgraph/graph"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// codeBadQuery is the code of a text that is no valid query of the schema.
const codeBadQuery = "BAD_QUERY"

// argumentError is an error of ours with the field of the response whose
// argument it lies in.
type argumentError struct {
	of   *graph.Error
	path []string
}

func (e argumentError) Error() string { return e.of.Message }
func (e argumentError) Unwrap() error { return e.of }

// located says in which field of the response an argument is wrong.
func located(err error, path []string) error {
	var ours *graph.Error
	if !errors.As(err, &ours) {
		return err
	}
	return argumentError{ours, path}
}

// present makes an error fit to be shown: its code, its place, nothing of the
// store or the stack. What is hidden goes to the log with the request's id.
func present(log *slog.Logger) graphql.ErrorPresenterFunc {
	return func(ctx context.Context, err error) *gqlerror.Error {
		said := err.Error() // before it is made fit to be shown
		shown := graphql.DefaultErrorPresenter(ctx, err)
		var ours *graph.Error
		var at argumentError
		switch {
		case errors.As(err, &at):
			ours = at.of
			shown = &gqlerror.Error{Message: ours.Message, Path: pathOf(at.path)}
			setPlace(shown, ours, strings.Join(ours.At, "."))
		case errors.As(err, &ours):
			shown.Message = ours.Message
			setPlace(shown, ours, argumentIn(shown.Path, ours.At))
		case errors.Is(err, context.DeadlineExceeded):
			shown.Message = "the answer took too long; ask for less at once"
			setCode(shown, string(graph.CodeTimeout))
		case known(shown):
			return withRequest(ctx, shown)
		default:
			ours = &graph.Error{Code: graph.CodeInternal}
			shown.Message = "internal error"
			setCode(shown, string(graph.CodeInternal))
		}
		if ours != nil && (ours.Code == graph.CodeInternal || ours.Cause != nil) {
			log.ErrorContext(ctx, "a query failed", "request", RequestID(ctx), "error", said, "cause", ours.Cause, "path", shown.Path.String())
		}
		return withRequest(ctx, shown)
	}
}

// known tells whether gqlgen's own error is about the query, and gives it our code.
func known(e *gqlerror.Error) bool {
	code, _ := e.Extensions["code"].(string)
	switch {
	case code == errcode.ParseFailed || code == errcode.ValidationFailed:
		setCode(e, codeBadQuery)
		return true
	case code == codeBadQuery || code == string(graph.CodeBadInput) || code == string(graph.CodeLimit):
		return true
	case e.Rule != "":
		setCode(e, codeBadQuery)
		return true
	}
	return false
}

func setPlace(shown *gqlerror.Error, e *graph.Error, argument string) {
	setCode(shown, string(e.Code))
	if argument != "" {
		shown.Extensions["argument"] = argument
		shown.Message = argument + ": " + shown.Message
	}
}

func setCode(shown *gqlerror.Error, code string) {
	if shown.Extensions == nil {
		shown.Extensions = map[string]any{}
	}
	shown.Extensions["code"] = code
}

// argumentIn is the argument's path: what the error says of it, or, where a
// scalar itself refused its value, the part of the error's path below the field.
func argumentIn(path ast.Path, at []string) string {
	var parts []string
	if len(path) > 1 && len(at) == 0 {
		for _, part := range path[1:] {
			if name, ok := part.(ast.PathName); ok {
				parts = append(parts, string(name))
			}
		}
	}
	return strings.Join(append(parts, at...), ".")
}

func pathOf(names []string) ast.Path {
	path := make(ast.Path, len(names))
	for i, n := range names {
		path[i] = ast.PathName(n)
	}
	return path
}

func withRequest(ctx context.Context, shown *gqlerror.Error) *gqlerror.Error {
	if id := RequestID(ctx); id != "" {
		if shown.Extensions == nil {
			shown.Extensions = map[string]any{}
		}
		shown.Extensions["requestId"] = id
	}
	return shown
}

type requestKey struct{}

// WithRequestID names the request an answer belongs to; the name stands in
// errors and in the log.
func WithRequestID(ctx context.Context, id string) context.Context {
	return context.WithValue(ctx, requestKey{}, id)
}

// RequestID is the request's name, "" where it has none.
func RequestID(ctx context.Context) string {
	id, _ := ctx.Value(requestKey{}).(string)
	return id
}
