package sqlite

import (
	"slices"
	"strings"

	"claimgraph/graph"
)

// setOfRows looks rows of a family up by one column, or by runs of letters in it,
// and tests the rest of them on the spot: the index may hold it, too.
func (t *text) setOfRows(driver graph.Cmp, rest graph.Pred) {
	w, family := t.name("w"), familyOf[driver.Column]
	t.add("SELECT ", w, ".num AS num FROM ")
	if driver.Within() {
		g := t.name("g")
		t.add(gramTable(driver.Column), " ", g, " CROSS JOIN ", familyTable(family), " ", w, " ON ", w, ".num = ", g, ".rowid WHERE ", g, ".", gramTable(driver.Column), " MATCH ")
		t.value(`"` + strings.Join(driver.Grams(), `" AND "`) + `"`)
		t.add(" AND ")
	} else {
		t.add(familyTable(family), " ", w, " WHERE ")
	}
	t.holds(driver, w+"."+nodeColumn(driver.Column))
	if rest != nil {
		t.add(" AND ")
		t.test(rest, row{num: w + ".num", family: family, alias: w})
	}
}

// setOfOthers looks up what has other words or numbers than those given: all
// that lies between them.
func (t *text) setOfOthers(c graph.Cmp) {
	w, family := t.name("w"), familyOf[c.Column]
	column := w + "." + nodeColumn(c.Column)
	from := func() { t.add("SELECT ", w, ".num AS num FROM ", familyTable(family), " ", w, " WHERE ") }
	bound := func(sign string, v any) {
		t.add(column, sign)
		t.value(v)
	}
	switch c.Op {
	case graph.OpLeast:
		from()
		bound(" < ", c.Number)
		return
	case graph.OpMost:
		from()
		bound(" > ", c.Number)
		return
	}
	given := []any{c.Number}
	if c.Op == graph.OpIn {
		given = nil
		for _, word := range slices.Compact(slices.Sorted(slices.Values(c.Words))) {
			given = append(given, word)
		}
	}
	from()
	if len(given) == 0 {
		t.add("1")
		return
	}
	bound(" < ", given[0])
	for i, v := range given {
		t.add(" UNION ALL ")
		from()
		bound(" > ", v)
		if i+1 < len(given) {
			t.add(" AND ")
			bound(" < ", given[i+1])
		}
	}
}

// fewThat looks through all nodes a link can lead to, where they are few, as a
// table by the name d.
func (t *text) fewThat(h graph.Has, fits graph.Pred, d string) {
	f := farEnd(h.Relation, h.In, h.Kinds).family
	x := t.name("x")
	t.add("(SELECT ", x, ".num AS num FROM ", familyTable(f), " ", x, " WHERE ")
	t.test(fits, row{num: x + ".num", family: f, alias: x})
	t.add(") ", d)
}
