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
// text of this one stays the same whatever else is selected.
type ahead struct {
	*statement
	query   *graph.Query
	numbers []string      // clauses that find one each
	of      []graph.Count // what the numbers are of
	counts  []int         // which number each count is
	few     string        // a clause that looks the page up, where few are found
	page    []graph.ID    // what it found; nil: too many
	tells   []string      // clauses that collect what is told
	whole   string        // a clause that collects all that are grouped
	groups  []string      // clauses that collect what these share
	found   []int
	told    []any
	grouped []any
}

// lookAhead is nil where there is nothing to find out.
func lookAhead(f graph.Fetch) *ahead {
	if f.Query == nil {
		return nil
	}
	a := &ahead{statement: newStatement(), query: f.Query}
	for _, c := range f.Query.Counts {
		at := slices.IndexFunc(a.of, func(other graph.Count) bool { return reflect.DeepEqual(c, other) })
		if at < 0 {
			at = len(a.of)
			l := counted(a.statement, root(f.Query), c)
			a.number(c, l.everything()+" RETURN count(DISTINCT "+l.node+")")
		}
		a.counts = append(a.counts, at)
	}
	own := graph.Count{Where: f.Query.Where}
	if l := newList(newStatement(), root(f.Query)); f.Query.Limit > 0 && l.driver != nil && !slices.ContainsFunc(a.of, func(c graph.Count) bool { return reflect.DeepEqual(c, own) }) {
		l = newList(a.statement, root(f.Query))
		a.number(own, l.drive(l.driver, spot{l.node, l.end.kinds}).String()+" WITH DISTINCT "+l.node+" LIMIT "+l.value(few+1)+" RETURN count("+l.node+")")
	}
	for _, t := range f.Query.Tells {
		a.tells = append(a.tells, collected(a.statement, root(f.Query), t)+" RETURN collect(x)")
	}
	if g := f.Query.Grouping; g != nil {
		found, node := gathering(a.statement, root(f.Query))
		list := a.name("g")
		a.whole = "CALL (" + withWalks + ") { " + found + " RETURN collect(DISTINCT " + node + ") AS " + list + " }\n"
		for _, by := range g.By {
			a.groups = append(a.groups, "CALL ("+list+withWalks+") { "+shared(a.statement, list, by)+" RETURN collect(x)")
		}
	}
	if len(a.numbers)+len(a.tells)+len(a.groups) == 0 {
		return nil
	}
	return a
}

func root(q *graph.Query) *graph.Branch { return &graph.Branch{Query: q} }

func (a *ahead) number(of graph.Count, clauses string) {
	a.of, a.numbers = append(a.of, of), append(a.numbers, clauses)
}

// ask sends it.
func (a *ahead) ask(ctx context.Context, ask asking) error {
	all := append(slices.Clone(a.numbers), a.tells...)
	alone := len(all) == 1 && len(a.groups) == 0
	var names []string
	for _, clauses := range all {
		names = append(names, a.name("c"))
		if alone {
			a.add(clauses, " AS ", names[0])
			break
		}
		a.add("CALL (", withWalks, ") { ", clauses, " AS ", names[len(names)-1], " }\n")
	}
	a.add(a.whole)
	for _, clauses := range a.groups {
		names = append(names, a.name("c"))
		a.add(clauses, " AS ", names[len(names)-1], " }\n")
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
	for _, v := range row.Values[:len(a.numbers)] {
		n, _ := v.(int64)
		a.found = append(a.found, int(n))
	}
	rest := row.Values[len(a.numbers):]
	a.told, a.grouped = rest[:len(a.tells)], rest[len(a.tells):]
	return nil
}

// many tells that what could be looked up is too much of it. Where the rows are
// counted anyway, their number says it.
func (a *ahead) many() bool {
	if a == nil {
		return false
	}
	own := slices.IndexFunc(a.of, func(c graph.Count) bool { return reflect.DeepEqual(c, graph.Count{Where: a.query.Where}) })
	return own >= 0 && a.found[own] > few
}

// fill hands over the counts and what was told.
func (a *ahead) fill(rows *graph.Rows) {
	rows.Told = append(rows.Told, heard(a.told)...)
	rows.Grouped = append(rows.Grouped, groups(a.grouped)...)
	for _, i := range a.counts {
		rows.Counts = append(rows.Counts, a.found[i])
	}
}
