package naive

import (
	"cmp"
	"slices"

	"claimgraph/graph"
)

// There tells whether a node was known by then (rule 1).
func There(w World, id graph.ID, asOf graph.AsOf) bool {
	switch n := w.At(id).(type) {
	case nil:
		return false
	case graph.Assertion:
		return Counted(w, n, asOf)
	case *graph.Affiliation:
		return TieExists(w, n, asOf)
	case *graph.Source:
		return reached(n.Published.Latest, asOf)
	case graph.Sourced:
		return Exists(w, n, asOf)
	}
	return true
}

// Links are all links between nodes that are recorded, however long after the
// day; what is said of an attack is that of the day.
func Links(w World, asOf graph.AsOf) []graph.Link {
	var found []graph.Link
	var at graph.ID
	note := func(kind graph.LinkKind, to ...graph.ID) {
		for _, id := range to {
			link := graph.Link{From: at, To: id, Relation: kind, Certainty: graph.Certain}
			if id != "" && !slices.Contains(found, link) {
				found = append(found, link)
			}
		}
	}
	for _, n := range w {
		at = n.Head().ID
		if cites, ok := n.(graph.Sourced); ok {
			for _, c := range cites.Cites() {
				note(graph.LinkCites, c.Source)
			}
		}
		if said, ok := n.(graph.Assertion); ok {
			s := said.Spoken()
			note(graph.LinkAssertedBy, s.Asserters...)
			note(graph.LinkInStatement, s.Statement)
			note(graph.LinkAbout, s.About...)
			note(graph.LinkSupersedes, s.Supersedes)
		}
		switch n := n.(type) {
		case graph.Actor:
			note(graph.LinkLocatedIn, n.Profiled().Country)
		case *graph.Location:
			note(graph.LinkLocatedIn, n.Parent)
		case *graph.Affiliation:
			found = append(found, graph.Link{From: n.From, To: n.To, Relation: graph.LinkAffiliatedWith, Certainty: graph.Certain, Via: n.ID})
		case *graph.Attack:
			// What only a claim said that was taken back since is left out, as the
			// schema says of walks: they go over what stands now.
			values, now := AttackValues(w, n.ID, asOf), AttackValues(w, n.ID, graph.Now)
			for _, p := range values.Places {
				for _, id := range p.Locations {
					if slices.ContainsFunc(now.Places, func(p graph.PlaceRef) bool { return slices.Contains(p.Locations, id) }) {
						note(graph.LinkOccurredAt, id)
					}
				}
			}
			for _, t := range values.Targets {
				if slices.ContainsFunc(now.Targets, func(other graph.Target) bool { return other.Actor == t.Actor }) {
					note(graph.LinkTargets, t.Actor)
				}
			}
		case *graph.Claim:
			note(graph.LinkAttributedTo, n.AttributedTo...)
		case *graph.Statement:
			note(graph.LinkIssuedBy, n.Issuers...)
		case graph.Response:
			note(graph.LinkRespondsTo, n.Replied().RespondsTo)
		case *graph.Source:
			note(graph.LinkPublishedBy, n.Publisher)
			note(graph.LinkAuthoredBy, n.Authors...)
			note(graph.LinkDerivedFrom, n.DerivedFrom...)
		case *graph.Statistic:
			note(graph.LinkScopedTo, append(slices.Clone(n.Places), n.Actors...)...)
		}
	}
	return found
}

// Web is what is walked: links that were known and may have held, and which
// nodes have too many of a kind.
type Web struct {
	links   []graph.Link
	crowded map[graph.ID][]graph.LinkKind
}

// WebOf is the web of links of some kinds on some days, in which nodes with
// more than so many of a kind are crowded.
func WebOf(w World, kinds []graph.LinkKind, on graph.Date, asOf graph.AsOf, most int) *Web {
	web := &Web{crowded: map[graph.ID][]graph.LinkKind{}}
	all := Links(w, graph.Now)
	for _, n := range w {
		for _, kind := range kinds {
			count := 0
			for _, l := range all {
				if l.Relation == kind && (l.From == n.Head().ID || l.To == n.Head().ID) {
					count++
				}
			}
			if count > most {
				web.crowded[n.Head().ID] = append(web.crowded[n.Head().ID], kind)
			}
		}
	}
	for _, l := range Links(w, asOf) {
		if !slices.Contains(kinds, l.Relation) || !There(w, l.From, asOf) || !There(w, l.To, asOf) || l.Via != "" && !There(w, l.Via, asOf) {
			continue
		}
		if l.Via != "" && on != 0 {
			certain, possible := HeldOn(w.At(l.Via).(*graph.Affiliation).Period, on)
			if !possible {
				continue
			}
			if !certain {
				l.Certainty = graph.Possible
			}
		}
		web.links = append(web.links, l)
	}
	slices.SortStableFunc(web.links, func(a, b graph.Link) int {
		return cmp.Or(slices.Index(graph.LinkKinds, a.Relation)-slices.Index(graph.LinkKinds, b.Relation),
			cmp.Compare(a.Certainty, b.Certainty), cmp.Compare(a.Via, b.Via), cmp.Compare(a.From, b.From))
	})
	return web
}

