package graph

// Organization is an unarmed actor: a government, an intergovernmental body, a
// company, a medium, a foundation.
type Organization struct {
	Profile
}

// Validate finds what an organization lacks.
func (o *Organization) Validate() error {
	if o.Kind == ActorIndividual {
		return Under(BadInput("an organization is no individual; write a person"), "kind")
	}
	return o.Profile.Validate()
}
