package main

import (
	"context"

	"claimgraph/neo4j/neo4jtest"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// handNeo4j asks the server that a store of ours filled.
type handNeo4j struct {
	neo4j.DriverWithContext
	texts map[string]string
}

func openNeo4j(s neo4jtest.Server) (asking, error) {
	driver, err := neo4j.NewDriverWithContext(s.URL, neo4j.BasicAuth(s.User, s.Password, ""))
	if err != nil {
		return nil, err
	}
	h := &handNeo4j{driver, map[string]string{}}
	for _, q := range questions {
		h.texts[q.name] = q.text("cypher")
	}
	return h.ask, nil
}

func (h *handNeo4j) ask(ctx context.Context, q *question, v values) (rows, error) {
	session := h.NewSession(ctx, neo4j.SessionConfig{AccessMode: neo4j.AccessModeRead, DatabaseName: "neo4j", FetchSize: neo4j.FetchAll})
	defer func() { _ = session.Close(ctx) }()
	result, err := session.Run(ctx, h.texts[q.name], v)
	if err != nil {
		return rows{}, err
	}
	one, err := result.Single(ctx)
	if err != nil {
		return rows{}, err
	}
	return rows{root: listed(one.Values[0])}, nil
}
