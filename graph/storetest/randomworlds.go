package storetest

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"testing"

	"claimgraph/graph"
)

// Effort is how many random worlds a store is told, and how many questions it
// is asked of each.
type Effort struct {
	Worlds, Questions int
	Apart             bool // each store is one of its own, so that all can be tested at once
}

// given takes what the environment says instead: CLAIMGRAPH_WORLDS and
// CLAIMGRAPH_QUESTIONS. CLAIMGRAPH_SEED names the first world.
func (e Effort) given() (effort Effort, seed int) {
	e.Worlds, e.Questions = setting("CLAIMGRAPH_WORLDS", e.Worlds), setting("CLAIMGRAPH_QUESTIONS", e.Questions)
	return e, setting("CLAIMGRAPH_SEED", 1)
}

// worlds tests each world apart; the name of its test repeats it.
func (e Effort) worlds(t *testing.T, test func(t *testing.T, seed uint64, questions int)) {
	effort, first := e.given()
	for seed := first; seed < first+effort.Worlds; seed++ {
		e.run(t, fmt.Sprintf("CLAIMGRAPH_SEED=%d CLAIMGRAPH_WORLDS=1", seed), func(t *testing.T) { test(t, uint64(seed), effort.Questions) })
	}
}

func setting(name string, otherwise int) int {
	if n, err := strconv.Atoi(os.Getenv(name)); err == nil {
		return n
	}
	return otherwise
}

// randomWorlds tells stores worlds of random make, in two pieces, and asks
// random questions of them. A world is repeated by its seed alone.
func randomWorlds(t *testing.T, open func(t *testing.T) graph.Store, effort Effort) {
	effort.worlds(t, func(t *testing.T, seed uint64, questions int) {
		random := rand.New(rand.NewPCG(seed, 20))
		world := randomWorld(random)
		k := know(t, telling(copies(t, world)))
		s := open(t)
		inPieces(t, s, random, world, 1+len(world)/2)
		k.sameViews(t, s)
		k.pictured(t, s)
		k.recorded(t, s)
		k.theirs(t, s)
		k.ownCounts(t, s)
		k.faceted(t, s, nil)
		g := &guesser{random, k}
		fields := lists()
		for range questions {
			field := fields[g.IntN(len(fields))]
			q := k.ask(field, nil)
			if q.way.Filter != "" {
				q.filter = g.filter(q.way.Filter, g.IntN(3))
			}
			q.order = g.order(q.way.Kinds)
			q.must(t, s, k)
			if q.parents = g.some(q.parents); q.parents != nil {
				q.paged(t, s, k, 1+g.IntN(3), g.IntN(2) == 0)
			}
		}
		k.walked(t, s, random, questions/4)
	})
}

// order is now and then another than the default.
func (g *guesser) order(kinds []graph.NodeKind) []graph.Order {
	family := graph.KindNamed(kinds[0]).Family
	if slices.ContainsFunc(kinds, func(k graph.NodeKind) bool { return graph.KindNamed(k).Family != family }) || g.IntN(2) == 0 {
		return nil
	}
	var orders []graph.Order
	names := sortedKeys(family.Orders)
	for range 1 + g.IntN(2) {
		by := family.Orders[names[g.IntN(len(names))]]
		by.Desc = g.IntN(2) == 0
		if !slices.ContainsFunc(orders, func(o graph.Order) bool { return o.Column == by.Column }) {
			orders = append(orders, by)
		}
	}
	return orders
}

// some is one of several parents.
func (g *guesser) some(parents []graph.ID) []graph.ID {
	if len(parents) == 0 {
		return nil
	}
	return []graph.ID{parents[g.IntN(len(parents))]}
}
