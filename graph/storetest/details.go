package storetest

import "claimgraph/graph"

// More details of a world, and the dates and places they speak of.

// attributes says who did it: all of them.
func attributes(ids ...graph.ID) detail { return attributed(graph.Joint, ids) }

// attributesOneOf says that one of them did it.
func attributesOneOf(ids ...graph.ID) detail { return attributed(graph.Alternative, ids) }

func attributed(mode graph.ActorsMode, ids []graph.ID) detail {
	return func(n graph.Node) {
		c := n.(*graph.Claim)
		c.AttributedTo, c.AttributionMode = ids, mode
	}
}

// killed gives a figure; a number below 0 is open.
func killed(least, most int, of graph.ID) detail {
	return said(func(s *graph.Said) {
		f := graph.CasualtyFigure{Outcome: graph.OutcomeKilled, Victims: graph.Victims{Category: graph.VictimStateForce, Actor: of}}
		if least >= 0 {
			f.Min = &least
		}
		if most >= 0 {
			f.Max = &most
		}
		s.Casualties = append(s.Casualties, f)
	})
}

func replied(what func(*graph.Reply)) detail {
	return func(n graph.Node) {
		r, ok := n.(graph.Response)
		if !ok {
			misused("answer", n)
		}
		what(r.Replied())
	}
}

func to(id graph.ID) detail { return replied(func(r *graph.Reply) { r.RespondsTo = id }) }

func degree(d graph.Degree) detail { return replied(func(r *graph.Reply) { r.Degree = d }) }

func judgedBy(id graph.ID) detail { return replied(func(r *graph.Reply) { r.JudgedBy = id }) }

func concerning(ids ...graph.ID) detail {
	return replied(func(r *graph.Reply) { r.Concerning = ids })
}

// made is when something was said, released, published or counted.
func made(r graph.DateRange) detail {
	return func(n graph.Node) {
		switch n := n.(type) {
		case *graph.Statement:
			n.Released = r
		case *graph.Source:
			n.Published = r
		case *graph.Statistic:
			n.Period = r
		default:
			said(func(s *graph.Said) { s.Made = r })(n)
		}
	}
}

// when is a date of the attack itself, on record or as asserted.
func when(r graph.DateRange) detail {
	return func(n graph.Node) {
		if a, ok := n.(*graph.Attack); ok {
			a.Recorded.Occurred = r
			return
		}
		n.(*graph.Claim).AssertedDate = &r
	}
}

func where(places ...graph.PlaceRef) detail {
	return func(n graph.Node) {
		if a, ok := n.(*graph.Attack); ok {
			a.Recorded.Places = places
			return
		}
		n.(*graph.Claim).AssertedPlaces = places
	}
}

func how(kinds ...graph.AttackKind) detail {
	return func(n graph.Node) {
		if a, ok := n.(*graph.Attack); ok {
			a.Recorded.Kinds = kinds
			return
		}
		n.(*graph.Claim).AssertedKinds = kinds
	}
}

// on says whom it was aimed at, and whom that one guarded.
func on(category graph.VictimCategory, actor, guarding graph.ID) detail {
	return func(n graph.Node) {
		target := graph.Target{Category: category, Actor: actor, Protects: guarding}
		if a, ok := n.(*graph.Attack); ok {
			a.Recorded.Targets = append(a.Recorded.Targets, target)
			return
		}
		c := n.(*graph.Claim)
		c.AssertedTargets = append(c.AssertedTargets, target)
	}
}

func held(p graph.Period) detail {
	return func(n graph.Node) {
		if g, ok := n.(*graph.Group); ok {
			g.Active = p
			return
		}
		n.(*graph.Affiliation).Period = p
	}
}

// also gives a further name, as a source writes it.
func also(name string, in graph.ID) detail {
	return func(n graph.Node) {
		alias := graph.Name{Value: name, Source: in}
		if l, ok := n.(*graph.Location); ok {
			l.Names = append(l.Names, alias)
			return
		}
		p := n.(graph.Actor).Profiled()
		p.Names = append(p.Names, alias)
	}
}

func numbered(scheme, value string) detail {
	return func(n graph.Node) {
		e := graph.ExternalID{Scheme: scheme, Value: value}
		switch n := n.(type) {
		case *graph.Location:
			n.ExternalIDs = append(n.ExternalIDs, e)
		case *graph.Affiliation:
			n.ExternalIDs = append(n.ExternalIDs, e)
		case *graph.Attack:
			n.ExternalIDs = append(n.ExternalIDs, e)
		case graph.Actor:
			n.Profiled().ExternalIDs = append(n.Profiled().ExternalIDs, e)
		default:
			misused("number", n)
		}
	}
}

func of(country graph.ID) detail {
	return func(n graph.Node) { n.(graph.Actor).Profiled().Country = country }
}

func ofKind(kind graph.ActorKind) detail {
	return func(n graph.Node) { n.(graph.Actor).Profiled().Kind = kind }
}

func inside(parent graph.ID) detail {
	return func(n graph.Node) { n.(*graph.Location).Parent = parent }
}

// unknown is how far a point may be off where nobody says so.
const unknown = -1

func pinned(lat, lon float64, metres int) detail {
	return func(n graph.Node) {
		l := n.(*graph.Location)
		l.Point = &graph.Point{Latitude: lat, Longitude: lon}
		if metres != unknown {
			l.UncertaintyMeters = &metres
		}
	}
}

func published(by graph.ID, authors ...graph.ID) detail {
	return func(n graph.Node) {
		s := n.(*graph.Source)
		s.Publisher, s.Authors = by, authors
	}
}

func relaying(ids ...graph.ID) detail {
	return func(n graph.Node) { n.(*graph.Source).DerivedFrom = ids }
}

func graded(r graph.Reliability, a graph.Availability) detail {
	return func(n graph.Node) {
		s := n.(*graph.Source)
		s.Reliability, s.Availability = r, a
	}
}

func scoped(places, actors []graph.ID) detail {
	return func(n graph.Node) {
		s := n.(*graph.Statistic)
		s.Places, s.Actors = places, actors
	}
}
