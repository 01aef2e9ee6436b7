package dossier

import (
	"slices"
	"strings"

	"claimgraph/graph"
)

// chains are the links that must lead to an end.
var chains = []struct {
	field, what string
	next        func(graph.Node) graph.ID
}{
	{"parent", "lies in itself", func(n graph.Node) graph.ID {
		if l, ok := n.(*graph.Location); ok {
			return l.Parent
		}
		return ""
	}},
	{"supersedes", "supersedes itself", func(n graph.Node) graph.ID {
		if said := spoken(n); said != nil {
			return said.Supersedes
		}
		return ""
	}},
	{"respondsTo", "answers itself", func(n graph.Node) graph.ID {
		if reply := replied(n); reply != nil {
			return reply.RespondsTo
		}
		return ""
	}},
}

// checkCircles reports every circle once, where its first member stands.
func (w *whole) checkCircles() {
	for _, chain := range chains {
		seen := map[graph.ID]bool{}
		for _, rec := range w.own() {
			circle := w.circle(rec.node.Head().ID, chain.next)
			if len(circle) < 2 || seen[circle[0]] { // a node that is its own next says so itself
				continue
			}
			for _, id := range circle {
				seen[id] = true
			}
			w.report(rec.spot([]string{chain.field}), "%s %s, by way of %s", circle[0], chain.what, wayOf(circle))
		}
	}
}

// circle is the way from a node back to itself, nil where there is none.
func (w *whole) circle(from graph.ID, next func(graph.Node) graph.ID) []graph.ID {
	way := []graph.ID{}
	for id := from; id != "" && !slices.Contains(way, id); {
		way = append(way, id)
		n := w.node(id)
		if n == nil {
			return nil
		}
		if id = next(n); id == from {
			return way
		}
	}
	return nil
}

func wayOf(circle []graph.ID) string {
	var names []string
	for _, id := range slices.Concat(circle[1:], circle[:1]) {
		names = append(names, string(id))
	}
	return strings.Join(names, ", ")
}
