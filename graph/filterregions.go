package graph

import (
	"encoding/json"
	"math"
	"strings"
)

// The two inputs that name a part of the globe.

// MaxRadiusKm is the largest radius of a circle: half the equator, which
// reaches every place there is.
const MaxRadiusKm = 20_038

// regionOf reads a box or a circle.
func regionOf(name string, v any) (region, error) {
	fields, err := object(v)
	if err != nil {
		return nil, err
	}
	switch name {
	case "box":
		return boxOf(fields)
	case "circle":
		return circleOf(fields)
	}
	return nil, BadInput("a PlaceFilter has no field %q", name)
}

func boxOf(fields map[string]any) (region, error) {
	var b box
	for _, side := range []struct {
		name string
		most float64
		into *float64
	}{{"south", 90, &b.south}, {"west", 180, &b.west}, {"north", 90, &b.north}, {"east", 180, &b.east}} {
		var err error
		if *side.into, err = degreesIn(fields, side.name, side.most); err != nil {
			return nil, err
		}
	}
	if b.south > b.north {
		return nil, Under(BadInput("the south of a box, %g, is not north of its north, %g; turn them round", b.south, b.north), "south")
	}
	return b, nil
}

func circleOf(fields map[string]any) (region, error) {
	at, err := object(fields["center"])
	if err != nil {
		return nil, Under(err, "center")
	}
	var c circle
	if c.center.Latitude, err = degreesIn(at, "latitude", 90); err != nil {
		return nil, Under(err, "center")
	}
	if c.center.Longitude, err = degreesIn(at, "longitude", 180); err != nil {
		return nil, Under(err, "center")
	}
	km, err := numberOf(fields["radiusKm"])
	if err == nil && !(km > 0 && km <= MaxRadiusKm) {
		err = BadInput("a radius is above 0 and at most %d km, half the way round the earth, not %g", MaxRadiusKm, km)
	}
	c.metres = km * 1000
	return c, Under(err, "radiusKm")
}

func degreesIn(fields map[string]any, name string, most float64) (float64, error) {
	d, err := numberOf(fields[name])
	if err == nil && !(math.Abs(d) <= most) {
		err = BadInput("%g is no %s: it goes from -%g to %g", d, coordinate(most), most, most)
	}
	return d, Under(err, name)
}

func coordinate(most float64) string {
	if most == 90 {
		return "latitude"
	}
	return "longitude"
}

// numberOf reads a number as a client may send it.
func numberOf(v any) (float64, error) {
	switch v := v.(type) {
	case float64:
		return v, nil
	case int:
		return float64(v), nil
	case int64:
		return float64(v), nil
	case json.Number:
		if n, err := v.Float64(); err == nil {
			return n, nil
		}
	}
	return 0, BadInput("a number is wanted, not %s", clip(strings.TrimSpace(textOf(v))))
}

// inRegion gives the locations that lie in a box or circle, in the mode of the walk.
func (l Lowering) inRegion(name string, v any) (IDIn, error) {
	r, err := regionOf(name, v)
	if err != nil {
		return nil, err
	}
	atlas, err := l.atlas()
	if err != nil {
		return nil, err
	}
	return atlas.in(r, l.Mode), nil
}
