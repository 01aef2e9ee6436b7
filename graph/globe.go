package graph

import "math"

// The globe, as far as filters look at it: a sphere, on which a point that may
// be some metres off is a disc.

const (
	earthRadius = 6_371_008.8           // metres: the mean radius of WGS 84
	halfRound   = math.Pi * earthRadius // metres from any point to the one opposite
)

// region is a part of the globe, its edge included.
type region interface {
	holds(p Point, off float64) bool // the disc of all points up to so many metres from here lies inside
	meets(p Point, off float64) bool // some of that disc does
}

// circle is all that lies no farther than so many metres from its centre.
type circle struct {
	center Point
	metres float64
}

func (c circle) holds(p Point, off float64) bool {
	return c.metres >= halfRound || distance(c.center, p)+off <= c.metres
}

func (c circle) meets(p Point, off float64) bool { return distance(c.center, p) <= c.metres+off }

// box lies between two parallels, and from its west eastwards to its east: with
// west greater than east it crosses the antimeridian.
type box struct{ south, west, north, east float64 }

// holds: a disc around a pole has every longitude, and so has the pole itself.
func (b box) holds(p Point, off float64) bool {
	reach := degrees(off / earthRadius)
	low, high := max(p.Latitude-reach, -90), min(p.Latitude+reach, 90)
	if low < b.south || high > b.north {
		return false
	}
	if b.width() == 360 {
		return true
	}
	if low == -90 || high == 90 {
		return off == 0
	}
	half := degrees(math.Asin(math.Sin(radians(reach)) / math.Cos(radians(p.Latitude)))) // where meridians touch the disc
	from := eastward(b.west, p.Longitude)
	return from-half >= 0 && from+half <= b.width()
}

func (b box) meets(p Point, off float64) bool { return b.has(p) || b.gap(p) <= off }

func (b box) has(p Point) bool {
	return p.Latitude >= b.south && p.Latitude <= b.north &&
		(math.Abs(p.Latitude) == 90 || eastward(b.west, p.Longitude) <= b.width())
}

// gap is how far the box is from a point outside of it. On every parallel its
// nearest point is on the same meridian, or on the nearer of its sides; along
// that line it is one of the corners, or where a great circle from the point
// meets the line at a right angle.
func (b box) gap(p Point) float64 {
	apart := 0.0
	if from := eastward(b.west, p.Longitude); from > b.width() {
		apart = min(from-b.width(), 360-from)
	}
	here := Point{p.Latitude, 0}
	nearest := min(distance(here, Point{b.south, apart}), distance(here, Point{b.north, apart}))
	lat := radians(p.Latitude)
	foot := degrees(math.Atan2(math.Sin(lat), math.Cos(lat)*math.Cos(radians(apart))))
	if foot > b.south && foot < b.north {
		nearest = min(nearest, distance(here, Point{foot, apart}))
	}
	return nearest
}

// width is how many degrees the box goes eastwards.
func (b box) width() float64 {
	if b.east < b.west {
		return b.east - b.west + 360
	}
	return b.east - b.west
}

// eastward is how many degrees one meridian lies east of another, below 360.
func eastward(from, to float64) float64 {
	d := math.Mod(to-from, 360)
	if d < 0 {
		d += 360
	}
	return d
}

// distance is the great-circle distance in metres, by the haversine formula,
// which stays exact for points close together.
func distance(p, q Point) float64 {
	lat1, lat2 := radians(p.Latitude), radians(q.Latitude)
	up, along := math.Sin((lat2-lat1)/2), math.Sin(radians(q.Longitude-p.Longitude)/2)
	h := up*up + math.Cos(lat1)*math.Cos(lat2)*along*along
	return 2 * earthRadius * math.Asin(math.Sqrt(min(h, 1)))
}

func radians(degrees float64) float64 { return degrees * math.Pi / 180 }

func degrees(radians float64) float64 { return radians * 180 / math.Pi }
