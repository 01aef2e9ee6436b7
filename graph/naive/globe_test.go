package naive_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"claimgraph/graph"
	"claimgraph/graph/naive"
)

// Discs and regions anywhere, at the antimeridian and the poles more often than
// elsewhere: what the filter says is what one sees by looking at many points.
func TestRegionsAreWhatTheyLookLike(t *testing.T) {
	random := rand.New(rand.NewPCG(18, 1))
	between := func(low, high float64) float64 { return low + random.Float64()*(high-low) }
	seen := map[[2]bool]int{}
	for range 600 {
		east, south := between(-180, 180), between(-90, 60)
		l := &graph.Location{Point: &graph.Point{Latitude: between(-90, 90), Longitude: between(-180, 180)}}
		if random.IntN(3) == 0 {
			l.Point.Latitude = between(86, 90)
		}
		off := int(between(1, 5_000_000))
		l.UncertaintyMeters, l.ID = &off, "location:somewhere"
		b := map[string]any{"south": south, "west": between(-180, 180), "north": between(south, 90), "east": east}
		if random.IntN(3) == 0 {
			b["north"] = 90.0
		}
		if random.IntN(4) == 0 {
			b["west"], b["east"] = -180.0, 180.0
		}
		filter, region := map[string]any{"box": b}, naive.Box(south, b["west"].(float64), b["north"].(float64), b["east"].(float64))
		if random.IntN(3) == 0 {
			center, km := graph.Point{Latitude: between(-90, 90), Longitude: between(-180, 180)}, between(10, 15_000)
			filter = map[string]any{"circle": map[string]any{"center": map[string]any{"latitude": center.Latitude, "longitude": center.Longitude}, "radiusKm": km}}
			region = naive.Circle(center, km)
		}
		certain, possible := naive.OnMap(region, l)
		got := [2]bool{lies(t, filter, l, graph.Certain), lies(t, filter, l, graph.Possible)}
		if got != [2]bool{certain, possible} {
			t.Errorf("%v, %d m off, in %v: certain and possible %v, it looks like %v", *l.Point, off, filter, got, [2]bool{certain, possible})
		}
		seen[got]++
	}
	if len(seen) != 3 || seen[[2]bool{true, true}] < 20 {
		t.Errorf("the test looks at too little: %v", seen)
	}
}

// lies asks the filter of a list of locations that has this one.
func lies(t *testing.T, place map[string]any, l *graph.Location, mode graph.Certainty) bool {
	t.Helper()
	told := graph.Told{ID: l.ID, Value: graph.KindNamed(graph.KindLocation).Family.Column("point").Of(l).(string)}
	atlas := func() (*graph.Atlas, error) { return graph.AtlasOf([]graph.Told{told}) }
	p, err := graph.Lower("LocationFilter", map[string]any{"place": place}, mode, graph.DefaultBounds(), atlas)
	if err != nil {
		t.Fatal(err)
	}
	return slices.Contains(p.(graph.IDIn), l.ID)
}
