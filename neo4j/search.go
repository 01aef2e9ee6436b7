package neo4j

import (
	"context"
	"strings"

	"claimgraph/graph"
)

// The words of all nodes stand in full-text indexes, one a shelf. They are folded
// already, so the analyser only parts them at the spaces between.
func searchIndex(s graph.Shelf) string { return "search_" + string(s) }

func searchSchema() []string {
	labels := map[graph.Shelf][]string{}
	for _, f := range graph.Families {
		labels[f.Shelf()] = append(labels[f.Shelf()], quoted(f.Label))
	}
	var all []string
	for _, s := range graph.Shelves {
		all = append(all, fulltext(searchIndex(s), strings.Join(labels[s], "|"), "n."+searchWordsOf, "whitespace"))
	}
	return all
}

// Search finds nodes by their words.
func (s *Store) Search(ctx context.Context, asked graph.Search) ([]graph.Hit, error) {
	if asked.Nothing() {
		return nil, nil
	}
	if err := s.ready(ctx); err != nil {
		return nil, translated(err)
	}
	hits, err := search(ctx, s.ask, asked)
	return hits, translated(err)
}

func search(ctx context.Context, ask asking, asked graph.Search) ([]graph.Hit, error) {
	q := newStatement()
	kinds := always
	if asked.Kinds != nil { // by the ids, so that no choice of kinds is planned anew
		var prefixes []string
		for _, k := range asked.Kinds {
			prefixes = append(prefixes, graph.KindNamed(k).Prefix)
		}
		kinds = "split(n." + idOf + ", ':')[0] IN " + q.value(prefixes)
	}
	var indexes []string
	for _, shelf := range asked.Shelves() {
		indexes = append(indexes, searchIndex(shelf))
	}
	q.add("UNWIND ", q.value(indexes), " AS shelf CALL db.index.fulltext.queryNodes(shelf, ", q.value(matching(asked)), ") YIELD node AS n WITH n", where(kinds),
		" ORDER BY n.", searchDateOf, " DESC, n.", idOf, " LIMIT ", q.value(asked.Most),
		" WITH collect(n) AS found WITH [n IN found | [n.", idOf, ", n.", searchNamesOf, ", n.", searchDateOf, "]] AS hits,"+
			" CASE WHEN size(found) <= ", q.value(graph.FewFound), " THEN [n IN found | ", document("n", graph.Written), "] END AS documents")
	q.inPieces("hits", "documents")
	row, err := ask(ctx, q.String(), q.params)
	if err != nil {
		return nil, err
	}
	tree := graph.NewTree()
	for _, d := range items(row.Values[1]) {
		if err := meet(tree, items(d)); err != nil {
			return nil, err
		}
	}
	var hits []graph.Hit
	for _, found := range items(row.Values[0]) {
		h := items(found)
		id := graph.ID(textOf(h[0]))
		hits = append(hits, graph.Hit{ID: id, Names: textOf(h[1]), Date: textOf(h[2]), Node: tree.Nodes[id]})
	}
	return hits, nil
}

// matching is what a search looks for, in the index's language: folded words
// are letters and digits in lower case, so none of them is an operator.
func matching(asked graph.Search) string {
	var b strings.Builder
	for _, w := range asked.Words {
		b.WriteString("+" + w + " ")
	}
	return b.String() + "+" + asked.Prefix + "*"
}
