package synthetic

import "strings"

var syllables = []string{"ba", "dor", "ka", "lim", "no", "sa", "ti", "vu", "zen", "mar", "qui", "fo", "gel", "hu", "jar", "pe"}

// invented makes up a name; the same number always has the same one, and
// neighbours do not resemble each other.
func invented(number int) string {
	n := uint32(number)*2654435761 + 12345 //nolint:gosec // wraps on purpose
	var name strings.Builder
	for range 3 {
		name.WriteString(syllables[n>>28])
		n <<= 4
	}
	made := name.String()
	return strings.ToUpper(made[:1]) + made[1:]
}
