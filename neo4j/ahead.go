package neo4j

import (
	"context"
	"reflect"
	"slices"
	"strings"

	"claimgraph/graph"
)

// few is up to how many nodes are looked up and sorted rather than met on a walk
// through the list in its order. Looking up costs their number; the walk costs
// the length of the list divided by it.
const few = 2000

// ahead is a statement before the selection's own, for a root page that has
// counts or could be looked up. Two statements are planned faster than one that
// holds the page twice, looked up and walked through, with its counts; and the
// text of this one stays the same whatever else is selected. Where it finds few
// it gives the ids of the page, so that nothing is looked for twice.
type ahead struct {
	*statement
	query   *graph.Query
	numbers []string      // clauses that find one each
	of      []graph.Count // what the numbers are of
	counts  []int         // which number each count is; of those that a tell counts, the tell, from -1 down
	looked  int           // which number says besides which ids are on the page; -1: none
	page    []graph.ID    // these ids
	tells   []string      // clauses that collect what is told
	sums    []string      // clauses that add up
	whole   string        // clauses that collect all of which several things are asked
	groups  []string      // clauses that collect what these share
	found   []int
	told    []any
	added   []any
	grouped []any
}

// lookAhead is nil where there is nothing to find out.
func lookAhead(f graph.Fetch) *ahead {
	if f.Query == nil {
		return nil
	}
	a := &ahead{statement: newStatement(), query: f.Query, looked: -1}
	for _, sum := range f.Query.Sums {
		if sum.Where != nil { // else all are read as they stand
			a.gather(sum.Count)
		}
	}
	if g := f.Query.Grouping; g != nil {
		a.gather(g.Count)
	}
	for _, c := range f.Query.Counts {
		if told := slices.IndexFunc(f.Query.Tells, func(t graph.Tell) bool { return reflect.DeepEqual(t.Count, c) }); told >= 0 {
			a.counts = append(a.counts, -1-told)
			continue
		}
		at := slices.IndexFunc(a.of, func(other graph.Count) bool { return reflect.DeepEqual(c, other) })
		if at < 0 {
			at = len(a.of)
			l := counted(a.statement, root(f.Query), c)
			a.number(c, l.everything()+" RETURN count(DISTINCT "+l.node+")")
		}
		a.counts = append(a.counts, at)
	}
	a.lookUp()
	for _, t := range f.Query.Tells {
		a.tells = append(a.tells, collected(a.statement, root(f.Query), t)+" RETURN collect(x)")
	}
	for _, sum := range f.Query.Sums {
		a.sums = append(a.sums, summed(a.statement, root(f.Query), sum)+" RETURN x")
	}
	if g := f.Query.Grouping; g != nil {
		list, _, _ := a.gathered(g.Where)
		for _, by := range g.By {
			a.groups = append(a.groups, shared(a.statement, list, by)+" RETURN collect(x)")
		}
	}
	if len(a.numbers)+len(a.tells)+len(a.sums)+len(a.groups) == 0 {
		return nil
	}
	return a
}

// lookUp counts what the page is of, if it can be looked up, and gives the page
// where that is not too much. Where no count is asked for it stops there.
func (a *ahead) lookUp() {
	probe := newList(newStatement(), root(a.query))
	if a.query.Limit == 0 || probe.driver == nil {
		return
	}
	if _, ok := probe.along(); ok { // a page is found at once
		return
	}
	l := newList(a.statement, root(a.query))
	keys := l.sorted()
	all, ids := a.name("g"), a.name("k")
	own := graph.Count{Where: a.query.Where}
	a.looked = slices.IndexFunc(a.of, func(c graph.Count) bool { return reflect.DeepEqual(c, own) })
	alone := a.looked < 0
	if alone {
		a.looked = len(a.of)
		a.number(own, "")
	}
	var found, rest string
	if s, ok := l.stretch(); ok && alone { // which is a better way than to look much up
		found, rest = l.drive(l.driver, spot{l.node, l.end.kinds}).and(l.ofKind()).String(), l.passing(s)
	} else {
		found = l.driven()
	}
	found += " WITH DISTINCT " + l.node
	if alone {
		found += " LIMIT " + l.value(few+1)
	}
	found, size := found+" WITH collect("+l.node+") AS "+all, "size("+all+")"
	if many := l.manyWith(); many != "" && alone {
		over := a.name("o")
		found = "CALL () { " + many + " RETURN count(*) AS " + over + " } CALL (" + over + withWalks + ") { WITH * WHERE " + over + " = 0 " + found + " RETURN " + all + " }"
		size = "CASE " + over + " WHEN 0 THEN " + size + " ELSE " + l.value(few+1) + " END"
	}
	a.numbers[a.looked] = found + " CALL (" + all + withWalks + ") { UNWIND CASE WHEN size(" + all + ") <= " + l.value(few) +
		" THEN " + all + " ELSE [] END AS " + l.node + rest + " WITH " + l.node + where(l.after(keys)) + " WITH " + l.node + " ORDER BY " + listed(keys) + " LIMIT " + l.value(l.query.Limit+1) +
		" RETURN collect(" + l.node + "." + idOf + ") AS " + ids + " } RETURN [" + size + ", " + ids + "]"
}

