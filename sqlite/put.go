package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"claimgraph/graph"
)

// tx is what graph.Write works with: the connection that writes, between BEGIN
// and COMMIT.
type tx struct{ c *connection }

// batch bounds how many rows are turned into lines of tables in one go.
const batch = 5000

// Fetch sees what was put before.
func (t *tx) Fetch(ctx context.Context, f graph.Fetch) (*graph.Tree, error) {
	return fetch(ctx, t.c, f)
}

// Put writes the nodes, all of them before any link: they may link to each other.
func (t *tx) Put(ctx context.Context, rows []graph.Row) error {
	p := &putting{connection: t.c, nums: map[graph.ID]int64{}, known: map[int64]bool{}}
	if err := p.number(ctx, rows); err != nil {
		return err
	}
	for part := range slices.Chunk(rows, batch) {
		if err := p.nodes(ctx, part); err != nil {
			return err
		}
	}
	for part := range slices.Chunk(rows, batch) {
		if err := p.sides(ctx, part); err != nil {
			return err
		}
	}
	return nil
}

// putting is a Put under way.
type putting struct {
	*connection
	nums  map[graph.ID]int64
	known map[int64]bool // what the store had before
}

// nodes writes the documents.
func (p *putting) nodes(ctx context.Context, rows []graph.Row) error {
	var in lines
	for _, r := range rows {
		in.add(p.nums[r.ID], string(r.ID), string(r.Kind.Name), graph.RecordedKey(r.Recorded), r.By, r.Doc, r.View, r.Index)
	}
	return p.insert(ctx, "INSERT INTO node VALUES ", " ON CONFLICT (num) DO UPDATE SET "+
		"recorded = excluded.recorded, recorded_by = excluded.recorded_by, doc = excluded.doc, view = excluded.view, looked_up = excluded.looked_up", in)
}

// number finds the numbers of known nodes and counts on for new ones; there is
// only one writer, so nobody else takes the same. What is only linked to is
// known, or among the rows.
func (p *putting) number(ctx context.Context, rows []graph.Row) error {
	ids := make([]graph.ID, 0, 2*len(rows))
	own := make(map[graph.ID]bool, len(rows))
	for _, r := range rows {
		ids, own[r.ID] = append(ids, r.ID), true
	}
	seen := map[graph.ID]bool{}
	for _, r := range rows {
		for _, links := range r.Links {
			for _, arc := range links {
				if !own[arc.To] && !seen[arc.To] {
					seen[arc.To] = true
					ids = append(ids, arc.To)
				}
			}
		}
	}
	for part := range slices.Chunk(ids, batch) {
		err := p.query(ctx, "SELECT n.id, n.num FROM json_each(?) p CROSS JOIN node n ON n.id = p.value", []any{asJSON(part)}, p.note)
		if err != nil {
			return err
		}
	}
	for _, num := range p.nums {
		p.known[num] = true
	}
	var last int64
	err := p.query(ctx, "SELECT coalesce(max(num), 0) FROM node", nil, func(rows *sql.Rows) error { return rows.Scan(&last) })
	for _, r := range rows {
		if p.nums[r.ID] == 0 {
			last++
			p.nums[r.ID] = last
		}
	}
	return err
}

func (p *putting) note(rows *sql.Rows) error {
	var id graph.ID
	var num int64
	err := rows.Scan(&id, &num)
	p.nums[id] = num
	return err
}

// sides writes what stands beside the documents: columns, words, links and what searches look through.
func (p *putting) sides(ctx context.Context, rows []graph.Row) error {
	for _, f := range graph.Families {
		of := slices.DeleteFunc(slices.Clone(rows), func(r graph.Row) bool { return r.Kind.Family != f })
		if len(of) == 0 {
			continue
		}
		if err := p.family(ctx, f, of); err != nil {
			return err
		}
	}
	if err := p.searched(ctx, rows); err != nil {
		return err
	}
	for _, r := range graph.Relations {
		if err := p.links(ctx, r, rows); err != nil {
			return err
		}
	}
	return nil
}

func (p *putting) family(ctx context.Context, f *graph.Family, rows []graph.Row) error {
	columns := []string{"num", "id"}
	var plain []int
	for i, c := range f.Columns {
		switch {
		case c.Shape == graph.Words || c.Shape == graph.Note:
			if err := p.beside(ctx, c, i, rows); err != nil {
				return err
			}
			continue
		case c.Parts:
			if err := p.worded(ctx, gramTable(c), "text", rows, func(r graph.Row) string { return r.Values[i].(string) }); err != nil {
				return err
			}
		}
		columns, plain = append(columns, nodeColumn(c)), append(plain, i)
	}
	var in lines
	for _, r := range rows {
		in.add(p.nums[r.ID], string(r.ID))
		for _, i := range plain {
			in.more(r.Values[i])
		}
	}
	updates := make([]string, len(columns))
	for i, c := range columns {
		updates[i] = c + " = excluded." + c
	}
	return p.insert(ctx, "INSERT INTO "+familyTable(f)+" ("+strings.Join(columns, ", ")+") VALUES ",
		" ON CONFLICT (num) DO UPDATE SET "+strings.Join(updates[2:], ", "), in)
}

