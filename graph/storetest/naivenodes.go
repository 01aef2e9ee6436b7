package storetest

import (
	"slices"

	"claimgraph/graph"
	"claimgraph/graph/naive"
)

// What the filter of each noun asks, but that of attacks. False: it asks no such thing.

func (k *known) actor(name string, asked any, a graph.Actor) (verdict, bool) {
	p := a.Profiled()
	switch name {
	case "id":
		return sure(named(asked, p.ID)), true
	case "nodeKind":
		return sure(among(asked, p.ID.Kind())), true
	case "kind":
		return sure(among(asked, p.Kind)), true
	case "name":
		return sure(anyName(asked, p.Names)), true
	case "country":
		return sure(named(asked, p.Country)), true
	case "affiliated":
		return k.affiliated(asked, p.ID), true
	case "externalId":
		return sure(anyNumber(asked, p.ExternalIDs)), true
	case "active":
		return heldIn(asked, a.(*graph.Group).Active), true
	case "claims":
		return k.across("ClaimFilter", asked, found(k, func(c *graph.Claim) verdict { return speaks(p.ID, c) })), true
	}
	return no, false
}

// affiliated: a walk over ties of these kinds ends at one of these actors.
func (k *known) affiliated(asked any, id graph.ID) verdict {
	fields := object(asked)
	kinds := []graph.AffiliationKind{graph.PartOf, graph.BranchOf, graph.PledgedAllegianceTo}
	if fields["kinds"] != nil {
		kinds = slices.DeleteFunc(slices.Clone(graph.AffiliationKinds), func(w graph.AffiliationKind) bool { return !among(fields["kinds"], w) })
	}
	leads := func(held func(graph.Tie) bool) bool {
		return amongAny(fields["to"], k.upwards(id, kinds, fields["transitive"] != false, held))
	}
	if fields["on"] == nil {
		return sure(leads(whenever))
	}
	on := dayOf(fields["on"])
	certainly := func(t graph.Tie) bool { certain, _ := naive.HeldOn(t.Period, on); return certain }
	possibly := func(t graph.Tie) bool { _, possible := naive.HeldOn(t.Period, on); return possible }
	return max(sure(leads(certainly)), min(maybe, sure(leads(possibly))))
}

func whenever(graph.Tie) bool { return true }

// speaks: an alternative speaker is no certain one (rule 3).
func speaks(actor graph.ID, a graph.Assertion) verdict {
	s := a.Spoken()
	if !slices.Contains(s.Asserters, actor) {
		return no
	}
	return max(maybe, sure(s.AsserterMode == graph.Joint || len(s.Asserters) == 1))
}

func (k *known) affiliation(name string, asked any, a *graph.Affiliation) (verdict, bool) {
	switch name {
	case "id":
		return sure(named(asked, a.ID)), true
	case "kind":
		return sure(among(asked, a.Kind)), true
	case "from":
		return k.one("ActorFilter", asked, k.linkedTo(a.From)), true
	case "to":
		return k.one("ActorFilter", asked, k.linkedTo(a.To)), true
	case "during":
		return heldIn(asked, a.Period), true
	case "externalId":
		return sure(anyNumber(asked, a.ExternalIDs)), true
	}
	return no, false
}

func (k *known) location(name string, asked any, l *graph.Location) (verdict, bool) {
	switch name {
	case "id":
		return sure(named(asked, l.ID)), true
	case "kind":
		return sure(among(asked, l.Kind)), true
	case "name":
		return sure(anyName(asked, l.Names)), true
	case "place":
		return min(sure(k.inAny(asked, l.ID)), k.onMap(asked, l.ID)), true
	case "externalId":
		return sure(anyNumber(asked, l.ExternalIDs)), true
	}
	return no, false
}

// inAny: one of the places is among those asked for, or lies in one.
func (k *known) inAny(asked any, places ...graph.ID) bool {
	in := object(asked)["in"]
	return in == nil || slices.ContainsFunc(places, func(id graph.ID) bool { return k.lies(id, in) })
}

// lies: the place is one of those asked for, or lies in one.
func (k *known) lies(id graph.ID, in any) bool {
	return among(in, id) || amongAny(in, k.ancestors(id))
}

func (k *known) statement(name string, asked any, s *graph.Statement) (verdict, bool) {
	switch name {
	case "id":
		return sure(named(asked, s.ID)), true
	case "issuer":
		return k.one("ActorFilter", asked, k.linkedTo(s.Issuers...)), true
	case "released":
		return dated(asked, s.Released), true
	case "claims":
		return k.across("ClaimFilter", asked, found(k, func(c *graph.Claim) verdict { return sure(c.Statement == s.ID) })), true
	case "source":
		return k.cites(asked, s), true
	}
	return no, false
}

// cites asks of the node's own citations.
func (k *known) cites(asked any, s graph.Sourced) verdict {
	var ids []graph.ID
	for _, c := range s.Cites() {
		ids = append(ids, c.Source)
	}
	return k.one("SourceFilter", asked, k.linkedTo(ids...))
}

func (k *known) source(name string, asked any, s *graph.Source) (verdict, bool) {
	switch name {
	case "id":
		return sure(named(asked, s.ID)), true
	case "title":
		return sure(reads(asked, s.Title)), true
	case "kind":
		return sure(among(asked, s.Kind)), true
	case "publisher":
		return k.one("ActorFilter", asked, k.linkedTo(s.Publisher)), true
	case "published":
		return dated(asked, s.Published), true
	case "reliability":
		return sure(among(asked, s.Reliability)), true
	case "availability":
		return sure(among(asked, s.Availability)), true
	}
	return no, false
}

func (k *known) statistic(name string, asked any, s *graph.Statistic) (verdict, bool) {
	switch name {
	case "id":
		return sure(named(asked, s.ID)), true
	case "metric":
		return sure(among(asked, s.Metric)), true
	case "place":
		return min(sure(k.inAny(asked, s.Places...)), k.onMap(asked, s.Places...)), true
	case "period":
		return dated(asked, s.Period), true
	case "compiler":
		return k.one("ActorFilter", asked, k.linkedTo(s.Compiler)), true
	}
	return no, false
}
