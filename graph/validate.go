package graph

import (
	"slices"
	"strconv"
)

func index(i int) string { return strconv.Itoa(i) }

// wantID refuses a reference of a wrong kind, and a missing one where it must be there.
func wantID(at string, id ID, must bool, kinds ...NodeKind) error {
	if id == "" {
		if must {
			return Under(BadInput("is missing"), at)
		}
		return nil
	}
	if _, err := ParseID(string(id)); err != nil {
		return Under(err, at)
	}
	if !slices.Contains(kinds, id.Kind()) {
		return Under(BadInput("%s cannot stand here; wanted is one of %v", id, kinds), at)
	}
	return nil
}

// wantIDs refuses lists with a reference of a wrong kind, or twice the same.
func wantIDs(at string, ids []ID, kinds ...NodeKind) error {
	for i, id := range ids {
		if err := wantID(index(i), id, true, kinds...); err != nil {
			return Under(err, at)
		}
		if slices.Contains(ids[:i], id) {
			return Under(BadInput("%s stands here twice", id), at, index(i))
		}
	}
	return nil
}
