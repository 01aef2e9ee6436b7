package graph

// Doubt questions something asserted without denying it.
type Doubt struct {
	Reply
	Ground    DoubtGround `json:"ground"`
	Questions []string    `json:"questions,omitempty"`
}

// Normal fills in what follows.
func (d *Doubt) Normal() {
	d.Reply.Normal()
	if d.Ground == "" {
		d.Ground = GroundUnspecified
	}
}

// Validate finds what a doubt lacks.
func (d *Doubt) Validate() error {
	if err := d.validateReply(); err != nil {
		return err
	}
	return oneOf("ground", d.Ground, DoubtGrounds)
}
