package browsertest

import (
	"encoding/json"
	"io"
	"net/http"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"claimgraph/playground"
)

// Story is a first visit to the playground of a running server.
type Story struct {
	Base     string              // scheme, host and port of the server
	Tabs     []playground.Tab    // the examples it serves
	Says     map[string][]string // by a tab's name, words its answer must contain
	Field    string              // a field of Query that the docs must show
	Pictures string              // a folder for screenshots, or empty for none
}

// Check reads every example, runs it, and opens the docs and the explorer. It
// fails when an answer has errors, lacks its words or is not what the server
// says, when a request leaves
// for another server, or when the page complains.
func (s Story) Check(t testing.TB) {
	t.Helper()
	page := Visit(t, s.Base)
	if got := page.Editor(); got != s.Tabs[0].Query {
		t.Errorf("the page opens with %q, not with the first example", got)
	}
	if got := page.Tabs(); len(got) != len(s.Tabs) {
		t.Fatalf("%d tabs %q for %d examples", len(got), got, len(s.Tabs))
	}
	for i, tab := range s.Tabs {
		page.Select(i, tab.Query)
		shown := page.Run()
		s.answered(t, tab, shown)
		if told := s.ask(t, tab); !reflect.DeepEqual(value(t, shown), value(t, told)) {
			t.Errorf("%s: the page shows %s, the server says %s", tab.Name, shown, told)
		}
		s.picture(page, tab.Name)
	}
	// The explorer complains on the console of lists of words, as in the last example.
	page.Select(0, s.Tabs[0].Query)
	page.Run()
	page.OpenPlugin("Documentation Explorer", "query")
	page.Follow("Query", s.Field)
	s.picture(page, "docs")
	page.OpenPlugin("GraphiQL Explorer", s.Field)
	s.picture(page, "explorer")
	page.InDialog("settings dialog", func() { s.picture(page, "settings") })
	page.Prefer("dark")
	s.picture(page, "dark")
	for _, trouble := range page.Troubles() {
		t.Error(trouble)
	}
}

// answered holds the answer to one example against what is expected of it.
func (s Story) answered(t testing.TB, tab playground.Tab, answer string) {
	t.Helper()
	if strings.Contains(answer, `"errors"`) || !strings.Contains(answer, `"data"`) {
		t.Errorf("%s: the answer is %s", tab.Name, answer)
	}
	for _, word := range s.Says[tab.Name] {
		if !strings.Contains(answer, word) {
			t.Errorf("%s: no %q in the answer %s", tab.Name, word, answer)
		}
	}
}

// ask sends an example to the server without the page.
func (s Story) ask(t testing.TB, tab playground.Tab) string {
	t.Helper()
	question := quoted(map[string]any{"query": tab.Query, "variables": tab.Variables})
	response, err := http.Post(s.Base+"/graphql", "application/json", strings.NewReader(question))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	answer, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(answer)
}

func value(t testing.TB, text string) any {
	t.Helper()
	var value any
	if err := json.Unmarshal([]byte(text), &value); err != nil {
		t.Errorf("%v: %s", err, text)
	}
	return value
}

func (s Story) picture(page *Page, name string) {
	if s.Pictures != "" {
		page.Screenshot(filepath.Join(s.Pictures, name+".png"))
	}
}
