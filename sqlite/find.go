package sqlite

import "claimgraph/graph"

// few is up to how many nodes are looked up and sorted rather than met on a walk
// through the list in its order. Looking up costs their number; the walk costs
// the length of the list divided by it.
const few = "2000"

// find writes the query for the handles of the rows on the page.
func (p *page) find() {
	if p.relation != nil {
		p.findLinks()
		return
	}
	driver, rest := split(p.query.Where)
	switch {
	case driver == nil:
		p.findNodes(nil, p.query.Where, nil)
	case graph.SpeaksOfParent(driver):
		p.findNodes(driver, rest, nil)
	default:
		p.add("SELECT * FROM (")
		p.findNodes(driver, rest, func() { p.number(driver, " < ") })
		p.add(") UNION ALL SELECT * FROM (")
		p.findNodes(nil, p.query.Where, func() { p.number(driver, " >= ") })
		p.add(")")
	}
}

// number tests whether a set is small; it counts no further than it must.
func (p *page) number(set graph.Pred, sign string) {
	p.add("(SELECT count(*) FROM (SELECT 1 FROM ")
	p.driver(set, "")
	p.add(" LIMIT ", few, "))", sign, few)
}

// findNodes runs through a family, or through the set that drives.
func (p *page) findNodes(driver, fits graph.Pred, when func()) {
	far := p.naming("", p.name("f"), true)
	keys := p.sorted("", far)
	p.add("SELECT ", far.num, " FROM ")
	p.driven(driver, p.hop, far)
	p.where(when, p.belonging(p.hop, "", far, fits), keys)
	p.upTo(keys)
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
	p.where(nil, p.belonging(p.hop, l, far, p.query.Where), keys)
	if several {
		p.add(" GROUP BY ", expressions(keys))
	}
	p.upTo(keys)
}

// where writes the conditions of an inner query, and where the page begins.
func (p *page) where(when func(), conditions []func(), keys []sortKey) {
	if when != nil {
		conditions = append([]func(){when}, conditions...)
	}
	if after := p.query.After; after != nil {
		if len(after) != len(keys) {
			p.fail("a page begins after %d keys, its order has %d", len(after), len(keys))
			return
		}
		conditions = append(conditions, func() { p.beyond(keys, after) })
	}
	p.filter(conditions)
}
