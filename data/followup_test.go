package data_test

import (
	"context"
	"fmt"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"claimgraph/data"
	"claimgraph/dossier"
	"claimgraph/expected"
	"claimgraph/graph"
	"claimgraph/sqlite"
)

// TestFollowUp tells what the second dossier changes, as stories in files: the
// same questions over the first alone, and over both.
func TestFollowUp(t *testing.T) {
	seed, both := loaded(t, data.Seed), loaded(t, data.Seed, data.FollowUp)
	for _, story := range []struct {
		name string
		tell func(world) string
	}{
		{"ouan has two dates", func(w world) string { return w.said("attack:ml-2017-ouan") }},
		{"soumpi's wounded differ", func(w world) string { return w.said("attack:ml-2017-soumpi") }},
		{"a third party backs a part of the accusation", func(w world) string { return w.history("claim:ml-2017-abeibara-jnim") }},
		{"what is said of the raid", func(w world) string { return w.said("attack:ml-2017-abeibara") }},
		{"the captives were shown in a video", func(w world) string {
			return w.answers("doubt:ml-2017-abeibara-video") + w.said("attack:ml-2017-captives")
		}},
		{"jnim's ties begin on their days", world.network},
	} {
		t.Run(story.name, func(t *testing.T) {
			text := "The first dossier alone\n\n" + story.tell(seed) + "\nBoth dossiers\n\n" + story.tell(both)
			file := filepath.Join("testdata", strings.ReplaceAll(strings.ReplaceAll(story.name, " ", "-"), "'", "")+".txt")
			expected.File(t, file, text)
		})
	}
}

// world is what a store holds.
type world map[graph.ID]graph.Node

// loaded is what a store gives back of dossiers that were loaded one after the other.
func loaded(t *testing.T, dossiers ...fs.FS) world {
	t.Helper()
	store, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "graph.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = store.Close() }()
	known := func(ctx context.Context, ids []graph.ID) (map[graph.ID]graph.Node, error) {
		tree, err := store.Fetch(ctx, graph.Fetch{IDs: ids})
		return tree.Nodes, err
	}
	var ids []graph.ID
	for _, files := range dossiers {
		read, err := dossier.ReadFS(t.Context(), files, known)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := store.Apply(t.Context(), graph.ChangeSet{Nodes: read.Nodes, By: "a test", At: time.Now()}); err != nil {
			t.Fatal(err)
		}
		for _, n := range read.Nodes {
			ids = append(ids, n.Head().ID)
		}
	}
	nodes, err := known(t.Context(), ids)
	if err != nil {
		t.Fatal(err)
	}
	return nodes
}

// caseOf is all that bears on an attack.
func (w world) caseOf(id graph.ID) *graph.Case {
	c := &graph.Case{
		Subject: w[id].(graph.Subject), Answered: map[graph.ID]graph.Assertion{},
		Sources: map[graph.ID]*graph.Source{}, Actors: map[graph.ID]graph.Actor{}, Places: map[graph.ID]*graph.Location{},
	}
	for _, at := range slices.Sorted(maps.Keys(w)) {
		switch n := w[at].(type) {
		case *graph.Source:
			c.Sources[at] = n
		case *graph.Location:
			c.Places[at] = n
		case graph.Actor:
			c.Actors[at] = n
		case *graph.Claim:
			if slices.Contains(n.About, id) {
				c.Claims = append(c.Claims, n)
			}
		case graph.Response:
			if slices.Contains(n.Replied().About, id) {
				c.Responses = append(c.Responses, n)
			}
		}
	}
	return c
}

