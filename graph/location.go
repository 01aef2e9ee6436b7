package graph

import "math"

// Location is a country, an administrative area, a settlement, an area, a route, a site.
type Location struct {
	Header
	Kind              LocationKind `json:"kind"`
	Names             []Name       `json:"names"`
	Parent            ID           `json:"parent,omitempty"`
	Point             *Point       `json:"point,omitempty"`
	UncertaintyMeters *int         `json:"uncertaintyMeters,omitempty"`
	ExternalIDs       []ExternalID `json:"externalIds,omitempty"`
	Ancestors         []ID         `json:"-"` // derived: the line of parents, nearest first
}

// Point is a place on the globe in degrees of WGS 84.
type Point struct {
	Latitude  float64 `json:"latitude"`
	Longitude float64 `json:"longitude"`
}

// Name is the preferred name.
func (l *Location) Name() string { return preferred(l.Names) }

// Normal fills in the kinds of the names.
func (l *Location) Normal() { normalNames(l.Names) }

// Validate finds what a location lacks.
func (l *Location) Validate() error {
	if err := oneOf("kind", l.Kind, LocationKinds); err != nil {
		return err
	}
	if err := validateNames(l.Names); err != nil {
		return err
	}
	if err := wantID("parent", l.Parent, false, KindLocation); err != nil {
		return err
	}
	if l.Parent == l.ID {
		return Under(BadInput("is its own parent"), "parent")
	}
	if p := l.Point; p != nil && !(math.Abs(p.Latitude) <= 90 && math.Abs(p.Longitude) <= 180) { // NaN is no degree either
		return Under(BadInput("%g, %g is no point: latitudes go from -90 to 90, longitudes from -180 to 180", p.Latitude, p.Longitude), "point")
	}
	if u := l.UncertaintyMeters; u != nil && *u < 0 {
		return Under(BadInput("an uncertainty is a distance in metres, not %d", *u), "uncertaintyMeters")
	}
	return validateExternalIDs(l.ExternalIDs)
}
