package main

import (
	"context"
	"fmt"

	"claimgraph/graph"
	"claimgraph/neo4j"
	"claimgraph/neo4j/neo4jtest"
	"claimgraph/sqlite"
)

// kept is a store that both sides are asked over: a file, or a running server.
type kept struct {
	store  string // sqlite or neo4j
	path   string
	server neo4jtest.Server
}

func keptIn(store, path string) (kept, error) {
	k := kept{store: store, path: path}
	switch store {
	case "sqlite":
		return k, nil
	case "neo4j":
		var err error
		k.server, err = neo4jtest.Given()
		return k, err
	}
	return k, fmt.Errorf("%q is no store: sqlite, neo4j", store)
}

func (k kept) open(ctx context.Context) (graph.Store, error) {
	if k.store == "sqlite" {
		return sqlite.Open(ctx, k.path)
	}
	return neo4j.Open(ctx, neo4j.Options{URL: k.server.URL, User: k.server.User, Password: k.server.Password})
}

func (k kept) byHand(ctx context.Context) (asking, error) {
	if k.store == "sqlite" {
		return openSQLite(ctx, k.path)
	}
	return openNeo4j(k.server)
}
