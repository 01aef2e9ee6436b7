package neo4j

import (
	"slices"
	"strings"

	"claimgraph/graph"
)

// A test can be asked of every node in the order of the list, or the nodes that
// pass it can be looked up: "claimed by this group" is a few links for most
// groups, and a walk through everything for a list sorted by date. The server
// does not turn an EXISTS round by itself, so what can be looked up is taken out
// here and drives.

// drives tells whether the nodes that pass can be looked up from ids given.
func drives(p graph.Pred) bool {
	switch p := p.(type) {
	case graph.IDIn, graph.Parent, graph.Reaches, graph.Covers:
		return true
	case graph.Has:
		return p.Far != nil && drives(p.Far)
	case graph.All:
		return slices.ContainsFunc(p, drives)
	case graph.Any:
		return slices.ContainsFunc(p, drives) && !slices.ContainsFunc(p, func(p graph.Pred) bool { return !drives(p) && !seeks(p) })
	}
	return false
}

// seeks tells whether an index finds the nodes that pass: good enough as one of
// several ways.
func seeks(p graph.Pred) bool {
	c, ok := p.(graph.Cmp)
	return ok && indexed(c.Column) && (c.Op == graph.OpIn || c.Op == graph.OpIs)
}

// split takes the test that drives out of a conjunction. One that speaks of the
// parent goes first: it differs from parent to parent, so it never finds much.
func split(p graph.Pred) (driver, rest graph.Pred) {
	all, ok := p.(graph.All)
	if !ok {
		all = graph.All{p}
	}
	at := slices.IndexFunc(all, func(p graph.Pred) bool { return drives(p) && ofParent(p) })
	if at < 0 {
		at = slices.IndexFunc(all, drives)
	}
	if at < 0 {
		return nil, p
	}
	driver = all[at]
	left := slices.Delete(slices.Clone(all), at, at+1)
	if c, ok := driver.(graph.Covers); ok { // what is looked up may miss a clause
		driver, left = graph.Has{Relation: c.Relation, Far: c.Far}, append(left, c)
	}
	if len(left) == 0 {
		return driver, nil
	}
	return driver, left
}

// ofParent tells whether a test speaks of the parent.
func ofParent(p graph.Pred) bool {
	switch p := p.(type) {
	case graph.Parent:
		return true
	case graph.Has:
		return p.Far != nil && ofParent(p.Far)
	case graph.All:
		return slices.ContainsFunc(p, ofParent)
	case graph.Any:
		return slices.ContainsFunc(p, ofParent)
	case graph.Not:
		return ofParent(p.Pred)
	}
	return false
}

// drive writes clauses that give the nodes that pass, possibly several times.
func (s *statement) drive(p graph.Pred, at spot) string {
	ways := s.ways(p, at)
	if len(ways) == 1 {
		return ways[0]
	}
	imports := "(" + withWalks
	if s.parent != "" {
		imports = "(" + s.parent + withWalks
	}
	return "CALL " + imports + ") { " + strings.Join(ways, " RETURN "+at.name+" UNION ") + " RETURN " + at.name + " }"
}

// ways are the alternatives by which nodes that pass are found.
func (s *statement) ways(p graph.Pred, at spot) []string {
	switch p := p.(type) {
	case graph.IDIn:
		return []string{"MATCH (" + at.name + ":" + nodeLabel + ")" + where(s.test(p, at))}
	case graph.Parent:
		return []string{"WITH " + s.parent + " AS " + at.name}
	case graph.Cmp:
		return []string{"MATCH (" + at.name + ":" + quoted(familyOf[p.Column].Label) + ")" + where(s.test(p, at))}
	case graph.Any:
		var ways []string
		for _, one := range p {
			ways = append(ways, s.ways(one, at)...)
		}
		return ways
	case graph.Has:
		return s.waysBack(p, at)
	case graph.Reaches:
		if p.Once {
			return s.waysBack(graph.Has{Relation: p.Relation, Edge: p.Edge, Far: p.Far}, at)
		}
		return []string{"UNWIND " + s.walk(p) + " AS " + at.name}
	}
	driver, rest := split(p)
	ways := s.ways(driver, at)
	for i := range ways {
		ways[i] += " WITH *" + where(s.test(rest, at))
	}
	return ways
}

// waysBack go back from the far nodes to those that have a link to them.
func (s *statement) waysBack(h graph.Has, at spot) []string {
	far := farEnd(h.Relation, h.In, h.Kinds)
	if _, ok := h.Far.(graph.Parent); ok {
		return []string{s.back(h, s.parent, at, always)}
	}
	m := s.name("m")
	ways := s.ways(h.Far, spot{m, far.kinds})
	for i := range ways {
		ways[i] += " " + s.back(h, m, at, far.narrowed(m))
	}
	return ways
}

func (s *statement) back(h graph.Has, from string, at spot, narrowed string) string {
	l := s.name("r")
	return "MATCH " + link(from, l, h.Relation, !h.In, at.name) + where(narrowed, s.test(h.Edge, spot{name: l}))
}

// few is up to how many nodes are looked up and sorted rather than met on a walk
// through the list in its order. Looking up costs their number; the walk costs
// the length of the list divided by it.
const few = 2000

// fewOrMany looks nodes up where they are few, and else runs through the list.
// Which it is turns out as the statement runs.
func (l *list) fewOrMany(keys []sortKey) string {
	found := spot{l.node, l.end.kinds}
	some, bound := l.name("c"), l.value(few+1)
	inside := func(rows string) string { return rows + " RETURN " + l.node }
	looked := "UNWIND " + some + " AS " + l.node + " WITH " + l.node +
		where(l.node+":"+labels(l.end.kinds), l.test(l.fits, found), l.after(keys)) + l.cut(keys)
	return "CALL (" + withWalks + ") { " + l.drive(l.driver, found) + " WITH DISTINCT " + l.node + " LIMIT " + bound +
		" RETURN collect(" + l.node + ") AS " + some + " } " +
		"CALL (" + some + withWalks + ") { WITH " + some + " WHERE size(" + some + ") < " + bound + " " + inside(looked) +
		" UNION ALL WITH " + some + " WHERE size(" + some + ") >= " + bound +
		" CALL (" + withWalks + ") { " + inside(l.inOrder(keys, l.query.Where)) + " } RETURN " + l.node + " } WITH " + l.node +
		" ORDER BY " + listed(keys)
}
