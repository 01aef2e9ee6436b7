package storetest

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"claimgraph/graph"
)

// searches look for what stores write and compare differently, and for what
// their indexes take for an operator, in the drawn world.
func searches(t *testing.T, s graph.Store) {
	k := drawn(t, s)
	texts := []string{
		"the", "THE PAPER", "paper the", "the pap", "pap", "strasse", "STRASSE", "straße", "niafunké", "NIAFUNKE", "niafunk", "porte d'or", "d", "or",
		"отряд", "ОТР", "𞤅𞤫", "𞤧𞤫𞤲𞤮", "𐌰", "𠀀", "﨎", "ⵜⵉⵏⴰⵔⵉⵡⵉⵏ", "الحلف", "ال", "ana", "olu ana", "rn 6", "6 rn", "nobody of that name",
		"", " ", "(\"*~", "*", "a*", "names:ana", "words : ana", "NOT ana", "ana AND", "ana OR olu", "\"ana", "ana\"", "-ana", "+ana -olu", "NEAR(ana olu)", "{ana}", "^ana", "a?a", "/ana/", "ana~2", "[a TO b]", "\\", "ana\\", "ana\x00", "\xff", "%", "_",
		strings.Repeat("a", 10_000),
	}
	some := [][]graph.NodeKind{{graph.KindPerson, graph.KindLocation}, {graph.KindAttack, graph.KindGroup}, {}}
	for i, text := range texts {
		asked(t, s, k, text, nil, 20)
		asked(t, s, k, text, some[i%len(some)], 1)
	}
	if _, err := graph.SearchFor(strings.Join(numbersTo(graph.MaxSearchWords+1), " "), nil); graph.CodeOf(err) != graph.CodeLimit {
		t.Errorf("more words than allowed: %v", err)
	}
	asked(t, s, k, strings.Join(numbersTo(graph.MaxSearchWords), " "), nil, 20)
	fewest(t, s, k)
	rewritten(t, s)
	retitled(t, s)
	longNumbers(t, s)
	foundBetweenPages(t, s)
	fewWithNodes(t, s)
}

func numbersTo(n int) []string {
	var out []string
	for i := range n {
		out = append(out, fmt.Sprint("number", i))
	}
	return out
}

// fewest: of more hits than wanted a store gives the newest, then the first by id.
func fewest(t *testing.T, s graph.Store, k *known) {
	t.Helper()
	search, _ := graph.SearchFor("t", nil)
	var all []graph.Hit
	for _, r := range k.searched("t", nil) {
		all = append(all, graph.Hit{ID: r.id, Date: r.date})
	}
	slices.SortFunc(all, func(a, b graph.Hit) int {
		if a.Date != b.Date {
			return strings.Compare(b.Date, a.Date)
		}
		return strings.Compare(string(a.ID), string(b.ID))
	})
	for search.Most = 1; search.Most < len(all); search.Most++ {
		hits := hitsOf(t, s, search)
		if len(hits) != search.Most {
			t.Fatalf("%d hits, not %d", len(hits), search.Most)
		}
		for _, h := range hits {
			if !slices.ContainsFunc(all[:search.Most], func(w graph.Hit) bool { return w.ID == h.ID && w.Date == h.Date }) {
				t.Errorf("%s is not among the newest %d", h.ID, search.Most)
			}
		}
	}
}

