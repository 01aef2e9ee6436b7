package sqlite

import "claimgraph/graph"

// find writes the query for the handles of the rows on the page.
func (p *page) find() {
	if p.relation != nil {
		p.findLinks()
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
	switch {
	case driver != nil:
		p.driven(driver, p.hop, far)
	case p.most > 0:
		p.add("(SELECT * FROM ")
		p.inOrder(far)
		p.filter(p.conditionsOf(nil, keys))
		p.sortedUpTo(keys, p.most)
		p.add(") ", far.alias)
		p.filter(p.belonging(p.hop, "", far, fits))
		p.upTo(keys)
		return
	default:
		p.inOrder(far)
	}
	p.filter(p.conditionsOf(p.belonging(p.hop, "", far, fits), keys))
	p.upTo(keys)
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
