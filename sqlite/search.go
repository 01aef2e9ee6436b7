package sqlite

import (
	"context"
	"database/sql"
	"strings"

	"claimgraph/graph"
)

// The words of all nodes stand in a full-text index that keeps nothing but the
// words themselves. They are folded already, so its tokenizer must not know
// better: "ascii" takes every letter beyond ASCII as it is. Words of any
// language are letters and digits, and between quotes none is an operator.
// What hits are picked and ranked by stands beside it, so that a search never
// reads documents.
const (
	searchWords = "search_words"
	searchRows  = "search_row"
)

func searchSchema() []string {
	return []string{
		"CREATE VIRTUAL TABLE " + searchWords + " USING fts5(words, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii')",
		"CREATE TABLE " + searchRows + " (num INTEGER PRIMARY KEY, id TEXT NOT NULL, kind TEXT NOT NULL, date TEXT NOT NULL, names TEXT NOT NULL) STRICT",
	}
}

// Search finds nodes by their words.
func (s *Store) Search(ctx context.Context, asked graph.Search) ([]graph.Hit, error) {
	if asked.Nothing() {
		return nil, nil
	}
	var t text
	t.add("SELECT r.id, r.names, r.date FROM ", searchWords, " w CROSS JOIN ", searchRows, " r ON r.num = w.rowid WHERE w.", searchWords, " MATCH ")
	t.value(matching(asked))
	if asked.Kinds != nil {
		t.add(" AND ")
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
		if err != nil || len(hits) > graph.FewFound {
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
	f := &fetching{c, graph.NewTree(), map[graph.ID]int64{}}
	err := f.read(ctx, ids, graph.Written)
	for i, h := range hits {
		hits[i].Node = f.tree.Nodes[h.ID]
	}
	return err
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
	var words, all lines
	for _, r := range rows {
		num := p.nums[r.ID]
		all.add(num, string(r.ID), string(r.Kind.Name), r.Searched.Date, r.Searched.Names)
		if r.Searched.Words != "" {
			words.add(num, r.Searched.Words)
		}
	}
	if err := p.clear(ctx, searchWords, "rowid", rows); err != nil {
		return err
	}
	if err := p.insert(ctx, "INSERT INTO "+searchWords+" (rowid, words) VALUES ", "", words); err != nil {
		return err
	}
	return p.insert(ctx, "INSERT OR REPLACE INTO "+searchRows+" (num, id, kind, date, names) VALUES ", "", all)
}
