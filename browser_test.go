package main

import (
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"claimgraph/expected"
	"claimgraph/playground"
	"claimgraph/playground/browsertest"
)

// TestPlayground opens the page of the real server in a real browser and runs
// every example. CLAIMGRAPH_PICTURES names a folder for screenshots.
func TestPlayground(t *testing.T) {
	browsertest.Story{
		Base:     overTheSeed(t),
		Tabs:     playground.Tabs(),
		Says:     map[string][]string{playground.Tabs()[0].Name: {"French forces", "DENIED", "Caleb Weiss"}},
		Field:    "claims",
		Pictures: os.Getenv("CLAIMGRAPH_PICTURES"),
	}.Check(t)
}

// TestPlaygroundByKeyboard walks through the page with the Tab key: it comes to
// everything, shows where it is, is caught nowhere, and asks without a mouse.
func TestPlaygroundByKeyboard(t *testing.T) {
	page := browsertest.Visit(t, overTheSeed(t))
	page.AwaitSchema()
	page.Leave()
	var way []string
	for {
		at := page.Tab()
		if at.Name == "" {
			break
		}
		if !at.Seen {
			t.Errorf("nobody sees that the keyboard is at %q", at.Name)
		}
		if way = append(way, at.Name); len(way) > 100 {
			t.Fatalf("the Tab key is caught: %q", way[80:])
		}
	}
	const order, closing = "testdata/tab_order.txt", "Close Tab"
	text := strings.Join(way, "\n") + "\n"
	expected.File(t, order, text)
	for _, name := range slices.Backward(way) {
		if name == closing { // not drawn until the keyboard is at its tab
			continue
		}
		at := page.ShiftTab()
		if at.Name == closing {
			at = page.ShiftTab()
		}
		if at.Name != name {
			t.Fatalf("backwards it comes to %q, not to %q", at.Name, name)
		}
	}
	page.TabTo("Open settings dialog")
	page.Enter()
	page.AwaitDialog()
	page.Escape()
	page.AwaitFocus("Open settings dialog")
	page.TabTo("Question")
	page.RunByKeys("Caleb Weiss")
}

// notOurs are the rules of axe that parts of the page break which are not ours.
var notOurs = []browsertest.Barrier{
	// A tab of GraphiQL holds two buttons, to open and to close it; the Tab key comes to both.
	{Rule: "nested-interactive", Below: ".graphiql-tabs"},
	// What a reader moves through is the text field of CodeMirror; the box around it follows.
	{Rule: "scrollable-region-focusable", Below: ".CodeMirror"},
	// The explorer's fields have no names of their own. All that it writes can be typed.
	{Rule: "label", Below: ".graphiql-explorer-root"},
	{Rule: "select-name", Below: ".graphiql-explorer-root"},
}

// TestPlaygroundKeepsNobodyOut holds what the page shows, by day and by night,
// against the rules of axe, which is installed by npm.
func TestPlaygroundKeepsNobodyOut(t *testing.T) {
	axe := read(t, filepath.Join(newNPMProject(t, "axe").folder, "node_modules", "axe-core", "axe.min.js"))
	page := browsertest.Visit(t, overTheSeed(t))
	look := func(at string) {
		t.Helper()
		page.Prefer("light")
		for _, barrier := range page.Barriers(axe, notOurs) {
			t.Errorf("%s: %s", at, barrier)
		}
		page.Prefer("dark") // which changes no more than colours
		for _, barrier := range page.Contrasts(axe, notOurs) {
			t.Errorf("%s, dark: %s", at, barrier)
		}
	}
	page.Run()
	look("at first")
	page.OpenPlugin("Documentation Explorer", "query")
	page.Follow("Query", "claims")
	look("docs")
	page.OpenPlugin("GraphiQL Explorer", "claims")
	look("explorer")
	page.InDialog("settings dialog", func() { look("settings") })
	page.InDialog("short keys dialog", func() { look("short keys") })
}

// overTheSeed is the address of a server over the bundled dossier.
func overTheSeed(t *testing.T) string {
	t.Helper()
	server := httptest.NewServer(handler(seeded(t, emptySQLite(t)), quiet()))
	t.Cleanup(server.Close)
	return server.URL
}
