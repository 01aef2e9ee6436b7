package neo4j_test

import (
	"testing"

	"claimgraph/graph"
	"claimgraph/graph/storetest"
	"claimgraph/neo4j"
	"claimgraph/neo4j/neo4jtest"
)

func TestConformance(t *testing.T) {
	server := neo4jtest.Start(t)
	storetest.Run(t, func(t *testing.T) graph.Store {
		if err := server.Empty(t.Context()); err != nil {
			t.Fatal(err)
		}
		s, err := neo4j.Open(t.Context(), neo4j.Options{URL: server.URL, User: server.User, Password: server.Password})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = s.Close() })
		return s
	}, storetest.Effort{Worlds: 2, Questions: 15})
}
