package storetest

import (
	"fmt"

	"claimgraph/graph"
)

// The words that worlds are told in: a noun makes a node, its details follow.
//
//	claim(graph.ClaimResponsibility, "claim:gate", about("attack:gate"), by("group:band"), made(day(24)))

// detail says one more thing about a node.
type detail func(graph.Node)

func told[N graph.Node](n N, id graph.ID, details []detail) N {
	n.Head().ID = id
	cites("source:paper")(n)
	for _, d := range details {
		d(n)
	}
	n.Normal()
	return n
}

func group(id graph.ID, name string, d ...detail) *graph.Group {
	g := &graph.Group{Profile: graph.Profile{Kind: graph.ActorArmedGroup, Names: called(name)}}
	return told(g, id, d)
}

func organization(id graph.ID, kind graph.ActorKind, name string, d ...detail) *graph.Organization {
	o := &graph.Organization{Profile: graph.Profile{Kind: kind, Names: called(name)}}
	return told(o, id, d)
}

func person(id graph.ID, name string, d ...detail) *graph.Person {
	return told(&graph.Person{Profile: graph.Profile{Names: called(name)}}, id, d)
}

func place(id graph.ID, kind graph.LocationKind, name string, d ...detail) *graph.Location {
	return told(&graph.Location{Kind: kind, Names: called(name)}, id, d)
}

func tie(id, from graph.ID, kind graph.AffiliationKind, to graph.ID, d ...detail) *graph.Affiliation {
	return told(&graph.Affiliation{From: from, Kind: kind, To: to}, id, d)
}

func attack(id graph.ID, title string, d ...detail) *graph.Attack {
	return told(&graph.Attack{Title: title}, id, d)
}

func statement(id graph.ID, d ...detail) *graph.Statement {
	return told(new(graph.Statement), id, d)
}

func claim(kind graph.ClaimKind, id graph.ID, d ...detail) *graph.Claim {
	return told(&graph.Claim{Kind: kind}, id, d)
}

func confirmation(id graph.ID, d ...detail) *graph.Confirmation {
	return told(new(graph.Confirmation), id, d)
}

func denial(id graph.ID, d ...detail) *graph.Denial { return told(new(graph.Denial), id, d) }

func doubt(id graph.ID, d ...detail) *graph.Doubt { return told(new(graph.Doubt), id, d) }

func source(id graph.ID, kind graph.SourceKind, title string, d ...detail) *graph.Source {
	return told(&graph.Source{Kind: kind, Title: title}, id, d)
}

func statistic(id graph.ID, metric graph.Metric, compiler graph.ID, d ...detail) *graph.Statistic {
	s := &graph.Statistic{Metric: metric, Compiler: compiler, Quantifier: graph.QuantifierAtLeast}
	return told(s, id, d)
}

func called(name string) []graph.Name { return []graph.Name{{Value: name}} }

// misused stops a test that says of a node what cannot be said of it.
func misused(what string, n graph.Node) {
	panic(fmt.Sprintf("%s has no %s", n.Head().ID, what))
}

// by names who speaks, together where there are several.
func by(ids ...graph.ID) detail {
	return func(n graph.Node) {
		switch n := n.(type) {
		case *graph.Statement:
			n.Issuers = ids
		case graph.Assertion:
			n.Spoken().Asserters = ids
		default:
			misused("speaker", n)
		}
	}
}

// eitherBy is said where it is contested who of them spoke.
func eitherBy(ids ...graph.ID) detail {
	return said(func(s *graph.Said) { s.Asserters, s.AsserterMode = ids, graph.Alternative })
}

func unnamed(words graph.Text) detail {
	return said(func(s *graph.Said) { s.AsserterText = words })
}

func said(what func(*graph.Said)) detail {
	return func(n graph.Node) {
		a, ok := n.(graph.Assertion)
		if !ok {
			misused("assertion", n)
		}
		what(a.Spoken())
	}
}

func voiced(by graph.ID) detail {
	return func(n graph.Node) {
		if s, ok := n.(*graph.Statement); ok {
			s.Voice = by
			return
		}
		said(func(s *graph.Said) { s.Voice = by })(n)
	}
}

func about(ids ...graph.ID) detail { return said(func(s *graph.Said) { s.About = ids }) }

func aspects(list ...graph.Aspect) detail { return said(func(s *graph.Said) { s.Aspects = list }) }

func instead(of graph.ID) detail { return said(func(s *graph.Said) { s.Supersedes = of }) }

// in puts an assertion into a statement; position 0 is none.
func in(statement graph.ID, position int) detail {
	return func(n graph.Node) {
		said(func(s *graph.Said) { s.Statement = statement })(n)
		if c, ok := n.(*graph.Claim); ok && position > 0 {
			c.Position = &position
		}
	}
}

// cites replaces the one source that everything cites unless told otherwise.
func cites(ids ...graph.ID) detail {
	return func(n graph.Node) {
		var list []graph.Citation
		for _, id := range ids {
			list = append(list, graph.Citation{Source: id, Role: graph.RolePrimary, Basis: graph.BasisStated})
		}
		switch n := n.(type) {
		case *graph.Affiliation:
			n.Citations = list
		case *graph.Attack:
			n.Citations = list
		case *graph.Statement:
			n.Citations = list
		case *graph.Statistic:
			n.Citations = list
		case graph.Assertion:
			n.Spoken().Citations = list
		}
	}
}

func retracted(on graph.DateRange, in graph.ID) detail {
	return func(n graph.Node) {
		r := &graph.Retraction{On: on, Source: in}
		if s, ok := n.(*graph.Source); ok {
			s.Retraction = r
			return
		}
		said(func(s *graph.Said) { s.Retraction = r })(n)
	}
}
