package sqlite

import (
	"context"
	"database/sql"
	"slices"
	"time"

	"claimgraph/graph"
)

// record is a node as its row is read.
type record struct {
	num                  sql.NullInt64
	id, recorded, writer sql.NullString
	doc, view, index     sql.RawBytes
}

// into is where the columns of a node go, in the order of nodeColumns.
func (r *record) into() []any {
	return []any{&r.num, &r.id, &r.recorded, &r.writer, &r.doc, &r.view, &r.index}
}

// read reads nodes by id.
func (f *fetching) read(ctx context.Context, ids []graph.ID, part graph.Part) error {
	var t text
	t.add("SELECT ", nodeColumns(part), " FROM ")
	t.list(ids)
	t.add(" p CROSS JOIN node n ON n.id = p.value")
	var r record
	into := r.into()
	return f.query(ctx, t.String(), t.values(), func(rows *sql.Rows) error {
		if err := rows.Scan(into...); err != nil {
			return err
		}
		return f.meet(&r, part)
	})
}

// meet puts a node into the tree, once.
func (f *fetching) meet(r *record, part graph.Part) error {
	id := graph.ID(r.id.String)
	if f.tree.Holds(id, part) {
		return nil
	}
	f.nums[id] = r.num.Int64
	if part == graph.Bare {
		f.tree.Meet(graph.BareNode(id), part)
		return nil
	}
	recorded, err := time.Parse(time.RFC3339Nano, r.recorded.String)
	if err != nil {
		return err
	}
	n, err := graph.NodeOf(graph.Kept{ID: id, Doc: r.doc, View: r.view, Index: r.index, Recorded: recorded, By: r.writer.String})
	if err != nil {
		return err
	}
	f.tree.Meet(n, part)
	return nil
}

// page fills the pages of a branch below its parents, and gives all nodes on them.
func (f *fetching) page(ctx context.Context, b *graph.Branch, parents []graph.ID) ([]graph.ID, error) {
	nums := make([]int64, len(parents)) // 0, which no node has, for the parent of the root page
	for i, id := range parents {
		nums[i] = f.nums[id]
	}
	if b.Each != nil {
		return f.each(ctx, b, parents)
	}
	found, err := f.choose(ctx, b)
	if err != nil {
		return nil, err
	}
	p := newPage(b, nums, found)
	if p.wrong != nil {
		return nil, p.wrong
	}
	if !p.looks() && len(p.query.Counts) == 0 {
		return nil, f.beside(ctx, p, parents, nums)
	}
	line := p.line()
	into := line.into()
	err = f.query(ctx, p.String(), p.values(), func(rows *sql.Rows) error {
		if err := rows.Scan(into...); err != nil {
			return err
		}
		return f.take(p, line, f.tree.Page(b.Number, parents[line.parent]))
	})
	if err != nil {
		return nil, err
	}
	if err := f.beside(ctx, p, parents, nums); err != nil {
		return nil, err
	}
	return f.turned(p, parents), nil
}

// each fills the pages below parents that ask each for something else.
func (f *fetching) each(ctx context.Context, b *graph.Branch, parents []graph.ID) ([]graph.ID, error) {
	var all []graph.ID
	for _, parent := range parents {
		q, err := b.Each(f.tree.Nodes[parent])
		if err != nil {
			return nil, err
		}
		own := *b
		own.Each, own.Query = nil, q
		found, err := f.page(ctx, &own, []graph.ID{parent})
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	return distinct(all), nil
}

// beside reads what is asked about all that match, whatever the page.
func (f *fetching) beside(ctx context.Context, p *page, parents []graph.ID, nums []int64) error {
	if err := f.tells(ctx, p, parents, nums); err != nil {
		return err
	}
	if err := f.sums(ctx, p, parents, nums); err != nil {
		return err
	}
	return f.groups(ctx, p, parents, nums)
}

// groups reads how all that match fall into groups, a statement for each way.
func (f *fetching) groups(ctx context.Context, p *page, parents []graph.ID, nums []int64) error {
	if p.query.Grouping == nil {
		return nil
	}
	for i, by := range p.query.Grouping.By {
		for _, parent := range parents {
			rows := f.tree.Page(p.branch.Number, parent)
			rows.Grouped = append(rows.Grouped, map[string]int{})
		}
		t := newGrouping(p.branch, by, nums, p.bests)
		if t.wrong != nil {
			return t.wrong
		}
		err := f.query(ctx, t.String(), t.values(), func(rows *sql.Rows) error {
			var parent, n int
			var key string
			if err := rows.Scan(&parent, &key, &n); err != nil {
				return err
			}
			f.tree.Page(p.branch.Number, parents[parent]).Grouped[i][key] = n
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// tells reads what all that match say of themselves, a statement for each that is asked.
func (f *fetching) tells(ctx context.Context, p *page, parents []graph.ID, nums []int64) error {
	for i, tell := range p.query.Tells {
		for _, parent := range parents {
			rows := f.tree.Page(p.branch.Number, parent)
			rows.Told = append(rows.Told, nil)
		}
		t := newTelling(p.branch, tell, nums, p.bests)
		if t.wrong != nil {
			return t.wrong
		}
		err := f.query(ctx, t.String(), t.values(), func(rows *sql.Rows) error {
			var parent int
			var told graph.Told
			if err := rows.Scan(&parent, &told.ID, &told.Value); err != nil {
				return err
			}
			all := f.tree.Page(p.branch.Number, parents[parent]).Told
			all[i] = append(all[i], told)
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// line is one row of a page's statement.
type line struct {
	parent int
	record
	certain sql.NullBool
	keys    []sql.RawBytes // for the sorting alone
	counts  []sql.NullInt64
}

func (p *page) line() *line {
	return &line{keys: make([]sql.RawBytes, len(p.keys)+1), counts: make([]sql.NullInt64, len(p.query.Counts))}
}

func (l *line) into() []any {
	into := append([]any{&l.parent}, l.record.into()...)
	into = append(into, &l.certain)
	for i := range l.keys {
		into = append(into, &l.keys[i])
	}
	for i := range l.counts {
		into = append(into, &l.counts[i])
	}
	return into
}

// take puts a line into its page: counts, a node, or the one row too many that
// tells there are more.
func (f *fetching) take(p *page, l *line, rows *graph.Rows) error {
	id := graph.ID(l.id.String)
	switch {
	case !l.id.Valid:
		for _, c := range l.counts {
			rows.Counts = append(rows.Counts, int(c.Int64))
		}
		return nil
	case p.branch.Query != nil && len(rows.IDs) == p.query.Limit:
		rows.More = true
		return nil
	case p.branch.Query == nil && len(rows.IDs) > 0 && rows.IDs[len(rows.IDs)-1] == id:
		return nil // a second link to the same node
	}
	match := graph.Possible
	if l.certain.Bool {
		match = graph.Certain
	}
	rows.IDs, rows.Match = append(rows.IDs, id), append(rows.Match, match)
	return f.meet(&l.record, p.part)
}

// turned puts pages read backwards into the order asked for.
func (f *fetching) turned(p *page, parents []graph.ID) []graph.ID {
	var all []graph.ID
	pages := f.tree.Pages[p.branch.Number]
	for _, parent := range parents {
		rows := pages[parent]
		if rows == nil {
			continue
		}
		if p.query.Backward {
			slices.Reverse(rows.IDs)
			slices.Reverse(rows.Match)
		}
		all = append(all, rows.IDs...)
	}
	return distinct(all)
}
