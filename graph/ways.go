package graph

import (
	"context"
	"slices"
)

// ways are those of one length within what a search has met, by the ids on the
// way.
type ways struct {
	ctx    context.Context
	search *search
	most   int
	found  []Path
	ahead  []idSet // from which nodes the end can be so many steps away
}

// find looks from the end how far each node can be from it, then goes ahead
// over those alone that can still arrive.
func (w *ways) find(length int) error {
	from, to := w.search.ends[0].from, w.search.ends[1].from
	w.ahead = []idSet{{to: true}}
	for range length {
		before := idSet{}
		for id := range w.ahead[len(w.ahead)-1] {
			for near := range w.search.links[id] {
				if near == from || near != to && !w.search.crowded[near] {
					before.add(near)
				}
			}
		}
		w.ahead = append(w.ahead, before)
	}
	if !w.ahead[length][from] {
		return nil
	}
	return w.follow([]ID{from}, length)
}

// follow goes on from the last of some nodes, so many steps.
func (w *ways) follow(nodes []ID, left int) error {
	if left == 0 {
		w.found = append(w.found, w.path(nodes))
		return nil
	}
	if err := w.ctx.Err(); err != nil {
		return err
	}
	for _, next := range keys(w.search.links[nodes[len(nodes)-1]]) {
		if len(w.found) == w.most {
			return nil
		}
		if w.ahead[left-1][next] && !slices.Contains(nodes, next) {
			if err := w.follow(append(nodes, next), left-1); err != nil {
				return err
			}
		}
	}
	return nil
}

func (w *ways) path(nodes []ID) Path {
	p := Path{Nodes: slices.Clone(nodes)}
	for i, id := range nodes[1:] {
		p.Links = append(p.Links, w.search.links[nodes[i]][id])
	}
	return p
}
