package sqlite

import (
	"context"
	"database/sql"
	"slices"

	"claimgraph/graph"
)

// Arcs gives the links of nodes along some tracks, by one statement.
func (s *Store) Arcs(ctx context.Context, of []graph.ID, along []graph.Track, most int) ([]graph.Step, error) {
	a := newArcs(of, along, most)
	if len(a.sides) == 0 {
		return nil, nil
	}
	var found []graph.Step
	err := s.read.use(ctx, func(c *connection) error {
		return c.query(ctx, a.String(), a.values(), func(rows *sql.Rows) error {
			var side int
			var at, far string
			if err := rows.Scan(&side, &at, &far); err != nil {
				return err
			}
			found = append(found, graph.Step{At: graph.ID(at), Far: graph.ID(far), Relation: a.sides[side].Relation, In: a.sides[side].in})
			return nil
		})
	})
	return found, translated(err)
}

// arcs is a statement for links: a query for each side from which they are met,
// which stops at the limit under each node.
type arcs struct {
	text
	sides []side
	most  int
}

// side is one end of a track.
type side struct {
	graph.Track
	in bool
}

func newArcs(of []graph.ID, along []graph.Track, most int) *arcs {
	a := &arcs{most: most}
	for _, track := range along {
		a.side(side{track, false}, ofKinds(track.Near(), of))
		a.side(side{track, true}, ofKinds(track.Relation.To, of))
	}
	return a
}

// side adds a query for the links of some nodes. The id on a link is that of the
// node where it begins.
func (a *arcs) side(s side, of []graph.ID) {
	if len(of) == 0 {
		return
	}
	if len(a.sides) > 0 {
		a.add(" UNION ALL ")
	}
	a.sides = append(a.sides, s)
	near, far := ends("k", s.in)
	a.add("SELECT ")
	a.value(len(a.sides) - 1)
	a.add(", n.id, ")
	if s.in {
		a.add("l.id")
	} else {
		a.add("m.id")
	}
	a.add(" FROM ")
	a.list(of)
	a.add(" p CROSS JOIN node n ON n.id = p.value CROSS JOIN ", linkTable(s.Relation), " l ON l.rowid IN (SELECT k.rowid FROM ", linkTable(s.Relation), " k WHERE ", near, " = n.num")
	if s.in && s.narrow() {
		a.add(" AND EXISTS (SELECT 1 FROM node f WHERE f.num = ", far, " AND ")
		a.among("f.kind", s.From)
		a.add(")")
	}
	a.add(" LIMIT ")
	a.value(a.most)
	a.add(")")
	if !s.in {
		a.add(" CROSS JOIN node m ON m.num = l.dst")
	}
}

// narrow tells whether the relation has links from nodes that are not wanted.
func (s side) narrow() bool {
	return slices.ContainsFunc(s.Relation.From, func(k graph.NodeKind) bool { return !slices.Contains(s.Near(), k) })
}
