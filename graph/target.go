package graph

// Target is whom or what an attack was aimed at.
type Target struct {
	Category    VictimCategory `json:"category"`
	Actor       ID             `json:"actor,omitempty"`
	Description Text           `json:"description,omitempty"`
	Protects    ID             `json:"protects,omitempty"` // whom the target guarded
}

// Validate finds what a target lacks.
func (t *Target) Validate() error {
	if err := oneOf("category", t.Category, VictimCategories); err != nil {
		return err
	}
	if err := wantID("actor", t.Actor, false, actorKinds...); err != nil {
		return err
	}
	return wantID("protects", t.Protects, false, actorKinds...)
}

func validateTargets(at string, targets []Target) error {
	for i := range targets {
		if err := targets[i].Validate(); err != nil {
			return Under(err, at, index(i))
		}
	}
	return nil
}
