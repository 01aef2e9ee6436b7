package naive

import (
	"slices"

	"claimgraph/graph"
)

// under are the ties by which one actor lies under another (rule 4).
var under = []graph.AffiliationKind{graph.PartOf, graph.BranchOf, graph.PledgedAllegianceTo}

// Above is the actor and all it lies under, over the ties that hold (rule 4).
func Above(w World, actor graph.ID, holds func(*graph.Affiliation) bool) []graph.ID {
	found := []graph.ID{actor}
	for i := 0; i < len(found); i++ {
		for _, t := range every[*graph.Affiliation](w) {
			if t.From == found[i] && slices.Contains(under, t.Kind) && holds(t) && !slices.Contains(found, t.To) {
				found = append(found, t.To)
			}
		}
	}
	return found
}

func whenever(*graph.Affiliation) bool { return true }

// Tied tells whether two actors are no independent voices (rule 4).
func Tied(w World, a, b graph.ID) bool {
	return meet(Above(w, a, whenever), Above(w, b, whenever))
}

// apart tells whether all on both sides are named, and none is tied to one of
// the other side.
func (w World) apart(ones, others []graph.ID) bool {
	for _, a := range ones {
		for _, b := range others {
			if Tied(w, a, b) {
				return false
			}
		}
	}
	return true
}

// Independent tells whether a response carries weight (rule 5).
func Independent(w World, r graph.Response) bool {
	speakers := r.Spoken().Asserters
	if len(speakers) == 0 {
		return false
	}
	to, ok := w.At(r.Replied().RespondsTo).(graph.Assertion)
	return !ok || w.apart(speakers, to.Spoken().Asserters)
}

// answersItself tells whether all who deny or doubt something asserted it
// themselves: only others answer (rule 16). Whoever denies having said it does
// answer, and nobody is sure to be one of alternative asserters.
func answersItself(w World, r graph.Response) bool {
	to, ok := w.At(r.Replied().RespondsTo).(graph.Assertion)
	speakers := r.Spoken().Asserters
	if !ok || kindOf(r) == graph.ResponseConfirmation || len(speakers) == 0 || slices.Contains(r.Spoken().Aspects, graph.AspectAuthenticity) {
		return false
	}
	return !slices.ContainsFunc(speakers, func(id graph.ID) bool { return !speaksFor(id, to) })
}

func kindOf(r graph.Response) graph.ResponseKind {
	switch r.(type) {
	case *graph.Confirmation:
		return graph.ResponseConfirmation
	case *graph.Denial:
		return graph.ResponseDenial
	}
	return graph.ResponseDoubt
}
