package sqlite

import (
	"context"
	"database/sql"
	"slices"
	"strings"

	"claimgraph/graph"
)

// The words of all nodes stand in full-text indexes, one a shelf, that keep nothing
// but the words themselves. They are folded already, so the tokenizer must not know
// better: "ascii" takes every letter beyond ASCII as it is. Words of any
// language are letters and digits, and between quotes none is an operator.
// What hits are picked and ranked by stands beside them, so that a search never
// reads documents.
const searchRows = "search_row"

func searchTable(s graph.Shelf) string { return "search_" + string(s) }

func searchSchema() []string {
	ddl := []string{"CREATE TABLE " + searchRows + " (num INTEGER PRIMARY KEY, id TEXT NOT NULL, kind TEXT NOT NULL, date TEXT NOT NULL, names TEXT NOT NULL) STRICT"}
	for _, s := range graph.Shelves {
		ddl = append(ddl, "CREATE VIRTUAL TABLE "+searchTable(s)+" USING fts5(words, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii')")
	}
	return ddl
}

// Search finds nodes by their words.
func (s *Store) Search(ctx context.Context, asked graph.Search) ([]graph.Hit, error) {
	if asked.Nothing() {
		return nil, nil
	}
	var t text
	t.add("SELECT r.id, r.names, r.date FROM (")
	for i, s := range asked.Shelves() {
		if i > 0 {
			t.add(" UNION ALL ")
		}
		t.add("SELECT rowid AS num FROM ", searchTable(s), " WHERE ", searchTable(s), " MATCH ")
		t.value(matching(asked))
	}
	t.add(") w CROSS JOIN ", searchRows, " r ON r.num = w.num")
	if asked.Kinds != nil {
		t.add(" WHERE ")
		t.among("r.kind", asked.Kinds)
	}
	t.add(" ORDER BY r.date DESC, r.id LIMIT ")
	t.value(asked.Most)
	var hits []graph.Hit
	err := s.read.use(ctx, func(c *connection) error {
		err := c.query(ctx, t.String(), t.args, func(rows *sql.Rows) error {
			var h graph.Hit
			err := rows.Scan(&h.ID, &h.Names, &h.Date)
			hits = append(hits, h)
			return err
		})
		if err != nil || len(hits) == 0 || len(hits) > graph.FewFound {
			return err
		}
		return withNodes(ctx, c, hits)
	})
	return hits, translated(err)
}

// withNodes reads the nodes of hits.
func withNodes(ctx context.Context, c *connection, hits []graph.Hit) error {
	ids := make([]graph.ID, len(hits))
	for i, h := range hits {
		ids[i] = h.ID
	}
	tree, err := fetch(ctx, c, graph.Fetch{IDs: ids, Part: graph.Written})
	if err != nil {
		return err
	}
	for i, h := range hits {
		hits[i].Node = tree.Nodes[h.ID]
	}
	return nil
}

// matching is what a search looks for, in the index's language.
func matching(asked graph.Search) string {
	var b strings.Builder
	for _, w := range asked.Words {
		b.WriteString(`"` + w + `" AND `)
	}
	return b.String() + `"` + asked.Prefix + `" *`
}

// searched writes what searches look through.
func (p *putting) searched(ctx context.Context, rows []graph.Row) error {
	var all lines
	for _, r := range rows {
		all.add(p.nums[r.ID], string(r.ID), string(r.Kind.Name), r.Searched.Date, r.Searched.Names)
	}
	for _, s := range graph.Shelves {
		of := slices.DeleteFunc(slices.Clone(rows), func(r graph.Row) bool { return r.Kind.Family.Shelf() != s })
		if err := p.worded(ctx, searchTable(s), "words", of, func(r graph.Row) string { return r.Searched.Words }); err != nil {
			return err
		}
	}
	return p.insert(ctx, "INSERT OR REPLACE INTO "+searchRows+" (num, id, kind, date, names) VALUES ", "", all)
}
