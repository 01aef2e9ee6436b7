package graph

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// band has two names and says something of itself.
var band = &Group{Profile: Profile{
	Header:      Header{ID: "group:band"},
	Names:       []Name{{Value: "The Band of the North", Kind: NamePreferred}, {Value: "Northern Band"}, {Value: "Bandits!"}},
	Description: "A band that broke away in the north",
}}

func TestWhatASearchMatches(t *testing.T) {
	for _, c := range []struct {
		story, text string
		rank        rank
		matched     string
	}{
		{"the whole name, whatever its case and punctuation", "bandits", wholeName, "Bandits!"},
		{"another name comes first that is whole", "NORTHERN band", wholeName, "Northern Band"},
		{"a name begins with it", "the ba", nameBegins, "The Band of the North"},
		{"all words in one name, in any order", "band the nor", oneName, "The Band of the North"},
		{"the words stand in two names and the description", "northern of", elsewhere, "The Band of the North"},
		{"in the description alone", "broke away", elsewhere, "A band that broke away in the north"},
	} {
		t.Run(c.story, func(t *testing.T) {
			search, err := SearchFor(c.text, nil)
			if err != nil {
				t.Fatal(err)
			}
			kept := searched(band)
			found := search.Ranked([]Hit{{ID: band.ID, Names: kept.Names, Date: kept.Date}})
			page := found.Page(Ask{Limit: 1})
			page.Tree = NewTree()
			page.Tree.Nodes[band.ID] = band
			if got := found.hits[0].rank; got != c.rank {
				t.Errorf("rank %d, not %d", got, c.rank)
			}
			if got := page.Edges(); len(got) != 1 || got[0].Text != c.matched {
				t.Errorf("%v, not %q", got, c.matched)
			}
		})
	}
}

// The last word may only be begun, the others not; and nothing but letters and
// digits is ever looked for.
func TestWhatAStoreIsAskedFor(t *testing.T) {
	for text, want := range map[string]string{
		"the the band":                 "the|band",
		"b a b a lo":                   "a b|lo",
		"Niafunké OR (\"x\")*":         "niafunke or|x",
		"names:x AND -y":               "and names x|y",
		"(\"*~":                        "|",
		strings.Repeat("é", 70):        "|" + strings.Repeat("e", 64),
		strings.Repeat("𞤅", 65) + " a": strings.Repeat("𞤧", 64) + "|a",
	} {
		search, err := SearchFor(text, nil)
		if got := strings.Join(search.Words, " ") + "|" + search.Prefix; err != nil || got != want {
			t.Errorf("%q asks for %q (%v)", text, got, err)
		}
	}
}

// Of more than 10,000 hits the newest are ranked, though an older one ranks higher.
func TestTruncated(t *testing.T) {
	search, _ := SearchFor("band", nil)
	hits := []Hit{{ID: "group:band", Names: "band\n", Date: dateKey(DateRange{})}}
	for i := range MaxFound {
		hits = append(hits, Hit{ID: ID(fmt.Sprintf("attack:%05d", i)), Date: dateKey(OnDay(Date(20170101+i%2), Derivations[0]))})
	}
	page := search.Ranked(slices.Clone(hits)).Page(Ask{Limit: 2})
	if !page.Truncated || page.TotalCount != MaxFound || !slices.Equal(page.IDs(), []ID{"attack:00001", "attack:00003"}) {
		t.Errorf("truncated: %t, %d in all, %v", page.Truncated, page.TotalCount, page.IDs())
	}
	page = search.Ranked(hits[:MaxFound]).Page(Ask{Limit: 1})
	if page.Truncated || page.TotalCount != MaxFound || page.IDs()[0] != "group:band" {
		t.Errorf("truncated: %t, %d in all, %v", page.Truncated, page.TotalCount, page.IDs())
	}
}

// A cursor belongs to the text it was given for, however that is spelled.
func TestCursorsOfSearches(t *testing.T) {
	search, _ := SearchFor("The Band", nil)
	cursor := string(search.Ranked([]Hit{{ID: "group:band", Date: dateKey(DateRange{})}}).Page(Ask{Limit: 1}).PageInfo().EndCursor)
	same, _ := SearchFor("the  BAND!", []NodeKind{KindGroup})
	if _, err := same.Read(cursor); err != nil {
		t.Errorf("the same text spelled otherwise: %v", err)
	}
	other, _ := SearchFor("the bands", nil)
	list := Cursor{Kinds: []NodeKind{KindGroup}}.At(band)
	for story, err := range map[string]error{
		"of another text": second(other.Read(cursor)), "damaged": second(search.Read(cursor[1:])), "of a list": second(search.Read(list)),
		"empty": second(search.Read("")), "a rank there is none of": second(search.Read(sealed(search.cursorName(), "9", "", "group:band"))),
	} {
		if CodeOf(err) != CodeBadInput {
			t.Errorf("%s: %v", story, err)
		}
	}
}

func second[A any](_ A, err error) error { return err }
