package storetest

import (
	"fmt"
	"slices"

	"claimgraph/graph"
	"claimgraph/graph/naive"
)

// What boxes and circles ask: the table's row on them.

// regionIn is the box, or the circle, of a PlaceFilter.
func regionIn(asked any, name string) naive.Region {
	fields := object(object(asked)[name])
	number := func(in map[string]any, name string) float64 { return in[name].(float64) }
	if name == "box" {
		return naive.Box(number(fields, "south"), number(fields, "west"), number(fields, "north"), number(fields, "east"))
	}
	center := object(fields["center"])
	return naive.Circle(graph.Point{Latitude: number(center, "latitude"), Longitude: number(center, "longitude")}, number(fields, "radiusKm"))
}

// eachRegion asks the box and the circle each for itself; both must hold.
func eachRegion(asked any, holds func(name string) verdict) verdict {
	v := yes
	for _, name := range []string{"box", "circle"} {
		if object(asked)[name] != nil {
			v = min(v, holds(name))
		}
	}
	return v
}

// onMap: one of the places lies in the box; one does in the circle.
func (k *known) onMap(asked any, places ...graph.ID) verdict {
	return eachRegion(asked, func(name string) verdict {
		v := no
		for _, id := range places {
			v = max(v, k.pinnedIn(asked, name, id))
		}
		return v
	})
}

// pinnedIn is where one place lies: it is looked at once.
func (k *known) pinnedIn(asked any, name string, id graph.ID) verdict {
	l, ok := k.nodes[id].(*graph.Location)
	if !ok || l.Point == nil {
		return no
	}
	off := unknown
	if l.UncertaintyMeters != nil {
		off = *l.UncertaintyMeters
	}
	key := fmt.Sprint(object(asked)[name], *l.Point, off)
	if v, done := k.looked.Load(key); done {
		return v.(verdict)
	}
	certain, possible := naive.OnMap(regionIn(asked, name), l)
	v := max(sure(certain), min(maybe, sure(possible)))
	k.looked.Store(key, v)
	return v
}

// charted is an attack on the map; one to which nobody gives a place is not on it.
func (k *known) charted(asked any, a *graph.Attack) verdict {
	stating := slices.DeleteFunc(k.givers(a), func(g giver) bool { return len(g.places) == 0 })
	return eachRegion(asked, func(name string) verdict {
		return everyGiver(stating, func(g giver) verdict {
			v := no
			for _, p := range g.places {
				v = max(v, k.spotted(p, asked, name))
			}
			return v
		})
	})
}

// spotted: AT or IN, and every point lies inside; any point touches it.
func (k *known) spotted(p graph.PlaceRef, asked any, name string) verdict {
	every, some := yes, no
	for _, id := range p.Locations {
		v := k.pinnedIn(asked, name, id)
		every, some = min(every, v), max(some, v)
	}
	if len(p.Locations) > 0 && (p.Relation == graph.PlaceAt || p.Relation == graph.PlaceIn) {
		return max(every, min(maybe, some))
	}
	return min(maybe, some)
}
