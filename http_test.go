package main

import (
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"claimgraph/graph"
	"claimgraph/resolvers"
)

// call sends one request; headers are pairs.
func call(h http.Handler, method, address, body string, headers ...string) *httptest.ResponseRecorder {
	request := httptest.NewRequest(method, address, strings.NewReader(body))
	for i := 0; i < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
	}
	recorded := httptest.NewRecorder()
	h.ServeHTTP(recorded, request)
	return recorded
}

// sent posts JSON.
func sent(h http.Handler, body string, headers ...string) *httptest.ResponseRecorder {
	return call(h, http.MethodPost, "/graphql", body, append([]string{"Content-Type", "application/json"}, headers...)...)
}

// inAddress is the address that asks a query by GET.
func inAddress(query string, more ...string) string {
	values := url.Values{"query": {query}}
	for i := 0; i < len(more); i += 2 {
		values.Set(more[i], more[i+1])
	}
	return "/graphql?" + values.Encode()
}

// codes are those of the errors of an answer.
func codesOf(t *testing.T, recorded *httptest.ResponseRecorder) string {
	t.Helper()
	var got reply
	if err := json.Unmarshal(recorded.Body.Bytes(), &got); err != nil {
		t.Fatalf("%v: %s", err, recorded.Body)
	}
	var codes []string
	for _, e := range got.Errors {
		codes = append(codes, e.Extensions["code"].(string))
	}
	return strings.Join(codes, " ")
}

const (
	whole     = "application/json"
	precisely = "application/graphql-response+json"
)

