package dossier

import (
	"maps"
	"slices"

	"github.com/agnivade/levenshtein"
)

// Nearest is the known word that takes the fewest changes to reach; of equals, the first.
func Nearest(word string, known []string) string {
	best, least := "", -1
	for _, k := range known {
		if d := levenshtein.ComputeDistance(clip(word), k); least < 0 || d < least {
			best, least = k, d
		}
	}
	return best
}

// near is Nearest where it is near enough to be a slip of the pen.
func near(word string, known []string) (string, bool) {
	best := Nearest(word, known)
	return best, best != "" && levenshtein.ComputeDistance(clip(word), best) <= max(2, len(best)/4)
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
