package storetest

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"claimgraph/graph"
)

// The naive search: every text of every record is read and looked through.

// wording is a text of a record, with the field it stands in.
type wording struct{ field, text string }

// hit is what a naive search finds.
type hit struct {
	id   graph.ID
	rank int
	date string
	wording
}

// wordingsOf takes the texts out of a record as it is written down.
func wordingsOf(n graph.Node) []wording {
	doc, _ := json.Marshal(n)
	var r struct {
		Names     []struct{ Value string }
		Title     string
		Verbatim  string
		Citations []struct{ Quote string }
		About     string `json:"description"`
	}
	_ = json.Unmarshal(doc, &r) // a field of another shape is no text
	var all []wording
	for _, name := range r.Names {
		all = append(all, wording{"names", name.Value})
	}
	all = append(all, wording{"title", r.Title}, wording{"description", r.About}, wording{"verbatim", r.Verbatim})
	for _, at := range r.Citations {
		all = append(all, wording{"citations.quote", at.Quote})
	}
	return all
}

// spelled is a text in comparable words, each with no more letters than are told apart.
func spelled(text string) []string {
	var words []string
	for word := range strings.FieldsSeq(graph.Fold(text)) {
		runes := []rune(word)
		words = append(words, string(runes[:min(len(runes), 64)]))
	}
	return words
}

// occurring are those of the wanted words that a text has; the last may be begun.
func occurring(wanted []string, text string) map[string]bool {
	out := map[string]bool{}
	for i, want := range wanted {
		for _, word := range spelled(text) {
			if i == len(wanted)-1 && strings.HasPrefix(word, want) {
				out[want+"…"] = true
			} else if i < len(wanted)-1 && word == want {
				out[want] = true
			}
		}
	}
	return out
}

// searched is what the API promises of a search, in order.
func (k *known) searched(text string, kinds []graph.NodeKind) []hit {
	wanted := spelled(text)
	if len(wanted) == 0 {
		return nil
	}
	different := map[string]bool{wanted[len(wanted)-1] + "…": true}
	for _, w := range wanted[:len(wanted)-1] {
		different[w] = true
	}
	var hits []hit
	for _, n := range k.of() {
		if kinds != nil && !slices.Contains(kinds, n.Head().ID.Kind()) {
			continue
		}
		all := map[string]bool{}
		best, most := hit{id: n.Head().ID, rank: 3, date: newestOf(n)}, 0
		for _, s := range wordingsOf(n) {
			has := occurring(wanted, s.text)
			for w := range has {
				all[w] = true
			}
			rank := 3
			if s.field == "names" {
				switch name, whole := graph.Fold(s.text), graph.Fold(text); {
				case name == whole:
					rank = 0
				case strings.HasPrefix(name, whole):
					rank = 1
				case len(has) == len(different):
					rank = 2
				}
			}
			if rank < best.rank || rank == best.rank && len(has) > most {
				best.rank, best.wording, most = rank, s, len(has)
			}
		}
		if len(all) == len(different) {
			hits = append(hits, best)
		}
	}
	slices.SortFunc(hits, func(a, b hit) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), -strings.Compare(a.date, b.date), strings.Compare(string(a.id), string(b.id)))
	})
	return hits
}

// newestOf is the date a node has as such; actors and places have none.
func newestOf(n graph.Node) string {
	var on graph.DateRange
	switch n := n.(type) {
	case *graph.Affiliation:
		if n.Period.Start != nil {
			on = *n.Period.Start
		}
	case *graph.Attack:
		on = n.Occurred
	case *graph.Statement:
		on = n.Released
	case *graph.Source:
		on = n.Published
	case *graph.Statistic:
		on = n.Period
	case graph.Assertion:
		on = n.Spoken().Made
	}
	return fmt.Sprintf("%08d%08d", cmp.Or(on.Latest, on.Earliest), on.Earliest)
}
