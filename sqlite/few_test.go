package sqlite

// Few makes what counts as few nodes fewer, so that small worlds are walked
// through as big ones are. It gives back what to call in the end.
func Few(n int) func() {
	before := few
	few = n
	return func() { few = before }
}
