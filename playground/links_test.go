package playground_test

import (
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"claimgraph/playground"
	"claimgraph/playground/browsertest"
)

const linked = "#query=query+Linked%28%24id%3A+ID%21%29+%7B+node%28id%3A+%24id%29+%7B+id+%7D+%7D&variables=%7B%22id%22%3A+%22group%3Ajnim%22%7D"

// shows says whether the page has the question of that link before the reader.
func shows(t *testing.T, page *browsertest.Page) {
	t.Helper()
	if got := page.Editor(); got != "query Linked($id: ID!) { node(id: $id) { id } }" {
		t.Errorf("the question is %q", got)
	}
	if got := page.Variables(); got != `{"id": "group:jnim"}` {
		t.Errorf("the variables are %q", got)
	}
}

func TestALinkOpensItsQuestionBesideTheExamples(t *testing.T) {
	server := httptest.NewServer(playground.Handler(playground.Tabs()[:2]))
	defer server.Close()
	for _, link := range []string{"/" + linked, "/?" + linked[1:]} {
		page := browsertest.VisitAt(t, server.URL, server.URL+link)
		shows(t, page)
		if got := page.Tabs(); !slices.Equal(got, []string{"Linked", "DisputedClaims", "Affiliation"}) {
			t.Errorf("the tabs are %q", got)
		}
		page.Select(1, playground.Tabs()[0].Query)
	}
}

func TestALinkLeavesAReturningReaderWhatIsTheirs(t *testing.T) {
	server := httptest.NewServer(playground.Handler(playground.Tabs()[:2]))
	defer server.Close()
	page := browsertest.Visit(t, server.URL)
	page.Type("# mine ")
	want := []string{"DisputedClaims", "Affiliation", "Linked"}
	page.Go(server.URL + "/" + linked)
	shows(t, page)

	page.Type("twice ")
	page.Reload()
	if got := page.Editor(); !strings.HasPrefix(got, "twice query Linked") {
		t.Errorf("after a reload the linked question is %q", got)
	}
	if got := page.Tabs(); !slices.Equal(got, want) {
		t.Errorf("the tabs are %q", got)
	}
	page.Select(0, "# mine "+playground.Tabs()[0].Query)
}

func TestACopiedLinkOpensWhatWasCopied(t *testing.T) {
	tab := playground.Tabs()[4]
	server := httptest.NewServer(playground.Handler(playground.Tabs()))
	defer server.Close()
	page := browsertest.Visit(t, server.URL)
	page.Select(4, tab.Query)
	link, variables := page.CopyLink(), page.Variables()

	other := browsertest.VisitAt(t, server.URL, link)
	if got := other.Editor(); got != tab.Query {
		t.Errorf("the link %s opens %q", link, got)
	}
	if got := other.Variables(); got != variables || !strings.Contains(got, "location:") {
		t.Errorf("the link %s opens the variables %q, not %q", link, got, variables)
	}
	if got := len(other.Tabs()); got != len(playground.Tabs()) {
		t.Errorf("%d tabs: the example is there twice", got)
	}
}
