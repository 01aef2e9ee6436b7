package watch

import (
	"context"
	"crypto/rand"
	"regexp"
	"slices"
	"sync"
	"sync/atomic"

	"claimgraph/graph"
)

// Request is what is known of one request while it is being answered. Its
// methods may be called by many at once, and on nil, where nobody watches.
type Request struct {
	id    string
	calls atomic.Int64

	mu              sync.Mutex
	operation, kind string
	codes, limits   []string
	limit           string // that was hit first, in words
}

type requestKey struct{}

// Of is the request that a context belongs to; nil where it belongs to none.
func Of(ctx context.Context) *Request {
	r, _ := ctx.Value(requestKey{}).(*Request)
	return r
}

// RequestID is the name of the request, as it stands in errors and in the log;
// "" where there is none.
func RequestID(ctx context.Context) string {
	if r := Of(ctx); r != nil {
		return r.id
	}
	return ""
}

// Asked says which operation the request turned out to be: its name, which the
// client chose, and whether it is a query.
func (r *Request) Asked(operation, kind string) {
	if r == nil {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.operation, r.kind = operation[:min(len(operation), longestName)], kind
}

// longestName is how much of a client's name for an operation is kept.
const longestName = 64

// Failed says that an error is part of the answer; of a limit that was hit, which.
func (r *Request) Failed(code graph.Code, limit graph.Limit, message string) {
	if r == nil {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if !slices.Contains(r.codes, string(code)) {
		r.codes = append(r.codes, string(code))
	}
	if limit != "" && !slices.Contains(r.limits, string(limit)) {
		r.limits = append(r.limits, string(limit))
	}
	if code == graph.CodeLimit && r.limit == "" {
		r.limit = message
	}
}

// wellFormed is what an id from outside must look like to be taken over.
var wellFormed = regexp.MustCompile(`^[A-Za-z0-9._-]{8,64}$`)

// named gives a request the id its sender chose, if it is one, else a new one.
func named(sent string) *Request {
	if wellFormed.MatchString(sent) {
		return &Request{id: sent}
	}
	return &Request{id: rand.Text()[:12]}
}
