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
		if !existed(since, until, known) || kinds != nil && !slices.Contains(kinds, a.Kind) {
			continue
		}
		if link, ok := a.link(on); ok {
			around[a.From] = append(around[a.From], link)
			around[a.To] = append(around[a.To], link)
		}
	}
	g, _ := spread([]ID{of}, depth, limit, func(nodes []ID) ([]Link, error) { // nothing there can fail
		var links []Link
		for _, id := range nodes {
			links = append(links, around[id]...)
		}
		return links, nil
	})
	return g
}

// link is what a tie is in a drawing, if it possibly held on a day (rule 23; 0: on any).
func (a *Affiliation) link(on Date) (Link, bool) {
	certain, possible := true, true
	if on != 0 {
		certain, possible = a.Period.Held(on, on)
	}
	link := Link{a.From, a.To, LinkAffiliatedWith, Possible, a.ID}
	if certain {
		link.Certainty = Certain
	}
	return link, possible
}

// spread draws what lies around some nodes, step by step. Around tells the
// links of the nodes of a level.
func spread(of []ID, depth, limit int, around func(nodes []ID) ([]Link, error)) (Subgraph, error) {
	g := Subgraph{}
	steps := map[ID]int{}
	var links []Link
	frontier := of
	for step := 0; ; step++ {
		if room := limit - len(g.Nodes); len(frontier) > room {
			g.Truncated, frontier = true, frontier[:max(room, 0)]
		}
		for _, id := range frontier {
			steps[id] = step
		}
		g.Nodes = append(g.Nodes, frontier...)
		if step == depth || len(frontier) == 0 {
			break
		}
		found, err := around(frontier)
		if err != nil {
			return g, err
		}
		next := idSet{}
		for _, link := range found {
			for _, id := range []ID{link.From, link.To} {
				if _, met := steps[id]; !met {
					next.add(id)
				}
			}
		}
		links, frontier = append(links, found...), keys(next)
	}
	g.Links = joining(links, steps)
	return g, nil
}

// joining are the links between nodes that were met, each once.
func joining(links []Link, steps map[ID]int) []Link {
	type placed struct {
		Link
		near int
	}
	var all []placed
	for _, l := range links {
		from, here := steps[l.From]
		if to, there := steps[l.To]; here && there {
			all = append(all, placed{l, min(from, to)})
		}
	}
	slices.SortFunc(all, func(a, b placed) int {
		return cmp.Or(cmp.Compare(a.near, b.near), strings.Compare(string(a.From), string(b.From)),
			strings.Compare(string(a.To), string(b.To)), a.before(b.Link))
	})
	var out []Link
	for _, l := range slices.Compact(all) {
		out = append(out, l.Link)
	}
	return out
}

// before says which of two links between the same nodes comes first: in the
// order of the API's words, then what certainly held, then by what states it.
func (l Link) before(other Link) int {
	return cmp.Or(cmp.Compare(slices.Index(LinkKinds, l.Relation), slices.Index(LinkKinds, other.Relation)),
		strings.Compare(string(l.Certainty), string(other.Certainty)),
		strings.Compare(string(l.Via), string(other.Via)), strings.Compare(string(l.From), string(other.From)))
}