// TestOverHTTP: what is no request of GraphQL is refused with its status, in
// JSON, and without repeating any of it.
func TestOverHTTP(t *testing.T) {
	server := handler(seeded(t, emptySQLite(t)), quiet())
	post := func(headers ...string) func(string) *httptest.ResponseRecorder {
		return func(body string) *httptest.ResponseRecorder {
			return call(server, http.MethodPost, "/graphql", body, headers...)
		}
	}
	inJSON := post("Content-Type", whole)
	by := func(method string) func(string) *httptest.ResponseRecorder {
		return func(address string) *httptest.ResponseRecorder { return call(server, method, address, "") }
	}
	cases := []struct {
		story  string
		send   func(string) *httptest.ResponseRecorder
		text   string
		status int
		code   string
	}{
		{"a form", post("Content-Type", "application/x-www-form-urlencoded"), `query=SECRET`, 415, "BAD_INPUT"},
		{"a file", post("Content-Type", "multipart/form-data; boundary=x"), `SECRET`, 415, "BAD_INPUT"},
		{"JSON under the name of text", post("Content-Type", "text/plain"), `{"query":"{ SECRET }"}`, 415, "BAD_INPUT"},
		{"JSON in another encoding", post("Content-Type", "application/json; charset=utf-16"), `{"query":"{ SECRET }"}`, 415, "BAD_INPUT"},
		{"JSON without saying so", post(), `{"query":"{ SECRET }"}`, 415, "BAD_INPUT"},
		{"a compressed body", post("Content-Type", whole, "Content-Encoding", "gzip"), `SECRET`, 415, "BAD_INPUT"},
		{"nothing", inJSON, ``, 400, "BAD_INPUT"},
		{"half of JSON", inJSON, `{"query": "SECRET`, 400, "BAD_INPUT"},
		{"more than one value", inJSON, `{"query": "{ __typename }"} {"query": "{ SECRET }"}`, 400, "BAD_INPUT"},
		{"several queries at once", inJSON, `[{"query": "{ SECRET }"}]`, 400, "BAD_INPUT"},
		{"a query that is a number", inJSON, `{"query": 7, "variables": {"x": "SECRET"}}`, 400, "BAD_INPUT"},
		{"variables that are a list", inJSON, `{"query": "{ __typename }", "variables": ["SECRET"]}`, 400, "BAD_INPUT"},
		{"no query", inJSON, `{"operationName": "SECRET"}`, 400, "BAD_INPUT"},
		{"a body that is too large", inJSON, `{"query": "{ __typename } #SECRET` + strings.Repeat("x", 1<<20) + `"}`, 413, "LIMIT_EXCEEDED"},
		{"by PUT", by(http.MethodPut), "/graphql", 405, "BAD_INPUT"},
		{"by DELETE", by(http.MethodDelete), "/graphql", 405, "BAD_INPUT"},
		{"a mutation by GET", by(http.MethodGet), inAddress("mutation { SECRET }"), 200, "BAD_QUERY"},
		{"a GET without a query", by(http.MethodGet), "/graphql?SECRET=1", 400, "BAD_INPUT"},
		{"a GET with a bad escape", by(http.MethodGet), "/graphql?query=%25zz&query=SECRET;", 400, "BAD_INPUT"},
		{"a GET whose variables are no JSON", by(http.MethodGet), inAddress("{ __typename }", "variables", "SECRET"), 400, "BAD_INPUT"},
		{"an answer in HTML", func(string) *httptest.ResponseRecorder {
			return call(server, http.MethodGet, inAddress("{ SECRET }"), "", "Accept", "text/html")
		}, "", 406, "BAD_INPUT"},
		{"an answer in nothing", func(string) *httptest.ResponseRecorder {
			return call(server, http.MethodGet, inAddress("{ SECRET }"), "", "Accept", "*/*;q=0")
		}, "", 406, "BAD_INPUT"},
		{"several operations and no name", inJSON, `{"query": "query a { __typename } query b { __typename }"}`, 200, "BAD_QUERY"},
		{"a name of no operation", inJSON, `{"query": "query a { __typename }", "operationName": "SECRET"}`, 200, "BAD_QUERY"},
		{"nothing but a fragment", inJSON, `{"query": "fragment f on Claim { id }"}`, 200, "BAD_QUERY"},
		{"a deferred fragment", inJSON, `{"query": "{ claims { nodes { ... @defer { id } } } }"}`, 200, "BAD_QUERY"},
	}
	for _, c := range cases {
		t.Run(c.story, func(t *testing.T) {
			got := c.send(c.text)
			if got.Code != c.status || codesOf(t, got) != c.code {
				t.Errorf("%d %s: %s", got.Code, codesOf(t, got), got.Body)
			}
			if c.status == http.StatusOK {
				return
			}
			if strings.Contains(got.Body.String(), "SECRET") {
				t.Errorf("it repeats what was sent: %s", got.Body)
			}
			if c.status == http.StatusMethodNotAllowed && got.Header().Get("Allow") != "GET, HEAD, POST, OPTIONS" {
				t.Errorf("allowed is %q", got.Header().Get("Allow"))
			}
			if got.Header().Get("Cache-Control") != "no-store" || got.Header().Get("Content-Type") != "application/json; charset=utf-8" {
				t.Errorf("%v", got.Header())
			}
		})
	}
}

// TestMediaTypes: the type the client likes best, plain JSON where it has no
// preference; a mistaken query is a 400 only under the newer type.
func TestMediaTypes(t *testing.T) {
	server := handler(emptySQLite(t), quiet())
	for accept, want := range map[string]string{
		"":                               whole,
		"*/*":                            whole,
		whole:                            whole,
		precisely:                        precisely,
		"text/html":                      "",
		"application/*;q=0.5, text/html": whole,
		precisely + ", " + whole:         precisely,
		whole + ", " + precisely:         whole,
		precisely + ";q=0.5, " + whole + ";q=0.6":                         whole,
		precisely + "; charset=utf-8, " + whole + "; charset=utf-8;q=0.9": precisely,
		whole + ";q=0, */*":           precisely,
		precisely + ";q=0, */*;q=0.1": whole,
		"text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8": whole,
		precisely + ";q=hello, " + whole + ";q=0.1":                       whole,
		whole + ";q=0," + precisely + ";q=0":                              "",
		"nonsense;;, " + precisely:                                        precisely,
	} {
		good, bad := sent(server, `{"query": "{ __typename }"}`, "Accept", accept), sent(server, `{"query": "{ perpetrator }"}`, "Accept", accept)
		media, _, _ := strings.Cut(good.Header().Get("Content-Type"), ";")
		statuses := []int{good.Code, bad.Code}
		switch want {
		case "":
			if !slices.Equal(statuses, []int{406, 406}) {
				t.Errorf("%q: %v", accept, statuses)
			}
			continue
		case whole:
			if !slices.Equal(statuses, []int{200, 200}) {
				t.Errorf("%q: %v", accept, statuses)
			}
		case precisely:
			if !slices.Equal(statuses, []int{200, 400}) {
				t.Errorf("%q: %v", accept, statuses)
			}
		}
		if media != want {
			t.Errorf("%q is answered in %q", accept, media)
		}
		if strings.Contains(bad.Body.String(), `"data"`) {
			t.Errorf("nothing was run, and there is data: %s", bad.Body)
		}
	}
}

