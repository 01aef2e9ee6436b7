package resolvers

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"net/url"
	"os"
	"strings"

	"claimgraph/graph"

	"github.com/99designs/gqlgen/graphql"
)

// request is what a client sends: the same four members as JSON or in an address.
type request struct {
	Query         *string        `json:"query"`
	OperationName *string        `json:"operationName"`
	Variables     map[string]any `json:"variables"`
	Extensions    map[string]any `json:"extensions"`
	DocumentID    *string        `json:"documentId"`
}

// refusal is a request that is none of GraphQL, with its status.
type refusal struct {
	status int
	why    *graph.Error
}

func refused(status int, why *graph.Error) *refusal { return &refusal{status, why} }

// params is the request as gqlgen takes it.
func (q *request) params(header http.Header) (*graphql.RawParams, *refusal) {
	named := func(s *string) string {
		if s == nil {
			return ""
		}
		return *s
	}
	p := &graphql.RawParams{Query: named(q.Query), OperationName: named(q.OperationName), Variables: q.Variables, Extensions: q.Extensions, Headers: header}
	if id := named(q.DocumentID); id != "" {
		if p.Extensions == nil {
			p.Extensions = map[string]any{}
		}
		p.Extensions[documentID] = id
	}
	if p.Query == "" && p.Extensions[documentID] == nil && p.Extensions[persistedQuery] == nil {
		return nil, refused(http.StatusBadRequest, graph.BadInput("there is no query; send one as the member query of a JSON object"))
	}
	return p, nil
}

// inAddress reads a request from the address of a GET.
func inAddress(r *http.Request) (*graphql.RawParams, *refusal) {
	given, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		return nil, refused(http.StatusBadRequest, graph.BadInput("what follows the question mark of the address is not encoded as forms are"))
	}
	var q request
	for name, into := range map[string]any{"variables": &q.Variables, "extensions": &q.Extensions} {
		if text := given.Get(name); text != "" {
			if err := decode([]byte(text), into); err != nil {
				return nil, refused(http.StatusBadRequest, graph.BadInput("%s is not a JSON object", name))
			}
		}
	}
	for name, into := range map[string]**string{"query": &q.Query, "operationName": &q.OperationName, "documentId": &q.DocumentID} {
		if given.Has(name) {
			text := given.Get(name)
			*into = &text
		}
	}
	return q.params(r.Header)
}

// inBody reads a request from the body of a POST.
func (l Limits) inBody(r *http.Request) (*graphql.RawParams, *refusal) {
	media, parameters, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	charset := strings.ToLower(parameters["charset"])
	if err != nil || media != mediaJSON || charset != "" && charset != "utf-8" && charset != "utf8" {
		return nil, refused(http.StatusUnsupportedMediaType, graph.BadInput("send the query as JSON in UTF-8, with the header Content-Type: application/json"))
	}
	if coding := r.Header.Get("Content-Encoding"); coding != "" && coding != "identity" {
		return nil, refused(http.StatusUnsupportedMediaType, graph.BadInput("send the query without compressing it"))
	}
	body, err := io.ReadAll(r.Body)
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		return nil, refused(http.StatusRequestEntityTooLarge, graph.LimitExceeded(graph.LimitBody, "the request is larger than %d bytes", large.Limit))
	case errors.Is(err, os.ErrDeadlineExceeded):
		return nil, refused(http.StatusRequestTimeout, &graph.Error{Code: graph.CodeTimeout, Message: "the request did not arrive in time"})
	case err != nil:
		return nil, refused(http.StatusBadRequest, graph.BadInput("the request broke off"))
	}
	if values(body) > l.values() {
		return nil, refused(http.StatusBadRequest, l.bulky())
	}
	var q request
	if err := decode(body, &q); err != nil {
		return nil, refused(http.StatusBadRequest, malformed(err))
	}
	return q.params(r.Header)
}

// decode reads exactly one JSON value; numbers are kept as written.
func decode(text []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	if err := d.Decode(into); err != nil {
		return err
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return errors.New("more follows the value")
	}
	return nil
}

// values counts how many values a JSON text has, give or take one for each list
// or object in it. It is far quicker than to read them.
func values(text []byte) int {
	n, quoted := 0, false
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\\' && quoted:
			i++
		case c == '"':
			quoted = !quoted
		case !quoted && (c == ',' || c == '[' || c == '{'):
			n++
		}
	}
	return n
}

// malformed says what is wrong with a body, without repeating any of it.
func malformed(err error) *graph.Error {
	var wrong *json.UnmarshalTypeError
	if !errors.As(err, &wrong) {
		return graph.BadInput("the body is not one JSON object")
	}
	for member, want := range map[string]string{"query": "a string", "operationName": "a string", "documentId": "a string", "variables": "an object", "extensions": "an object"} {
		if wrong.Field == member {
			return graph.BadInput("%s must be %s", member, want)
		}
	}
	return graph.BadInput("the body must be one JSON object; send one query at a time")
}