// rewritten: a node is found by its new words and no longer by the old ones,
// also after everything derived was rebuilt.
func rewritten(t *testing.T, s graph.Store) {
	t.Helper()
	for _, name := range []string{"Earlier", "Later"} {
		apply(t, s, telling([]graph.Node{group("group:renamed", name+" Band")}))
	}
	for range 2 {
		if got := finds(t, s, "earlier band"); len(got) != 0 {
			t.Errorf("found by a name it no longer has: %v", got)
		}
		if got := finds(t, s, "later band"); !slices.Equal(got, []graph.ID{"group:renamed"}) {
			t.Errorf("not found by its new name: %v", got)
		}
		if err := s.Reindex(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
}

// retitled: what stands within a title is looked up in the one it has now, also
// where it is long, and also after everything derived was rebuilt.
func retitled(t *testing.T, s graph.Store) {
	t.Helper()
	const end = " its end"
	long := "story about much " + strings.Repeat("𞤢", graph.MaxTitle-len("story about much ")-len(end)) + end
	for _, title := range []string{"An earlier headline", long} {
		apply(t, s, telling([]graph.Node{source("source:retitled", graph.SourceArticle, title)}))
	}
	for range 2 {
		for within, found := range map[string]bool{"lier head": false, "story about": true, "its end": true, long: true, long + "s": false} {
			where, err := graph.Lower("SourceFilter", map[string]any{"title": map[string]any{"contains": within}}, graph.Certain, graph.DefaultBounds(), nil)
			if err != nil {
				t.Fatal(err)
			}
			tree, err := s.Fetch(t.Context(), graph.Fetch{Query: &graph.Query{Kinds: []graph.NodeKind{graph.KindSource}, Where: where, Limit: 5}})
			if err != nil {
				t.Fatal(err)
			}
			if got := tree.Nodes["source:retitled"] != nil; got != found {
				t.Errorf("found by %.20q: %t", within, got)
			}
		}
		if err := s.Reindex(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
}

// longNumbers: what others call a node by is found, be it as long as it can be, and
// whatever it means to an index.
func longNumbers(t *testing.T, s graph.Store) {
	t.Helper()
	values := []string{strings.Repeat("𞤢", graph.MaxExternal-len("s ")), `a "quoted" one`, `back\slash\`, `\"`, "a* OR b:c", "two  spaces", "(+-&|!^~?/){}[]"}
	g := group("group:numbered", "Numbered")
	for _, v := range values {
		g.ExternalIDs = append(g.ExternalIDs, graph.ExternalID{Scheme: "s", Value: v})
	}
	apply(t, s, telling([]graph.Node{g}))
	for _, v := range append(values, "nobody's", "a*", "two spaces", "a") {
		tree, err := s.Fetch(t.Context(), graph.Fetch{Query: graph.KnownAs("s", []string{v})[0]})
		if err != nil {
			t.Fatal(err)
		}
		if got := tree.Nodes[g.ID] != nil; got != slices.Contains(values, v) {
			t.Errorf("known as %.30q: %t", v, got)
		}
	}
}

// foundBetweenPages: what is written between two pages neither hides nor
// repeats what stood there.
func foundBetweenPages(t *testing.T, s graph.Store) {
	t.Helper()
	var nodes []graph.Node
	var want []graph.ID
	for i := range 6 {
		id := id("group", 600+i)
		nodes, want = append(nodes, group(id, fmt.Sprintf("Lantern bearers %d", i))), append(want, id)
	}
	apply(t, s, telling(nodes))
	search, _ := graph.SearchFor("lantern", nil)
	for _, backward := range []bool{false, true} {
		inserted := 0
		got := leafed(t, search, hitsOf(t, s, search), 2, backward, func() []graph.Hit {
			inserted++
			for at, name := range []string{"Lantern", "A lantern", "Lantern bearers"} {
				apply(t, s, telling([]graph.Node{group(graph.ID(fmt.Sprintf("group:inserted-%t-%d-%d", backward, inserted, at)), name)}))
			}
			return hitsOf(t, s, search)
		})
		got = slices.DeleteFunc(got, func(id graph.ID) bool { return !slices.Contains(want, id) })
		if !slices.Equal(got, want) {
			t.Errorf("backwards %t: %v, not %v", backward, got, want)
		}
	}
}

// fewWithNodes: as many hits as are few come with what a fetch gives of their
// nodes, one more come without.
func fewWithNodes(t *testing.T, s graph.Store) {
	t.Helper()
	var nodes []graph.Node
	for i := range graph.FewFound + 1 {
		nodes = append(nodes, group(id("group", 700+i), fmt.Sprintf("Heron %d", i)))
	}
	search, _ := graph.SearchFor("heron", nil)
	for _, part := range [][]graph.Node{nodes[1:], nodes[:1]} {
		apply(t, s, telling(part))
		hits := hitsOf(t, s, search)
		var ids []graph.ID
		for _, h := range hits {
			ids = append(ids, h.ID)
		}
		fetched, err := s.Fetch(t.Context(), graph.Fetch{IDs: ids, Part: graph.Written})
		if err != nil {
			t.Fatal(err)
		}
		for _, h := range hits {
			if came := h.Node != nil; came != (len(hits) == graph.FewFound) {
				t.Errorf("of %d hits %s came with its node: %t", len(hits), h.ID, came)
			}
			if h.Node != nil && !reflect.DeepEqual(h.Node, fetched.Nodes[h.ID]) {
				t.Errorf("%s came as %+v, is fetched as %+v", h.ID, h.Node, fetched.Nodes[h.ID])
			}
		}
		if len(hits) < graph.FewFound {
			t.Errorf("%d hits", len(hits))
		}
	}
}

func finds(t *testing.T, s graph.Store, text string) []graph.ID {
	t.Helper()
	search, err := graph.SearchFor(text, nil)
	if err != nil {
		t.Fatal(err)
	}
	return leafed(t, search, hitsOf(t, s, search), graph.MaxPage, false, nil)
}

// leafed reads all that a search finds page by page, as a client does. Between
// two pages there may be other hits.
func leafed(t *testing.T, search graph.Search, hits []graph.Hit, size int, backward bool, between func() []graph.Hit) []graph.ID {
	t.Helper()
	all := []graph.ID{}
	for ask := (graph.Ask{Limit: size, Backward: backward}); ; {
		page := search.Ranked(hits).Page(ask)
		info, ids := page.PageInfo(), page.IDs()
		more, cursor := info.HasNextPage, info.EndCursor
		all = append(all, ids...)
		if backward {
			more, cursor = info.HasPreviousPage, info.StartCursor
			all = append(slices.Clone(ids), all[:len(all)-len(ids)]...)
		}
		if !more {
			return all
		}
		var err error
		if ask.After, err = search.Read(string(cursor)); err != nil {
			t.Fatal(err)
		}
		if between != nil {
			hits = between()
		}
	}
}

func hitsOf(t *testing.T, s graph.Store, search graph.Search) []graph.Hit {
	t.Helper()
	hits, err := s.Search(t.Context(), search)
	if err != nil {
		t.Fatalf("%+v: %v", search, err)
	}
	return hits
}

// asked holds what a store finds against the naive search, the matching texts
// included, and in pages.
func asked(t *testing.T, s graph.Store, k *known, text string, kinds []graph.NodeKind, size int) {
	t.Helper()
	search, err := graph.SearchFor(text, kinds)
	if err != nil {
		t.Fatal(err)
	}
	want := k.searched(text, kinds)
	hits := hitsOf(t, s, search)
	page := search.Ranked(hits).Page(graph.Ask{Limit: len(want) + 1})
	page.Tree = graph.NewTree()
	page.Tree.Nodes = k.nodes
	var got []string
	for _, e := range page.Edges() {
		got = append(got, fmt.Sprintf("%s %s %q", e.Node.Head().ID, e.Field, e.Text))
	}
	var should []string
	var ids []graph.ID
	for _, r := range want {
		should, ids = append(should, fmt.Sprintf("%s %s %q", r.id, r.field, r.text)), append(ids, r.id)
	}
	if !slices.Equal(got, should) || page.TotalCount != len(want) || page.Truncated {
		t.Errorf("%q of %v: %d found\n%s\nnot\n%s", text, kinds, page.TotalCount, strings.Join(got, "\n"), strings.Join(should, "\n"))
	}
	for _, backward := range []bool{false, true} {
		if got := leafed(t, search, hits, size, backward, nil); !slices.Equal(got, append([]graph.ID{}, ids...)) {
			t.Errorf("%q by %d, backwards %t: %v, not %v", text, size, backward, got, ids)
		}
	}
}
