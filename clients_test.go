package main

import (
	"net/http/httptest"
	"testing"
)

// TestClients does with the server what front ends do, with the tools they use:
// tests/clients generates types and documents, compiles them, and asks.
func TestClients(t *testing.T) {
	project := newNPMProject(t, "clients")
	eachStore(t, func(t *testing.T, s *counting) {
		server := httptest.NewServer(handler(s, quiet()))
		defer server.Close()
		project.run(t, "test", server.URL)
	})
}
