package graph

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// Atlas is the points of all locations that have one. Boxes and circles are
// tested on it, in Go: both stores then look up ids, and answer alike.
type Atlas struct {
	spots []spot
	mu    sync.Mutex // guards found
	found map[region]fitting
}

// spot is where a location is, and how many metres off that may be: below 0
// where that is not known.
type spot struct {
	id ID
	at Point
	by float64
}

// fitting are the locations that certainly lie in a region, and those that possibly do.
type fitting struct{ certain, possible IDIn }

// pointNote is the column in which a location tells its point: latitude,
// longitude and, where it is known, the uncertainty.
var pointNote = note("point", func(l *Location) string {
	if l.Point == nil {
		return ""
	}
	text := degreesText(l.Point.Latitude) + " " + degreesText(l.Point.Longitude)
	if l.UncertaintyMeters != nil {
		text += " " + strconv.Itoa(*l.UncertaintyMeters)
	}
	return text
})

func degreesText(d float64) string { return strconv.FormatFloat(d, 'g', -1, 64) }

// ReadAtlas asks a store for the points of all locations.
func ReadAtlas(ctx context.Context, s Store) (*Atlas, error) {
	query := &Query{Kinds: []NodeKind{KindLocation}, Tells: []Tell{{Column: pointNote}}}
	tree, err := s.Fetch(ctx, Fetch{Query: query})
	if err != nil {
		return nil, err
	}
	return AtlasOf(tree.Page(0, "").Told[0])
}

// AtlasOf is the atlas of what locations told of their points.
func AtlasOf(told []Told) (*Atlas, error) {
	a := &Atlas{spots: make([]spot, len(told)), found: map[region]fitting{}}
	for i, t := range told {
		var err error
		if a.spots[i], err = spotOf(t); err != nil {
			return nil, err
		}
	}
	slices.SortFunc(a.spots, func(x, y spot) int { return strings.Compare(string(x.id), string(y.id)) })
	return a, nil
}

func spotOf(t Told) (spot, error) {
	words := strings.Fields(t.Value)
	numbers := []float64{0, 0, -1}
	if len(words) < 2 || len(words) > len(numbers) {
		return spot{}, fmt.Errorf("%s tells no point: %q", t.ID, t.Value)
	}
	for i, w := range words {
		var err error
		if numbers[i], err = strconv.ParseFloat(w, 64); err != nil {
			return spot{}, fmt.Errorf("the point of %s: %w", t.ID, err)
		}
	}
	return spot{t.ID, Point{numbers[0], numbers[1]}, numbers[2]}, nil
}

// in gives the locations that lie in a region. One whose uncertainty is not
// known is never certainly there, and possibly where its point is and no farther.
func (a *Atlas) in(r region, mode Certainty) IDIn {
	a.mu.Lock()
	defer a.mu.Unlock()
	found, known := a.found[r]
	if !known {
		found = fitting{IDIn{}, IDIn{}}
		for _, s := range a.spots {
			if !r.meets(s.at, max(s.by, 0)) {
				continue
			}
			found.possible = append(found.possible, s.id)
			if s.by >= 0 && r.holds(s.at, s.by) {
				found.certain = append(found.certain, s.id)
			}
		}
		a.found[r] = found
	}
	if mode == Certain {
		return found.certain
	}
	return found.possible
}
