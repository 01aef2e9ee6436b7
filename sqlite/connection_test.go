package sqlite

import (
	"context"
	"fmt"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"

	"claimgraph/graph"
)

// TestStatementsKept: whoever asks in ever new shapes, or in very long ones, fills
// no memory.
func TestStatementsKept(t *testing.T) {
	s := opened(t)
	err := s.read.use(t.Context(), func(c *connection) error {
		for i := range 2 * maxPrepared {
			text := fmt.Sprintf("SELECT %d", i)
			if i%10 == 0 {
				text += " -- " + strings.Repeat("x", maxLength/20)
			}
			if _, err := c.statement(t.Context(), text); err != nil { //nolint:sqlclosecheck // the connection closes what it prepared
				return err
			}
			length := 0
			for kept := range c.prepared {
				length += len(kept)
			}
			if length != c.length || length > maxLength || len(c.prepared) > maxPrepared {
				t.Fatalf("%d statements of %d bytes, taken for %d", len(c.prepared), length, c.length)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestAskersThatLeaveAtOnce: whoever leaves while a transaction begins leaves none
// behind, in which the connection would be of no use to anybody ever after.
func TestAskersThatLeaveAtOnce(t *testing.T) {
	s := opened(t, world()...)
	chance := rand.New(rand.NewPCG(1, 2))
	for range 5_000 {
		ctx, leave := context.WithCancel(t.Context())
		go func(after int) {
			for range after {
				runtime.Gosched()
			}
			leave()
		}(chance.IntN(20))
		if _, err := s.Fetch(ctx, nested()); err != nil && graph.CodeOf(err) != graph.CodeTimeout {
			t.Fatal(err)
		}
		leave()
	}
}
