package main

import (
	"net/http/httptest"
	"os"
	"testing"

	"claimgraph/playground"
	"claimgraph/playground/browsertest"
)

// TestPlayground opens the page of the real server in a real browser and runs
// every example. CLAIMGRAPH_PICTURES names a folder for screenshots.
func TestPlayground(t *testing.T) {
	server := httptest.NewServer(handler(seeded(t, emptySQLite(t)), quiet()))
	defer server.Close()
	browsertest.Story{
		Base:     server.URL,
		Tabs:     playground.Tabs(),
		Says:     map[string][]string{playground.Tabs()[0].Name: {"French forces", "DENIED", "Caleb Weiss"}},
		Field:    "claims",
		Pictures: os.Getenv("CLAIMGRAPH_PICTURES"),
	}.Check(t)
}
