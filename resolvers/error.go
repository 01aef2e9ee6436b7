package resolvers

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"reflect"
	"slices"
	"strings"

	"claimgraph/graph"
	"claimgraph/watch"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// Codes that only requests have: a text that is no valid query of the schema,
// and a query that may not be asked here.
const (
	codeBadQuery  graph.Code = "BAD_QUERY"
	codeForbidden graph.Code = "FORBIDDEN"
)

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

// told reports several errors, each once: a list selected on an interface is
// read for each of its types. The last is left for the field itself to report.
func told(ctx context.Context, err error) error {
	var all []error
	var split func(err error)
	split = func(err error) {
		if several, ok := err.(interface{ Unwrap() []error }); ok {
			for _, one := range several.Unwrap() {
				split(one)
			}
		} else if !slices.ContainsFunc(all, func(known error) bool { return reflect.DeepEqual(known, err) }) {
			all = append(all, err)
		}
	}
	split(err)
	for _, one := range all[:len(all)-1] {
		graphql.AddError(ctx, one)
	}
	return all[len(all)-1]
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
			setPlace(shown, ours.Code, strings.Join(ours.At, "."))
		case errors.As(err, &ours):
			shown.Message = ours.Message
			setPlace(shown, ours.Code, argumentOf(ctx, shown, ours.At))
		case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled):
			shown.Message = "the answer took too long; ask for less at once"
			setCode(shown, string(graph.CodeTimeout))
		case refusedQuery(shown):
			placeInQuery(ctx, shown)
			return withRequest(ctx, shown)
		default:
			ours = &graph.Error{Code: graph.CodeInternal}
			shown.Message = "internal error"
			setCode(shown, string(graph.CodeInternal))
		}
		if ours != nil && ours.Limit != "" {
			shown.Extensions["limit"] = string(ours.Limit)
		}
		if ours != nil && (ours.Code == graph.CodeInternal || ours.Code == graph.CodeUnavailable || ours.Cause != nil) {
			log.Log(ctx, gravity(ctx, ours), "a query failed", "request", watch.RequestID(ctx), "error", said, "cause", ours.Cause, "path", shown.Path.String())
		}
		return withRequest(ctx, shown)
	}
}

// gravity is how loudly the log tells of an error: that a client left before its
// answer is no news, that a question asked too much is no failure of ours.
func gravity(ctx context.Context, e *graph.Error) slog.Level {
	switch {
	case errors.Is(ctx.Err(), context.Canceled), errors.Is(e.Cause, context.Canceled):
		return slog.LevelDebug
	case e.Code == graph.CodeInternal, e.Code == graph.CodeUnavailable:
		return slog.LevelError
	}
	return slog.LevelWarn
}

// refusedQuery tells whether gqlgen's own error is about the query.
func refusedQuery(e *gqlerror.Error) bool {
	code, _ := e.Extensions["code"].(string)
	return code == errcode.ParseFailed || code == errcode.ValidationFailed || e.Rule != ""
}

// placeInQuery gives an error in a query our code, and names the argument it
// lies in: a variable is named as the query names it, with a dollar sign.
func placeInQuery(ctx context.Context, e *gqlerror.Error) {
	if len(e.Path) > 1 && e.Path[0] == ast.PathName("variable") {
		setPlace(e, graph.CodeBadInput, "$"+dotted(e.Path[1:]))
		return
	}
	var argument ast.Path
	if op := operation(ctx); op != nil && op.Doc != nil && len(e.Locations) > 0 {
		e.Path, argument = argumentAt(op.Doc, e.Locations[0])
	}
	setPlace(e, codeBadQuery, dotted(argument))
}

func operation(ctx context.Context) *graphql.OperationContext {
	if !graphql.HasOperationContext(ctx) {
		return nil
	}
	return graphql.GetOperationContext(ctx)
}

func setPlace(shown *gqlerror.Error, code graph.Code, argument string) {
	setCode(shown, string(code))
	if argument == "" {
		return
	}
	shown.Extensions["argument"] = argument
	if !strings.HasPrefix(shown.Message, argument+" ") {
		shown.Message = argument + ": " + shown.Message
	}
}

func setCode(shown *gqlerror.Error, code string) {
	if shown.Extensions == nil {
		shown.Extensions = map[string]any{}
	}
	shown.Extensions["code"] = code
}

// argumentOf is the way to an argument below its field: what the error says of
// it, behind what gqlgen has put into the error's path, where a scalar refused
// its own value.
func argumentOf(ctx context.Context, shown *gqlerror.Error, at []string) string {
	var argument ast.Path
	if field := graphql.GetFieldContext(ctx); field != nil {
		if own := field.Path(); len(shown.Path) > len(own) {
			shown.Path, argument = own, shown.Path[len(own):]
		}
	}
	return dotted(append(slices.Clone(argument), pathOf(at)...))
}

// dotted writes a path as one word: filter.place.in.0.
func dotted(path ast.Path) string {
	parts := make([]string, len(path))
	for i, part := range path {
		parts[i] = fmt.Sprint(part)
	}
	return strings.Join(parts, ".")
}

func pathOf(names []string) ast.Path {
	path := make(ast.Path, len(names))
	for i, n := range names {
		path[i] = ast.PathName(n)
	}
	return path
}

func withRequest(ctx context.Context, shown *gqlerror.Error) *gqlerror.Error {
	shown.Message = clipped(shown.Message)
	if argument, ok := shown.Extensions["argument"].(string); ok {
		shown.Extensions["argument"] = clipped(argument)
	}
	if code, ok := shown.Extensions["code"].(string); ok {
		limit, _ := shown.Extensions["limit"].(string)
		watch.Of(ctx).Failed(graph.Code(code), graph.Limit(limit), shown.Message)
	}
	if id := watch.RequestID(ctx); id != "" {
		if shown.Extensions == nil {
			shown.Extensions = map[string]any{}
		}
		shown.Extensions["requestId"] = id
	}
	return shown
}

// clipped is a text without most of what a client wrote in it, where that is long.
func clipped(text string) string {
	const most = 400
	if len(text) <= most {
		return text
	}
	return strings.ToValidUTF8(text[:most], "") + "…"
}