// Crowded tells whether a node has too many links of a kind.
func (web *Web) Crowded(id graph.ID) bool { return len(web.crowded[id]) > 0 }

// Between is the first link between two nodes.
func (web *Web) Between(a, b graph.ID) (graph.Link, bool) {
	for _, l := range web.links {
		if l.From == a && l.To == b || l.From == b && l.To == a {
			return l, true
		}
	}
	return graph.Link{}, false
}

// Paths are all ways from a node to another, across crowded nodes too where
// they may be crossed.
func (web *Web) Paths(w World, from, to graph.ID, longest int, crossing bool) []graph.Path {
	var found []graph.Path
	var follow func(way []graph.ID)
	follow = func(way []graph.ID) {
		last := way[len(way)-1]
		if last == to {
			p := graph.Path{Nodes: slices.Clone(way)}
			for i := range way[1:] {
				l, _ := web.Between(way[i], way[i+1])
				p.Links = append(p.Links, l)
			}
			found = append(found, p)
			return
		}
		if len(way) > longest || last != from && web.Crowded(last) && !crossing {
			return
		}
		for _, n := range w {
			next := n.Head().ID
			if _, linked := web.Between(last, next); linked && !slices.Contains(way, next) {
				follow(append(way, next))
			}
		}
	}
	follow([]graph.ID{from})
	slices.SortFunc(found, func(a, b graph.Path) int {
		return cmp.Or(len(a.Nodes)-len(b.Nodes), slices.Compare(a.Nodes, b.Nodes))
	})
	return found
}

// Around is what lies around some nodes. From a crowded one among them no link
// of the kind it has too many of is seen, from others that are crowded none.
func (web *Web) Around(w World, of []graph.ID, depth, limit int) graph.Subgraph {
	steps := map[graph.ID]int{}
	for _, id := range of {
		steps[id] = 0
	}
	var g graph.Subgraph
	seenFrom := func(id graph.ID, l graph.Link) bool {
		step, met := steps[id]
		return met && step < depth && (id == l.From || id == l.To) &&
			(!web.Crowded(id) || step == 0 && !slices.Contains(web.crowded[id], l.Relation))
	}
	for step := range depth {
		for _, l := range web.links {
			for _, ends := range [][2]graph.ID{{l.From, l.To}, {l.To, l.From}} {
				if at, met := steps[ends[0]]; met && at == step && seenFrom(ends[0], l) {
					if _, known := steps[ends[1]]; !known {
						steps[ends[1]] = step + 1
					}
				}
			}
		}
	}
	for _, n := range w {
		if _, met := steps[n.Head().ID]; met {
			g.Nodes = append(g.Nodes, n.Head().ID)
		}
	}
	slices.SortStableFunc(g.Nodes, func(a, b graph.ID) int { return steps[a] - steps[b] })
	if len(g.Nodes) > limit {
		g.Truncated, g.Nodes = true, g.Nodes[:limit]
	}
	for _, l := range web.links {
		there := slices.Contains(g.Nodes, l.From) && slices.Contains(g.Nodes, l.To)
		drawn := slices.ContainsFunc(g.Links, func(o graph.Link) bool {
			return o.From == l.From && o.To == l.To || o.From == l.To && o.To == l.From
		})
		if there && !drawn && (seenFrom(l.From, l) || seenFrom(l.To, l)) {
			g.Links = append(g.Links, l)
		}
	}
	near := func(l graph.Link) int { return min(steps[l.From], steps[l.To]) }
	slices.SortFunc(g.Links, func(a, b graph.Link) int {
		return cmp.Or(near(a)-near(b), cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To))
	})
	for _, id := range g.Nodes {
		g.Truncated = g.Truncated || steps[id] < depth && web.Crowded(id)
	}
	return g
}
