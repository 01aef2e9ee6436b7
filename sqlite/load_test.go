package sqlite

import (
	"errors"
	"slices"
	"testing"

	"claimgraph/graph"
)

// loads loads what is spoken of, and then each word by itself, claims before answers.
func loads(t *testing.T, s *Store, nodes ...graph.Node) error {
	t.Helper()
	var ground []graph.Node
	var said, answers [][]graph.Node
	for _, n := range nodes {
		switch n.(type) {
		case graph.Response:
			answers = append(answers, []graph.Node{n})
		case graph.Assertion:
			said = append(said, []graph.Node{n})
		default:
			ground = append(ground, n)
		}
	}
	parts := func(yield func(graph.ChangeSet) bool) {
		for _, part := range slices.Concat([][]graph.Node{ground}, said, answers) {
			if !yield(graph.ChangeSet{Nodes: part, By: "test", At: when}) {
				return
			}
		}
	}
	return s.Load(t.Context(), parts, func(graph.Result) {})
}

// TestLoadAnswersAsApply: what comes in many parts is as if it had come at once,
// and the file is afterwards as any.
func TestLoadAnswersAsApply(t *testing.T) {
	s := opened(t)
	if err := loads(t, s, world()...); err != nil {
		t.Fatal(err)
	}
	at, once := claimsOf(t, s, "attack:1"), claimsOf(t, opened(t, world()...), "attack:1")
	if len(once) == 0 || !slices.Equal(at, once) {
		t.Errorf("attack:1 has %v, and would have %v", at, once)
	}
	put(t, s, claim("more", "group:blue", "attack:1", 20171009))
	if err := loads(t, s, claim("late", "group:blue", "attack:1", 20171010)); err != nil { // into a store that holds something
		t.Fatal(err)
	}
	if got := claimsOf(t, s, "attack:1"); len(got) != len(once)+2 {
		t.Errorf("attack:1 has %v", got)
	}
}

// TestLoadAllOrNone: where one part is refused, nothing of those before it stays.
func TestLoadAllOrNone(t *testing.T) {
	s := opened(t)
	err := loads(t, s, append(world(), claim("lost", "group:nobody", "attack:1", 20171002))...)
	var ours *graph.Error
	if !errors.As(err, &ours) || ours.Code != graph.CodeBadInput {
		t.Errorf("it says %v", err)
	}
	tree := fetched(t, s, graph.Fetch{Query: &graph.Query{Kinds: []graph.NodeKind{graph.KindAttack}, Limit: 5}})
	if len(tree.Nodes) > 0 {
		t.Errorf("%d attacks stayed", len(tree.Nodes))
	}
	if err := loads(t, s, world()...); err != nil {
		t.Error(err)
	}
}
