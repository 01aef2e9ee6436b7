package graph

// PlaceRef says where something happened as far as it is known: "between
// Soumpi and Niafunke" has two end points and no invented point; "in Kidal"
// (town or region?) has two alternatives; Within only where the source names
// the area for the event itself.
type PlaceRef struct {
	Relation  PlaceRelation  `json:"relation"`
	Locations []ID           `json:"locations,omitempty"`
	Within    ID             `json:"within,omitempty"`
	Precision PlacePrecision `json:"precision"`
	Verbatim  Text           `json:"verbatim,omitempty"`
}

// Validate finds places that say nothing or contradict themselves.
func (p *PlaceRef) Validate() error {
	if err := oneOf("relation", p.Relation, PlaceRelations); err != nil {
		return err
	}
	if err := oneOf("precision", p.Precision, PlacePrecisions); err != nil {
		return err
	}
	if p.Relation == PlaceBetween && len(p.Locations) == 1 {
		return Under(BadInput("BETWEEN needs two places"), "locations")
	}
	if err := wantIDs("locations", p.Locations, KindLocation); err != nil {
		return err
	}
	return wantID("within", p.Within, false, KindLocation)
}

func normalPlaces(places []PlaceRef) {
	for i := range places {
		p := &places[i]
		if p.Precision == "" {
			switch {
			case (p.Relation == PlaceAt || p.Relation == PlaceIn) && len(p.Locations) > 1:
				p.Precision = PlacePrecisionAmbiguous
			case p.Relation == PlaceAt || p.Relation == PlaceIn || len(p.Locations) == 0:
				p.Precision = PlacePrecisionUnknown
			default:
				p.Precision = PlacePrecisionNear
			}
		}
	}
}

func validatePlaces(at string, places []PlaceRef) error {
	for i := range places {
		if err := places[i].Validate(); err != nil {
			return Under(err, at, index(i))
		}
	}
	return nil
}
