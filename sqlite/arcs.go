package sqlite

import (
	"context"
	"database/sql"
	"slices"
	"strings"

	"claimgraph/graph"
)

// Arcs gives what lies right around some nodes, by one statement.
func (s *Store) Arcs(ctx context.Context, l graph.Look) (*graph.Around, error) {
	found := &graph.Around{}
	if len(l.Of) == 0 {
		return found, nil
	}
	a := newArcs(l)
	err := s.read.use(ctx, func(c *connection) error {
		return c.query(ctx, a.String(), a.values(), func(rows *sql.Rows) error { return a.take(rows, found) })
	})
	if err != nil {
		return nil, translated(err)
	}
	return found, nil
}

// arcs is a statement for links: first which of the nodes there are, and are
// crossed; then a query for each side from which links are met.
type arcs struct {
	text
	graph.Look
	sides []side
}

// side is one end of a track.
type side struct {
	graph.Track
	in bool
}

// What the statement calls the nodes asked for, with their place in the list.
const around = "near"

// newArcs writes the statement. Where nodes are to be crossed, those to which
// too much leads are found by looking whether there is one link too many, and
// the rest is read in one go; else each side stops at the limit.
func newArcs(l graph.Look) *arcs {
	a := &arcs{Look: l}
	for _, track := range l.Along {
		a.side(side{track, false}, ofKinds(track.Near(), l.Of))
		a.side(side{track, true}, ofKinds(track.Relation.To, l.Of))
	}
	a.add("WITH ", around, " AS MATERIALIZED (SELECT p.key AS at, n.num, n.kind, ")
	a.crowded()
	a.add(" AS crowded FROM ")
	a.list(l.Of)
	a.add(" p CROSS JOIN node n ON n.id = p.value) SELECT -1, at, NULL, NULL, crowded, ")
	a.gone(around+".num", graph.KindsOf(l.Of))
	a.add(" FROM ", around)
	for i, s := range a.sides {
		a.add(" UNION ALL ")
		a.links(i, s)
	}
	return a
}

func (a *arcs) side(s side, of []graph.ID) {
	if len(of) > 0 && (s.in || s.Onward == nil) {
		a.sides = append(a.sides, s)
	}
}

// crowded tells whether too many links lead to a node along some track.
func (a *arcs) crowded() {
	var tests []func()
	for _, s := range a.sides {
		if a.Cross && s.in {
			tests = append(tests, func() {
				a.add("EXISTS (SELECT 1 FROM ", linkTable(s.Relation), " k WHERE k.dst = n.num")
				a.wanted(s, "k")
				a.add(" LIMIT 1 OFFSET ")
				a.value(a.Most)
				a.add(")")
			})
		}
	}
	if tests == nil {
		a.add("0")
		return
	}
	a.each(" OR ", tests...)
}

// wanted narrows links to those from nodes that the track follows.
func (a *arcs) wanted(s side, link string) {
	if s.Narrow() {
		a.add(" AND ")
		a.ofPrefix(s.Near(), link)
	}
}

// links writes the query for one side. The id on a link is that of the node
// where it begins.
func (a *arcs) links(i int, s side) {
	near, far := ends("l", s.in)
	via, id, over := "NULL", "m.id", far
	switch {
	case s.Onward != nil:
		via, far = "l.id", "o.dst"
	case s.in:
		id = "l.id"
	}
	a.add("SELECT ")
	a.value(i)
	a.add(", at, ", id, ", ", via, ", 0, ")
	if s.in {
		a.gone(over, s.Near())
	} else {
		a.gone(over, s.Relation.To)
	}
	a.add(" FROM ", around, " CROSS JOIN ", linkTable(s.Relation), " l ON ")
	if a.Cross && s.in {
		a.add(near, " = ", around, ".num")
		a.wanted(s, "l")
	} else {
		k, _ := ends("k", s.in)
		a.add("l.rowid IN (SELECT k.rowid FROM ", linkTable(s.Relation), " k WHERE ", k, " = ", around, ".num")
		if s.in {
			a.wanted(s, "k")
		}
		a.add(" LIMIT ")
		a.value(a.Most)
		a.add(")")
	}
	if s.Onward != nil {
		a.add(" CROSS JOIN ", linkTable(s.Onward), " o ON o.src = l.src")
	}
	if id == "m.id" {
		a.add(" CROSS JOIN node m ON m.num = ", far)
	}
	a.add(" WHERE NOT crowded AND ", around, ".kind IN (")
	possible := s.Near()
	if s.in {
		possible = s.Relation.To
	}
	a.add("'" + strings.Join(graph.Texts(both(possible, graph.KindsOf(a.Of))), "', '") + "')")
}

// gone tells of a node of some kinds whether it counts no more.
func (a *arcs) gone(num string, kinds []graph.NodeKind) {
	var tests []func()
	for _, f := range graph.Families {
		if f.Gone != nil && slices.ContainsFunc(kinds, func(k graph.NodeKind) bool { return graph.KindNamed(k).Family == f }) {
			tests = append(tests, func() {
				a.add("EXISTS (SELECT 1 FROM ", familyTable(f), " g WHERE g.num = ", num, " AND g.", nodeColumn(f.Gone), " = 1)")
			})
		}
	}
	if tests == nil {
		a.add("0")
		return
	}
	a.each(" OR ", tests...)
}

// take takes in one row.
func (a *arcs) take(rows *sql.Rows, found *graph.Around) error {
	var i, at int
	var far, via sql.NullString
	var crowded, gone bool
	if err := rows.Scan(&i, &at, &far, &via, &crowded, &gone); err != nil {
		return err
	}
	near := a.Of[at]
	switch {
	case i >= 0:
		s := a.sides[i]
		found.Steps = append(found.Steps, graph.Step{At: near, Far: graph.ID(far.String), Via: graph.ID(via.String), Relation: s.Relation, In: s.in, Gone: gone})
		return nil
	case crowded:
		found.Crowded = append(found.Crowded, near)
	}
	if !gone {
		found.There = append(found.There, near)
	}
	return nil
}
