package sqlite

import (
	"context"
	"database/sql"

	"claimgraph/graph"
)

// newSumming writes the statement for what stands on links of all nodes that
// match under each of the parents, added up. Of a whole family it is the sum of
// all links there are, by the index that tests them.
func newSumming(b *graph.Branch, sum graph.Sum, parents []int64, bests []bestFor) *page {
	p := &page{text: text{parent: "p.value", bests: bests}, branch: b, query: b.Query}
	kinds := both(b.Kinds, b.Query.Kinds)
	h := newHop(sum.Relation, sum.In, sum.Edge, kinds)
	table := linkTable(sum.Links.Relation)
	near, _ := ends("v", sum.Links.In)
	p.add("SELECT p.key, count(*)")
	for _, c := range sum.Columns {
		p.add(", coalesce(sum(v.", edgeColumn(c), "), 0)")
	}
	p.add(" FROM ")
	p.list(parents)
	p.add(" p CROSS JOIN ", table, " v")
	everything := h.relation == nil && sum.Where == nil && !h.end.narrow
	if !everything {
		p.add(" INDEXED BY ", indexName(table, map[bool]string{false: "out", true: "in"}[sum.Links.In]))
	}
	p.add(" WHERE ")
	p.test(sum.Links.Edge, row{link: "v"})
	if !everything {
		p.add(" AND ", near, " IN (")
		p.members(h, sum.Where, func(far row) string { return far.num })
		p.add(")")
	}
	p.add(" GROUP BY p.key")
	return p
}

// sums reads what is added up of all that match, a statement for each sum.
func (f *fetching) sums(ctx context.Context, p *page, parents []graph.ID, nums []int64) error {
	for _, sum := range p.query.Sums {
		for _, parent := range parents {
			rows := f.tree.Page(p.branch.Number, parent)
			rows.Sums = append(rows.Sums, make([]int64, 1+len(sum.Columns)))
		}
		t := newSumming(p.branch, sum, nums, p.bests)
		if t.wrong != nil {
			return t.wrong
		}
		err := f.query(ctx, t.String(), t.values(), func(rows *sql.Rows) error {
			var parent int
			found := make([]int64, 1+len(sum.Columns))
			into := []any{&parent}
			for i := range found {
				into = append(into, &found[i])
			}
			if err := rows.Scan(into...); err != nil {
				return err
			}
			all := f.tree.Page(p.branch.Number, parents[parent]).Sums
			all[len(all)-1] = found
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}
