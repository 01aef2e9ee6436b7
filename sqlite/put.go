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

// batch bounds how many rows one statement carries.
const batch = 1000

// Fetch sees what was put before.
func (t *tx) Fetch(ctx context.Context, f graph.Fetch) (*graph.Tree, error) {
	return fetch(ctx, t.c, f)
}

// Put writes the nodes, all of them before any link: they may link to each other.
func (t *tx) Put(ctx context.Context, rows []graph.Row) error {
	p := &putting{connection: t.c, nums: map[graph.ID]int64{}}
	if err := p.nodes(ctx, rows); err != nil {
		return err
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

// nodes gives every node its number and writes the document.
func (p *putting) nodes(ctx context.Context, rows []graph.Row) error {
	if err := p.number(ctx, rows); err != nil {
		return err
	}
	for _, r := range rows {
		_, err := p.exec(ctx, "INSERT INTO node VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (num) DO UPDATE SET "+
			"recorded = excluded.recorded, recorded_by = excluded.recorded_by, doc = excluded.doc, view = excluded.view",
			p.nums[r.ID], string(r.ID), string(r.Kind.Name), graph.RecordedKey(r.Recorded), r.By, r.Doc, r.View)
		if err != nil {
			return err
		}
	}
	return nil
}

// number finds the numbers of known nodes and counts on for new ones; there is
// only one writer, so nobody else takes the same.
func (p *putting) number(ctx context.Context, rows []graph.Row) error {
	ids := make([]graph.ID, len(rows))
	for i, r := range rows {
		ids[i] = r.ID
	}
	err := p.query(ctx, "SELECT n.id, n.num FROM json_each(?) p CROSS JOIN node n ON n.id = p.value", []any{asJSON(ids)}, p.note)
	if err != nil {
		return err
	}
	p.known = map[int64]bool{}
	for _, num := range p.nums {
		p.known[num] = true
	}
	var last int64
	err = p.query(ctx, "SELECT coalesce(max(num), 0) FROM node", nil, func(rows *sql.Rows) error { return rows.Scan(&last) })
	for _, id := range ids {
		if p.nums[id] == 0 {
			last++
			p.nums[id] = last
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
	lines := make([][]any, len(rows))
	for i, r := range rows {
		lines[i] = []any{p.nums[r.ID], r.ID}
	}
	columns := []string{"num", "id"}
	for i, c := range f.Columns {
		if c.Shape == graph.Words {
			if err := p.words(ctx, c, i, rows); err != nil {
				return err
			}
			continue
		}
		if c.Shape == graph.Note {
			if err := p.notes(ctx, c, i, rows); err != nil {
				return err
			}
			continue
		}
		columns = append(columns, nodeColumn(c))
		for j, r := range rows {
			lines[j] = append(lines[j], r.Values[i])
		}
	}
	updates := make([]string, len(columns))
	for i, c := range columns {
		updates[i] = c + " = excluded." + c
	}
	_, err := p.exec(ctx, "INSERT INTO "+familyTable(f)+" ("+strings.Join(columns, ", ")+") SELECT "+items(len(columns))+
		" FROM json_each(?) j WHERE 1 ON CONFLICT (num) DO UPDATE SET "+strings.Join(updates[2:], ", "), asJSON(lines))
	return err
}

func (p *putting) words(ctx context.Context, c *graph.Column, i int, rows []graph.Row) error {
	var lines [][]any
	for _, r := range rows {
		for _, word := range r.Values[i].([]string) {
			lines = append(lines, []any{p.nums[r.ID], word})
		}
	}
	if err := p.clear(ctx, wordTable(c), "num", rows); err != nil || lines == nil {
		return err
	}
	_, err := p.exec(ctx, "INSERT OR IGNORE INTO "+wordTable(c)+" (num, value) SELECT "+items(2)+" FROM json_each(?) j", asJSON(lines))
	return err
}

func (p *putting) notes(ctx context.Context, c *graph.Column, i int, rows []graph.Row) error {
	var lines [][]any
	for _, r := range rows {
		if note := r.Values[i].(string); note != "" {
			lines = append(lines, []any{p.nums[r.ID], note})
		}
	}
	if err := p.clear(ctx, noteTable(c), "num", rows); err != nil || lines == nil {
		return err
	}
	_, err := p.exec(ctx, "INSERT INTO "+noteTable(c)+" (num, value) SELECT "+items(2)+" FROM json_each(?) j", asJSON(lines))
	return err
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
	_, err := p.exec(ctx, "DELETE FROM "+table+" WHERE "+column+" IN (SELECT value FROM json_each(?))", asJSON(nums))
	return err
}

// links writes the links of one relation, in place of those there were.
func (p *putting) links(ctx context.Context, r *graph.Relation, rows []graph.Row) error {
	var of []graph.Row
	var lines [][]any
	for _, row := range rows {
		i := slices.Index(graph.RelationsFrom(row.Kind.Name), r)
		if i < 0 {
			continue
		}
		of = append(of, row)
		for ord, arc := range row.Links[i] {
			lines = append(lines, append([]any{p.nums[row.ID], ord, arc.To, row.Keys[i], row.ID}, arc.Values...))
		}
	}
	if err := p.clear(ctx, linkTable(r), "src", of); err != nil || lines == nil {
		return err
	}
	written, err := p.exec(ctx, linkInsert(r), asJSON(lines))
	if err == nil && written != len(lines) {
		err = fmt.Errorf("%d of %d links %s lead to nodes the store does not have", len(lines)-written, len(lines), r.Name)
	}
	return err
}

func linkInsert(r *graph.Relation) string {
	columns := []string{"src", "ord", "dst", "key", "id"}
	for _, c := range r.Edge {
		columns = append(columns, edgeColumn(c))
	}
	values := strings.Split(items(len(columns)), ", ")
	to := values[2]
	values[2] = "n.num"
	return "INSERT INTO " + linkTable(r) + " (" + strings.Join(columns, ", ") + ") SELECT " + strings.Join(values, ", ") +
		" FROM json_each(?) j CROSS JOIN node n ON n.id = " + to
}

// items are the first n items of the list in a row of json_each.
func items(n int) string {
	all := make([]string, n)
	for i := range all {
		all[i] = fmt.Sprintf("j.value ->> %d", i)
	}
	return strings.Join(all, ", ")
}
