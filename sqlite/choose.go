package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"reflect"
	"slices"

	"claimgraph/graph"
)

// few is up to how many nodes are looked up and sorted rather than met on a walk
// through the list in its order. Looking up costs their number; the walk costs
// the length of the list divided by it.
var few = 2000

// What a choice may cost: stroll is how many times few rows a walk looks at
// before the nodes are looked up after all, for they may be many, and yet all
// stand at the end of the list; manifold is how many times few of what drives
// are counted where all of it is looked through anyway.
const (
	stroll   = 10
	manifold = 16
)

// choice is how what a list asks for is found.
type choice struct {
	bests []bestFor
	walk  bool // the page, on a walk through the list in its order
}

// bestFor is the test, among those that must all hold, that finds the least.
type bestFor struct{ where, best graph.Pred }

// choose counts what each test that could drive finds, up to a limit. No
// statistics say it: what a filter names may be the biggest group, or one nobody
// ever heard of.
func (f *fetching) choose(ctx context.Context, b *graph.Branch) (choice, error) {
	var found choice
	q := b.Query
	if q == nil || b.Relation == nil && q.Where == nil && len(q.Counts)+len(q.Tells)+len(q.Sums) == 0 {
		return found, nil
	}
	for _, where := range countedBy(q) {
		best, size, err := f.least(ctx, where, manifold*few)
		if err != nil {
			return found, err
		}
		if size < few || !onlyFamily(q.Kinds).Few { // else all are cheaper one by one
			found.bests = append(found.bests, bestFor{where, best})
		}
	}
	if b.Relation != nil || q.Where == nil || q.Limit == 0 || graph.SpeaksOfParent(q.Where) {
		return found, nil
	}
	best, size, err := f.least(ctx, q.Where, few)
	switch {
	case err != nil:
		return found, err
	case best == nil:
		found.walk = true
	case size < few:
		found.bests = append([]bestFor{{q.Where, best}}, found.bests...)
	default:
		found.walk, err = f.strolls(ctx, b)
	}
	return found, err
}

// countedBy are the tests of all that is counted, told or added up as a whole.
func countedBy(q *graph.Query) []graph.Pred {
	all := slices.Clone(q.Counts)
	for _, t := range q.Tells {
		all = append(all, t.Count)
	}
	for _, s := range q.Sums {
		all = append(all, s.Count)
	}
	if q.Grouping != nil {
		all = append(all, q.Grouping.Count)
	}
	var out []graph.Pred
	for _, c := range all {
		known := slices.ContainsFunc(out, func(p graph.Pred) bool { return reflect.DeepEqual(p, c.Where) })
		if c.Relation == nil && c.Where != nil && !graph.SpeaksOfParent(c.Where) && !known {
			out = append(out, c.Where)
		}
	}
	return out
}

// least is which of the tests that could drive finds the least, and how many up
// to a limit; nil where none could.
func (f *fetching) least(ctx context.Context, where graph.Pred, most int) (graph.Pred, int, error) {
	var all []graph.Pred
	for _, p := range conjuncts(where) {
		if drives(p) {
			all = append(all, p)
		}
	}
	if len(all) == 0 {
		return nil, 0, nil
	}
	if at := slices.IndexFunc(all, func(p graph.Pred) bool { _, ids := p.(graph.IDIn); return ids }); at >= 0 {
		return all[at], 0, nil
	}
	slices.SortStableFunc(all, func(a, b graph.Pred) int { return rank(a) - rank(b) })
	t := newSizes(all, most)
	if t.wrong != nil {
		return nil, 0, t.wrong
	}
	sizes := make([]int, len(all))
	into := make([]any, len(all))
	for i := range sizes {
		into[i] = &sizes[i]
	}
	err := f.query(ctx, t.String(), t.values(), func(rows *sql.Rows) error { return rows.Scan(into...) })
	at := slices.Index(sizes, slices.Min(sizes))
	return all[at], sizes[at], err
}

// strolls tells whether a walk of some length fills the page.
func (f *fetching) strolls(ctx context.Context, b *graph.Branch) (bool, error) {
	p := emptyPage(b, choice{walk: true})
	if _, ok := p.stretch(); ok || p.wrong != nil {
		return true, p.wrong
	}
	p.most = stroll * few
	p.add("SELECT count(*) FROM (")
	p.findNodes(nil, p.query.Where)
	p.add(")")
	met := 0
	err := f.query(ctx, p.String(), p.values(), func(rows *sql.Rows) error { return rows.Scan(&met) })
	return met > b.Query.Limit, errors.Join(err, p.wrong)
}

// newSizes writes a statement that counts what tests find, no further than to a limit.
func newSizes(all []graph.Pred, most int) *text {
	t := &text{bags: true}
	t.add("SELECT ")
	parts := make([]func(), len(all))
	for i, p := range all {
		if c, ok := p.(graph.Covers); ok {
			p = c.Some()
		}
		parts[i] = func() {
			t.add("(SELECT count(*) FROM (SELECT 1 FROM ")
			t.driver(p, "")
			t.add(" LIMIT ")
			t.value(most)
			t.add("))")
		}
	}
	t.each(", ", parts...)
	return t
}
