package neo4j

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"claimgraph/graph"
)

// batch bounds how many rows one statement carries.
const batch = 5000

// Put writes the nodes, all of them before any link: they may link to each other.
func (t *tx) Put(ctx context.Context, rows []graph.Row) error {
	for _, k := range graph.Kinds {
		of := ofKind(k, rows)
		for part := range slices.Chunk(of, batch) {
			if err := t.nodes(ctx, k, part); err != nil {
				return err
			}
		}
	}
	for _, r := range graph.Relations {
		within, across := arcsOf(r, rows)
		for part := range slices.Chunk(within, batch) {
			if err := t.links(ctx, r, part, "WITH a, n, n AS m"); err != nil {
				return err
			}
		}
		for part := range slices.Chunk(across, batch) {
			if err := t.links(ctx, r, part, "MATCH (m:"+nodeLabel+" {"+idOf+": a[1]})"); err != nil {
				return err
			}
		}
	}
	t.put += len(rows)
	return nil
}

// ofKind are the rows of a kind by id, so that locks are always taken in one order.
func ofKind(k *graph.Kind, rows []graph.Row) []graph.Row {
	of := slices.DeleteFunc(slices.Clone(rows), func(r graph.Row) bool { return r.Kind != k })
	slices.SortFunc(of, func(a, b graph.Row) int { return strings.Compare(string(a.ID), string(b.ID)) })
	return of
}

// nodes writes nodes of one kind. Those that this transaction has come by take
// the place of what there was, and the links that were theirs go; the others are
// new, as the server itself makes sure of.
func (t *tx) nodes(ctx context.Context, k *graph.Kind, rows []graph.Row) error {
	var old []string
	var changed, added []map[string]any
	for _, r := range rows {
		if t.seen[r.ID] {
			old, changed = append(old, string(r.ID)), append(changed, properties(r))
		} else {
			added = append(added, properties(r))
		}
		t.seen[r.ID] = true
	}
	is := nodeLabel + ":" + quoted(k.Family.Label) + ":" + quoted(k.Label)
	if len(added) > 0 {
		if err := t.exec(ctx, "UNWIND $rows AS row CREATE (n:"+is+") SET n = row", map[string]any{"rows": added}); err != nil {
			return err
		}
	}
	if len(changed) == 0 {
		return nil
	}
	if err := t.exec(ctx, "UNWIND $rows AS row MERGE (n:"+nodeLabel+" {"+idOf+": row."+idOf+"}) SET n = row, n:"+is, map[string]any{"rows": changed}); err != nil {
		return err
	}
	return t.exec(ctx, "UNWIND $ids AS id MATCH (:"+nodeLabel+" {"+idOf+": id})-[r:"+typesFrom(k)+"]->() DELETE r", map[string]any{"ids": old})
}

func typesFrom(k *graph.Kind) string {
	var types []string
	for _, r := range graph.RelationsFrom(k.Name) {
		types = append(types, quoted(r.Name))
	}
	return strings.Join(types, "|")
}

func properties(r graph.Row) map[string]any {
	p := map[string]any{
		idOf: string(r.ID), docOf: string(r.Doc), recordedOf: graph.RecordedKey(r.Recorded), byOf: r.By,
		searchNamesOf: r.Searched.Names, searchDateOf: r.Searched.Date,
	}
	if r.Searched.Words != "" {
		p[searchWordsOf] = r.Searched.Words
	}
	if r.View != nil {
		p[viewOf] = string(r.View)
	}
	if r.Index != nil {
		p[indexOf] = string(r.Index)
	}
	for i, c := range r.Kind.Family.Columns {
		p[c.Name] = r.Values[i]
	}
	return p
}

// arcsOf are the links of one relation that rows have, as the statement wants
// them: from, to, and what stands on the link. Those from a node to itself, which
// hold what is derived of it alone, need no far end looked up.
func arcsOf(r *graph.Relation, rows []graph.Row) (within, across [][]any) {
	for _, row := range rows {
		i := slices.Index(graph.RelationsFrom(row.Kind.Name), r)
		if i < 0 {
			continue
		}
		for ord, arc := range row.Links[i] {
			p := map[string]any{idOf: string(row.ID), keyOf: row.Keys[i], ordOf: ord}
			if r.Listed {
				p[farOf] = string(arc.To)
			}
			for j, c := range r.Edge {
				p[c.Name] = arc.Values[j]
			}
			link := []any{string(row.ID), string(arc.To), p}
			if arc.To == row.ID {
				within = append(within, link)
			} else {
				across = append(across, link)
			}
		}
	}
	return within, across
}

// links writes links of one relation to far ends found so. One whose far end is
// missing would be dropped without a word, so they are counted.
func (t *tx) links(ctx context.Context, r *graph.Relation, arcs [][]any, far string) error {
	row, err := t.ask(ctx, "UNWIND $arcs AS a MATCH (n:"+nodeLabel+" {"+idOf+": a[0]}) "+far+
		" CREATE (n)-[r:"+quoted(r.Name)+"]->(m) SET r = a[2] RETURN count(*)", map[string]any{"arcs": arcs})
	if err != nil {
		return err
	}
	if written, _ := row.Values[0].(int64); int(written) != len(arcs) {
		return fmt.Errorf("%d of %d links %s lead to nodes the store does not have", len(arcs)-int(written), len(arcs), r.Name)
	}
	return nil
}
