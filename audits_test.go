package main

import (
	"net/http/httptest"
	"testing"
)

// TestAudits holds the server against the GraphQL over HTTP specification, as
// the audits of graphql-http read it: all of them.
func TestAudits(t *testing.T) {
	project := newNPMProject(t, "audits")
	server := httptest.NewServer(handler(seeded(t, emptySQLite(t)), quiet()))
	defer server.Close()
	project.run(t, "test", "CLAIMGRAPH_URL="+server.URL)
}
