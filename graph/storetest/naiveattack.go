package storetest

import (
	"slices"

	"claimgraph/graph"
)

// What the filter of attacks asks: of the record and of every counted claim,
// each for itself (rule 7).

// giver is one who says what an attack was.
type giver struct {
	firm    bool // not overall questioned, denied or contested
	date    *graph.DateRange
	places  []graph.PlaceRef
	kinds   []graph.AttackKind
	targets []graph.Target
}

func (k *known) givers(a *graph.Attack) []giver {
	r := a.Recorded
	givers := []giver{{true, &r.Occurred, r.Places, r.Kinds, r.Targets}}
	for _, c := range each[*graph.Claim](k) {
		if slices.Contains(c.About, a.ID) && k.counted(c) {
			disbelieved := slices.Contains([]graph.Standing{graph.Questioned, graph.Denied, graph.Contested}, c.Stands.Overall)
			givers = append(givers, giver{!disbelieved, c.AssertedDate, c.AssertedPlaces, c.AssertedKinds, c.AssertedTargets})
		}
	}
	return givers
}

// counted: not retracted, and not every one of its sources is (rule 1).
func (k *known) counted(c *graph.Claim) bool {
	stands := func(cite graph.Citation) bool { return k.nodes[cite.Source].(*graph.Source).Retraction == nil }
	return c.Retraction == nil && slices.ContainsFunc(c.Citations, stands)
}

func (k *known) attack(name string, asked any, a *graph.Attack) (verdict, bool) {
	switch name {
	case "id":
		return sure(named(asked, a.ID)), true
	case "title":
		return sure(reads(asked, a.Title)), true
	case "externalId":
		return sure(anyNumber(asked, a.ExternalIDs)), true
	case "kind":
		return k.oneGiver(a, func(g giver) verdict { return sure(amongAny(asked, g.kinds)) }), true
	case "targetCategory":
		return k.oneGiver(a, func(g giver) verdict {
			return sure(slices.ContainsFunc(g.targets, func(t graph.Target) bool { return among(asked, t.Category) }))
		}), true
	case "target":
		return k.oneGiver(a, func(g giver) verdict { return k.one("ActorFilter", asked, k.linkedTo(g.aimedAt()...)) }), true
	case "occurred":
		return k.occurred(asked, a), true
	case "place":
		return min(k.located(object(asked)["in"], a), k.charted(asked, a)), true
	case "claims":
		return k.across("ClaimFilter", asked, found(k, func(c *graph.Claim) verdict { return sure(slices.Contains(c.About, a.ID)) })), true
	case "source":
		return k.cites(asked, a), true
	}
	return k.ofPictures(name, asked, a)
}

func (g giver) aimedAt() []graph.ID {
	var ids []graph.ID
	for _, t := range g.targets {
		ids = append(ids, t.Actor)
	}
	return ids
}

// oneGiver: certain when one giver whose word stands says so, possible when any does.
func (k *known) oneGiver(a *graph.Attack, says func(giver) verdict) verdict {
	v := no
	for _, g := range k.givers(a) {
		if g.firm {
			v = max(v, says(g))
		} else {
			v = max(v, min(maybe, says(g)))
		}
	}
	return v
}

// everyGiver: certain when all givers whose word stands say so, possible when any does.
func everyGiver(givers []giver, says func(giver) verdict) verdict {
	some, every, firm := no, yes, false
	for _, g := range givers {
		v := says(g)
		some = max(some, min(maybe, v))
		if g.firm {
			firm, every = true, min(every, v)
		}
	}
	if firm && every == yes {
		return yes
	}
	return some
}

// occurred: a date that nobody states yields to any stated one.
func (k *known) occurred(asked any, a *graph.Attack) verdict {
	if (windowOf(asked) == window{}) {
		return yes
	}
	givers := k.givers(a)
	stating := slices.DeleteFunc(slices.Clone(givers), func(g giver) bool { return g.date == nil || g.date.Derivation == graph.Unstated })
	if len(stating) == 0 {
		stating = slices.DeleteFunc(givers, func(g giver) bool { return g.date == nil })
	}
	return everyGiver(stating, func(g giver) verdict { return dated(asked, *g.date) })
}

// located is the table's four rows on places; no list asks nothing.
func (k *known) located(in any, a *graph.Attack) verdict {
	if in == nil || len(list(in)) == 0 {
		return sure(in == nil)
	}
	stating := slices.DeleteFunc(k.givers(a), func(g giver) bool { return len(g.places) == 0 })
	if len(stating) == 0 {
		return maybe // no place at all
	}
	return everyGiver(stating, func(g giver) verdict {
		v := no
		for _, p := range g.places {
			v = max(v, k.placed(p, in))
		}
		return v
	})
}

func (k *known) placed(p graph.PlaceRef, in any) verdict {
	lies := func(id graph.ID) bool { return k.lies(id, in) }
	every := !slices.ContainsFunc(p.Locations, func(id graph.ID) bool { return !lies(id) })
	exact := p.Relation == graph.PlaceAt || p.Relation == graph.PlaceIn
	switch {
	case p.Within != "" && lies(p.Within):
		return yes
	case len(p.Locations) == 0 && p.Within == "":
		return maybe
	case len(p.Locations) == 0:
		return min(maybe, sure(k.holdsAny(in, p.Within)))
	case exact && every:
		return yes
	case exact && k.holdsAny(in, p.Locations...):
		return maybe
	}
	return min(maybe, sure(slices.ContainsFunc(p.Locations, lies)))
}

// holdsAny: one of the places asked for lies in one of these.
func (k *known) holdsAny(in any, places ...graph.ID) bool {
	return slices.ContainsFunc(list(in), func(v any) bool {
		id := graph.ID(v.(string))
		return slices.ContainsFunc(k.ancestors(id), func(at graph.ID) bool { return slices.Contains(places, at) })
	})
}
