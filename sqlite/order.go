package sqlite

import (
	"strings"

	"claimgraph/graph"
)

// onLink stands for the order that the links themselves are in: by the near
// node's own key seen from the far end, as in the record seen from the near
// one. An index of the links runs in it.
var onLink = &graph.Column{Name: "order of the links"}

// order is what the rows of a page are sorted by before the id, in the
// direction of paging.
func (p *page) order() []graph.Order {
	orders := p.chosen()
	if !p.query.Backward {
		return orders
	}
	flipped := make([]graph.Order, len(orders))
	for i, o := range orders {
		flipped[i] = o.Flip()
	}
	return flipped
}

func (p *page) chosen() []graph.Order {
	asked := p.query.Order
	switch {
	case p.relation != nil && !p.in && (p.branch.Query == nil || p.end.family == nil):
		return []graph.Order{{Column: onLink}}
	case p.relation != nil && p.in:
		own := p.relation.NearOrder(graph.KindNamed(p.end.kinds[0]).Family)
		if len(asked) == 0 {
			return []graph.Order{{Column: onLink, Desc: own.Desc}}
		}
		if len(asked) == 1 && asked[0].Column == own.Column {
			return []graph.Order{{Column: onLink, Desc: asked[0].Desc}}
		}
	case len(asked) == 0:
		return []graph.Order{p.end.family.Order}
	}
	return asked
}

// sortKey is one key of an order as an expression.
type sortKey struct {
	expression string
	desc       bool
}

func (k sortKey) String() string {
	if k.desc {
		return k.expression + " DESC"
	}
	return k.expression
}

// sorted is the whole order of rows found under the given names. The id decides
// ties, in the direction of the last key.
func (p *page) sorted(link string, far row) []sortKey {
	id := far.alias + ".id"
	var keys []sortKey
	for _, o := range p.keys {
		expression := far.alias + "." + nodeColumn(o.Column)
		switch {
		case o.Column == onLink && p.in:
			expression, id = link+".key", link+".id"
		case o.Column == onLink: // no two have the same place in the record
			expression, id = link+".ord", link+".dst"
		case familyOf[o.Column] != p.end.family:
			p.fail("a list of %v cannot be sorted by %s", p.end.kinds, o.Column.Name)
		}
		keys = append(keys, sortKey{expression, o.Desc})
	}
	return append(keys, sortKey{id, keys[len(keys)-1].desc})
}

func expressions(keys []sortKey) string {
	all := make([]string, len(keys))
	for i, k := range keys {
		all[i] = k.expression
	}
	return strings.Join(all, ", ")
}

// upTo sorts and stops one row beyond the page.
func (p *page) upTo(keys []sortKey) { p.sortedUpTo(keys, p.query.Limit+1) }

func (p *page) sortedUpTo(keys []sortKey, most int) {
	all := make([]string, len(keys))
	for i, k := range keys {
		all[i] = k.String()
	}
	p.add(" ORDER BY ", strings.Join(all, ", "), " LIMIT ")
	p.value(most)
}

// beyond tests that a row comes after the one whose keys are given. The bound on
// the first key alone says nothing new; it is what an index can begin at.
func (p *page) beyond(keys []sortKey, after []string) {
	k, sign := keys[0].expression, " >"
	if keys[0].desc {
		sign = " <"
	}
	if len(keys) == 1 {
		p.bound(k, sign, after[0])
		return
	}
	p.bound(k, sign+"=", after[0])
	p.add(" AND (")
	p.bound(k, sign, after[0])
	p.add(" OR (")
	p.beyond(keys[1:], after[1:])
	p.add("))")
}

func (p *page) bound(expression, sign, value string) {
	p.add(expression, sign, " ")
	p.value(value)
}
