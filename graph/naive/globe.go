package naive

import (
	"math"

	"claimgraph/graph"
)

// Region is a part of the globe: whether a point lies in it, and points of it,
// close together along its edge.
type Region struct {
	has   func(graph.Point) bool
	edges []graph.Point
}

// looks is how many points are looked at along an edge.
const looks = 720

// Box is all between two parallels, and from west eastwards to east.
func Box(south, west, north, east float64) Region {
	if east < west {
		east += 360
	}
	r := Region{has: func(p graph.Point) bool {
		if p.Latitude < south || p.Latitude > north {
			return false
		}
		if math.Abs(p.Latitude) == 90 {
			return true // the pole has every longitude
		}
		for _, turn := range []float64{-360, 0, 360} {
			if lon := p.Longitude + turn; west <= lon && lon <= east {
				return true
			}
		}
		return false
	}}
	for i := range looks + 1 {
		part := float64(i) / looks
		lat, lon := south+part*(north-south), west+part*(east-west)
		r.edges = append(r.edges, graph.Point{Latitude: lat, Longitude: west}, graph.Point{Latitude: lat, Longitude: east},
			graph.Point{Latitude: south, Longitude: lon}, graph.Point{Latitude: north, Longitude: lon})
	}
	return r
}

// Circle is all up to so many kilometres from its centre.
func Circle(center graph.Point, km float64) Region {
	return Region{
		has:   func(p graph.Point) bool { return metres(center, p) <= km*1000 },
		edges: append(around(center, km*1000), center),
	}
}

// OnMap tells whether a place lies in a region, by looking at many points of the
// disc in which it lies, and whether one does. Where the disc ends is not known,
// it is not surely inside, and its point is all there is to look at.
func OnMap(r Region, l *graph.Location) (certain, possible bool) {
	switch {
	case l.Point == nil:
		return false, false
	case l.UncertaintyMeters == nil:
		return false, r.has(*l.Point)
	}
	off := float64(*l.UncertaintyMeters)
	disc := []graph.Point{*l.Point}
	if off > 0 {
		disc = append(append(disc, around(*l.Point, off)...), around(*l.Point, off/2)...)
	}
	for _, pole := range []graph.Point{{Latitude: 90}, {Latitude: -90}} { // a box may leave out no more than one
		if metres(*l.Point, pole) <= off {
			disc = append(disc, pole)
		}
	}
	certain = true
	for _, p := range disc {
		certain, possible = certain && r.has(p), possible || r.has(p)
	}
	for _, p := range r.edges {
		possible = possible || metres(*l.Point, p) <= off
	}
	return certain, possible
}

// around are points at a distance from another, in every direction.
func around(p graph.Point, off float64) []graph.Point {
	lat, far := radians(p.Latitude), off/radius
	var out []graph.Point
	for i := range looks {
		turn := 2 * math.Pi * float64(i) / looks
		there := math.Asin(math.Sin(lat)*math.Cos(far) + math.Cos(lat)*math.Sin(far)*math.Cos(turn))
		along := math.Atan2(math.Sin(turn)*math.Sin(far)*math.Cos(lat), math.Cos(far)-math.Sin(lat)*math.Sin(there))
		lon := math.Remainder(p.Longitude+along*180/math.Pi, 360)
		out = append(out, graph.Point{Latitude: there * 180 / math.Pi, Longitude: lon})
	}
	return out
}

const radius = 6371008.8 // of the earth, in metres

// metres is the way between two points, by the angle between them seen from
// the middle of the earth.
func metres(p, q graph.Point) float64 {
	a, b := fromMiddle(p), fromMiddle(q)
	cross := [3]float64{a[1]*b[2] - a[2]*b[1], a[2]*b[0] - a[0]*b[2], a[0]*b[1] - a[1]*b[0]}
	return radius * math.Atan2(math.Sqrt(dot(cross, cross)), dot(a, b))
}

func fromMiddle(p graph.Point) [3]float64 {
	lat, lon := radians(p.Latitude), radians(p.Longitude)
	return [3]float64{math.Cos(lat) * math.Cos(lon), math.Cos(lat) * math.Sin(lon), math.Sin(lat)}
}

func dot(a, b [3]float64) float64 { return a[0]*b[0] + a[1]*b[1] + a[2]*b[2] }

func radians(degrees float64) float64 { return degrees * math.Pi / 180 }
