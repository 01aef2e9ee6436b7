package graph

import "slices"

// witnesses are the nodes a walk came by, with the sources that tell since when
// they are known.
type witnesses struct {
	on      AsOf
	nodes   map[ID]Node
	sources map[ID]*Source
	claims  map[ID][]*Claim // by the attack they are about
}

func newWitnesses(on AsOf) *witnesses {
	return &witnesses{on, map[ID]Node{}, map[ID]*Source{}, map[ID][]*Claim{}}
}

// branches lead to what must be heard of each node. What counts now a store
// tells by itself; for another day claims are asked what they said of an attack
// (rule 7).
func (w *witnesses) branches() []*Branch {
	if w.on == Now {
		return nil
	}
	claims := follow(About, true, []NodeKind{KindClaim}, cited(), follow(RetractedIn, false, nil))
	claims.On = []NodeKind{KindAttack}
	return Numbered([]*Branch{cited(), follow(RetractedIn, false, nil), claims})
}

// unheard tells whether something must be read before it is known whether a
// node existed on a day before today. Actors and places have no date.
func (w *witnesses) unheard(id ID) bool {
	kind := id.Kind()
	return id != "" && w.nodes[id] == nil && kind != KindLocation && !slices.Contains(actorKinds, kind)
}

// hear takes in what a tree holds.
func (w *witnesses) hear(t *Tree) {
	for _, id := range keys(t.Nodes) {
		n := t.Nodes[id]
		if w.nodes[id] != nil {
			continue
		}
		switch n := n.(type) {
		case *Source:
			w.sources[id] = n
		case *Claim:
			for _, about := range n.About {
				w.claims[about] = append(w.claims[about], n)
			}
		}
		w.nodes[id] = n
	}
}

// existed tells whether a node was known then (rule 1): an assertion while it
// counts, a tie while a source of it stands, anything else that cites sources
// from the publication of the earliest on, a source from its own on.
func (w *witnesses) existed(id ID) bool {
	switch n := w.nodes[id].(type) {
	case Assertion:
		return Counted(n, w.sources, w.on)
	case *Affiliation:
		since, until := existence(n, w.sources)
		return existed(since, until, w.on)
	case *Source:
		return w.on.knows(n.Published.Latest)
	case Sourced:
		return w.on.knows(firstPublished(n.Cites(), w.sources).Latest)
	}
	return true
}

// said tells whether what an attack links to was said of it by then: it stands
// in its record, or in a claim that counted (rule 7).
func (w *witnesses) said(from, to ID, kind LinkKind) bool {
	attack, ok := w.nodes[from].(*Attack)
	if !ok || kind != LinkOccurredAt && kind != LinkTargets {
		return true
	}
	givers := []giver{{values: attack.Recorded}}
	for _, c := range w.claims[from] {
		if Counted(c, w.sources, w.on) {
			givers = append(givers, giver{values: AttackValues{Places: c.AssertedPlaces, Targets: c.AssertedTargets}})
		}
	}
	all := merged(givers)
	if kind == LinkTargets {
		return slices.ContainsFunc(all.Targets, func(t Target) bool { return t.Actor == to })
	}
	return slices.ContainsFunc(all.Places, func(p PlaceRef) bool { return slices.Contains(p.Locations, to) })
}
