package watch

import (
	"fmt"
	"strings"
	"testing"
)

// TestNames: whoever invents a name for every request fills no memory, and the
// names that were there before stay.
func TestNames(t *testing.T) {
	n := namesOf(nil)
	if got := n.label("query", "Claims"); got != "Claims" {
		t.Errorf("the first is called %s", got)
	}
	labels := map[string]bool{}
	for i := range 10_000 {
		labels[n.label("query", fmt.Sprintf("Q%d", i))] = true
	}
	if len(labels) != mostNames || !labels["(other)"] || n.label("query", "Claims") != "Claims" {
		t.Errorf("%d labels", len(labels))
	}
	if n := namesOf([]string{"Claims", "Attacks"}); n.label("query", "Mine") != "(other)" || n.label("query", "Attacks") != "Attacks" {
		t.Error("those that the operator names are not those measured apart")
	}
	if n.label("query", "") != "(unnamed)" || n.label("", "") != "(refused)" {
		t.Error("what has no name is called something")
	}
	var r Request
	r.Asked(strings.Repeat("n", 100_000), "query")
	if len(r.operation) > longestName {
		t.Errorf("a name of %d letters is kept", len(r.operation))
	}
}
