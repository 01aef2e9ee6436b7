package neo4j

import (
	"context"
	"net"
	"testing"
	"time"

	"claimgraph/graph"
)

// TestAServerThatNeverAnswers takes connections and says nothing: whoever asks
// is told at the deadline.
func TestAServerThatNeverAnswers(t *testing.T) {
	listener, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = listener.Close() }()
	s, err := Open(t.Context(), Options{URL: "bolt://" + listener.Addr().String(), Password: "secret"})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	for range 3 {
		ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
		began := time.Now()
		_, err = s.Fetch(ctx, graph.Fetch{IDs: []graph.ID{"group:nobody"}})
		cancel()
		if took := time.Since(began); graph.CodeOf(err) != graph.CodeTimeout || took > 5*time.Second {
			t.Errorf("%v, after %s", err, took)
		}
	}
}
