package synthetic_test

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"claimgraph/expected"
	"claimgraph/graph"
	"claimgraph/synthetic"
)

// TestSameSeedSameBytes holds a world against what it was when this was written:
// the numbers of its nodes, and the sum of its bytes.
func TestSameSeedSameBytes(t *testing.T) {
	const file = "testdata/world.txt"
	got := describe(t, synthetic.World{Seed: 1, Attacks: 1000})
	expected.File(t, file, got)
	if other := describe(t, synthetic.World{Seed: 2, Attacks: 1000}); other == got {
		t.Error("another seed makes the same world")
	}
}

func describe(t *testing.T, w synthetic.World) string {
	t.Helper()
	sum, kinds := sha256.New(), map[graph.NodeKind]int{}
	for part := range w.Parts() {
		for _, n := range part.Nodes {
			n.Normal()
			kinds[n.Head().ID.Kind()]++
			line, err := json.Marshal(n)
			if err != nil {
				t.Fatal(err)
			}
			_, _ = sum.Write(line)
		}
	}
	var out strings.Builder
	for _, k := range graph.NodeKinds {
		fmt.Fprintf(&out, "%-12s %6d\n", k, kinds[k])
	}
	fmt.Fprintf(&out, "sha256 %x\n", sum.Sum(nil))
	return out.String()
}

// TestBiggerWorldBeginsWithSmaller: what was measured on the smaller world can
// be looked for in the bigger one.
func TestBiggerWorldBeginsWithSmaller(t *testing.T) {
	var small, big []graph.ID
	for part := range (synthetic.World{Seed: 7, Attacks: 400}).Parts() {
		small = append(small, ids(part)...)
	}
	for part := range (synthetic.World{Seed: 7, Attacks: 1000}).Parts() {
		big = append(big, ids(part)...)
	}
	if len(big) < len(small) || !slices.Equal(small, big[:len(small)]) {
		t.Error("the bigger world begins otherwise")
	}
}

func ids(p synthetic.Part) []graph.ID {
	var out []graph.ID
	for _, n := range p.Nodes {
		out = append(out, n.Head().ID)
	}
	return out
}

// TestEverythingIsInventedAndSound: every id says that it is invented, every
// source too, nothing contradicts itself or what it answers, and each part
// refers to itself and to the ground alone.
func TestEverythingIsInventedAndSound(t *testing.T) {
	ground := map[graph.ID]graph.Node{}
	for part := range (synthetic.World{Seed: 3, Attacks: 3000}).Parts() {
		known := map[graph.ID]graph.Node{}
		for _, n := range part.Nodes {
			n.Normal()
			id := n.Head().ID
			if _, key, _ := strings.Cut(string(id), ":"); !strings.HasPrefix(key, "syn-") {
				t.Errorf("%s does not say that it is invented", id)
			}
			if s, ok := n.(*graph.Source); ok && !strings.Contains(s.Title, "synthetic data") {
				t.Errorf("%s is titled %q", id, s.Title)
			}
			if err := n.Validate(); err != nil {
				t.Errorf("%s: %v", id, err)
			}
			if known[id] != nil || ground[id] != nil {
				t.Errorf("%s comes twice", id)
			}
			known[id] = n
		}
		if part.Attacks == 0 {
			ground = known
		}
		for _, n := range part.Nodes {
			sound(t, n, func(id graph.ID) graph.Node {
				if known[id] != nil {
					return known[id]
				}
				return ground[id]
			})
		}
	}
}

func sound(t *testing.T, n graph.Node, find func(graph.ID) graph.Node) {
	t.Helper()
	id := n.Head().ID
	for _, r := range graph.RelationsFrom(id.Kind()) {
		for _, arc := range r.Links(n) {
			if find(arc.To) == nil {
				t.Errorf("%s: %s leads to %s, which is nowhere", id, r.Name, arc.To)
			}
		}
	}
	if r, ok := n.(graph.Response); ok && r.Replied().RespondsTo != "" {
		if err := graph.CheckResponse(r, find(r.Replied().RespondsTo).(graph.Assertion)); err != nil {
			t.Errorf("%s: %v", id, err)
		}
	}
	if a, ok := n.(graph.Assertion); ok && a.Spoken().Supersedes != "" {
		if err := graph.CheckSupersedes(a, find(a.Spoken().Supersedes).(graph.Assertion)); err != nil {
			t.Errorf("%s: %v", id, err)
		}
	}
}
