package graph

import (
	"context"
	"slices"
)

// Neighbourhood is what lies in at most so many steps around some nodes, those
// that there are not left out. Of more nodes than the limit those on the
// shortest ways are kept, then by id; of parallel links the first.
func (w *Walker) Neighbourhood(ctx context.Context, of []ID, depth, limit int) (Subgraph, error) {
	further := 0
	if depth > 1 {
		further = limit
	}
	begin, err := w.start(ctx, further, of...)
	if err != nil {
		return Subgraph{}, err
	}
	more, first := false, true
	g, err := spread(begin, depth, limit, func(nodes []ID) ([]Link, error) {
		found, err := w.around(ctx, nodes, !first)
		if err != nil {
			return nil, err
		}
		first = false
		more = more || found.full || len(found.crowded) > 0
		return found.links, nil
	})
	g.Truncated = g.Truncated || more
	g.Links = single(g.Links)
	return g, err
}

// single keeps of parallel links the first, whichever way they point. They stay
// in their order.
func single(links []Link) []Link {
	first := map[[2]ID]Link{}
	ends := func(l Link) [2]ID { return [2]ID{min(l.From, l.To), max(l.From, l.To)} }
	for _, l := range links {
		if old, met := first[ends(l)]; !met || l.before(old) < 0 {
			first[ends(l)] = l
		}
	}
	return slices.DeleteFunc(links, func(l Link) bool { return first[ends(l)] != l })
}

// parallel are the first links between nodes, from either end.
type parallel map[ID]map[ID]Link

func (p parallel) add(l Link) {
	for _, ends := range [][2]ID{{l.From, l.To}, {l.To, l.From}} {
		there := p[ends[0]]
		if there == nil {
			there = map[ID]Link{}
			p[ends[0]] = there
		}
		if old, ok := there[ends[1]]; !ok || l.before(old) < 0 {
			there[ends[1]] = l
		}
	}
}
