package sqlite

import (
	"slices"

	"claimgraph/graph"
)

// end is what stands at the far end of a relation.
type end struct {
	kinds  []graph.NodeKind
	family *graph.Family // of all of them, if it is one
	joins  bool          // only the family's row tells that a node is of these kinds
	narrow bool          // there can be others, of the same family, and these must be told apart
	told   bool          // there can be others, and the id on the link tells which these are
}

func farEnd(r *graph.Relation, in bool, kinds []graph.NodeKind) end {
	if !in {
		return endOf(r.To, kinds)
	}
	e := endOf(r.From, kinds)
	e.joins, e.narrow, e.told = false, false, len(e.kinds) < len(r.From)
	return e
}

// endOf is the end of those among the possible kinds that are wanted.
func endOf(possible, wanted []graph.NodeKind) end {
	e := end{kinds: both(possible, wanted)}
	e.family = onlyFamily(e.kinds)
	e.narrow = slices.ContainsFunc(possible, func(k graph.NodeKind) bool {
		return !slices.Contains(e.kinds, k) && (e.family == nil || e.family == graph.KindNamed(k).Family)
	})
	e.joins = e.narrow || onlyFamily(possible) == nil
	return e
}

// familyEnd is the end of a list that no relation leads to.
func familyEnd(kinds []graph.NodeKind) end {
	if f := onlyFamily(kinds); f != nil {
		return endOf(kindsOf(f), kinds)
	}
	return end{}
}

// ends are the near and the far end of a link as columns.
func ends(link string, in bool) (near, far string) {
	if in {
		return link + ".dst", link + ".src"
	}
	return link + ".src", link + ".dst"
}

// join joins the row of a node's family where a test will speak of it.
func (t *text) join(e end, num string, needed bool) row {
	if e.family == nil || !needed && !e.joins {
		return row{num: num}
	}
	r := row{num: num, family: e.family, alias: t.name("f")}
	t.joinRow(r)
	return r
}

func (t *text) joinRow(r row) {
	if r.family != nil {
		t.add(" CROSS JOIN ", familyTable(r.family), " ", r.alias, " ON ", r.alias, ".num = ", r.num)
	}
}

func (t *text) ofKind(kinds []graph.NodeKind, r row) {
	if r.family != nil {
		t.among(r.alias+"."+nodeColumn(r.family.Column("node_kind")), kinds)
		return
	}
	x := t.name("x")
	t.add("EXISTS (SELECT 1 FROM node ", x, " WHERE ", x, ".num = ", r.num, " AND ")
	t.among(x+".kind", kinds)
	t.add(")")
}

// ofPrefix tests the near node of a link by its id, which stands on the link.
func (t *text) ofPrefix(kinds []graph.NodeKind, link string) {
	parts := make([]func(), len(kinds))
	for i, k := range kinds {
		prefix := graph.KindNamed(k).Prefix
		parts[i] = func() { t.add(link, ".id >= '", prefix, ":' AND ", link, ".id < '", prefix, ";'") } // ; comes after :
	}
	t.add("(")
	t.each(" OR ", parts...)
	t.add(")")
}

// speaksOf tells whether a test asks for columns that stand in the row of the family.
func speaksOf(p graph.Pred, e end) bool {
	asks := func(p graph.Pred) bool { return speaksOf(p, e) }
	switch p := p.(type) {
	case graph.All:
		return slices.ContainsFunc(p, asks)
	case graph.Any:
		return slices.ContainsFunc(p, asks)
	case graph.Not:
		return speaksOf(p.Pred, e)
	case graph.Cmp:
		return p.Column.Shape != graph.Words && familyOf[p.Column] == e.family
	}
	return false
}
