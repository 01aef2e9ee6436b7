package neo4j

import (
	"strings"

	"claimgraph/graph"
)

// onLink stands for the order the relationships themselves are in: by the near
// node's key, seen from the far end. It is read without looking at the nodes.
var onLink = &graph.Column{Name: keyOf}

// inRecord stands for the order of the record that the links are written in.
var inRecord = &graph.Column{Name: ordOf}

// order is what the rows of a list are sorted by before the id, in the
// direction of paging.
func (l *list) order() []graph.Order {
	keys := l.chosen()
	if !l.query.Backward {
		return keys
	}
	flipped := make([]graph.Order, len(keys))
	for i, k := range keys {
		flipped[i] = k.Flip()
	}
	return flipped
}

func (l *list) chosen() []graph.Order {
	asked := l.query.Order
	if len(asked) == 0 {
		switch {
		case l.in && l.branch.Relation != nil:
			return []graph.Order{{Column: onLink, Desc: l.near().Desc}}
		case l.family() != nil:
			asked = []graph.Order{l.family().Order}
		case l.relation != nil:
			return []graph.Order{{Column: inRecord}}
		default:
			l.fail("a list of %v has no order of its own", l.end.kinds)
			return []graph.Order{{Column: onLink}}
		}
	}
	if l.in && len(asked) == 1 && asked[0].Column == l.near().Column {
		return []graph.Order{{Column: onLink, Desc: asked[0].Desc}}
	}
	return asked
}

// near is the order that the links' keys are of.
func (l *list) near() graph.Order {
	return l.relation.NearOrder(graph.KindNamed(l.end.kinds[0]).Family)
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

// sorted is the whole order. The id decides ties, in the direction of the last key.
func (l *list) sorted() []sortKey {
	id := l.node + "." + idOf
	var keys []sortKey
	for _, o := range l.order() {
		expression := property(l.node, o.Column)
		switch {
		case o.Column == onLink:
			expression, id = l.link+"."+keyOf, l.link+"."+idOf
		case o.Column == inRecord:
			expression = l.link + "." + ordOf
		case familyOf[o.Column] != l.family():
			l.fail("a list of %v cannot be sorted by %s", l.end.kinds, o.Column.Name)
		}
		keys = append(keys, sortKey{expression, o.Desc})
	}
	return append(keys, sortKey{id, keys[len(keys)-1].desc})
}

func listed(keys []sortKey) string {
	all := make([]string, len(keys))
	for i, k := range keys {
		all[i] = k.String()
	}
	return strings.Join(all, ", ")
}

// beyond tests that a row comes after the one whose keys are given. The bound on
// the first key alone says nothing new; it is where an index can begin.
func (l *list) beyond(keys []sortKey, after []string) string {
	k, sign := keys[0].expression, " > "
	if keys[0].desc {
		sign = " < "
	}
	value := l.value(after[0])
	if len(keys) == 1 {
		return k + sign + value
	}
	or := strings.TrimSpace(sign) + "= "
	return k + " " + or + value + " AND (" + k + sign + value + " OR (" + l.beyond(keys[1:], after[1:]) + "))"
}
