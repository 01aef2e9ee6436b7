package graph

import "strings"

// Passage is a text of a node that searches look through.
type Passage struct{ Field, Text string }

// passages are all texts of a node that searches look through, names first.
func passages(n Node) []Passage {
	var all []Passage
	add := func(field, text string) {
		if Fold(text) != "" {
			all = append(all, Passage{field, text})
		}
	}
	for _, name := range namesOf(n) {
		add("names", name.Value)
	}
	switch n := n.(type) {
	case Actor:
		add("description", string(n.Profiled().Description))
	case *Attack:
		add("title", n.Title)
		add("description", string(n.Description))
	case *Source:
		add("title", n.Title)
	case *Statistic:
		add("verbatim", string(n.Verbatim))
	case Assertion:
		add("verbatim", string(n.Spoken().Verbatim))
	}
	if n, ok := n.(Sourced); ok {
		for _, at := range n.Cites() {
			add("citations.quote", string(at.Quote))
		}
	}
	return all
}

func namesOf(n Node) []Name {
	switch n := n.(type) {
	case Actor:
		return n.Profiled().Names
	case *Location:
		return n.Names
	}
	return nil
}

// searchWords are the words of a folded text. A store is given nothing else to
// look for: letters and digits, never a character that its index takes for an
// operator.
func searchWords(folded string) []string {
	words := strings.Fields(folded)
	for i, w := range words {
		if n := 0; len(w) > searchedRunes {
			for at := range w {
				if n++; n > searchedRunes {
					words[i] = w[:at]
					break
				}
			}
		}
	}
	return words
}

// Searched is what a store keeps of a node for searches.
type Searched struct {
	Words string // all words of all texts, folded, each once, a space between; "" where there are none
	Names string // the folded names, a line each
	Date  string // by which the newest come first
}

func searched(n Node) Searched {
	s := Searched{Date: newestKey(n)}
	var words []string
	seen := map[string]bool{}
	for _, p := range passages(n) {
		folded := Fold(p.Text)
		for _, w := range searchWords(folded) {
			if !seen[w] {
				seen[w] = true
				words = append(words, w)
			}
		}
		if p.Field == "names" {
			s.Names += folded + "\n"
		}
	}
	s.Words = strings.Join(words, " ")
	return s
}

// newestKey is the date of kinds that are listed newest first; the others have none.
func newestKey(n Node) string {
	if order := KindNamed(n.Head().ID.Kind()).Family.Order; order.Desc {
		return SortKey(order, n)
	}
	return dateKey(DateRange{})
}
