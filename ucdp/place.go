package ucdp

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"

	"claimgraph/graph"
)

// The values of where_prec: how well the place of an event is known.
const (
	exactPlace    = 1 // where_coordinates names it
	nearPlace     = 2 // near it, in its area, up to 25 km away
	secondDivided = 3 // somewhere in adm_2; the point stands for all of it
	firstDivided  = 4 // somewhere in adm_1
	otherArea     = 5 // another area, a road, a border; the point stands for it
	wholeCountry  = 6
	noCountry     = 7 // at sea or in the air between countries
)

// reach is how far from its point an event may have been at most: UCDP has 2 for
// what was up to 25 km away, and 1 for what was nearer.
const reach = 25_000

// where is where an event happened, as its row has it.
type where struct {
	prec                int
	name, words         string // where_coordinates, where_description
	adm1, adm2          string
	country             int // by Gleditsch and Ward
	countryName         string
	latitude, longitude float64
	pointed             bool
}

func (r *row) where() where {
	w := where{
		prec: r.number("where_prec", noCountry), name: r.must("where_coordinates"), words: r.text("where_description"),
		adm1: r.text("adm_1"), adm2: r.text("adm_2"), country: r.number("country_id", 9999), countryName: r.must("country"),
	}
	var north, east bool
	w.latitude, north = r.degrees("latitude", 90)
	w.longitude, east = r.degrees("longitude", 180)
	if w.pointed = north && east; north != east {
		r.wrong("longitude", "a point has a latitude and a longitude")
	}
	switch { // the area is where_coordinates then
	case w.prec == secondDivided && w.adm2 == "":
		w.adm2 = w.name
	case w.prec == firstDivided && w.adm1 == "":
		w.adm1 = w.name
	}
	return w
}

// places are the locations a row speaks of, each after what it lies in, and how
// the event lies to them.
func (w *where) places(country graph.ID) ([]*graph.Location, graph.PlaceRef) {
	ref := graph.PlaceRef{Relation: graph.PlaceIn, Verbatim: graph.Text(w.name)}
	if w.words != "" {
		ref.Verbatim = graph.Text(w.words)
	}
	if w.prec == noCountry { // the country it is counted with is not where it happened
		sea := w.spot("")
		ref.Locations, ref.Precision = []graph.ID{sea.ID}, graph.PlacePrecisionUnknown
		return []*graph.Location{sea}, ref
	}
	areas := w.areas(country)
	finest := areas[len(areas)-1]
	ref.Within = finest.ID
	switch w.prec {
	case secondDivided:
		ref.Precision = graph.PlacePrecisionAdmin2
	case firstDivided:
		ref.Precision = graph.PlacePrecisionAdmin1
	case wholeCountry:
		ref.Precision = graph.PlacePrecisionCountry
	default:
		spot := w.spot(finest.ID)
		ref.Locations, ref.Precision = []graph.ID{spot.ID}, graph.PlacePrecisionUnknown
		switch w.prec {
		case exactPlace:
			ref.Relation, ref.Precision = graph.PlaceAt, graph.PlacePrecisionExact
		case nearPlace:
			ref.Relation, ref.Precision = graph.PlaceNear, graph.PlacePrecisionNear
		}
		return append(areas, spot), ref
	}
	finest.Point = w.point()
	return areas, ref
}

// areas are the country and its divisions, as far as the event is known to lie
// in them. How large they are UCDP does not say: a point of theirs has no
// uncertainty, and no box or circle certainly holds it.
func (w *where) areas(country graph.ID) []*graph.Location {
	areas := []*graph.Location{{Header: graph.Header{ID: country}, Kind: graph.LocationCountry, Names: named(w.countryName),
		ExternalIDs: []graph.ExternalID{{Scheme: countryScheme, Value: strconv.Itoa(w.country)}}}}
	parts := []string{strconv.Itoa(w.country)}
	add := func(kind graph.LocationKind, name string) {
		if name != "" {
			parts = append(parts, name)
			areas = append(areas, &graph.Location{Header: graph.Header{ID: placeID("", parts...)}, Kind: kind, Names: named(name), Parent: areas[len(areas)-1].ID})
		}
	}
	if w.prec != wholeCountry {
		add(graph.LocationAdmin1, w.adm1)
	}
	if w.prec != wholeCountry && w.prec != firstDivided {
		add(graph.LocationAdmin2, w.adm2)
	}
	return areas
}

// spot is what where_coordinates names and the point stands for.
func (w *where) spot(parent graph.ID) *graph.Location {
	l := &graph.Location{Kind: graph.LocationUnknown, Names: named(w.name), Parent: parent, Point: w.point()}
	parts := []string{"waters", w.name}
	if parent != "" {
		parts = []string{strconv.Itoa(w.country), w.adm1, w.adm2, w.name}
	}
	l.ID = placeID(w.degrees(), parts...)
	if w.prec == exactPlace || w.prec == nearPlace {
		off := reach
		l.UncertaintyMeters = &off
		for _, sort := range []string{" town", " village", " city"} {
			if strings.HasSuffix(w.name, sort) {
				l.Kind = graph.LocationSettlement
			}
		}
	}
	return l
}

func (w *where) point() *graph.Point {
	if !w.pointed {
		return nil
	}
	return &graph.Point{Latitude: w.latitude, Longitude: w.longitude}
}

func named(name string) []graph.Name { return []graph.Name{{Value: name, Kind: graph.NamePreferred}} }

// degrees are the point as it stands in ids: 15.7118n-4.9118w.
func (w *where) degrees() string {
	if !w.pointed {
		return ""
	}
	return "-" + compass(w.latitude, "n", "s") + "-" + compass(w.longitude, "e", "w")
}

func compass(degrees float64, plus, minus string) string {
	if degrees < 0 {
		degrees, plus = -degrees, minus
	}
	return strconv.FormatFloat(degrees, 'f', -1, 64) + plus
}

// placeID is made of names from the country down: the same place has the same
// id in every version, in capitals or not, with accents or without.
func placeID(point string, parts ...string) graph.ID {
	var slugs []string
	for _, p := range parts {
		if p != "" {
			slugs = append(slugs, slug(p))
		}
	}
	return keyed(graph.KindLocation, strings.Join(slugs, "-")+point)
}

// keyed is the id of a key. One that is too long ends in a number made of it.
func keyed(kind graph.NodeKind, key string) graph.ID {
	const most = 110 // ids may have 127
	if key = "ucdp-" + key; len(key) > most {
		key = strings.TrimRight(key[:most-13], "-.") + "-" + digest(key)
	}
	return graph.ID(strings.ToLower(string(kind)) + ":" + key)
}

// slug is a text as it stands in ids. Letters of other scripts, which ids do not
// have, leave a number in their place.
func slug(text string) string {
	folded := graph.Fold(text)
	var b strings.Builder
	lost := false
	for _, r := range folded {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			b.WriteRune(r)
		case r == ' ':
			b.WriteByte('-')
		default:
			lost = true
		}
	}
	made := strings.Trim(b.String(), "-")
	if lost || made == "" {
		made = strings.TrimLeft(made+"-"+digest(text), "-")
	}
	return made
}

func digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:6])
}
