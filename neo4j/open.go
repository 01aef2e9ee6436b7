package neo4j

import (
	"context"
	"time"

	"claimgraph/graph"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/notifications"
)

// Options say where the server is and who asks.
type Options struct {
	URL      string // neo4j://HOST:PORT, neo4j+s://…, bolt://…
	User     string // "": neo4j
	Password string // "": none is sent
	Database string // "": neo4j; always named to the server, which then asks nobody
}

// Whoever asks a server that is away is told within these.
const (
	connectingAtMost = 3 * time.Second
	waitingAtMost    = 5 * time.Second // for a free connection
	retryingAtMost   = 5 * time.Second // a write that met others
)

// connections is how many there may be to one server.
const connections = 64

// renewed is how old a connection gets. Each keeps room for the longest row that it
// ever brought, so what a rush leaves behind must end sometime.
const renewed = 5 * time.Minute

// Open makes a store of the database. It does not wait for the server: one that
// is away answers UNAVAILABLE until it is back. What is wrong with the options
// themselves is said at once.
func Open(_ context.Context, o Options) (*Store, error) {
	auth := neo4j.NoAuth()
	if o.Password != "" {
		auth = neo4j.BasicAuth(or(o.User, "neo4j"), o.Password, "")
	}
	driver, err := neo4j.NewDriverWithContext(o.URL, auth, settings)
	if err != nil {
		return nil, graph.BadInput("%q is no address of a Neo4j server; write neo4j://HOST:PORT, neo4j+s://HOST:PORT or bolt://HOST:PORT", o.URL)
	}
	return &Store{driver: driver, database: or(o.Database, "neo4j"), underway: newUnderway()}, nil
}

func settings(c *config.Config) {
	c.SocketConnectTimeout = connectingAtMost
	c.ConnectionAcquisitionTimeout = waitingAtMost
	c.MaxTransactionRetryTime = retryingAtMost
	c.ConnectionLivenessCheckTimeout = time.Minute // a firewall may have dropped what lay idle
	c.MaxConnectionPoolSize = connections
	c.MaxConnectionLifetime = renewed
	c.NotificationsMinSeverity = notifications.DisabledLevel
	c.TelemetryDisabled = true
	c.UserAgent = "claimgraph"
}

func or(given, otherwise string) string {
	if given == "" {
		return otherwise
	}
	return given
}
