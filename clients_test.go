package main

import (
	"net/http/httptest"
	"path/filepath"
	"testing"
	"time"

	"claimgraph/resolvers"
)

// TestClients does with the server what front ends do, with the tools they use:
// tests/clients generates types and documents, compiles them, and asks; then it
// asks a server that trusts no other documents.
func TestClients(t *testing.T) {
	project := newNPMProject(t, "clients")
	eachStore(t, func(t *testing.T, s *counting) {
		server := httptest.NewServer(handler(s, quiet()))
		defer server.Close()
		project.run(t, "test", server.URL)

		o := offer{Limits: resolvers.DefaultLimits()}
		o.Within = time.Minute
		var err error
		if o.trusted, err = resolvers.ReadTrusted(filepath.Join(project.folder, "generated", "persisted-documents.json"), o.Limits); err != nil {
			t.Fatal(err)
		}
		strict := httptest.NewServer(site(s, quiet(), o))
		defer strict.Close()
		project.run(t, "trusted", strict.URL)
	})
}
