package neo4j

import (
	"context"
	"net"
	"testing"
	"time"

	"claimgraph/graph"
)

// TestReadsAreReads: a statement that writes is refused where questions are
// asked, so that none can reach the leader of a cluster by mistake.
func TestReadsAreReads(t *testing.T) {
	s := opened(t)
	_, err := s.askOnce(t.Context(), "CREATE (x:`"+nodeLabel+"` {id: 'group:nobody'}) RETURN x", nil, time.Minute)
	if code := codeOf(err); code != "Neo.ClientError.Statement.AccessMode" {
		t.Errorf("a question that writes ends in %v", err)
	}
	tree, err := s.Fetch(t.Context(), graph.Fetch{IDs: []graph.ID{"group:nobody"}})
	if err != nil || len(tree.Nodes) > 0 {
		t.Errorf("it was written: %v %v", tree, err)
	}
}

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
