package graph

import (
	"context"
	"slices"
)

// Path is one way from a node to another that visits none twice.
type Path struct {
	Nodes []ID
	Links []Link // between each two of them
}

// Length is in links.
func (p *Path) Length() int { return len(p.Links) }

// PathSet is the shortest ways between two nodes, then by the ids on the way.
type PathSet struct {
	Paths     []Path
	Truncated bool // there are, or may be, more
}

// search goes towards each other from both ends of the ways it looks for. A way
// of some length lies within what was met when both ends together have grown by
// as many steps.
type search struct {
	*Walker
	ends      [2]*growth
	links     parallel
	crowded   idSet // nodes that are not crossed
	truncated bool
}

// growth is what was met around one end.
type growth struct {
	from     ID
	steps    int  // that all ways from here were followed
	frontier []ID // the nodes so many steps away, not yet looked around
	met      idSet
	crowded  bool // the end itself has more links than are followed from here
}

// Paths finds ways of at most so many links. Without an end there is none; a
// node leads to itself without any link.
func (w *Walker) Paths(ctx context.Context, from, to ID, longest, first int) (PathSet, error) {
	begin, err := w.start(ctx, 0, from, to)
	if err != nil || !slices.Contains(begin, from) || !slices.Contains(begin, to) {
		return PathSet{}, err
	}
	s := &search{Walker: w, links: parallel{}, crowded: idSet{}}
	for i, id := range []ID{from, to} {
		s.ends[i] = &growth{from: id, frontier: []ID{id}, met: idSet{id: true}}
	}
	var out PathSet
	if from == to {
		longest, out.Paths = 0, []Path{{Nodes: []ID{from}}}
	}
	for length := 1; length <= longest && len(out.Paths) <= first; length++ {
		enough, err := s.reach(ctx, length)
		if err != nil {
			return PathSet{}, err
		}
		if !enough {
			break
		}
		ways := &ways{ctx: ctx, search: s, most: first + 1 - len(out.Paths)}
		if err := ways.find(length); err != nil {
			return PathSet{}, err
		}
		out.Paths = append(out.Paths, ways.found...)
	}
	if len(out.Paths) > first {
		s.truncated, out.Paths = true, out.Paths[:first]
	}
	out.Truncated = s.truncated
	return out, nil
}

// reach looks around until all ways of a length lie within what was met, and
// tells whether that could be done.
func (s *search) reach(ctx context.Context, length int) (bool, error) {
	for {
		grows := s.next(length)
		if grows == nil {
			break
		}
		enough, err := s.grow(ctx, grows)
		if !enough || err != nil {
			return false, err
		}
	}
	crowded, err := s.Walker.crowded(ctx, s.meeting())
	s.bar(crowded)
	return true, err
}

// meeting are the nodes to which both ends have come, so that ways may lead
// across them, and at which nobody has looked yet.
func (s *search) meeting() []ID {
	a, b := s.ends[0], s.ends[1]
	if a.crowded != b.crowded || a.steps == 0 || b.steps == 0 {
		return nil
	}
	there := idSet{}
	there.add(b.frontier...)
	return slices.DeleteFunc(slices.Clone(a.frontier), func(id ID) bool { return !there[id] })
}

// bar notes nodes that are not to be crossed: there may be ways across them.
func (s *search) bar(crowded idSet) {
	for id := range crowded {
		s.crowded.add(id)
		s.truncated = true
	}
}

// next is the end from which to go on: the one with the fewest nodes to look
// around. From a crowded end not every way is seen, so the other one goes all
// the way; where both are, what can be seen from both is found.
func (s *search) next(length int) *growth {
	a, b := s.ends[0], s.ends[1]
	if a.crowded != b.crowded {
		sound := a
		if a.crowded {
			sound = b
		}
		if sound.steps >= length || len(sound.frontier) == 0 {
			return nil
		}
		return sound
	}
	if a.steps+b.steps >= length || len(a.frontier) == 0 || len(b.frontier) == 0 {
		return nil
	}
	if len(b.frontier) < len(a.frontier) {
		return b
	}
	return a
}

// grow looks around the nodes farthest from an end.
func (s *search) grow(ctx context.Context, g *growth) (bool, error) {
	found, err := s.around(ctx, g.frontier, g.steps > 0)
	if err != nil {
		return false, err
	}
	if g.crowded = g.steps == 0 && found.crowded[g.from]; !g.crowded {
		s.bar(found.crowded)
	}
	if s.ends[0].crowded && s.ends[1].crowded {
		s.truncated = true
	}
	next := idSet{}
	for _, l := range found.links {
		s.links.add(l)
		next.add(l.From, l.To)
	}
	for id := range next {
		if g.met[id] || id == s.ends[0].from || id == s.ends[1].from { // ways end there
			delete(next, id)
		}
	}
	g.met.add(keys(next)...)
	g.frontier = keys(next)
	g.steps++
	if found.full || len(s.ends[0].met)+len(s.ends[1].met) > mostMet {
		s.truncated = true
		return false, nil
	}
	return true, nil
}
