package sqlite

import (
	"slices"

	"claimgraph/graph"
)

// setOfStretch looks up all that stand in the stretches, and tests the rest of
// them on the spot: the index may hold it, too.
func (t *text) setOfStretch(s graph.Stretch, rest graph.Pred) {
	parts := make([]func(), len(s.Runs))
	for i, run := range s.Runs {
		parts[i] = func() {
			f := t.name("f")
			t.add("SELECT ", f, ".num AS num FROM ")
			t.alongRun(s, run, f)
			if rest != nil {
				t.add(" AND ")
				t.test(rest, row{num: f + ".num", family: familyOf[s.Key], alias: f})
			}
		}
	}
	t.each(" UNION ALL ", parts...)
}

// alongRun writes one stretch as a table, by its index, and where it begins and ends.
func (t *text) alongRun(s graph.Stretch, run graph.Run, f string) {
	table, key := familyTable(familyOf[s.Key]), f+"."+nodeColumn(s.Key)
	t.add(table, " ", f, " INDEXED BY ", indexName(table, s.Wide.Name), " WHERE ")
	t.within(run, f+"."+nodeColumn(s.Wide), key)
}

// within tests that something stands in a stretch, by its width and its key.
func (t *text) within(run graph.Run, wide, key string) {
	t.add(wide, " = ")
	t.value(run.Wide)
	t.add(" AND ", key, " >= ")
	t.value(run.From)
	t.add(" AND ", key, " < ")
	t.value(run.To)
}

// along tells a test where the links stand that it looks for, where they stand
// in stretches as the near nodes do: so do the attacks of a place.
func along(p graph.Pred, s graph.Stretch) graph.Pred {
	switch p := p.(type) {
	case graph.Has:
		_, named := p.Far.(graph.IDIn)
		if named && !p.In && p.Relation.Wide != nil && p.Relation.NearOrder(familyOf[s.Key]).Column == s.Key {
			p.Along = &s
		}
		return p
	case graph.Any:
		ways := make(graph.Any, len(p))
		for i, way := range p {
			ways[i] = along(way, s)
		}
		return ways
	}
	return p
}

// linksAlong writes the links to what drives as a table by the name l, those in
// the stretches alone.
func (t *text) linksAlong(h graph.Has, driver graph.Pred, d, l string) {
	table, r := linkTable(h.Relation), t.name("r")
	t.driver(driver, d)
	t.add(" CROSS JOIN (")
	runs := make([]func(), len(h.Along.Runs))
	for i, run := range h.Along.Runs {
		runs[i] = func() {
			t.add("SELECT ")
			t.value(run.Wide)
			t.add(" AS wide, ")
			t.value(run.From)
			t.add(" AS low, ")
			t.value(run.To)
			t.add(" AS high")
		}
	}
	t.each(" UNION ALL ", runs...)
	t.add(") ", r, " CROSS JOIN ", table, " ", l, " INDEXED BY ", indexName(table, h.Relation.Wide.Name), " ON ", l, ".dst = ", d, ".num AND ",
		l, ".", edgeColumn(h.Relation.Wide), " = ", r, ".wide AND ", l, ".key >= ", r, ".low AND ", l, ".key < ", r, ".high")
}

// stretch is where the rows of the page stand, if that is in the order asked for.
func (p *page) stretch() (graph.Stretch, bool) {
	for _, test := range graph.Conjuncts(p.query.Where) {
		if s, ok := test.(graph.Stretch); ok && len(p.keys) == 1 && p.keys[0].Column == s.Key {
			return s, true
		}
	}
	return graph.Stretch{}, false
}

// lined is the test among those that must all hold whose links, all to one node,
// lie in the order of the page; those that stand in stretches before others.
func (p *page) lined() *graph.Has {
	var found *graph.Has
	for _, test := range conjuncts(p.query.Where) {
		h, ok := test.(graph.Has)
		if !ok || h.In || p.relation != nil || len(p.keys) != 1 || p.keys[0].Column != h.Relation.NearOrder(p.end.family).Column {
			continue
		}
		to, named := h.Far.(graph.IDIn)
		if named && len(to) == 1 && (h.Kinds == nil || slices.Contains(h.Kinds, to[0].Kind())) && (found == nil || h.Along != nil) {
			found = &h
		}
	}
	return found
}

// findAlong runs through the stretches, each in its order up to a page.
func (p *page) findAlong(s graph.Stretch) {
	parts := make([]func(), len(s.Runs))
	for i, run := range s.Runs {
		parts[i] = func() {
			f := p.name("f")
			far := row{num: f + ".num", family: p.end.family, alias: f}
			keys := p.sorted("", far)
			p.add("SELECT * FROM (SELECT ", f, ".num AS num, ", keys[0].expression, " AS key, ", keys[1].expression, " AS id FROM ")
			p.alongRun(s, run, f)
			for _, condition := range p.conditionsOf(p.belonging(p.hop, "", far, p.query.Where), keys) {
				p.add(" AND ")
				condition()
			}
			p.upTo(keys)
			p.add(")")
		}
	}
	p.merged(parts)
}

// merged puts parts of a page that are each in its order together.
func (p *page) merged(parts []func()) {
	p.add("SELECT num FROM (")
	p.each(" UNION ALL ", parts...)
	p.add(")")
	p.upTo([]sortKey{{"key", p.keys[0].Desc}, {"id", p.keys[0].Desc}})
}

// findLined runs through the links to one node in their order, stretch by
// stretch where they tell. Several can lead to it from one.
func (p *page) findLined(h graph.Has) {
	table, index := linkTable(h.Relation), "in"
	runs := []graph.Run{{}}
	if h.Along != nil {
		index, runs = h.Relation.Wide.Name, h.Along.Runs
	}
	parts := make([]func(), len(runs))
	for i, run := range runs {
		parts[i] = func() {
			l := p.name("l")
			far := row{num: l + ".src", family: p.end.family, alias: p.name("f")}
			keys := []sortKey{{l + ".key", p.keys[0].Desc}, {l + ".id", p.keys[0].Desc}}
			p.add("SELECT * FROM (SELECT ", l, ".src AS num, ", l, ".key AS key, ", l, ".id AS id FROM ", table, " ", l, " INDEXED BY ", indexName(table, index))
			p.joinRow(far)
			p.filter(p.conditionsOf(append(p.linedUp(h, run, l), p.belonging(p.hop, "", far, without(p.query.Where, h))...), keys))
			p.add(" GROUP BY ", expressions(keys))
			p.upTo(keys)
			p.add(")")
		}
	}
	p.merged(parts)
}

// linedUp are the conditions on the links themselves.
func (p *page) linedUp(h graph.Has, run graph.Run, l string) []func() {
	conditions := []func(){func() {
		p.add(l, ".dst = (SELECT num FROM node WHERE id = ")
		p.value(string(h.Far.(graph.IDIn)[0]))
		p.add(")")
	}}
	if h.Along != nil {
		conditions = append(conditions, func() { p.within(run, l+"."+edgeColumn(h.Relation.Wide), l+".key") })
	}
	if h.Edge != nil {
		conditions = append(conditions, func() { p.test(h.Edge, row{link: l}) })
	}
	return conditions
}