// TestAnswersMayBeKept: what was asked by GET is told again only when it changed.
func TestAnswersMayBeKept(t *testing.T) {
	s := seeded(t, emptySQLite(t))
	server := handler(s, quiet())
	address := inAddress(`{ groups(filter: { name: { startsWith: "New" } }) { nodes { name } } }`)
	first := call(server, http.MethodGet, address, "")
	tag := first.Header().Get("ETag")
	if first.Code != http.StatusOK || tag == "" || first.Header().Get("Cache-Control") != "private, no-cache" || !slices.Contains(first.Header().Values("Vary"), "Accept") {
		t.Fatalf("%d %v", first.Code, first.Header())
	}
	for _, known := range []string{tag, `"other", ` + tag, strings.TrimPrefix(tag, "W/"), "*"} {
		for _, method := range []string{http.MethodGet, http.MethodHead} {
			again := call(server, method, address, "", "If-None-Match", known, "Accept-Encoding", "gzip")
			if again.Code != http.StatusNotModified || again.Body.Len() > 0 || again.Header().Get("ETag") != tag {
				t.Errorf("%s %s: %d %v", method, known, again.Code, again.Header())
			}
		}
	}
	node := &graph.Group{Profile: graph.Profile{Header: graph.Header{ID: "group:new"}, Kind: graph.ActorArmedGroup, Names: []graph.Name{{Value: "New"}}}}
	if _, err := s.Apply(t.Context(), graph.ChangeSet{Nodes: []graph.Node{node}, By: "a test", At: time.Now()}); err != nil {
		t.Fatal(err)
	}
	if again := call(server, http.MethodGet, address, "", "If-None-Match", tag); again.Code != http.StatusOK || again.Header().Get("ETag") == tag {
		t.Errorf("it changed, and is not told: %d", again.Code)
	}
	for story, got := range map[string]*httptest.ResponseRecorder{
		"a POST":     sent(server, `{"query": "{ __typename }"}`),
		"a mistake":  call(server, http.MethodGet, inAddress("{ perpetrator }"), ""),
		"half of it": call(server, http.MethodGet, inAddress(`{ a: claims { totalCount } b: claim(id: "x") { id } }`), ""),
	} {
		if got.Header().Get("ETag") != "" || got.Header().Get("Cache-Control") != "no-store" {
			t.Errorf("%s may be kept: %v", story, got.Header())
		}
	}
}

// TestCompressed: long answers are compressed for who can read that.
func TestCompressed(t *testing.T) {
	server := handler(seeded(t, emptySQLite(t)), quiet())
	for _, address := range []string{inAddress(`{ claims { nodes { id asserters { name } citations { locator source { title } } } } }`), "/schema.graphql"} {
		plain := call(server, http.MethodGet, address, "").Body.String()
		got := call(server, http.MethodGet, address, "", "Accept-Encoding", "gzip")
		if got.Header().Get("Content-Encoding") != "gzip" || got.Body.Len() > len(plain)/2 {
			t.Errorf("%d of %d bytes, %v", got.Body.Len(), len(plain), got.Header())
			continue
		}
		unzipped, err := gzip.NewReader(got.Body)
		if err != nil {
			t.Fatal(err)
		}
		if text, err := io.ReadAll(unzipped); err != nil || string(text) != plain {
			t.Errorf("compressed it says something else: %v %s", err, text)
		}
	}
}

