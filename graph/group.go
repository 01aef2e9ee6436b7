package graph

// Group is an armed actor: an armed group, a state force, an international force.
type Group struct {
	Profile
	Active Period `json:"active,omitzero"`
}

// Normal fills in what follows.
func (g *Group) Normal() {
	g.Profile.Normal()
	g.Active.normal()
}

// Validate finds what a group lacks.
func (g *Group) Validate() error {
	if g.Kind == ActorIndividual {
		return Under(BadInput("a group is no individual; write a person"), "kind")
	}
	if err := g.Profile.Validate(); err != nil {
		return err
	}
	return Under(g.Active.Validate(), "active")
}
