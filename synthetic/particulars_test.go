package synthetic

import "testing"

// A place between a town and itself was once told in a world of half a million.
func TestNeighboursAreTwo(t *testing.T) {
	telling := newTelling(newGround(1), 0)
	for range 300_000 {
		at := pick(telling.chance, telling.towns)
		if other := telling.neighbour(at); other.id == at.id || other.country != at.country {
			t.Fatalf("%s lies next to %s", at.id, other.id)
		}
	}
}
