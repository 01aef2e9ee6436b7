package graph

// Confirmation says that something asserted is so, within its aspects.
type Confirmation struct {
	Reply
	ByReference bool `json:"-"` // derived, rule 28: adopts the claim's figures without repeating them
}

// Validate finds what a confirmation lacks.
func (c *Confirmation) Validate() error { return c.validateReply() }
