package graph

import "slices"

// written is a relation whose ids stand in the record; derived one that
// follows from other nodes.
func written[N Node](name string, from, to []NodeKind, of func(N) []ID, edge ...*Column) *Relation {
	return &Relation{Name: name, From: from, To: to, Edge: edge, Links: func(n Node) []Arc {
		out := arcs(of(n.(N))...)
		for i := range out {
			out[i].Values = edgeValues(edge, n, out[i].To)
		}
		return out
	}}
}

func derived[N Node](name string, from, to []NodeKind, edge []*Column, of func(N) []Arc) *Relation {
	return &Relation{Name: name, From: from, To: to, Edge: edge, Derived: true, Links: func(n Node) []Arc { return of(n.(N)) }}
}

// toldApart names the column of the links by which they stand in stretches.
func (r *Relation) toldApart(name string) *Relation {
	r.Wide = r.EdgeColumn(name)
	return r.listed()
}

// listed says that one node may list very many that lead to it.
func (r *Relation) listed() *Relation {
	r.Listed = true
	return r
}

func edge(columns ...*Column) []*Column { return columns }

// edgeValues are what a written link says about itself: whether the actor
// surely spoke or did it (firm), whether it speaks of itself (own).
func edgeValues(edge []*Column, n Node, to ID) []any {
	if len(edge) == 0 {
		return nil
	}
	said := n.(Assertion).Spoken()
	claim, _ := n.(*Claim)
	values := make([]any, len(edge))
	for i, column := range edge {
		switch {
		case column.Name == "own":
			values[i] = flag(slices.Contains(said.Asserters, to))
		case len(edge) == 1: // ASSERTED_BY
			values[i] = flag(!said.Alternative())
		default: // ATTRIBUTED_TO
			values[i] = flag(claim.AttributionMode == Joint || len(claim.AttributedTo) == 1)
		}
	}
	return values
}

// ids keeps the ids that are there.
func ids(given ...ID) []ID {
	out := make([]ID, 0, len(given))
	for _, id := range given {
		if id != "" {
			out = append(out, id)
		}
	}
	return out
}

// arcs are links without values, each far node once.
func arcs(to ...ID) []Arc {
	var out []Arc
	seen := map[ID]bool{}
	for _, id := range to {
		if id != "" && !seen[id] {
			seen[id] = true
			out = append(out, Arc{To: id})
		}
	}
	return out
}

// tieArcs are an actor's ties, each with its kind and the days of its period.
func tieArcs(n Actor) []Arc {
	var out []Arc
	for _, t := range n.Profiled().Web.Ties {
		values := []any{string(t.Kind)}
		for _, d := range t.Period.days() {
			values = append(values, d)
		}
		out = append(out, Arc{t.To, values})
	}
	return out
}

func namedIn(n Node) []ID {
	var names []Name
	switch n := n.(type) {
	case Actor:
		names = n.Profiled().Names
	case *Location:
		names = n.Names
	}
	var out []ID
	for _, name := range names {
		out = append(out, name.Source)
	}
	return out
}

func placesOf(n Node) []PlaceRef {
	switch n := n.(type) {
	case *Attack:
		return append(slices.Clone(n.Places), n.Recorded.Places...)
	case *Claim:
		return n.AssertedPlaces
	}
	return nil
}

func placeIDs(n Node, of func(PlaceRef) []ID) []ID {
	var out []ID
	for _, p := range placesOf(n) {
		out = append(out, of(p)...)
	}
	return out
}

func targetsOf(n Node) []Target {
	switch n := n.(type) {
	case *Attack:
		return append(slices.Clone(n.AttackValues.Targets), n.Recorded.Targets...)
	case *Claim:
		return n.AssertedTargets
	}
	return nil
}

func targetIDs(n Node, of func(Target) ID) []ID {
	var out []ID
	for _, t := range targetsOf(n) {
		out = append(out, of(t))
	}
	return out
}

// targetArcs links to the actors aimed at; firm where a giver whose word stands names them.
func targetArcs(n Node) []Arc {
	out := arcs(targetIDs(n, func(t Target) ID { return t.Actor })...)
	attack, _ := n.(*Attack)
	for i := range out {
		out[i].Values = []any{flag(attack == nil || slices.Contains(attack.Index.FirmTargets, out[i].To))}
	}
	return out
}

func voiceOf(n Node) []ID {
	if s, ok := n.(*Statement); ok {
		return ids(s.Voice)
	}
	return ids(n.(Assertion).Spoken().Voice)
}

func victimIDs(n Assertion) []ID {
	var out []ID
	for _, f := range n.Spoken().Casualties {
		out = append(out, f.Victims.Actor)
	}
	return out
}

func citedIDs(citations []Citation) []ID {
	var out []ID
	for _, c := range citations {
		out = append(out, c.Source)
	}
	return out
}

func retractedIn(n Node) []ID {
	r := retractionOf(n)
	if r == nil {
		return nil
	}
	return ids(r.Source)
}

func retractionOf(n Node) *Retraction {
	switch n := n.(type) {
	case *Source:
		return n.Retraction
	case Assertion:
		return n.Spoken().Retraction
	}
	return nil
}

func standingIDs(n Node, of func(AspectStanding) []ID) []ID {
	var standings []AspectStanding
	switch n := n.(type) {
	case *Claim:
		standings = n.Stands.Aspects
	case *Attack:
		standings = n.Standings
	case *Affiliation:
		standings = []AspectStanding{n.Stands}
	}
	var out []ID
	for _, s := range standings {
		out = append(out, of(s)...)
	}
	return out
}
