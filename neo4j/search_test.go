package neo4j_test

import (
	"testing"

	"claimgraph/graph/storetest"
	"claimgraph/neo4j"
	"claimgraph/neo4j/neo4jtest"
)

func FuzzSearch(f *testing.F) {
	server := neo4jtest.Start(f)
	if err := server.Empty(f.Context()); err != nil {
		f.Fatal(err)
	}
	s, err := neo4j.Open(f.Context(), neo4j.Options{URL: server.URL, User: server.User, Password: server.Password})
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { _ = s.Close() })
	storetest.FuzzSearch(f, s)
}
