package graph

// Person is an author, an official, a spokesperson.
type Person struct {
	Profile
}

// Normal fills in that a person is an individual.
func (p *Person) Normal() {
	if p.Kind == "" {
		p.Kind = ActorIndividual
	}
	p.Profile.Normal()
}

// Validate finds what a person lacks.
func (p *Person) Validate() error {
	if p.Kind != ActorIndividual {
		return Under(BadInput("a person is of kind INDIVIDUAL, not %s", p.Kind), "kind")
	}
	return p.Profile.Validate()
}
