// Package storetest is the one suite that every store passes, without
// exceptions: a drawn world, random worlds, and a naive evaluation of the API's
// own words that stores are held against.
package storetest

import (
	"slices"
	"testing"
	"time"

	"claimgraph/graph"
)

// Run holds a store to the port. open gives an empty one.
func Run(t *testing.T, open func(t *testing.T) graph.Store, effort Effort) {
	for _, part := range []struct {
		story string
		test  func(t *testing.T, s graph.Store)
	}{
		{"every relation both ways", relations},
		{"links of every relation both ways", arcs},
		{"walks", walks},
		{"parts of nodes", parts},
		{"every filter field", filters},
		{"every picture", pictures},
		{"every facet", facets},
		{"every order", orders},
		{"pages", pages},
		{"inserts between pages", insertsBetweenPages},
		{"searches", searches},
		{"writing again changes nothing", idempotent},
		{"all or nothing", atomic},
		{"piece by piece", pieces},
		{"readers beside a writer", readersBesideAWriter},
	} {
		effort.run(t, part.story, func(t *testing.T) { part.test(t, open(t)) })
	}
	effort.run(t, "random worlds", func(t *testing.T) { randomWorlds(t, open, effort) })
	effort.run(t, "random searches", func(t *testing.T) { randomSearches(t, open, effort) })
	effort.run(t, "the rules hold", func(t *testing.T) { rulesHold(t, open, effort) })
}

func (e Effort) run(t *testing.T, story string, test func(t *testing.T)) {
	t.Run(story, func(t *testing.T) {
		if e.Apart {
			t.Parallel()
		}
		test(t)
	})
}

// noon is when the test worlds are written.
var noon = time.Date(2020, 2, 3, 12, 0, 0, 0, time.UTC)

func telling(nodes []graph.Node) graph.ChangeSet {
	return graph.ChangeSet{Nodes: nodes, By: "storetest", At: noon}
}

// drawn fills a store with the drawn world, and gives what it was told.
func drawn(t *testing.T, s graph.Store) *known {
	t.Helper()
	world := telling(drawnWorld())
	k := know(t, telling(copies(t, world.Nodes)))
	apply(t, s, world)
	return k
}

func apply(t *testing.T, s graph.Store, c graph.ChangeSet) graph.Result {
	t.Helper()
	c.Nodes = copies(t, c.Nodes)
	result, err := s.Apply(t.Context(), c)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// lists are the fields of the API that list nodes: at the root and under nodes.
func lists() []string {
	var under []string
	for name, way := range graph.Fields {
		if way.Orders {
			under = append(under, name)
		}
	}
	slices.Sort(under)
	return append(sortedKeys(graph.Roots), under...)
}
