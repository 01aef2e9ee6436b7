package watch

import "sync"

// mostNames is how many operations are measured apart. Clients choose the
// names: without a bound each could fill the memory of whoever counts.
const mostNames = 100

// names are the operations that are measured apart.
type names struct {
	mu    sync.Mutex
	most  int
	known map[string]bool
}

// namesOf are these, or those that come first.
func namesOf(given []string) *names {
	n := &names{most: mostNames, known: map[string]bool{}}
	for _, name := range given {
		n.known[name[:min(len(name), longestName)]] = true
		n.most = len(n.known)
	}
	return n
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
		if len(n.known) >= n.most {
			return "(other)"
		}
		n.known[operation] = true
	}
	return operation
}
