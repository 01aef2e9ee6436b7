// Package synthetic invents worlds of any size, so that volume and speed can be
// measured without real data. Nothing in it ever happened: every id begins with
// "syn-", and every source, attack and name says that it is invented.
package synthetic

import (
	"fmt"
	"iter"

	"claimgraph/graph"
)

// World is an invented world. The same seed makes the same world on every
// machine; a bigger one begins with the same attacks as a smaller one.
type World struct {
	Seed    uint64
	Attacks int
}

// All attacks happen within so many years from the first on.
const (
	FirstYear = 2005
	Years     = 20
)

// perPart is how many attacks are told in one go. Nothing said of them refers
// to another part, so that each can be made, and written, by itself.
const perPart = 200

// Parts are the world as change sets small enough to hold in memory: first the
// ground (places, actors, ties), then the attacks with all that is said of them.
// Whatever a part refers to is in it, or in the ground.
func (w World) Parts() iter.Seq[Part] {
	return func(yield func(Part) bool) {
		g := newGround(w.Seed)
		if !yield(Part{Nodes: g.nodes}) {
			return
		}
		for first := 0; first < w.Attacks; first += perPart {
			t := newTelling(g, first/perPart)
			number := min(perPart, w.Attacks-first)
			for i := range number {
				t.attack(first + i)
			}
			if !yield(Part{Nodes: t.nodes, Attacks: number}) {
				return
			}
		}
	}
}

// together is how many records are written in one go: few enough for memory,
// and enough that each statement is worth its while.
const together = 5000

// Batches are the same, several parts in one, for filling a store.
func (w World) Batches() iter.Seq[Part] {
	return func(yield func(Part) bool) {
		var batch Part
		for part := range w.Parts() {
			batch.Nodes, batch.Attacks = append(batch.Nodes, part.Nodes...), batch.Attacks+part.Attacks
			if len(batch.Nodes) < together {
				continue
			}
			if !yield(batch) {
				return
			}
			batch = Part{}
		}
		if len(batch.Nodes) > 0 {
			yield(batch)
		}
	}
}

// Part is one change set of a world.
type Part struct {
	Nodes   []graph.Node
	Attacks int // how many of the nodes are attacks
}

// named makes the ids of a world: two worlds of different seeds stay apart in
// one store, and numbers of one width sort as they count.
func named(seed uint64, kind graph.NodeKind, what string, number int) graph.ID {
	return graph.ID(fmt.Sprintf("%s:syn-%d-%s%08d", graph.KindNamed(kind).Prefix, seed, what, number))
}

// Attack is the id of an attack, numbered from 0.
func (w World) Attack(number int) graph.ID { return named(w.Seed, graph.KindAttack, "", number) }

// Register is the source that every world of the seed begins with.
func (w World) Register() graph.ID { return named(w.Seed, graph.KindSource, "register-", 0) }
