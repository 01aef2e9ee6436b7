package graph

import (
	"slices"
	"strings"
)

// The limits of a search.
const (
	MaxFound       = 10_000 // hits that are ranked; of more, the newest
	FewFound       = 100    // hits that come with their nodes; of more, those of the page are fetched
	MaxSearchWords = 50     // different words of one search
	searchedRunes  = 64     // words are told apart by so many letters: index entries have an end
)

// Search is what to look for: nodes in whose texts all words occur.
type Search struct {
	Words  []string   // whole words, each once
	Prefix string     // with what one more begins
	Kinds  []NodeKind // of the nodes; nil: any
	Most   int        // hits wanted: the newest, then the first by id
	folded string
}

// Hit is a node that was found, with what it is ranked by.
type Hit struct {
	ID    ID
	Names string // as in Searched
	Date  string
	Node  Node // the part Written of it, where no more than FewFound were found
}

// SearchFor reads a text as a search. A text without letter or digit finds nothing.
func SearchFor(text string, kinds []NodeKind) (Search, error) {
	s := Search{Kinds: kinds, Most: MaxFound + 1, folded: Fold(text)}
	words := searchWords(s.folded)
	if len(words) == 0 {
		return s, nil
	}
	last := len(words) - 1
	s.Prefix = words[last]
	slices.Sort(words[:last])
	s.Words = slices.Compact(words[:last])
	if n := len(s.Words) + 1; n > MaxSearchWords {
		return s, Under(LimitExceeded(LimitWords, "search for at most %d different words, not %d", MaxSearchWords, n), "text")
	}
	return s, nil
}

// Nothing tells whether nothing can be found, so that no store need be asked.
func (s Search) Nothing() bool { return s.Prefix == "" || s.Kinds != nil && len(s.Kinds) == 0 }

// Shelf is one of the two places where stores keep words apart: what is written in
// the ground that others stand on (Family.Few) is not looked for among all that is
// said of it.
type Shelf string

// The shelves.
const (
	ShelfGround Shelf = "ground"
	ShelfSaid   Shelf = "said"
)

// Shelves lists them.
var Shelves = []Shelf{ShelfGround, ShelfSaid}

// Shelf is where the words of the family's nodes are kept.
func (f *Family) Shelf() Shelf {
	if f.Few {
		return ShelfGround
	}
	return ShelfSaid
}

// Shelves are those on which something may be found.
func (s Search) Shelves() []Shelf {
	if s.Kinds == nil {
		return Shelves
	}
	var all []Shelf
	for _, k := range s.Kinds {
		if shelf := KindNamed(k).Family.Shelf(); !slices.Contains(all, shelf) {
			all = append(all, shelf)
		}
	}
	slices.Sort(all)
	return all
}

// in counts how many of what is looked for occurs in a folded text.
func (s Search) in(folded string) int {
	words := searchWords(folded)
	n := 0
	for _, w := range s.Words {
		if slices.Contains(words, w) {
			n++
		}
	}
	if slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(w, s.Prefix) }) {
		n++
	}
	return n
}

// rank is how well a node fits; the lower, the better.
type rank int

const (
	wholeName rank = iota
	nameBegins
	oneName
	elsewhere // in titles, descriptions, quotes, or here and there
)

// rankOf ranks by the best of the folded names.
func (s Search) rankOf(names []string) rank {
	best := elsewhere
	for _, name := range names {
		best = min(best, s.rankOfName(name))
	}
	return best
}

func (s Search) rankOfName(name string) rank {
	switch {
	case name == s.folded:
		return wholeName
	case strings.HasPrefix(name, s.folded):
		return nameBegins
	case s.in(name) == len(s.Words)+1:
		return oneName
	}
	return elsewhere
}

// passage is the text of a node that fits best: the best name, else the first
// text that holds the most of the words; "" where none holds any.
func (s Search) passage(n Node) Passage {
	var best Passage
	bestRank, most := elsewhere, 0
	for _, p := range passages(n) {
		folded := Fold(p.Text)
		r := elsewhere
		if p.Field == "names" {
			r = s.rankOfName(folded)
		}
		if words := s.in(folded); r < bestRank || r == bestRank && words > most {
			best, bestRank, most = p, r, words
		}
	}
	return best
}
