package sqlite

import (
	"fmt"
	"strings"
	"testing"
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
			if _, err := c.statement(t.Context(), text); err != nil {
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