// TestPersistedQueries: a client sends the hash alone, and the text once.
func TestPersistedQueries(t *testing.T) {
	server := handler(seeded(t, emptySQLite(t)), quiet())
	const query = `{ claims { totalCount } }`
	sum := sha256.Sum256([]byte(query))
	hash := hex.EncodeToString(sum[:])
	extension := func(hash string) string { return `{"persistedQuery": {"version": 1, "sha256Hash": "` + hash + `"}}` }
	post := func(query, hash string) *httptest.ResponseRecorder {
		text, err := json.Marshal(map[string]any{"query": query, "extensions": json.RawMessage(extension(hash))})
		if err != nil {
			t.Fatal(err)
		}
		return sent(server, string(text))
	}
	if got := post("", hash); codesOf(t, got) != "PERSISTED_QUERY_NOT_FOUND" || !strings.Contains(got.Body.String(), `"message":"PersistedQueryNotFound"`) {
		t.Errorf("of a hash never sent: %s", got.Body)
	}
	if got := post(query+" ", hash); codesOf(t, got) != "BAD_INPUT" {
		t.Errorf("another text under the hash: %s", got.Body)
	}
	if got := post("", hash); codesOf(t, got) != "PERSISTED_QUERY_NOT_FOUND" {
		t.Errorf("what was refused is kept: %s", got.Body)
	}
	if got := post(query, hash); codesOf(t, got) != "" {
		t.Errorf("with its text: %s", got.Body)
	}
	want := `{"data":{"claims":{"totalCount":10}}}`
	for story, got := range map[string]*httptest.ResponseRecorder{
		"by POST":       post("", hash),
		"by GET":        call(server, http.MethodGet, inAddress("", "extensions", extension(hash)), ""),
		"as a document": sent(server, `{"documentId": "sha256:`+hash+`"}`),
		"in an address": call(server, http.MethodGet, "/graphql?documentId=sha256:"+hash, ""),
	} {
		if got.Body.String() != want {
			t.Errorf("%s: %s", story, got.Body)
		}
	}
	wrong := `{ perpetrator }`
	sum = sha256.Sum256([]byte(wrong))
	if got := post(wrong, hex.EncodeToString(sum[:])); codesOf(t, got) != "BAD_QUERY" {
		t.Errorf("%s", got.Body)
	}
	if got := post("", hex.EncodeToString(sum[:])); codesOf(t, got) != "PERSISTED_QUERY_NOT_FOUND" {
		t.Errorf("an invalid query is kept: %s", got.Body)
	}
	for _, bad := range []string{`7`, `{}`, `{"version": 2, "sha256Hash": "` + hash + `"}`, `{"version": 1, "sha256Hash": 7}`} {
		if got := sent(server, `{"query": "{ __typename }", "extensions": {"persistedQuery": `+bad+`}}`); codesOf(t, got) != "BAD_INPUT" {
			t.Errorf("%s: %s", bad, got.Body)
		}
	}
}

