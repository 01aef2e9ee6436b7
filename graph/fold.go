package graph

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// Fold makes texts comparable: Unicode NFKD, marks dropped, case folded,
// punctuation and spaces collapsed to one space. "Niafunké" and "NIAFUNKE" fold
// to the same text; a text without letter or digit folds to "".
func Fold(text string) string {
	folded := norm.NFKD.String(strings.ToValidUTF8(text, " "))
	for range 3 { // folding may compose what decomposing took apart, and the other way round
		next := norm.NFKD.String(cases.Fold().String(folded))
		if next == folded {
			break
		}
		folded = next
	}
	var b strings.Builder
	b.Grow(len(folded))
	gap := false
	for _, r := range folded {
		switch {
		case unicode.Is(unicode.M, r):
		case unicode.IsLetter(r) || unicode.IsNumber(r):
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			gap = false
			if unicode.Is(unicode.Cherokee, r) {
				r = unicode.ToUpper(r) // x/text folds these letters back and forth
			}
			b.WriteRune(r)
		default:
			gap = true
		}
	}
	return b.String()
}

// textKeyRunes bounds a sort key: beyond it the id decides.
const textKeyRunes = 120

// textKey is a folded text made to sort alike everywhere: by code point in one
// store and by UTF-16 unit in another are the same below U+E000, so what lies
// above is spelled out.
func textKey(text string) string {
	var b strings.Builder
	n := 0
	for _, r := range Fold(text) {
		if n++; n > textKeyRunes {
			break
		}
		if r >= 0xD7F0 {
			fmt.Fprintf(&b, "\uD7F0%06x", r)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// dateKey sorts a range by its latest bound (else its earliest, else as
// oldest), then its earliest.
func dateKey(r DateRange) string {
	last := r.Latest
	if last == 0 {
		last = r.Earliest
	}
	return fmt.Sprintf("%08d%08d", last, r.Earliest)
}

// wordKey sorts an enum as it is declared.
func wordKey[W ~string](word W, list []W) string {
	for i, w := range list {
		if w == word {
			return fmt.Sprintf("%02d", i)
		}
	}
	return "99"
}
