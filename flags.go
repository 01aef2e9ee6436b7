package main

import (
	"slices"

	"github.com/urfave/cli/v3"
)

// storeFlags say where the graph is kept; every command knows them.
func storeFlags() []cli.Flag {
	const group = "Store"
	return []cli.Flag{
		&cli.StringFlag{Name: "store", Category: group, Usage: "where the graph is kept: sqlite:PATH, neo4j://HOST:PORT, neo4j+s://…, bolt://… (default: a file of its own)", Sources: cli.EnvVars("CLAIMGRAPH_STORE")},
		&cli.StringFlag{Name: "config", Category: group, Usage: "file of flags and their values, in YAML; the command line and the environment go before it", Sources: cli.EnvVars("CLAIMGRAPH_CONFIG")},
		&cli.StringFlag{Name: "neo4j-user", Category: group, Usage: "user name for Neo4j", Value: "neo4j", Sources: cli.EnvVars("CLAIMGRAPH_NEO4J_USER")},
		&cli.StringFlag{Name: "neo4j-database", Category: group, Usage: "name of the database in Neo4j", Value: "neo4j", Sources: cli.EnvVars("CLAIMGRAPH_NEO4J_DATABASE")},
		&cli.StringFlag{Name: "neo4j-password-file", Category: group, Usage: "file that holds the password for Neo4j; or put the password itself into CLAIMGRAPH_NEO4J_PASSWORD, never into a command line, where others read it", Sources: cli.EnvVars("CLAIMGRAPH_NEO4J_PASSWORD_FILE")},
	}
}

// serveFlags say how the server listens and what it tells of itself.
func serveFlags() []cli.Flag {
	const telling = "What it tells of itself"
	return slices.Concat(bundledFlags(cli.EnvVars("CLAIMGRAPH_WITH_SEED"), cli.EnvVars("CLAIMGRAPH_WITH_FOLLOW_UP")), []cli.Flag{
		addrFlag(),
		&cli.DurationFlag{Name: "drain", Category: listening, Usage: "how long to go on answering once told to stop, with /readyz at 503, so that a load balancer learns of it", Sources: cli.EnvVars("CLAIMGRAPH_DRAIN")},
		&cli.StringFlag{Name: "metrics-addr", Category: telling, Usage: "address for Prometheus to read /metrics at, for nobody else (default: none)", Sources: cli.EnvVars("CLAIMGRAPH_METRICS_ADDR")},
		&cli.StringSliceFlag{Name: "metrics-operation", Category: telling, Usage: "name of an operation that is measured apart, whatever strangers call theirs; may be repeated (default: the first 100 that come)", Sources: cli.EnvVars("CLAIMGRAPH_METRICS_OPERATION")},
		&cli.StringFlag{Name: "log-format", Category: telling, Usage: "text, or json: one object a line", Value: "text", Sources: cli.EnvVars("CLAIMGRAPH_LOG_FORMAT")},
		&cli.StringFlag{Name: "log-level", Category: telling, Usage: "the least grave that is logged: debug, info, warn or error; requests are info", Value: "info", Sources: cli.EnvVars("CLAIMGRAPH_LOG_LEVEL")},
	}, offerFlags())
}

const listening = "Listening"

func addrFlag() cli.Flag {
	return &cli.StringFlag{Name: "addr", Category: listening, Usage: "address to listen on", Value: "127.0.0.1:8080", Sources: cli.EnvVars("CLAIMGRAPH_ADDR")}
}

// serveHelp explains the server to whoever asks for help.
const serveHelp = `Serves the playground at /, the API at /graphql, its schema at /schema.graphql, whether the
program runs at /healthz, and whether it can answer at /readyz.

Every flag has a variable, and a line in the file that --config names; the command line goes
before the variable, that before the file. docs/operations.md has them all in one table.

The bundled example, from a file of its own, for yourself:

   claimgraph serve

A store that you filled by "claimgraph load", for others on the network:

   claimgraph serve --store sqlite:/var/lib/claimgraph/graph.db --addr 0.0.0.0:8080

Over Neo4j, behind a load balancer, with a log for machines and numbers for Prometheus:

   CLAIMGRAPH_NEO4J_PASSWORD_FILE=/run/secrets/neo4j claimgraph serve \
      --store neo4j://db:7687 --addr :8080 --drain 10s \
      --log-format json --metrics-addr 127.0.0.1:9100

It stops at Ctrl-C or SIGTERM: it takes no new request and finishes those that run. A second
signal ends it at once.`
