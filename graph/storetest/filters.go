package storetest

import (
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"testing"

	"claimgraph/graph"
)

// filters asks every field of every filter input, and a sample of them under
// every node that lists such nodes, and compares with the naive evaluation:
// rows, order, certainty, counts, in both modes.
func filters(t *testing.T, s graph.Store) {
	k := drawn(t, s)
	g := &guesser{rand.New(rand.NewPCG(1, 1)), k}
	questions := patiently()
	defer func() { t.Logf("%d filters asked", questions.asked) }()
	for _, field := range lists() {
		way := fieldNamed(field)
		g.hold(t, s, field, nil)
		if way.Filter == "" {
			continue
		}
		names := sortedKeys(graph.Filters[way.Filter])
		if way.Orders { // under nodes a sample will do: the test of a row is the same
			g.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
			names = names[:2]
		}
		for _, name := range names {
			if !questions.more() {
				return
			}
			value := g.value(way.Filter, name, 1)
			g.hold(t, s, field, map[string]any{name: value})
			if !way.Orders {
				g.hold(t, s, field, map[string]any{"not": map[string]any{name: value}})
			}
		}
	}
}

// randomFilters asks nested filters of random make. CLAIMGRAPH_ROUNDS sets how many.
func randomFilters(t *testing.T, s graph.Store) {
	k := drawn(t, s)
	rounds, err := strconv.Atoi(os.Getenv("CLAIMGRAPH_ROUNDS"))
	if err != nil {
		rounds = 60
	}
	g := &guesser{rand.New(rand.NewPCG(2, 7)), k}
	fields := slices.DeleteFunc(lists(), func(name string) bool { return fieldNamed(name).Filter == "" })
	questions := patiently()
	defer func() { t.Logf("%d filters asked", questions.asked) }()
	for range rounds {
		if !questions.more() {
			return
		}
		field := fields[g.IntN(len(fields))]
		way := fieldNamed(field)
		g.hold(t, s, field, g.filter(way.Filter, 2))
	}
}

// hold asks one question of the store and of the naive evaluation.
func (g *guesser) hold(t *testing.T, s graph.Store, field string, filter any) {
	t.Helper()
	wrong, err := g.known.ask(field, filter).put(t.Context(), s, g.known)
	if err != nil && graph.CodeOf(err) != graph.CodeLimit { // a guess may nest too deep
		t.Errorf("%s %v: %v", field, filter, err)
	}
	if wrong != "" {
		t.Error(wrong)
	}
}

func sortedKeys[V any](m map[string]V) []string {
	out := make([]string, 0, len(m))
	for key := range m {
		out = append(out, key)
	}
	return sortedTexts(out)
}

func sortedTexts(out []string) []string {
	slices.Sort(out)
	return out
}