// said is what is said of an attack, and where that disagrees.
func (w world) said(id graph.ID) string {
	var b strings.Builder
	attack, view := w[id].(*graph.Attack), w.caseOf(id).Known(graph.Now)
	fmt.Fprintf(&b, "%s happened %s\n", attack.Title, days(attack.Occurred))
	for _, c := range w.caseOf(id).Claims {
		if c.AssertedDate != nil {
			fmt.Fprintf(&b, "  %s: %s %s\n", c.ID, days(*c.AssertedDate), c.AssertedDate.Verbatim)
		}
	}
	for _, account := range view.Accounts() {
		fmt.Fprintf(&b, "  %s:%s\n", account.Assertion, figures(account))
	}
	for _, s := range attack.Standings {
		fmt.Fprintf(&b, "  %s is %s, %s\n", s.Aspect, s.Standing, s.Certainty)
	}
	for _, conflict := range view.Conflicts(nil) {
		fmt.Fprintf(&b, "  conflict of %s by %s: %v\n", conflict.Aspect, conflict.Basis, conflict.Assertions)
	}
	return b.String()
}

// history is how the standing of a claim changed, and because of whom.
func (w world) history(id graph.ID) string {
	var b strings.Builder
	claim := w[id].(*graph.Claim)
	for _, step := range w.caseOf(claim.About[0]).StandingHistory(claim) {
		aspect := "OVERALL"
		if step.Aspect != nil {
			aspect = string(*step.Aspect)
		}
		fmt.Fprintf(&b, "  %s, %s: %s to %s because of %s\n", days(step.On), aspect, step.From, step.To, step.Because)
	}
	fmt.Fprintf(&b, "in the end %s overall", claim.Stands.Overall)
	for _, s := range claim.Stands.Aspects {
		fmt.Fprintf(&b, ", %s %s", s.Aspect, s.Standing)
	}
	return b.String() + "\n"
}

// answers are what others say to an assertion.
func (w world) answers(id graph.ID) string {
	var b strings.Builder
	fmt.Fprintf(&b, "answers to %s\n", id)
	for _, at := range slices.Sorted(maps.Keys(w)) {
		if r, ok := w[at].(graph.Response); ok && r.Replied().RespondsTo == id {
			fmt.Fprintf(&b, "  %s by %v\n", at, r.Replied().Asserters)
		}
	}
	return b.String()
}

// network is whom JNIM is tied to, on some days and as known by some days.
func (w world) network() string {
	var ties []*graph.Affiliation
	sources := map[graph.ID]*graph.Source{}
	for _, at := range slices.Sorted(maps.Keys(w)) {
		switch n := w[at].(type) {
		case *graph.Affiliation:
			ties = append(ties, n)
		case *graph.Source:
			sources[at] = n
		}
	}
	var b strings.Builder
	draw := func(how string, on graph.Date, known graph.AsOf) {
		fmt.Fprintf(&b, "%s\n", how)
		for _, link := range graph.Network("group:jnim", ties, sources, 1, nil, on, known, 100).Links {
			fmt.Fprintf(&b, "  %s, %s\n", link.Via, link.Certainty)
		}
	}
	for _, day := range []graph.Date{20170301, 20170302, 20171027, 20180905, 20181004} {
		draw("on "+day.String(), day, graph.Now)
	}
	for _, day := range []graph.Date{20171026, 20171027, 20180905, 20181004} {
		draw("as known by "+day.String(), 0, graph.AsOf(day))
	}
	return b.String()
}

func days(r graph.DateRange) string {
	switch {
	case r.Earliest == r.Latest && r.Latest != 0:
		return r.Latest.String()
	case r.Earliest == 0 && r.Latest == 0:
		return "on no known day"
	case r.Earliest == 0:
		return "not after " + r.Latest.String()
	}
	return r.Earliest.String() + " to " + r.Latest.String()
}

func figures(account graph.CasualtyAccount) string {
	var b strings.Builder
	for _, f := range account.Figures {
		fmt.Fprintf(&b, " %s %s to %s", f.Outcome, bound(f.Min), bound(f.Max))
	}
	if account.ByReferenceTo != "" {
		fmt.Fprintf(&b, ", by reference to %s", account.ByReferenceTo)
	}
	return b.String()
}

func bound(n *int) string {
	if n == nil {
		return "?"
	}
	return fmt.Sprint(*n)
}
