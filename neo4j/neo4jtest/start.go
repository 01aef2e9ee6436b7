// Package neo4jtest gives tests a real Neo4j server, with authentication on.
package neo4jtest

import (
	"context"
	"crypto/rand"
	"errors"
	"os"
	"sync"
	"testing"
)

// Variable names the environment variable that holds running servers to test
// with (bolt://user:password@host:port, with spaces between them; their data is
// deleted), or None.
const Variable = "CLAIMGRAPH_TEST_NEO4J"

// None as the value of Variable says that this machine has no Neo4j.
const None = "none"

// Start returns the server that all tests of this process share, alone on it:
// another test process takes another one, or waits. Nobody empties it.
// Where no server can be had the test is skipped, or fails if CI=true.
func Start(tb testing.TB) Server {
	tb.Helper()
	s, err := shared()
	demand(tb, err)
	return s
}

// shared either joins a server that Variable names or launches one, which
// ends with this process.
var shared = sync.OnceValues(func() (Server, error) {
	switch given := os.Getenv(Variable); given {
	case "", None:
		r, err := Launch(context.Background(), Small)
		if err != nil {
			return Server{}, err
		}
		return r.Server, nil
	default:
		all, err := parseAll(given)
		if err != nil {
			return Server{}, err
		}
		return lockForLife(all)
	}
})

// Given is the first server that Variable names, for those that are no tests.
// Nobody else is kept off.
func Given() (Server, error) {
	all, err := parseAll(os.Getenv(Variable))
	if err != nil {
		return Server{}, err
	}
	return all[0], nil
}

// Required says that a missing Neo4j is a failure, not a reason to skip.
func Required() bool { return os.Getenv("CI") == "true" }

func demand(tb testing.TB, err error) {
	tb.Helper()
	var missing *MissingError
	switch {
	case err == nil:
	case errors.As(err, &missing) && !Required():
		tb.Skipf("Neo4j half SKIPPED: %v. Install Java 17 or 21 and Maven to test it.", err)
	default:
		tb.Fatalf("Neo4j: %v", err)
	}
}

// Running is a server that Launch started.
type Running struct {
	Server
	process *process
}

// Launch starts an empty server of its own, which ends with this process at
// the latest and leaves nothing behind. The error is a *MissingError where
// Java, Maven or Neo4j's jars are not to be had.
func Launch(ctx context.Context, m Memory) (*Running, error) {
	dir, err := os.MkdirTemp("", "claimgraph-neo4j-")
	if err != nil {
		return nil, err
	}
	h, login, err := prepare(ctx, dir, m)
	if err != nil {
		_ = os.RemoveAll(dir)
		return nil, err
	}
	p, err := start(ctx, h, login, true)
	if err != nil {
		return nil, err
	}
	return &Running{Server: login, process: p}, nil
}

// Stop ends the server and removes its data.
func (r *Running) Stop() {
	r.process.kill()
	_ = os.Remove(lockFile(r.Server))
}

func prepare(ctx context.Context, dir string, m Memory) (*home, Server, error) {
	if os.Getenv(Variable) == None {
		return nil, Server{}, &MissingError{Variable + "=" + None}
	}
	password := rand.Text()
	h, err := newHome(ctx, dir, password, m)
	if err != nil {
		return nil, Server{}, err
	}
	return h, Server{URL: "bolt://" + h.address(), User: "neo4j", Password: password}, nil
}
