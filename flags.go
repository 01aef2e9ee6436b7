package main

import (
	"slices"

	"github.com/urfave/cli/v3"
)

// storeFlags say where the graph is kept; every command knows them.
func storeFlags() []cli.Flag {
	const group = "The store"
	return []cli.Flag{
		&cli.StringFlag{Name: "store", Category: group, Usage: "where the graph is kept: sqlite:PATH, neo4j://HOST:PORT, neo4j+s://…, bolt://… (default: a file of its own)", Sources: cli.EnvVars("CLAIMGRAPH_STORE")},
		&cli.StringFlag{Name: "neo4j-user", Category: group, Usage: "user name for Neo4j", Value: "neo4j", Sources: cli.EnvVars("CLAIMGRAPH_NEO4J_USER")},
		&cli.StringFlag{Name: "neo4j-database", Category: group, Usage: "name of the database in Neo4j", Value: "neo4j", Sources: cli.EnvVars("CLAIMGRAPH_NEO4J_DATABASE")},
	}
}

// serveFlags say how the server listens and what it tells of itself.
func serveFlags() []cli.Flag {
	const listening, telling = "Listening", "What it tells of itself"
	return slices.Concat(bundledFlags(), []cli.Flag{
		&cli.StringFlag{Name: "addr", Category: listening, Usage: "address to listen on", Value: "127.0.0.1:8080", Sources: cli.EnvVars("CLAIMGRAPH_ADDR")},
		&cli.DurationFlag{Name: "drain", Category: listening, Usage: "how long to go on answering once told to stop, with /readyz at 503, so that a load balancer learns of it", Sources: cli.EnvVars("CLAIMGRAPH_DRAIN")},
		&cli.StringFlag{Name: "metrics-addr", Category: telling, Usage: "address for Prometheus to read /metrics at, for nobody else (default: none)", Sources: cli.EnvVars("CLAIMGRAPH_METRICS_ADDR")},
		&cli.StringFlag{Name: "log-format", Category: telling, Usage: "text, or json: one object a line", Value: "text", Sources: cli.EnvVars("CLAIMGRAPH_LOG_FORMAT")},
		&cli.StringFlag{Name: "log-level", Category: telling, Usage: "the least grave that is logged: debug, info, warn or error; requests are info", Value: "info", Sources: cli.EnvVars("CLAIMGRAPH_LOG_LEVEL")},
	}, offerFlags())
}
