package neo4j

import (
	"context"
	"net"
	"sync"
	"testing"
	"time"

	"claimgraph/graph"
)

// TestReadsAreReads: a statement that writes is refused where questions are
// asked, so that none can reach the leader of a cluster by mistake.
func TestReadsAreReads(t *testing.T) {
	s := opened(t)
	_, err := s.askOnce(t.Context(), question{text: "CREATE (x:`" + nodeLabel + "` {id: 'group:nobody'}) RETURN x", left: time.Minute})
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

// endless compares every six nodes of the database.
const endless = "MATCH (a), (b), (c), (d), (e), (f) WHERE a.id + b.id + c.id + d.id + e.id + f.id = '' RETURN count(*)"

// TestTheDeadlinePasses: what would take the server minutes ends at the
// deadline, and leaves nothing behind.
func TestTheDeadlinePasses(t *testing.T) {
	s := opened(t, world()...)
	ctx, cancel := context.WithTimeout(t.Context(), 300*time.Millisecond)
	defer cancel()
	began := time.Now()
	_, err := s.ask(ctx, endless, nil)
	if took := time.Since(began); graph.CodeOf(translated(err)) != graph.CodeTimeout || took > 2*time.Second {
		t.Errorf("%v, after %s", err, took)
	}
	ends(t, s)
	if _, err := s.Fetch(ctx, graph.Fetch{IDs: []graph.ID{"group:red"}}); graph.CodeOf(err) != graph.CodeTimeout {
		t.Errorf("a question after the deadline ends in %v", err)
	}
	fetched(t, s, graph.Fetch{IDs: []graph.ID{"group:red"}}) // and the connections are whole
}

// TestTheAskerLeaves long before the deadline: the server works no longer.
func TestTheAskerLeaves(t *testing.T) {
	s := opened(t, world()...)
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(200*time.Millisecond, cancel)
	_, err := s.ask(ctx, endless, nil)
	if graph.CodeOf(translated(err)) != graph.CodeTimeout {
		t.Error(err)
	}
	ends(t, s)
}

// TestManyLeaveAtOnce: more questions than there is room for, none of which would end.
// Who loads meanwhile finds a connection, and when the askers leave all make room.
func TestManyLeaveAtOnce(t *testing.T) {
	s := opened(t, world()...)
	ctx, leave := context.WithCancel(t.Context())
	var all sync.WaitGroup
	for range questions + 20 {
		all.Go(func() {
			if _, err := s.ask(ctx, endless, nil); graph.CodeOf(translated(err)) != graph.CodeTimeout {
				t.Error(err)
			}
		})
	}
	for began := time.Now(); ; time.Sleep(10 * time.Millisecond) {
		p := s.Pools()[0]
		if p.Used == questions && p.Awaited == 20 {
			break
		}
		if time.Since(began) > 10*time.Second {
			t.Fatalf("not all are asked or wait: %v", p)
		}
	}
	if _, err := s.Apply(t.Context(), graph.ChangeSet{Nodes: []graph.Node{group("green", "Green Men")}, By: "tester", At: when}); err != nil {
		t.Errorf("who loads meanwhile is told %v", err)
	}
	leave()
	all.Wait()
	ends(t, s)
	for began := time.Now(); s.underway.abandoned() != nil; time.Sleep(10 * time.Millisecond) {
		if time.Since(began) > 10*time.Second {
			t.Fatal("what is over is not forgotten")
		}
	}
	fetched(t, s, graph.Fetch{IDs: []graph.ID{"group:green"}})
}

// ends waits until the server runs nothing that is endless, which it would for
// a minute.
func ends(t *testing.T, s *Store) {
	t.Helper()
	began := time.Now()
	for {
		row, err := s.ask(t.Context(), "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery = $endless RETURN count(*)", map[string]any{"endless": endless})
		if err != nil {
			t.Fatal(err)
		}
		if row.Values[0] == int64(0) {
			return
		}
		if time.Since(began) > 30*time.Second {
			t.Fatal("the server is still at it")
		}
		time.Sleep(20 * time.Millisecond)
	}
}
