package neo4jtest

import "testing"

// Own is one test's own server, which it may kill and restart.
type Own struct {
	Server
	tb      testing.TB
	home    *home
	process *process
}

// StartOwn starts an empty server for this test alone and ends it with the
// test. It takes seconds: for tests of a Neo4j that goes away.
func StartOwn(tb testing.TB) *Own {
	tb.Helper()
	o := PrepareOwn(tb)
	o.Restart()
	return o
}

// PrepareOwn makes the same and leaves it to the test to start it with Restart.
func PrepareOwn(tb testing.TB) *Own {
	tb.Helper()
	h, login, err := prepare(tb.Context(), tb.TempDir(), Small)
	demand(tb, err)
	o := &Own{Server: login, tb: tb, home: h}
	tb.Cleanup(o.Kill)
	return o
}

// Kill ends the server at once, as a power cut would; its data stays.
func (o *Own) Kill() {
	if o.process != nil {
		o.process.kill()
		o.process = nil
	}
}

// Restart starts the server again at the same address over the same data, and
// returns when it answers.
func (o *Own) Restart() {
	o.tb.Helper()
	o.Kill()
	p, err := start(o.tb.Context(), o.home, o.Server, false)
	if err != nil {
		o.tb.Fatalf("start Neo4j: %v", err)
	}
	o.process = p
}
