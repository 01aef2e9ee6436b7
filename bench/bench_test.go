package main

import (
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"claimgraph/graph"
	"claimgraph/neo4j/neo4jtest"
	"claimgraph/synthetic"
)

// small is a world in which every question of the set has an answer.
var small = synthetic.World{Seed: 1, Attacks: 300}

// TestBothSidesAnswerAlike holds the hand-written endpoints to their word: what
// is measured beside ours gives the same ids and values in the same order.
func TestBothSidesAnswerAlike(t *testing.T) {
	t.Run("sqlite", func(t *testing.T) {
		answerAlike(t, kept{store: "sqlite", path: filepath.Join(t.TempDir(), "graph.db")})
	})
	t.Run("neo4j", func(t *testing.T) {
		server := neo4jtest.Start(t)
		if err := server.Empty(t.Context()); err != nil {
			t.Fatal(err)
		}
		answerAlike(t, kept{store: "neo4j", server: server})
	})
}

// something is what an answer shows that has rows.
var something = regexp.MustCompile(`"(id|key)":"|"totalCount":[1-9]`)

func answerAlike(t *testing.T, k kept) {
	if err := k.fill(t.Context(), small, io.Discard); err != nil {
		t.Fatal(err)
	}
	p := pair{listening(t, k, "ours"), listening(t, k, "hand")}
	for i, q := range questions {
		t.Run(q.name, func(t *testing.T) {
			d := newDraw(small, uint64(i), false)
			d.page = 3
			ours, hand, err := p.requests(t.Context(), q, d, 25)
			if err != nil {
				t.Fatal(err)
			}
			if err := p.alike(t.Context(), ours, hand); err != nil {
				t.Error(err)
			}
			if !slices.ContainsFunc(hand, func(r request) bool {
				body, err := post(t.Context(), p.hand.client, r)
				return err == nil && something.Match(body)
			}) {
				t.Error("there is nothing to compare")
			}
		})
	}
	t.Run("full pages", func(t *testing.T) {
		for i, q := range questions {
			if !q.paged {
				continue
			}
			d := newDraw(small, uint64(i), true)
			d.page = 3
			ours, _, err := p.requests(t.Context(), q, d, 10)
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range ours {
				if body, err := post(t.Context(), p.ours.client, r); err != nil || strings.Count(string(body), `"title"`) != d.page {
					t.Errorf("%s: %v, %s", q.name, err, body)
				}
			}
		}
	})
}

// TestTheBusyAreBusyInASmallWorld, too: each has a full page of claims that are its own
// for certain, and is one of those that make many.
func TestTheBusyAreBusyInASmallWorld(t *testing.T) {
	world, made := synthetic.World{Seed: 1, Attacks: 10_000}, map[string]int{}
	for part := range world.Parts() {
		for _, n := range part.Nodes {
			if c, ok := n.(*graph.Claim); ok && (len(c.Asserters) == 1 || c.AsserterMode == graph.Joint) {
				for _, by := range c.Asserters {
					made[string(by)]++
				}
			}
		}
	}
	full := newDraw(world, 1, true).groups(100)
	for _, id := range full {
		if made[id] < 20 {
			t.Errorf("%s makes %d claims", id, made[id])
		}
	}
	if all := newDraw(world, 1, false).groups(100); len(full) != busy || len(all) != 100 {
		t.Errorf("%d of the busy, %d of all", len(full), len(all))
	}
}

func listening(t *testing.T, k kept, side string) *process {
	handler, _, err := k.side(t.Context(), side)
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	return &process{url: server.URL, client: &http.Client{}}
}

// TestDifferencesAreFound: a comparison that finds none would prove nothing.
func TestDifferencesAreFound(t *testing.T) {
	type list = []any
	type object = map[string]any
	for name, c := range map[string]struct {
		ours, hand any
		where      string
	}{
		"the same":           {object{"a": list{1.0, "x"}}, object{"a": list{1.0, "x"}}, ""},
		"cursors of its own": {object{"endCursor": "x", "n": 1.0}, object{"endCursor": "y", "n": 1.0}, ""},
		"another value":      {object{"a": list{1.0}}, object{"a": list{2.0}}, "at .a[0]"},
		"one row less":       {object{"a": list{1.0}}, object{"a": list{1.0, 2.0}}, "at .a"},
		"no such field":      {object{"a": 1.0}, object{}, "at .a"},
		"a field more":       {object{}, object{"a": 1.0}, "at "},
		"null":               {object{"a": nil}, object{"a": object{}}, "at .a"},
	} {
		if got := differ("", c.ours, c.hand); (got == "") != (c.where == "") || !strings.Contains(got, c.where) {
			t.Errorf("%s: %q, not %q", name, got, c.where)
		}
	}
}