// TestTrustedDocuments: an operator who names a file of documents lets nothing else run.
func TestTrustedDocuments(t *testing.T) {
	path := filepath.Join(t.TempDir(), "documents.json")
	write := func(text string) {
		t.Helper()
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write(`{"count": "query Count { claims { totalCount } }", "first": "query First($n: Int) { claims(first: $n) { nodes { kind } } }"}`)
	o := offer{Limits: resolvers.DefaultLimits()}
	var err error
	if o.trusted, err = resolvers.ReadTrusted(path, o.Limits); err != nil {
		t.Fatal(err)
	}
	server := site(seeded(t, emptySQLite(t)), quiet(), o)
	count := `{"data":{"claims":{"totalCount":10}}}`
	for story, body := range map[string]string{
		"by its id":                 `{"documentId": "count"}`,
		"by the extension":          `{"extensions": {"persistedQuery": {"version": 1, "sha256Hash": "count"}}}`,
		"by its text":               `{"query": "query Count { claims { totalCount } }"}`,
		"by its id and its text":    `{"documentId": "count", "query": "query Count { claims { totalCount } }"}`,
		"by its text, under a hash": `{"query": "query Count { claims { totalCount } }", "extensions": {"persistedQuery": {"version": 1, "sha256Hash": "unknown"}}}`,
	} {
		if got := sent(server, body); got.Body.String() != count {
			t.Errorf("%s: %s", story, got.Body)
		}
	}
	if got := sent(server, `{"documentId": "first", "variables": {"n": 1}}`); codesOf(t, got) != "" {
		t.Errorf("with variables: %s", got.Body)
	}
	for story, body := range map[string]string{
		"any other":               `{"query": "{ claims { totalCount } }"}`,
		"an unknown id":           `{"documentId": "other"}`,
		"another text for its id": `{"documentId": "count", "query": "{ __typename }"}`,
		"introspection":           `{"query": "{ __schema { types { name } } }"}`,
	} {
		if got := sent(server, body); got.Code != http.StatusForbidden || codesOf(t, got) != "FORBIDDEN" {
			t.Errorf("%s: %d %s", story, got.Code, got.Body)
		}
	}
	for text, says := range map[string]string{
		`["count"]`: "no JSON object",
		`{"count": "query Count { perpetrators { name } }"}`: "count is not valid",
	} {
		write(text)
		if _, err := resolvers.ReadTrusted(path, o.Limits); err == nil || !strings.Contains(err.Error(), says) || !strings.Contains(err.Error(), path) {
			t.Errorf("%s: %v", text, err)
		}
	}
}

// TestOrigins: pages of sites that were not named get nothing.
func TestOrigins(t *testing.T) {
	s := seeded(t, emptySQLite(t))
	asking := func(origins ...string) http.Handler {
		return site(s, quiet(), offer{Limits: resolvers.DefaultLimits(), origins: origins})
	}
	const friend, stranger, body = "https://friend.example", "https://stranger.example", `{"query": "{ __typename }"}`
	cases := []struct {
		story, origin string
		server        http.Handler
		status        int
		readable      string
	}{
		{"a stranger, nobody named", stranger, asking(), 403, ""},
		{"a stranger, a friend named", stranger, asking(friend), 403, ""},
		{"a friend", friend, asking(friend), 200, friend},
		{"a friend of two", friend, asking("https://other.example", friend), 200, friend},
		{"a friend by another scheme", "http://friend.example", asking(friend), 403, ""},
		{"a friend at another port", friend + ":8443", asking(friend), 403, ""},
		{"a page without an origin", "null", asking(friend), 403, ""},
		{"anybody", stranger, asking("*"), 200, "*"},
		{"no page", "", asking(), 200, ""},
	}
	for _, c := range cases {
		t.Run(c.story, func(t *testing.T) {
			headers := []string{"Sec-Fetch-Site", "cross-site", "Origin", c.origin}
			if c.origin == "" {
				headers = nil
			}
			got := sent(c.server, body, headers...)
			if got.Code != c.status || got.Header().Get("Access-Control-Allow-Origin") != c.readable {
				t.Errorf("%d, readable by %q: %s", got.Code, got.Header().Get("Access-Control-Allow-Origin"), got.Body)
			}
			if c.status == http.StatusForbidden && codesOf(t, got) != "FORBIDDEN" {
				t.Errorf("%s", got.Body)
			}
			if c.origin == "" {
				return
			}
			preflight := call(c.server, http.MethodOptions, "/graphql", "", "Origin", c.origin, "Access-Control-Request-Method", "POST", "Access-Control-Request-Headers", "content-type")
			if preflight.Header().Get("Access-Control-Allow-Origin") != c.readable || preflight.Header().Get("Access-Control-Allow-Credentials") != "" {
				t.Errorf("before it, the browser is told %v", preflight.Header())
			}
		})
	}
}

// TestEveryAnswerIsStrict: no browser takes an answer for something else or
// shows it inside another page.
func TestEveryAnswerIsStrict(t *testing.T) {
	server := handler(seeded(t, emptySQLite(t)), quiet())
	for _, address := range []string{"/", "/graphql", inAddress("{ __typename }"), "/schema.graphql", "/healthz", "/readyz", "/nothing"} {
		header := call(server, http.MethodGet, address, "").Header()
		for name, want := range map[string]string{
			"Content-Security-Policy": "frame-ancestors 'none'", "X-Content-Type-Options": "nosniff",
			"Referrer-Policy": "no-referrer", "X-Frame-Options": "DENY", "Cross-Origin-Resource-Policy": "same-origin",
		} {
			if !strings.Contains(header.Get(name), want) {
				t.Errorf("%s: %s is %q", address, name, header.Get(name))
			}
		}
	}
}

// falling is a store that panics once.
type falling struct {
	graph.Store
	fallen bool
}

func (f *falling) Fetch(ctx context.Context, fetch graph.Fetch) (*graph.Tree, error) {
	if !f.fallen {
		f.fallen = true
		panic("SECRET at line 7")
	}
	return f.Store.Fetch(ctx, fetch)
}

// TestAPanicCostsOneRequest, and tells nothing of what happened.
func TestAPanicCostsOneRequest(t *testing.T) {
	server := handler(&falling{Store: seeded(t, emptySQLite(t))}, quiet())
	const query = `{"query": "{ claims { totalCount } }"}`
	if got := sent(server, query); codesOf(t, got) != "INTERNAL" || strings.Contains(got.Body.String(), "SECRET") {
		t.Errorf("%s", got.Body)
	}
	if got := sent(server, query); got.Body.String() != `{"data":{"claims":{"totalCount":10}}}` {
		t.Errorf("the next: %s", got.Body)
	}
}

// TestASlowBody is given up at the deadline, and told so.
func TestASlowBody(t *testing.T) {
	o := offer{Limits: resolvers.DefaultLimits()}
	o.Within = 50 * time.Millisecond
	server := httptest.NewServer(site(emptySQLite(t), quiet(), o))
	defer server.Close()
	slow, never := io.Pipe()
	defer func() { _ = never.Close() }()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, server.URL+"/graphql", slow)
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	if code, text := answered(t, server.Client(), request); code != http.StatusRequestTimeout || !strings.Contains(text, `"TIMEOUT"`) {
		t.Errorf("%d %s", code, text)
	}
}

