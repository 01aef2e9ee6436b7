package graph

// Denial says that something asserted is not so, within its aspects.
type Denial struct {
	Reply
}

// Validate finds what a denial lacks.
func (d *Denial) Validate() error { return d.validateReply() }
