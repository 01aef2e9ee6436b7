package main

import (
	"bytes"
	"io"
	"path/filepath"
	"strings"
	"testing"

	"claimgraph/synthetic"
)

// TestInventedWorldStaysApart: it goes into a store of its own, again without
// a change, and among other records only where that is insisted on.
func TestInventedWorldStaysApart(t *testing.T) {
	directory := t.TempDir()
	own, other := "sqlite:"+filepath.Join(directory, "own.db"), "sqlite:"+filepath.Join(directory, "other.db")
	said := func(arguments ...string) string {
		t.Helper()
		var say bytes.Buffer
		if err := program(&say).Run(t.Context(), append([]string{"claimgraph"}, arguments...)); err != nil {
			return shown(err)
		}
		return say.String()
	}
	expect := func(got, part string) {
		t.Helper()
		if !strings.Contains(got, part) {
			t.Errorf("%q is not in %q", part, got)
		}
	}
	expect(said("synthesize", "--attacks", "5"), "a store of its own")
	expect(said("--store", own, "synthesize", "--attacks", "250"), " 0 changed, 0 as they were")
	expect(said("--store", own, "synthesize", "--attacks", "250"), ": 0 invented records added, 0 changed")
	expect(said("--store", own, "synthesize", "--attacks", "250", "--seed", "2"), "holds other records")
	expect(said("--store", other, "load", "--with-seed"), "added")
	expect(said("--store", other, "synthesize", "--attacks", "5"), "holds other records")
	expect(said("--store", other, "synthesize", "--attacks", "5", "--force"), "invented records added")
}

// TestInventedWorldIsTheSameOnBothStores asks both for the same things of the same world.
func TestInventedWorldIsTheSameOnBothStores(t *testing.T) {
	world := synthetic.World{Seed: 5, Attacks: 120}
	answer := func(s *counting) string {
		t.Helper()
		if err := invent(t.Context(), s, place{}, world, io.Discard); err != nil {
			t.Fatal(err)
		}
		got := ask(t, handler(s, quiet()), `{
			attacks(first: 120) { totalCount nodes { title occurred { earliest latest } citations { source { title } }
				attribution { actor { name } standing } conflicts { aspect explanation } toll(outcome: KILLED) { stated min max } } }
			groups(first: 20) { nodes { name claims(first: 3) { totalCount nodes { kind standing { overall } } } record { claims byStanding { standing count } } } }
		}`, nil)
		if len(got.Errors) > 0 {
			t.Fatal(got.Errors[0].Message)
		}
		return string(got.Data)
	}
	one := answer(emptySQLite(t))
	if strings.Count(one, "Invented attack") != world.Attacks || !strings.Contains(one, "synthetic data") {
		t.Errorf("it does not say that it is invented: %s", one)
	}
	if other := answer(emptyNeo4j(t)); one != other {
		t.Errorf("SQLite says\n%s\nNeo4j says\n%s", one, other)
	}
}
