package storetest

import (
	"slices"

	"claimgraph/graph"
	"claimgraph/graph/naive"
)

// What the filters of claims and of responses ask.

func (k *known) claim(name string, asked any, c *graph.Claim) (verdict, bool) {
	switch name {
	case "kind":
		return sure(among(asked, c.Kind)), true
	case "disputed":
		overall := []graph.Standing{graph.PartlyDisputed, graph.Contested, graph.Denied}
		return sure(asked == slices.Contains(overall, c.Stands.Overall)), true
	case "standing":
		return k.stands(asked, c), true
	case "hasRivals":
		return sure(asked == k.rivalled(c)), true
	case "attributedTo":
		return k.mode("ActorFilter", asked, c.AttributedTo, c.AttributionMode), true
	case "attack":
		return k.one("AttackFilter", asked, k.subjects(c, graph.KindAttack)), true
	case "affiliation":
		return k.one("AffiliationFilter", asked, k.subjects(c, graph.KindAffiliation)), true
	case "statement":
		return k.one("StatementFilter", asked, k.linkedTo(c.Statement)), true
	case "responses":
		return k.across("ResponseFilter", asked, found(k, func(r graph.Response) verdict { return sure(r.Replied().RespondsTo == c.ID) })), true
	}
	return k.assertion(name, asked, c)
}

func (k *known) response(name string, asked any, r graph.Response) (verdict, bool) {
	reply := r.Replied()
	switch name {
	case "kind":
		return sure(among(asked, reply.ID.Kind())), true
	case "judgedBy":
		return k.one("ActorFilter", asked, k.linkedTo(reply.JudgedBy)), true
	case "aspect":
		return sure(amongAny(asked, reply.Aspects)), true
	case "degree":
		return sure(among(asked, reply.Degree)), true
	case "independent":
		return sure(asked == reply.Independent), true
	case "claim":
		to := slices.DeleteFunc(k.linkedTo(reply.RespondsTo), func(l linked) bool { return l.node.Head().ID.Kind() != graph.KindClaim })
		return k.one("ClaimFilter", asked, to), true
	case "attack":
		return k.one("AttackFilter", asked, k.subjects(r, graph.KindAttack)), true
	}
	return k.assertion(name, asked, r)
}

// assertion is what both can be asked.
func (k *known) assertion(name string, asked any, a graph.Assertion) (verdict, bool) {
	s := a.Spoken()
	switch name {
	case "id":
		return sure(named(asked, s.ID)), true
	case "asserter":
		return k.mode("ActorFilter", asked, s.Asserters, s.AsserterMode), true
	case "made":
		return dated(asked, s.Made), true
	case "knownBy":
		return sure(naive.Public(k.world(), a, graph.AsOf(dayOf(asked)))), true
	case "retracted":
		return sure(asked == (s.Retraction != nil)), true
	case "source":
		return k.cites(asked, a), true
	}
	return no, false
}

// mode asks of actors who are joint or alternatives: of alternatives every one
// must fit to be certain (rule 3, and the table's last row).
func (k *known) mode(input string, asked any, ids []graph.ID, mode graph.ActorsMode) verdict {
	actors := k.linkedTo(ids...)
	fits := k.one(input, asked, actors)
	if mode == graph.Joint || fits == no {
		return fits
	}
	every := yes
	for _, a := range actors {
		every = min(every, k.judge(input, asked, a.node))
	}
	return max(maybe, every)
}

func (k *known) subjects(a graph.Assertion, kind graph.NodeKind) []linked {
	return k.linkedTo(slices.DeleteFunc(slices.Clone(a.Spoken().About), func(id graph.ID) bool { return id.Kind() != kind })...)
}

// stands is a StandingFilter (the table's row on standings); as of a day on
// which the claim was not yet public it stands nowhere.
func (k *known) stands(asked any, c *graph.Claim) verdict {
	fields := object(asked)
	s := c.Stands
	if fields["asOf"] != nil {
		on := graph.AsOf(dayOf(fields["asOf"]))
		if !naive.Public(k.world(), c, on) {
			return no
		}
		s = naive.ClaimStanding(k.world(), c.ID, on)
	}
	if fields["aspect"] == nil {
		return sure(among(fields["in"], s.Overall))
	}
	for _, a := range s.Aspects {
		switch {
		case string(a.Aspect) != fields["aspect"]:
		case among(fields["in"], a.Standing):
			return max(maybe, sure(a.Certainty == graph.Certain))
		default:
			return min(maybe, sure(among(fields["in"], a.Named)))
		}
	}
	return no
}