// manyWith finds something where more than few nodes have a word by which they are
// looked up. The index says so at once, and would collect all of them before it gave
// the first.
func (l *list) manyWith() string {
	c, ok := l.driver.(graph.Cmp)
	if !ok || !wordSought(c) || naming(c) {
		return ""
	}
	return l.queried(c, ", {skip: "+l.value(few)+", limit: 1}") + " YIELD score"
}

// gather has all that a count is of collected first, since several things are
// asked of them.
func (a *ahead) gather(c graph.Count) {
	if _, rest, ok := a.gathered(c.Where); ok && rest == nil || c.Relation != nil {
		return
	}
	l := counted(a.statement, root(a.query), c)
	list := a.name("g")
	a.whole += "CALL (" + a.collected() + withWalks + ") { " + l.everything() + " RETURN collect(DISTINCT " + l.node + ") AS " + list + " }\n"
	a.lists = append(a.lists, gathering{list, c.Where})
}

// collected names the lists there are so far.
func (a *ahead) collected() string {
	names := make([]string, len(a.lists))
	for i, g := range a.lists {
		names[i] = g.list
	}
	return strings.Join(names, ", ")
}

func root(q *graph.Query) *graph.Branch { return &graph.Branch{Query: q} }

func (a *ahead) number(of graph.Count, clauses string) {
	a.of, a.numbers = append(a.of, of), append(a.numbers, clauses)
}

// ask sends it.
func (a *ahead) ask(ctx context.Context, ask asking) error {
	all := slices.Concat(a.numbers, a.tells, a.sums, a.groups)
	alone := len(all) == 1 && a.whole == "" && len(a.walks) == 0 // else names would be forgotten on the way
	var names []string
	a.add(a.whole)
	for _, clauses := range all {
		names = append(names, a.name("c"))
		if alone {
			a.add(clauses, " AS ", names[0])
			break
		}
		a.add("CALL (", a.collected(), withWalks, ") { ", clauses, " AS ", names[len(names)-1], " }\n")
	}
	if !alone {
		a.add("RETURN ", strings.Join(names, ", "))
	}
	if a.wrong != nil {
		return a.wrong
	}
	row, err := ask(ctx, a.String(), a.params)
	if err != nil {
		return err
	}
	for i, v := range row.Values[:len(a.numbers)] {
		if i == a.looked {
			found := items(v)
			for _, id := range items(found[1]) {
				a.page = append(a.page, graph.ID(textOf(id)))
			}
			v = found[0]
		}
		n, _ := v.(int64)
		a.found = append(a.found, int(n))
	}
	rest := row.Values[len(a.numbers):]
	a.told, rest = rest[:len(a.tells)], rest[len(a.tells):]
	a.added, a.grouped = rest[:len(a.sums)], rest[len(a.sums):]
	return nil
}

// many tells that what could be looked up is too much of it.
func (a *ahead) many() bool { return a != nil && a.looked >= 0 && a.found[a.looked] > few }

// rest is what is still to be fetched, if anything: of a page whose ids are
// known, these.
func (a *ahead) rest(f graph.Fetch) (graph.Fetch, bool) {
	if f.Query == nil || a == nil || a.looked < 0 || a.many() {
		return f, f.Query == nil || f.Query.Limit > 0
	}
	page := *f.Query
	if reflect.DeepEqual(page.Match, page.Where) {
		page.Match = nil
	}
	page.Where, page.After = graph.IDIn(a.page), nil
	f.Query = &page
	return f, len(a.page) > 0
}

// fill hands over the counts and what was told.
func (a *ahead) fill(rows *graph.Rows) {
	if a == nil {
		return
	}
	for i, told := range heard(a.told) {
		if a.query.Tells[i].Column != nil {
			told = slices.DeleteFunc(told, func(t graph.Told) bool { return t.Value == "" })
		}
		rows.Told = append(rows.Told, told)
	}
	rows.Sums = append(rows.Sums, added(a.added, a.query.Sums)...)
	rows.Grouped = append(rows.Grouped, groups(a.grouped)...)
	for _, i := range a.counts {
		if i < 0 {
			rows.Counts = append(rows.Counts, len(items(a.told[-1-i])))
		} else {
			rows.Counts = append(rows.Counts, a.found[i])
		}
	}
}
