package storetest

import (
	"encoding/json"
	"testing"

	"claimgraph/graph"
	"claimgraph/graph/naive"
)

func pictures(t *testing.T, s graph.Store) {
	k := drawn(t, s)
	k.pictured(t, s)
	k.recorded(t, s)
	k.theirs(t, s)
	k.ownCounts(t, s)
}

// pictured holds what pictures are drawn from, as a store gives it, against all
// that is known: each picture of each attack, now and on days before, comes out
// the same. That the pictures themselves are right is held by package naive.
func (k *known) pictured(t *testing.T, s graph.Store) {
	t.Helper()
	work := graph.NewCasework()
	graph.Numbered(work.Then)
	var ids []graph.ID
	for _, a := range each[*graph.Attack](k) {
		ids = append(ids, a.ID)
	}
	tree, err := s.Fetch(t.Context(), graph.Fetch{IDs: ids, Then: work.Then})
	if err != nil {
		t.Fatal(err)
	}
	file := graph.NewCaseFile(tree)
	for _, a := range each[*graph.Attack](k) {
		found := file.Case(tree.Nodes[a.ID].(graph.Subject), tree.Page(work.Assertions.Number, a.ID).IDs)
		for _, on := range []graph.AsOf{graph.Now, graph.AsOf(october(24)), graph.AsOf(october(26)), graph.AsOf(october(28))} {
			want, got := drawnOf(k.caseOf(a), on), drawnOf(found, on)
			for picture := range want {
				if want[picture] != got[picture] {
					t.Errorf("%s of %s as of %d:\n  from all that is known: %s\n  from the store:         %s", picture, a.ID, on, want[picture], got[picture])
				}
			}
		}
	}
}

// drawnOf is every picture of a case, as JSON.
func drawnOf(c *graph.Case, on graph.AsOf) map[string]string {
	v := c.Known(on)
	everyone := graph.AttributionPolicy{Bases: graph.AttributionBases}
	pictures := map[string]any{
		"the attribution": v.Attribution(everyone), "the accounts": v.Accounts(), "the ledger": v.Ledger(),
		"the conflicts": v.Conflicts(nil), "the origins": v.Origins(), "the timeline": v.Timeline(),
	}
	for _, claim := range v.Claims {
		pictures["the rivals of "+string(claim.ID)] = v.Rivals(claim)
		pictures["the standing of "+string(claim.ID)] = v.ClaimStanding(claim)
		pictures["the history of "+string(claim.ID)] = v.StandingHistory(claim)
	}
	out := map[string]string{}
	for name, picture := range pictures {
		text, err := json.Marshal(picture)
		if err != nil {
			panic(err)
		}
		out[name] = string(text)
	}
	return out
}

// recorded holds what actors' claims and denials tell a store's reader, and what
// attacks tell of their tolls, against the second evaluation.
func (k *known) recorded(t *testing.T, s graph.Store) {
	t.Helper()
	notes := graph.Numbered(graph.RecordNotes())
	var ids, attacks []graph.ID
	for _, a := range each[graph.Actor](k) {
		ids = append(ids, a.Head().ID)
	}
	for _, a := range each[*graph.Attack](k) {
		attacks = append(attacks, a.ID)
	}
	tell := graph.Tell{Column: graph.LedgerNote}
	everything := &graph.Query{Kinds: []graph.NodeKind{graph.KindAttack}, Tells: []graph.Tell{tell}}
	tree, err := s.Fetch(t.Context(), graph.Fetch{IDs: ids, Then: notes})
	if err != nil {
		t.Fatal(err)
	}
	told, err := s.Fetch(t.Context(), graph.Fetch{Query: everything})
	if err != nil {
		t.Fatal(err)
	}
	for _, on := range []graph.AsOf{graph.Now, graph.AsOf(october(25)), graph.AsOf(october(28))} {
		for _, id := range ids {
			got, err := graph.RecordOf(tree.Page(1, id).Told[0], tree.Page(2, id).Told[0], on)
			if err != nil {
				t.Fatal(err)
			}
			same(t, "the record of "+string(id), naive.Record(k.world(), id, on), *got)
		}
		for _, outcome := range graph.CasualtyOutcomes {
			got, err := graph.TollOf(told.Page(0, "").Told[0], len(attacks), outcome, nil, nil, on)
			if err != nil {
				t.Fatal(err)
			}
			same(t, "the toll over all of "+string(outcome), naive.TollOver(k.world(), attacks, outcome, naive.Asked{}, on), got)
		}
	}
}

func same(t *testing.T, what string, want, got any) {
	t.Helper()
	x, errX := json.Marshal(want)
	y, errY := json.Marshal(got)
	if errX != nil || errY != nil || string(x) != string(y) {
		t.Errorf("%s:\n  naively: %s\n  store:   %s", what, x, y)
	}
}
