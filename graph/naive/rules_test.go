package naive_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"reflect"
	"strconv"
	"testing"

	"claimgraph/graph"
	"claimgraph/graph/naive"
)

// worlds is how many random worlds a test asks.
func worlds(t *testing.T) uint64 {
	if text := os.Getenv("CLAIMGRAPH_TEST_WORLDS"); text != "" {
		n, err := strconv.ParseUint(text, 10, 64)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	return 80
}

// days are now, and two days before, among or after all that is said.
func days(rng *rand.Rand) []graph.AsOf {
	day := func() graph.AsOf { return graph.AsOf(naive.Day(rng.IntN(30) - 2)) }
	return []graph.AsOf{graph.Now, day(), day()}
}

// search asks many worlds for a difference, and shows the first one small.
func search(t *testing.T, differ func(naive.World, []graph.AsOf) string) {
	t.Helper()
	for seed := range worlds(t) {
		rng := rand.New(rand.NewPCG(seed, 37))
		w, on := naive.Random(rng), days(rng)
		if differ(w, on) != "" {
			least := smaller(w, func(w naive.World) string { return differ(w, on) })
			t.Fatalf("world %d: %s\nin\n%s", seed, differ(least, on), picture(least))
		}
	}
}

func TestRulesHoldOfStandings(t *testing.T) {
	search(t, func(w naive.World, days []graph.AsOf) string {
		for _, n := range w {
			subject, ok := n.(graph.Subject)
			if !ok {
				continue
			}
			id := subject.Head().ID
			c := caseOf(w, id)
			for _, on := range days {
				v := c.Known(on)
				for _, claim := range c.Claims {
					if d := differs("rules 8 to 16, "+string(claim.ID), on, v.ClaimStanding(claim), naive.ClaimStanding(w, claim.ID, on)); d != "" {
						return d
					}
				}
				for _, aspect := range graph.Aspects[:len(graph.Aspects)-2] {
					if d := differs("rules 17 to 19, "+string(id), on, v.SubjectStanding(aspect), naive.SubjectStanding(w, id, aspect, on)); d != "" {
						return d
					}
				}
			}
		}
		return ""
	})
}

// differs compares what graph and what the naive evaluation say.
func differs(what string, on graph.AsOf, got, want any) string {
	g, w := fmt.Sprintf("%+v", got), fmt.Sprintf("%+v", want)
	if g == w || reflect.DeepEqual(got, want) {
		return ""
	}
	return fmt.Sprintf("%s as of %d:\n graph %s\n naive %s", what, on, g, w)
}
