package graph

import "testing"

// What a region says of a disc: all of it lies inside, some of it does, none.
func TestRegionsOnTheGlobe(t *testing.T) {
	at := func(latitude, longitude float64) Point { return Point{latitude, longitude} }
	const km = 1000
	sahel := box{south: 10, west: -6, north: 20, east: 4}
	fiji := box{south: -20, west: 177, north: -12, east: -178}
	arctic := box{south: 66.5, west: -180, north: 90, east: 180}
	wedge := box{south: 66.5, west: 0, north: 90, east: 90}
	for _, c := range []struct {
		story  string
		region region
		point  Point
		off    float64
		want   string
	}{
		{"a point in a box", sahel, at(15, 0), 0, "inside"},
		{"on its edge", sahel, at(20, 4), 0, "inside"},
		{"north of it", sahel, at(20.01, 0), 0, "outside"},
		{"west of it", sahel, at(15, -6.01), 0, "outside"},
		{"on the other side of the earth", sahel, at(-15, 180), 0, "outside"},
		{"in it, but less sure than it is far from the edge", sahel, at(19.99, 0), 5 * km, "touches"},
		{"in it, and surer than that", sahel, at(19.9, 0), 5 * km, "inside"},
		{"north of it, by less than it is sure", sahel, at(20.01, 0), 5 * km, "touches"},
		{"beside it, by less than it is sure", sahel, at(15, 4.04), 5 * km, "touches"},
		{"beside it, by more: a degree of longitude is shorter up here", sahel, at(19.9, 4.05), 5 * km, "outside"},
		{"off its corner, near both sides and not near enough", sahel, at(20.04, 4.04), 5 * km, "outside"},
		{"off its corner, near enough", sahel, at(20.03, 4.03), 5 * km, "touches"},
		{"larger than the box, around it", sahel, at(15, -1), 2000 * km, "touches"},
		{"the whole earth is no box", sahel, at(15, -1), halfRound, "touches"},

		{"west of the antimeridian", fiji, at(-17, 178), 0, "inside"},
		{"east of the antimeridian", fiji, at(-17, -179), 0, "inside"},
		{"on the antimeridian, by either name", fiji, at(-17, -180), 10 * km, "inside"},
		{"on the antimeridian, by the other name", fiji, at(-17, 180), 10 * km, "inside"},
		{"between its east and its west the long way round", fiji, at(-17, 0), 0, "outside"},
		{"a little east of its east", fiji, at(-17, -177.95), 10 * km, "touches"},
		{"across the antimeridian from a box that ends there", box{-20, 170, -12, 180}, at(-17, -179.95), 10 * km, "touches"},
		{"on the antimeridian, in a box that begins there", box{-20, -180, -12, -170}, at(-17, 180), 0, "inside"},
		{"a box of one meridian", box{0, 30, 10, 30}, at(5, 30), 0, "inside"},

		{"the pole, in a box all the way round", arctic, at(90, 0), 100 * km, "inside"},
		{"by the pole, in a box all the way round", arctic, at(89.9, 120), 100 * km, "inside"},
		{"the pole has every longitude", wedge, at(90, -120), 0, "inside"},
		{"around the pole is on every side of it", wedge, at(90, 45), 1 * km, "touches"},
		{"beyond the pole from a box that reaches it", wedge, at(89.95, -135), 10 * km, "touches"},
		{"beyond the pole, and farther than it is sure", wedge, at(89.8, -135), 10 * km, "outside"},
		{"opposite to a box that does not reach the pole", box{66.5, 0, 89, 90}, at(89.95, -135), 10 * km, "outside"},
		{"from over the pole its top is nearest", box{66.5, 0, 89, 90}, at(89.95, -135), 120 * km, "touches"},
		{"high up, the way to a side bends towards the pole", box{60, 0, 90, 10}, at(85, 90), 550 * km, "touches"},
		{"which is shorter than over the pole itself, and not short enough", box{60, 0, 90, 10}, at(85, 90), 545 * km, "outside"},
		{"the south pole", box{-90, -180, -60, 180}, at(-90, 77), 10 * km, "inside"},
		{"everything", box{-90, -180, 90, 180}, at(12, 34), halfRound, "inside"},

		{"the centre of a circle", circle{at(18, 1), 1 * km}, at(18, 1), 0, "inside"},
		{"in a circle with all its uncertainty", circle{at(18, 1), 50 * km}, at(18.2, 1), 20 * km, "inside"},
		{"in a circle, and some of it not", circle{at(18, 1), 50 * km}, at(18.4, 1), 20 * km, "touches"},
		{"outside of a circle that it touches", circle{at(18, 1), 50 * km}, at(18.5, 1), 20 * km, "touches"},
		{"outside of a circle", circle{at(18, 1), 50 * km}, at(18.7, 1), 20 * km, "outside"},
		{"a circle across the antimeridian", circle{at(-17, 179.9), 50 * km}, at(-17, -179.9), 1 * km, "inside"},
		{"a circle over the pole", circle{at(89, 0), 250 * km}, at(89, 180), 10 * km, "inside"},
		{"a circle round the whole earth", circle{at(18, 1), MaxRadiusKm * km}, at(-18, -179), 5000 * km, "inside"},
		{"from London to Paris it is 344 km", circle{at(51.5074, -0.1278), 343 * km}, at(48.8566, 2.3522), 0, "outside"},
		{"and not 345", circle{at(51.5074, -0.1278), 345 * km}, at(48.8566, 2.3522), 0, "inside"},
	} {
		t.Run(c.story, func(t *testing.T) {
			got := "outside"
			switch {
			case c.region.holds(c.point, c.off):
				got = "inside"
			case c.region.meets(c.point, c.off):
				got = "touches"
			}
			if got != c.want {
				t.Errorf("%s, not %s", got, c.want)
			}
			if c.region.holds(c.point, c.off) && !c.region.meets(c.point, c.off) {
				t.Error("inside, and yet it does not touch")
			}
		})
	}
}
