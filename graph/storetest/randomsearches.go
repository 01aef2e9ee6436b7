package storetest

import (
	"math/rand/v2"
	"strings"
	"testing"

	"claimgraph/graph"
)

// randomSearches fills a random world with words and looks for some of them.
func randomSearches(t *testing.T, open func(t *testing.T) graph.Store, effort Effort) {
	effort.worlds(t, func(t *testing.T, seed uint64, questions int) {
		w := &wordy{rand.New(rand.NewPCG(seed, 21))}
		world := randomWorld(w.Rand)
		for _, n := range world {
			w.fill(n)
		}
		k := know(t, telling(copies(t, world)))
		s := open(t)
		inPieces(t, s, w.Rand, world, 1+len(world)/2)
		for range questions {
			asked(t, s, k, w.question(), w.kinds(), 1+w.IntN(4))
		}
	})
}

// wordy is who speaks at random, with few words, so that they are found.
type wordy struct{ *rand.Rand }

var wordsSaid = []string{
	"a", "ab", "abc", "the", "band", "Straße", "Niafunké", "OR", "and", "not", "l’été", "d'or", "Отряд", "𞤅𞤫𞤲𞤮", "100", "½", "١٢", "x-y", "naïve",
	strings.Repeat("long", 15) + "abc", strings.Repeat("long", 15) + "abcdef", strings.Repeat("𞤅", 64) + "a", strings.Repeat("𞤅", 64) + "b",
}

func (w *wordy) phrase(most int) string {
	var words []string
	for range 1 + w.IntN(most) {
		words = append(words, wordsSaid[w.IntN(len(wordsSaid))])
	}
	return strings.Join(words, []string{" ", ", ", " – ", "\n"}[w.IntN(4)])
}

// fill says something wherever searches look, now and then.
func (w *wordy) fill(n graph.Node) {
	text := func() graph.Text {
		if w.IntN(3) == 0 {
			return ""
		}
		return graph.Text(w.phrase(5))
	}
	switch n := n.(type) {
	case graph.Actor:
		n.Profiled().Names[0].Value, n.Profiled().Description = w.phrase(3), text()
	case *graph.Location:
		n.Names[0].Value = w.phrase(3)
	case *graph.Attack:
		n.Title, n.Description = w.phrase(3), text()
	case *graph.Source:
		n.Title = w.phrase(3)
	case *graph.Statistic:
		n.Verbatim = text()
	case graph.Assertion:
		n.Spoken().Verbatim = text()
	}
	if n, ok := n.(graph.Sourced); ok {
		for i := range n.Cites() {
			n.Cites()[i].Quote = text()
		}
	}
}

// question is a phrase as somebody types it.
func (w *wordy) question() string {
	text := w.phrase(2)
	switch w.IntN(5) {
	case 0:
		text = strings.ToUpper(text)
	case 1:
		if runes := []rune(text); len(runes) > 1 {
			text = string(runes[:1+w.IntN(len(runes)-1)])
		}
	case 2:
		operators := []string{"*", "\"", " AND ", "(", "-", ":", "~", "\\", "/", " NOT "}
		text = operators[w.IntN(len(operators))] + text + operators[w.IntN(len(operators))]
	}
	return text
}

func (w *wordy) kinds() []graph.NodeKind {
	if w.IntN(2) == 0 {
		return nil
	}
	kinds := []graph.NodeKind{}
	for _, k := range graph.Kinds {
		if w.IntN(3) == 0 {
			kinds = append(kinds, k.Name)
		}
	}
	return kinds
}

// FuzzSearch types whatever comes to mind: a store looks for it without an error,
// and finds what is called so, and nothing where there is neither letter nor digit.
func FuzzSearch(f *testing.F, s graph.Store) {
	for _, text := range []string{"Niafunké", "(\"*~", "a AND b", "names:x*", "-a +b", "'; DROP", "𞤅𞤫𞤲𞤮 \u3000x", "\x00", "ß\u0345", "a\ufeffb", "ᏣᎳᎩ", "ＡＮＤ", "١٢ ½ Ⅷ"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		search, err := graph.SearchFor(text, nil)
		if err != nil && graph.CodeOf(err) != graph.CodeLimit {
			t.Fatal(err)
		}
		if err != nil || text == "" {
			return
		}
		apply(t, s, telling([]graph.Node{group("group:fuzzed", text)}))
		hits, err := s.Search(t.Context(), search)
		if err != nil {
			t.Fatal(err)
		}
		if found := len(hits) == 1 && hits[0].ID == "group:fuzzed"; found == (graph.Fold(text) == "") {
			t.Errorf("%q: %v", text, hits)
		}
	})
}
