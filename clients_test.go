package main

import (
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"testing"
	"time"

	"claimgraph/resolvers"
)

// TestClients does with the server what front ends do, with the tools they use:
// tests/clients generates types and documents, compiles them, and asks; also a
// server that trusts no other documents.
func TestClients(t *testing.T) {
	project := newNPMProject(t, "clients")
	address := func(t *testing.T, h http.Handler) string {
		server := httptest.NewServer(h)
		t.Cleanup(server.Close)
		return server.URL
	}
	project.run(t, "build", "CLAIMGRAPH_URL="+address(t, handler(emptySQLite(t), quiet()))) // the schema is that of both
	trusting := offer{Limits: resolvers.DefaultLimits()}
	trusting.Within = time.Minute
	var err error
	if trusting.trusted, err = resolvers.ReadTrusted(filepath.Join(project.folder, "generated", "persisted-documents.json"), trusting.Limits); err != nil {
		t.Fatal(err)
	}
	eachStore(t, func(t *testing.T, s *counting) {
		project.run(t, "ask", "CLAIMGRAPH_URL="+address(t, handler(s, quiet())), "CLAIMGRAPH_TRUSTING_URL="+address(t, site(s, quiet(), trusting)))
	})
}
