package sqlite

import "claimgraph/graph"

// setOfStretch looks up all that stand in the stretches.
func (t *text) setOfStretch(s graph.Stretch) {
	parts := make([]func(), len(s.Runs))
	for i, run := range s.Runs {
		parts[i] = func() {
			f := t.name("f")
			t.add("SELECT ", f, ".num AS num FROM ")
			t.alongRun(s, run, f)
		}
	}
	t.each(" UNION ALL ", parts...)
}

// alongRun writes one stretch as a table, by its index, and where it begins and ends.
func (t *text) alongRun(s graph.Stretch, run graph.Run, f string) {
	table, key := familyTable(familyOf[s.Key]), f+"."+nodeColumn(s.Key)
	t.add(table, " ", f, " INDEXED BY ", indexName(table, s.Wide.Name), " WHERE ", f, ".", nodeColumn(s.Wide), " = ")
	t.value(run.Wide)
	t.add(" AND ", key, " >= ")
	t.value(run.From)
	t.add(" AND ", key, " < ")
	t.value(run.To)
}

// stretch is where the rows of the page stand, if that is in the order asked for.
func (p *page) stretch() (graph.Stretch, bool) {
	for _, test := range conjuncts(p.query.Where) {
		if s, ok := test.(graph.Stretch); ok && len(p.keys) == 1 && p.keys[0].Column == s.Key {
			return s, true
		}
	}
	return graph.Stretch{}, false
}

// findAlong runs through the stretches, each in its order up to a page.
func (p *page) findAlong(s graph.Stretch) {
	key, desc := nodeColumn(s.Key), ""
	if p.keys[0].Desc {
		desc = " DESC"
	}
	p.add("SELECT num FROM (")
	parts := make([]func(), len(s.Runs))
	for i, run := range s.Runs {
		parts[i] = func() {
			f := p.name("f")
			far := row{num: f + ".num", family: p.end.family, alias: f}
			keys := p.sorted("", far)
			p.add("SELECT * FROM (SELECT ", f, ".num, ", expressions(keys), " FROM ")
			p.alongRun(s, run, f)
			for _, condition := range p.conditionsOf(p.belonging(p.hop, "", far, p.query.Where), keys) {
				p.add(" AND ")
				condition()
			}
			p.upTo(keys)
			p.add(")")
		}
	}
	p.each(" UNION ALL ", parts...)
	p.add(")")
	p.upTo([]sortKey{{key, desc != ""}, {"id", desc != ""}})
}
