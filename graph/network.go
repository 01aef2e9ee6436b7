package graph

import (
	"cmp"
	"slices"
	"strings"
)

// Subgraph is nodes and the links between them, each once.
type Subgraph struct {
	Nodes     []ID   // shortest way first, then by id
	Links     []Link // by the nearer end's way, then by their ends
	Truncated bool   // there is more than was drawn
}

// Link is one link of a drawing, in the direction it was stated. Certainty says
// whether it certainly held on the day asked for (rule 23).
type Link struct {
	From, To  ID
	Relation  LinkKind
	Certainty Certainty
	Via       ID // the node that states it, with its sources; "" where it stands in From itself
}

// Network is whom an actor is tied to, whichever way the tie points, in at most
// so many steps: over ties of some kinds (nil: any) that existed by then (rule
// 1) and possibly held on a day (rule 23; 0: any day, where every tie is
// certain to have held). A tie all of whose sources are retracted is none. Of
// more nodes than the limit those on the shortest ways are kept, then by id.
func Network(of ID, ties []*Affiliation, sources map[ID]*Source, depth int, kinds []AffiliationKind, on Date, known AsOf, limit int) Subgraph {
	around := map[ID][]Link{}
	for _, a := range ties {
		since, until := existence(a, sources)
		certain, possible := true, true
		if on != 0 {
			certain, possible = a.Period.Held(on, on)
		}
		if !existed(since, until, known) || !possible || kinds != nil && !slices.Contains(kinds, a.Kind) {
			continue
		}
		link := Link{a.From, a.To, LinkAffiliatedWith, Possible, a.ID}
		if certain {
			link.Certainty = Certain
		}
		around[a.From] = append(around[a.From], link)
		around[a.To] = append(around[a.To], link)
	}
	return spread(of, around, depth, limit)
}

// spread draws what lies around a node, step by step.
func spread(of ID, around map[ID][]Link, depth, limit int) Subgraph {
	g := Subgraph{Nodes: []ID{of}}
	steps := map[ID]int{of: 0}
	links := map[ID]Link{}
	for frontier, step := []ID{of}, 1; step <= depth && len(frontier) > 0; step++ {
		next := idSet{}
		for _, at := range frontier {
			for _, link := range around[at] {
				links[link.Via] = link
				next.add(link.From, link.To)
			}
		}
		for id := range steps {
			delete(next, id)
		}
		frontier = keys(next)
		if room := limit - len(g.Nodes); len(frontier) > room {
			g.Truncated, frontier = true, frontier[:max(room, 0)]
		}
		for _, id := range frontier {
			steps[id] = step
		}
		g.Nodes = append(g.Nodes, frontier...)
	}
	for _, via := range keys(links) {
		_, from := steps[links[via].From]
		if _, to := steps[links[via].To]; from && to {
			g.Links = append(g.Links, links[via])
		}
	}
	near := func(l Link) int { return min(steps[l.From], steps[l.To]) }
	slices.SortStableFunc(g.Links, func(a, b Link) int {
		return cmp.Or(cmp.Compare(near(a), near(b)), strings.Compare(string(a.From), string(b.From)), strings.Compare(string(a.To), string(b.To)))
	})
	return g
}
