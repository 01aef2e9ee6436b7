package ucdp

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strconv"
	"strings"

	"claimgraph/graph"
)

// settle makes the records of all actors met, and puts all that rows share in
// the order in which it can be written.
func (i *Import) settle() {
	for number, s := range i.sides {
		if i.actors[number] == nil {
			i.lay(s.group(s.from))
		}
	}
	for _, a := range i.actors {
		from := actorsOf(a.release)
		i.lay(from.source())
		i.lay(a.group(from))
	}
	if len(i.ground) > 0 {
		i.lay(organization())
	}
	i.order = slices.SortedFunc(maps.Keys(i.ground), func(a, b graph.ID) int {
		return cmp.Or(cmp.Compare(i.rank(a), i.rank(b)), cmp.Compare(a, b))
	})
	i.Events = len(i.events)
	for _, n := range i.ground {
		if n.Head().ID.Kind() == graph.KindGroup {
			i.Actors++
		}
	}
}

// rank puts what is referred to before what refers to it.
func (i *Import) rank(id graph.ID) int {
	if l, is := i.ground[id].(*graph.Location); is {
		return 10 + slices.Index(graph.LocationKinds, l.Kind)
	}
	return slices.Index([]graph.NodeKind{graph.KindOrganization, graph.KindSource, graph.KindGroup, graph.KindAffiliation}, id.Kind())
}

// Link finds what the store has already: actors and countries under their
// numbers, whoever described them, and all else under the ids it would have. What
// is there stays as it is, but for groups that only an import has written.
func (i *Import) Link(ctx context.Context, store graph.Store) error {
	var actors, countries []int
	for _, n := range i.ground {
		switch n := n.(type) {
		case *graph.Group:
			actors = append(actors, numbersOf(n, actorScheme)...)
		case *graph.Location:
			countries = append(countries, numbersOf(n, countryScheme)...)
		}
	}
	if err := find(ctx, store, actorScheme, actors, plain.actor, i.actorIDs); err != nil {
		return err
	}
	if err := find(ctx, store, countryScheme, countries, plain.country, i.countries); err != nil {
		return err
	}
	i.relink()
	return i.keep(ctx, store)
}

// find looks numbers up in a store. Of several nodes that have the same one, our
// own is taken, so that a second import changes nothing; else the first.
func find(ctx context.Context, store graph.Store, scheme string, numbers []int, own func(int) graph.ID, into map[int]graph.ID) error {
	for part := range slices.Chunk(numbers, graph.MaxListed) {
		values := make([]string, len(part))
		for k, n := range part {
			values[k] = strconv.Itoa(n)
		}
		for _, query := range graph.KnownAs(scheme, values) {
			tree, err := store.Fetch(ctx, graph.Fetch{Query: query})
			if err != nil {
				return err
			}
			for _, id := range slices.Sorted(maps.Keys(tree.Nodes)) {
				for _, number := range numbersOf(tree.Nodes[id], scheme) {
					if _, met := into[number]; (!met || id == own(number)) && slices.Contains(part, number) {
						into[number] = id
					}
				}
			}
		}
	}
	return nil
}

// numbersOf are those under which a list of actors, or of countries, has a node.
func numbersOf(n graph.Node, scheme string) []int {
	var ids []graph.ExternalID
	switch n := n.(type) {
	case graph.Actor:
		if scheme == actorScheme {
			ids = n.Profiled().ExternalIDs
		}
	case *graph.Location:
		if scheme == countryScheme {
			ids = n.ExternalIDs
		}
	}
	var numbers []int
	for _, id := range ids {
		if number, err := strconv.Atoi(id.Value); err == nil && strings.EqualFold(id.Scheme, scheme) {
			numbers = append(numbers, number)
		}
	}
	return numbers
}

// relink makes what refers to a group or a country of ours refer to the one the
// store has in its place.
func (i *Import) relink() {
	other := map[graph.ID]graph.ID{}
	for number, id := range i.actorIDs {
		other[plain.actor(number)] = id
	}
	for number, id := range i.countries {
		other[plain.country(number)] = id
	}
	for id, n := range i.ground {
		if instead := other[id]; instead != "" && instead != id {
			i.known[id] = true
			if id.Kind() == graph.KindGroup {
				i.Linked++
			}
		}
		switch n := n.(type) {
		case *graph.Location:
			n.Parent = cmp.Or(other[n.Parent], n.Parent)
		case *graph.Affiliation:
			n.From, n.To = cmp.Or(other[n.From], n.From), cmp.Or(other[n.To], n.To)
			if n.From == n.To { // somebody takes both sides for one actor
				i.known[id] = true
			}
		}
	}
}

// keep leaves what the store has as it is there. A place without a point gets one.
func (i *Import) keep(ctx context.Context, store graph.Store) error {
	for part := range slices.Chunk(i.order, graph.MaxListed) {
		tree, err := store.Fetch(ctx, graph.Fetch{IDs: part})
		if err != nil {
			return err
		}
		for id, there := range tree.Nodes {
			i.known[id] = true
			switch there := there.(type) {
			case *graph.Location:
				if ours := i.ground[id].(*graph.Location); there.Point == nil && ours.Point != nil {
					there.Point = ours.Point
					i.ground[id], i.known[id] = there, false
				}
			case *graph.Group:
				described := func(number int) bool { return i.actors[number] != nil }
				if there.RecordedBy == By && slices.ContainsFunc(numbersOf(i.ground[id], actorScheme), described) {
					i.known[id] = false
				}
			}
		}
	}
	return nil
}
