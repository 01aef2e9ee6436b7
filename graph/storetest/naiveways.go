package storetest

import (
	"slices"

	"claimgraph/graph"
)

// reaches says whether a field of the API leads from a node to another, by the
// field's own words in the schema. False: no such field is known here.
func (k *known) reaches(field string, from, to graph.Node) (verdict, bool) {
	id := from.Head().ID
	switch from := from.(type) {
	case graph.Actor:
		return k.fromActor(field, id, to)
	case *graph.Location:
		return k.fromLocation(field, id, to)
	case *graph.Statement:
		a, ok := to.(graph.Assertion)
		return sure(ok && a.Spoken().Statement == id), field == "claims" || field == "responses"
	case graph.Subject:
		a, ok := to.(graph.Assertion)
		return sure(ok && slices.Contains(a.Spoken().About, id)), field == "claims" || field == "responses"
	case graph.Assertion:
		r, ok := to.(graph.Response)
		known := slices.Contains([]string{"responses", "confirmations", "denials", "doubts"}, field)
		return sure(ok && r.Replied().RespondsTo == from.Head().ID), known
	case *graph.Source:
		s, ok := to.(graph.Sourced)
		cited := ok && slices.ContainsFunc(s.Cites(), func(c graph.Citation) bool { return c.Source == id })
		return sure(cited), field == "citedBy"
	}
	return no, false
}

func (k *known) fromActor(field string, id graph.ID, to graph.Node) (verdict, bool) {
	switch to := to.(type) {
	case *graph.Affiliation:
		return sure(to.From == id || to.To == id), field == "affiliations"
	case *graph.Statement:
		return sure(slices.Contains(to.Issuers, id)), field == "statements"
	case *graph.Claim:
		if field == "claimsAgainst" {
			return against(id, to), true
		}
		return speaks(id, to), field == "claims"
	case graph.Response:
		return speaks(id, to), field == "responses"
	case *graph.Attack:
		if field == "attacks" {
			return k.attributed(map[string]any{"to": []any{string(id)}}, to), true
		}
		return k.oneGiver(to, func(g giver) verdict { return sure(slices.Contains(g.aimedAt(), id)) }), field == "targetedIn"
	case *graph.Source:
		return sure(to.Publisher == id && field == "published" || slices.Contains(to.Authors, id) && field == "authored"), field == "published" || field == "authored"
	}
	return no, false
}

// against: others say that the actor did it; as one of several alternatives
// only possibly.
func against(actor graph.ID, c *graph.Claim) verdict {
	if !slices.Contains(c.AttributedTo, actor) || slices.Contains(c.Asserters, actor) {
		return no
	}
	return max(maybe, sure(c.AttributionMode == graph.Joint || len(c.AttributedTo) == 1))
}

func (k *known) fromLocation(field string, id graph.ID, to graph.Node) (verdict, bool) {
	switch to := to.(type) {
	case *graph.Location:
		return sure(to.Parent == id), field == "children"
	case *graph.Attack:
		return k.located([]any{string(id)}, to), field == "attacks"
	}
	return no, false
}
