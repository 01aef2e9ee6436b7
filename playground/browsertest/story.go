package browsertest

import (
	"path/filepath"
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
// fails when an answer has errors or lacks its words, when a request leaves
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
		s.answered(t, tab, page.Run())
		s.picture(page, tab.Name)
	}
	page.OpenPlugin("Documentation Explorer", "query")
	page.Follow("Query", s.Field)
	s.picture(page, "docs")
	page.OpenPlugin("GraphiQL Explorer", s.Field)
	s.picture(page, "explorer")
	page.OpenDialog("settings dialog")
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

func (s Story) picture(page *Page, name string) {
	if s.Pictures != "" {
		page.Screenshot(filepath.Join(s.Pictures, name+".png"))
	}
}