// FuzzTransport: whatever comes is answered in JSON, with a status that says
// whose fault it was and a code, and never by a fault of ours.
func FuzzTransport(f *testing.F) {
	f.Add(uint8(0), "query={__typename}", "", "", "")
	f.Add(uint8(0), "query=query($n:Int){claims(first:$n){totalCount}}&variables={\"n\":1}", "", "", precisely)
	f.Add(uint8(1), "", whole, `{"query": "{ claims { nodes { ...f } } } fragment f on Claim { id ...f }"}`, whole)
	f.Add(uint8(1), "", whole+"; charset=utf-8", `{"query": "query($f: ClaimFilter) { claims(filter: $f) { totalCount } }", "variables": {"f": {"not": {"disputed": true}}}}`, "*/*;q=0.1")
	f.Add(uint8(1), "", whole, `{"extensions": {"persistedQuery": {"version": 1, "sha256Hash": "x"}}, "documentId": null}`, "")
	f.Add(uint8(2), "query=mutation{x}", "text/plain", "[", "text/html;q=2, a/b/c")
	f.Add(uint8(4), "%zz", "\"", "\x00", ";;;")
	server := handler(seeded(f, emptySQLite(f)), quiet())
	methods := []string{http.MethodGet, http.MethodPost, http.MethodHead, http.MethodPut, http.MethodOptions}
	f.Fuzz(func(t *testing.T, method uint8, address, content, body, accept string) {
		request := httptest.NewRequest(methods[int(method)%len(methods)], "/graphql", strings.NewReader(body))
		request.URL.RawQuery = address
		request.Header.Set("Content-Type", content)
		request.Header.Set("Accept", accept)
		recorded := httptest.NewRecorder()
		server.ServeHTTP(recorded, request)
		switch recorded.Code {
		case 204, 304:
			return
		case 200, 400, 405, 406, 413, 415:
		default:
			t.Fatalf("%d %s", recorded.Code, recorded.Body)
		}
		if strings.Contains(codesOf(t, recorded), "INTERNAL") {
			t.Fatalf("%s", recorded.Body)
		}
	})
}
