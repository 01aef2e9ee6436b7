package storetest

import (
	"encoding/json"
	"slices"
	"sync"
	"testing"

	"claimgraph/graph"
	"claimgraph/graph/naive"
)

// known is what a store was told, kept as plain Go values: what the stores'
// answers are held against. What is derived of it is derived here as well, from
// the whole of it and without any index.
type known struct {
	nodes   map[graph.ID]graph.Node
	records naive.World // the same for the second evaluation of the rules
	looked  sync.Map    // at which discs in which regions: looking takes long
}

// know is what a store holds that was told this and nothing before.
func know(t testing.TB, c graph.ChangeSet) *known {
	t.Helper()
	k := &known{nodes: map[graph.ID]graph.Node{}}
	k.tell(t, c)
	return k
}

// tell takes a change set in, as Apply promises to, and says what Apply must answer.
func (k *known) tell(t testing.TB, c graph.ChangeSet) graph.Result {
	t.Helper()
	var result graph.Result
	for _, n := range c.Nodes {
		fresh := copied(t, n)
		fresh.Head().RecordedAt, fresh.Head().RecordedBy = c.At.UTC(), c.By
		old := k.nodes[n.Head().ID]
		switch {
		case old == nil:
			result.Added++
		case record(t, old) == record(t, fresh):
			result.Unchanged++
			continue
		default:
			result.Changed++
		}
		k.nodes[n.Head().ID] = fresh
	}
	k.records = nil
	k.derive(t)
	return result
}

// copied is the record of a node without what is derived of it.
func copied(t testing.TB, n graph.Node) graph.Node {
	t.Helper()
	head := n.Head()
	fresh, err := graph.NodeOf(graph.Kept{ID: head.ID, Doc: []byte(record(t, n)), Recorded: head.RecordedAt, By: head.RecordedBy})
	if err != nil {
		t.Fatal(err)
	}
	fresh.Normal()
	return fresh
}

func copies(t testing.TB, nodes []graph.Node) []graph.Node {
	t.Helper()
	out := make([]graph.Node, len(nodes))
	for i, n := range nodes {
		out[i] = copied(t, n)
	}
	return out
}

func record(t testing.TB, n graph.Node) string {
	t.Helper()
	doc, err := json.Marshal(n)
	if err != nil {
		t.Fatal(err)
	}
	return string(doc)
}

// ids are all ids, sorted.
func (k *known) ids() []graph.ID {
	out := make([]graph.ID, 0, len(k.nodes))
	for id := range k.nodes {
		out = append(out, id)
	}
	slices.Sort(out)
	return out
}

// of are the nodes of some kinds, by id; no kinds are all.
func (k *known) of(kinds ...graph.NodeKind) []graph.Node {
	var out []graph.Node
	for _, id := range k.ids() {
		if len(kinds) == 0 || slices.Contains(kinds, id.Kind()) {
			out = append(out, k.nodes[id])
		}
	}
	return out
}

// each gives the nodes of one Go type, by id.
func each[N graph.Node](k *known) []N {
	var out []N
	for _, n := range k.of() {
		if n, ok := n.(N); ok {
			out = append(out, n)
		}
	}
	return out
}
