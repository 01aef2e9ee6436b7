package resolvers

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"strconv"
	"strings"

	"claimgraph/graph"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// methods are those the endpoint knows. HEAD is a GET of which net/http sends no body.
const methods = "GET, HEAD, POST, OPTIONS"

// overHTTP speaks GraphQL over HTTP (https://graphql.github.io/graphql-over-http).
// Gqlgen's own transports answer several of its rules otherwise, and repeat the
// body of a mistaken request.
type overHTTP struct{ documents *documents }

var _ graphql.Transport = overHTTP{}

// Supports takes every request: what is none of GraphQL is refused in its own words.
func (overHTTP) Supports(*http.Request) bool { return true }

// Do answers one request.
func (t overHTTP) Do(w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor) {
	a := &answering{w: w, r: r, exec: checked{exec, t.documents}, media: acceptable(r.Header.Values("Accept"))}
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Add("Vary", "Accept")
	var params *graphql.RawParams
	var no *refusal
	switch {
	case r.Method == http.MethodOptions:
		w.Header().Set("Allow", methods)
		w.WriteHeader(http.StatusNoContent)
		return
	case a.media == "":
		a.media = mediaJSON
		no = refused(http.StatusNotAcceptable, graph.BadInput("answers are application/graphql-response+json or application/json"))
	case a.reads():
		params, no = inAddress(r)
	case r.Method == http.MethodPost:
		params, no = t.documents.limits.inBody(r)
		_ = http.NewResponseController(w).SetReadDeadline(never) // it has arrived
	default:
		w.Header().Set("Allow", methods)
		no = refused(http.StatusMethodNotAllowed, graph.BadInput("ask by GET or POST"))
	}
	if no == nil {
		no = a.run(params)
	}
	if no != nil {
		a.write(no.status, a.exec.DispatchError(r.Context(), gqlerror.List{gqlerror.Wrap(no.why)}))
	}
}

// answering is one request being answered.
type answering struct {
	w     http.ResponseWriter
	r     *http.Request
	exec  graphql.GraphExecutor
	media string
}

func (a *answering) reads() bool {
	return a.r.Method == http.MethodGet || a.r.Method == http.MethodHead
}

// run executes the query.
func (a *answering) run(params *graphql.RawParams) *refusal {
	ctx := a.r.Context()
	op, errs := a.exec.CreateOperationContext(ctx, params)
	if len(errs) > 0 {
		answer := a.exec.DispatchError(graphql.WithOperationContext(ctx, op), errs)
		a.write(a.status(answer), answer)
		return nil
	}
	if a.reads() && op.Operation.Operation != ast.Query {
		a.w.Header().Set("Allow", "POST, OPTIONS")
		return refused(http.StatusMethodNotAllowed, graph.BadInput("by GET one only reads; send a %s by POST", op.Operation.Operation))
	}
	next, ctx := a.exec.DispatchOperation(ctx, op)
	answer := next(ctx)
	if answer == nil { // the time was up before it began
		answer = a.exec.DispatchError(ctx, gqlerror.List{gqlerror.Wrap(context.DeadlineExceeded)})
		a.write(a.status(answer), answer)
		return nil
	}
	a.write(http.StatusOK, answer)
	return nil
}

// status is that of a query that was refused before it ran.
func (a *answering) status(answer *graphql.Response) int {
	code, _ := answer.Errors[0].Extensions["code"].(string)
	switch {
	case code == string(codeForbidden):
		return http.StatusForbidden
	case a.media == mediaJSON:
		return http.StatusOK
	case code == string(graph.CodeTimeout):
		return http.StatusServiceUnavailable
	case code == string(graph.CodeInternal):
		return http.StatusInternalServerError
	}
	return http.StatusBadRequest
}

// write sends an answer. What was read by GET may be kept, and is asked for
// anew each time: knowledge changes, and then so does the tag.
func (a *answering) write(status int, answer *graphql.Response) {
	body, err := written(answer)
	if err != nil {
		panic(err) // for the server's own recovery: it logs, and answers without details
	}
	header := a.w.Header()
	header.Set("Content-Type", a.media+"; charset=utf-8")
	if a.reads() && status == http.StatusOK && len(answer.Errors) == 0 {
		sum := sha256.Sum256(body)
		tag := `W/"` + hex.EncodeToString(sum[:12]) + `"`
		header.Set("ETag", tag)
		header.Set("Cache-Control", "private, no-cache")
		if known(a.r.Header.Values("If-None-Match"), tag) {
			header.Del("Content-Type")
			a.w.WriteHeader(http.StatusNotModified)
			return
		}
	}
	header.Set("Content-Length", strconv.Itoa(len(body)))
	a.w.WriteHeader(status)
	_, _ = a.w.Write(body) // a client that has gone needs no answer
}

// written is an answer as JSON: errors first, and no data where nothing was run.
func written(answer *graphql.Response) ([]byte, error) {
	var out bytes.Buffer
	out.WriteByte('{')
	member := func(name string) {
		if out.Len() > 1 {
			out.WriteByte(',')
		}
		out.WriteString(`"` + name + `":`)
	}
	if len(answer.Errors) > 0 {
		text, err := json.Marshal(capped(answer.Errors))
		if err != nil {
			return nil, err
		}
		member("errors")
		out.Write(text)
	}
	if answer.Data != nil {
		member("data")
		out.Write(answer.Data)
	}
	if len(answer.Extensions) > 0 {
		text, err := json.Marshal(answer.Extensions)
		if err != nil {
			return nil, err
		}
		member("extensions")
		out.Write(text)
	}
	out.WriteByte('}')
	return out.Bytes(), nil
}

// known tells whether a client already has what bears the tag.
func known(headers []string, tag string) bool {
	for one := range strings.SplitSeq(strings.Join(headers, ","), ",") {
		one = strings.TrimSpace(one)
		if one == "*" || strings.TrimPrefix(one, "W/") == strings.TrimPrefix(tag, "W/") {
			return true
		}
	}
	return false
}

// DenyOrigin refuses what a page of another site sends.
func DenyOrigin(w http.ResponseWriter, r *http.Request) {
	Deny(w, r, "the pages of other sites may not ask here; the operator can allow them with --allow-origin")
}

// Deny refuses a request that may not be sent here, and says why.
func Deny(w http.ResponseWriter, r *http.Request, message string) {
	why := &gqlerror.Error{Message: message}
	setCode(why, string(codeForbidden))
	why = withRequest(r.Context(), why)
	w.Header().Set("Cache-Control", "no-store")
	a := &answering{w: w, r: r, media: mediaJSON}
	a.write(http.StatusForbidden, &graphql.Response{Errors: gqlerror.List{why}})
}
