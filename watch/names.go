package watch

import "sync"

// mostNames is how many operations are measured apart. Clients choose the
// names: without a bound each could fill the memory of whoever counts.
const mostNames = 100

// names are the operations that are measured apart, those that came first.
type names struct {
	mu    sync.Mutex
	known map[string]bool
}

// label is under which name an operation is measured.
func (n *names) label(kind, operation string) string {
	switch {
	case kind == "": // refused before it was known what it asks
		return "(refused)"
	case operation == "":
		return "(unnamed)"
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	if !n.known[operation] {
		if len(n.known) >= mostNames {
			return "(other)"
		}
		if n.known == nil {
			n.known = map[string]bool{}
		}
		n.known[operation] = true
	}
	return operation
}