// beside writes the words or the note of a column, in place of those there were.
func (p *putting) beside(ctx context.Context, c *graph.Column, i int, rows []graph.Row) error {
	table := noteTable(c)
	if c.Shape == graph.Words {
		table = wordTable(c)
	}
	var in lines
	for _, r := range rows {
		switch v := r.Values[i].(type) {
		case string:
			if v != "" {
				in.add(p.nums[r.ID], v)
			}
		case []string:
			for _, word := range v {
				in.add(p.nums[r.ID], word)
			}
		}
	}
	if err := p.clear(ctx, table, "num", rows); err != nil {
		return err
	}
	return p.insert(ctx, "INSERT OR IGNORE INTO "+table+" (num, value) VALUES ", "", in)
}

// worded writes what a full-text index is to know of each node, in place of what it
// knew.
func (p *putting) worded(ctx context.Context, table, column string, rows []graph.Row, of func(graph.Row) string) error {
	var in lines
	for _, r := range rows {
		if text := of(r); text != "" {
			in.add(p.nums[r.ID], text)
		}
	}
	if err := p.clear(ctx, table, "rowid", rows); err != nil {
		return err
	}
	return p.insert(ctx, "INSERT INTO "+table+" (rowid, "+column+") VALUES ", "", in)
}

// clear takes away what the store had beside the nodes it knew.
func (p *putting) clear(ctx context.Context, table, column string, rows []graph.Row) error {
	var nums []int64
	for _, r := range rows {
		if num := p.nums[r.ID]; p.known[num] {
			nums = append(nums, num)
		}
	}
	if nums == nil {
		return nil
	}
	return p.exec(ctx, "DELETE FROM "+table+" WHERE "+column+" IN (SELECT value FROM json_each(?))", asJSON(nums))
}

// links writes the links of one relation, in place of those there were.
func (p *putting) links(ctx context.Context, r *graph.Relation, rows []graph.Row) error {
	var of []graph.Row
	var in lines
	lost := 0
	for _, row := range rows {
		i := slices.Index(graph.RelationsFrom(row.Kind.Name), r)
		if i < 0 {
			continue
		}
		of = append(of, row)
		for ord, arc := range row.Links[i] {
			to := p.nums[arc.To]
			if to == 0 {
				lost++
			}
			in.add(p.nums[row.ID], int64(ord), to, row.Keys[i], string(row.ID))
			in.more(arc.Values...)
		}
	}
	if lost > 0 {
		return fmt.Errorf("%d of %d links %s lead to nodes the store does not have", lost, in.count, r.Name)
	}
	if err := p.clear(ctx, linkTable(r), "src", of); err != nil {
		return err
	}
	columns := []string{"src", "ord", "dst", "key", "id"}
	for _, c := range r.Edge {
		columns = append(columns, edgeColumn(c))
	}
	return p.insert(ctx, "INSERT INTO "+linkTable(r)+" ("+strings.Join(columns, ", ")+") VALUES ", "", in)
}

// lines are rows of one table, as the values to bind.
type lines struct {
	count  int
	values []any
}

func (l *lines) add(values ...any) {
	l.count++
	l.more(values...)
}

// more goes on with the last line.
func (l *lines) more(values ...any) { l.values = append(l.values, values...) }

// together are how many lines one statement carries, the most first: bound
// values cost SQLite a fraction of a list in JSON, and a statement of its own
// for each line costs more than the line.
var together = []int{64, 8, 1}

// insert writes lines with a statement that is begun and ended so.
func (p *putting) insert(ctx context.Context, begin, end string, in lines) error {
	if in.count == 0 {
		return nil
	}
	width := len(in.values) / in.count
	for _, n := range together {
		text := begin + strings.TrimSuffix(strings.Repeat("("+strings.TrimSuffix(strings.Repeat("?, ", width), ", ")+"), ", n), ", ") + end
		for ; in.count >= n; in.count -= n {
			if err := p.exec(ctx, text, in.values[:n*width]...); err != nil {
				return err
			}
			in.values = in.values[n*width:]
		}
	}
	return nil
}
