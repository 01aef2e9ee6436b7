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

// What a choice may cost: a stroll is how many times few rows a walk looks at
// before the nodes are looked up after all, for they may be many, and yet all
// stand at the end of the list; a handful is looked up without a look at the
// list; manifold is how many times few of what drives are counted where all of
// it is looked through anyway.
const (
	handful  = 100
	stroll   = 10
	manifold = 16
)

// choice is how what a list asks for is found.
type choice struct {
	bests []bestFor
	walk  bool       // the page, on a walk through the list in its order
	lined *graph.Has // or on one through the links of a test, which lie in that order
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
		if all := driving(where); len(all) == 1 && !onlyFamily(q.Kinds).Few { // no choice
			found.bests = append(found.bests, bestFor{where, all[0]})
			continue
		}
		best, size, err := f.least(ctx, where, handful, few, manifold*few)
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
	return f.choosePage(ctx, b, found)
}

// choosePage chooses how the page itself is found: a handful is looked up; else
// a short walk may show that the page is full soon; else the least is looked up,
// or the walk is a long one.
func (f *fetching) choosePage(ctx context.Context, b *graph.Branch, found choice) (choice, error) {
	p := emptyPage(b, found)
	if p.wrong != nil {
		return found, p.wrong
	}
	walk, lined := found, p.lined()
	if _, dated := p.stretch(); lined != nil && (lined.Along != nil || !dated) {
		walk.lined = lined
	} else {
		walk.walk = true
	}
	if all := driving(b.Query.Where); len(all) == 0 || len(all) == 1 && is(all[0], lined) {
		found.lined, found.walk = lined, lined == nil
		return found, nil
	}
	for _, up := range []struct{ most, stroll int }{{handful, few / 4}, {few, stroll * few}} {
		best, size, err := f.least(ctx, b.Query.Where, up.most)
		if err != nil {
			return found, err
		}
		if is(best, lined) {
			found.lined = lined
			return found, nil
		}
		if size < min(up.most, few) {
			found.bests = append([]bestFor{{b.Query.Where, best}}, found.bests...)
			return found, nil
		}
		if full, err := f.strolls(ctx, b, walk, up.stroll); full || err != nil {
			return walk, err
		}
	}
	return found, nil
}

// is tells whether a test that drives is the one whose links lie in order.
func is(p graph.Pred, lined *graph.Has) bool {
	return lined != nil && reflect.DeepEqual(p, graph.Pred(*lined))
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
// to the last of some limits, each of which is tried in turn; nil where none could.
func (f *fetching) least(ctx context.Context, where graph.Pred, upTo ...int) (graph.Pred, int, error) {
	all := driving(where)
	if len(all) == 0 {
		return nil, 0, nil
	}
	if at := slices.IndexFunc(all, func(p graph.Pred) bool { _, ids := p.(graph.IDIn); return ids }); at >= 0 {
		return all[at], 0, nil
	}
	sizes := make([]int, len(all))
	into := make([]any, len(all))
	for i := range sizes {
		into[i] = &sizes[i]
	}
	at := 0
	for _, most := range upTo {
		t := newSizes(all, most)
		if t.wrong != nil {
			return nil, 0, t.wrong
		}
		err := f.query(ctx, t.String(), t.values(), func(rows *sql.Rows) error { return rows.Scan(into...) })
		if at = slices.Index(sizes, slices.Min(sizes)); err != nil || sizes[at] < most {
			return all[at], sizes[at], err
		}
	}
	return all[at], sizes[at], nil
}

// driving are the tests that could drive, the likeliest first. A stretch along
// which others look holds all that these find.
func driving(where graph.Pred) []graph.Pred {
	all := conjuncts(where)
	followed := slices.ContainsFunc(all, func(p graph.Pred) bool { h, ok := p.(graph.Has); return ok && h.Along != nil })
	all = slices.DeleteFunc(all, func(p graph.Pred) bool {
		_, stretch := p.(graph.Stretch)
		return !drives(p) || stretch && followed
	})
	slices.SortStableFunc(all, func(a, b graph.Pred) int { return rank(a) - rank(b) })
	return all
}

// strolls tells whether a walk of at most so many rows fills the page.
func (f *fetching) strolls(ctx context.Context, b *graph.Branch, walk choice, most int) (bool, error) {
	p := emptyPage(b, walk)
	if _, ok := p.stretch(); ok {
		return true, nil
	}
	p.stroll(most)
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
