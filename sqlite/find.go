package sqlite

import "claimgraph/graph"

// find writes the query for the handles of the rows on the page.
func (p *page) find() {
	if p.relation != nil {
		p.findLinks()
		return
	}
	if p.along != nil {
		p.findLined(*p.along)
		return
	}
	driver, rest := p.split(p.query.Where)
	if driver != nil && !p.walked {
		p.findNodes(driver, rest)
	} else if s, ok := p.stretch(); ok {
		p.findAlong(s)
	} else {
		p.findNodes(nil, p.query.Where)
	}
}

// findNodes runs through a family in its order, or through the set that drives.
func (p *page) findNodes(driver, fits graph.Pred) {
	far := p.naming("", p.name("f"), true)
	keys := p.sorted("", far)
	p.add("SELECT ", far.num, " FROM ")
	if driver != nil {
		p.driven(driver, p.hop, far)
	} else {
		p.inOrder(far)
	}
	p.filter(p.conditionsOf(p.belonging(p.hop, "", far, fits), keys))
	p.upTo(keys)
}

// stroll writes a query for how many rows of the page are met among the first so
// many of the list, or of the links along which it is walked.
func (p *page) stroll(most int) {
	p.add("SELECT count(*) FROM (SELECT 1 FROM (SELECT ")
	if p.along != nil {
		l := p.name("l")
		keys := []sortKey{{l + ".key", p.keys[0].Desc}, {l + ".id", p.keys[0].Desc}}
		p.add(l, ".src AS num FROM ", linkTable(p.along.Relation), " ", l, " INDEXED BY ", indexName(linkTable(p.along.Relation), "in"))
		p.filter(p.conditionsOf(p.linedUp(graph.Has{Relation: p.along.Relation, Far: p.along.Far, Edge: p.along.Edge}, graph.Run{}, l), keys))
		p.sortedUpTo(keys, most)
	} else {
		f := p.name("f")
		far := row{num: f + ".num", family: p.end.family, alias: f}
		keys := p.sorted("", far)
		p.add(f, ".num AS num FROM ")
		p.inOrder(far)
		p.filter(p.conditionsOf(nil, keys))
		p.sortedUpTo(keys, most)
	}
	w := p.name("w")
	far := row{num: w + ".num", family: p.end.family, alias: p.name("f")}
	p.add(") ", w)
	p.joinRow(far)
	p.filter(p.belonging(p.hop, "", far, p.query.Where))
	p.add(" LIMIT ")
	p.value(p.query.Limit + 1)
	p.add(")")
}

// inOrder writes the family as a table that is met in the order of the page.
func (p *page) inOrder(far row) {
	table := familyTable(far.family)
	p.add(table, " ", far.alias, " INDEXED BY ", indexName(table, p.keys[0].Column.Name))
}

// findLinks runs through the links of the parent. A relation whose links say
// something can have several to one node, which is one row.
func (p *page) findLinks() {
	l, several := p.name("k"), p.several()
	far := p.naming(l, p.name("f"), p.end.joins || p.keys[0].Column != onLink || speaksOf(p.query.Where, p.end))
	keys := p.sorted(l, far)
	if several {
		p.add("SELECT min(", l, ".rowid) FROM ")
	} else {
		p.add("SELECT ", l, ".rowid FROM ")
	}
	p.source(p.hop, l, far)
	p.filter(p.conditionsOf(p.belonging(p.hop, l, far, p.query.Where), keys))
	if several {
		p.add(" GROUP BY ", expressions(keys))
	}
	p.upTo(keys)
}

// conditionsOf are those of an inner query, and where the page begins.
func (p *page) conditionsOf(conditions []func(), keys []sortKey) []func() {
	after := p.query.After
	if after != nil && len(after) != len(keys) {
		p.fail("a page begins after %d keys, its order has %d", len(after), len(keys))
		return nil
	}
	if after != nil {
		conditions = append(conditions, func() { p.beyond(keys, after) })
	}
	return conditions
}
