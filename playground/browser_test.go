package playground_test

import (
	"net/http"
	"net/http/httptest"
	"regexp"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"claimgraph/playground"
	"claimgraph/playground/browsertest"
)

// What the page does by itself. Its examples are asked of a whole server by
// browsertest.Story.

func TestAReaderMeetsTheExamples(t *testing.T) {
	server := httptest.NewServer(playground.Handler(playground.Tabs()))
	defer server.Close()
	page := browsertest.Visit(t, server.URL)

	var want []string
	name := regexp.MustCompile(`(?m)^query (\w+)`)
	for i, tab := range playground.Tabs() {
		want = append(want, name.FindStringSubmatch(tab.Query)[1])
		page.Select(i, tab.Query)
	}
	if got := page.Tabs(); !slices.Equal(got, want) {
		t.Errorf("the tabs are called %q, not %q", got, want)
	}
	for _, address := range page.Requests() {
		if !strings.HasPrefix(address, server.URL+"/") {
			t.Errorf("a request left for %s", address)
		}
	}
}

// A proxy whose server is gone answers in HTML: the reader is told so, and does
// not see "Unexpected token".
func TestAReaderIsToldThatNobodyAnswers(t *testing.T) {
	server := httptest.NewServer(playground.Handler(playground.Tabs()))
	defer server.Close()
	page := browsertest.Visit(t, server.URL)
	if got := page.Run(); !strings.Contains(got, "/graphql answered 404, and not in JSON") {
		t.Errorf("the reader is told %s", got)
	}
	for _, trouble := range page.Troubles() {
		if !strings.HasSuffix(trouble, "404 (Not Found) "+server.URL+"/graphql") {
			t.Error(trouble)
		}
	}
}

func TestWhatAReaderWroteLastsOneRelease(t *testing.T) {
	var release atomic.Pointer[http.Handler]
	serve := func(tabs []playground.Tab) {
		handler := playground.Handler(tabs)
		release.Store(&handler)
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		(*release.Load()).ServeHTTP(w, r)
	}))
	defer server.Close()
	old, renewed := playground.Tabs(), playground.Tabs()[3:]

	serve(old)
	page := browsertest.Visit(t, server.URL)
	page.Type("# mine ")
	page.Reload()
	if got := page.Editor(); !strings.HasPrefix(got, "# mine ") {
		t.Errorf("after a reload the reader's question is %q", got)
	}

	serve(renewed)
	page.Reload()
	if got := page.Editor(); got != renewed[0].Query {
		t.Errorf("the new release opens with %q, not with its own example", got)
	}

	serve(old)
	page.Reload()
	if got := page.Editor(); !strings.HasPrefix(got, "# mine ") {
		t.Errorf("back on the old release the reader's question is %q", got)
	}
}
