package neo4j

import (
	"fmt"
	"slices"
	"time"

	"claimgraph/graph"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// recordedForm is how graph.RecordedKey writes a moment.
const recordedForm = "2006-01-02T15:04:05.000000Z"

// tree reads the answer to the statement.
func (q *fetching) tree(answer *neo4j.Record) (*graph.Tree, error) {
	tree := graph.NewTree()
	documents := items(answer.Values[0])
	for _, row := range documents {
		if err := meet(tree, items(row)); err != nil {
			return nil, err
		}
	}
	if q.alone {
		q.treeOfOne(tree, documents, answer.Values[1:])
		return tree, nil
	}
	if len(answer.Values) != 1+len(q.pages) {
		return nil, fmt.Errorf("the answer has %d parts, not %d", len(answer.Values), 1+len(q.pages))
	}
	for i, p := range q.pages {
		for _, row := range items(answer.Values[1+i]) {
			p.fill(tree, items(row))
		}
	}
	return tree, nil
}

// treeOfOne is of one page, whose rows are the documents. The one row too many
// is a document as well.
func (q *fetching) treeOfOne(tree *graph.Tree, documents, match []any) {
	for _, p := range q.pages {
		ids := make([]any, len(documents))
		for i, row := range documents {
			ids[i] = items(row)[0]
		}
		row := []any{"", ids, nil, nil, nil, nil, nil}
		copy(row[2:], match)
		p.fill(tree, row)
		if beyond := p.branch.Query.Limit; len(ids) > beyond {
			delete(tree.Nodes, graph.ID(textOf(ids[beyond])))
		}
	}
}

func items(v any) []any {
	l, _ := v.([]any)
	return l
}

func textOf(v any) string {
	t, _ := v.(string)
	return t
}

// meet puts a node into the tree, as much of it as was read.
func meet(tree *graph.Tree, row []any) error {
	id := graph.ID(textOf(row[0]))
	number, _ := row[1].(int64)
	part := graph.Part(number)
	if part == graph.Bare {
		tree.Meet(graph.BareNode(id), part)
		return nil
	}
	recorded, err := time.Parse(recordedForm, textOf(row[3]))
	if err != nil {
		return fmt.Errorf("read %s: %w", id, err)
	}
	text := func(i int) []byte {
		if i >= len(row) {
			return nil
		}
		return []byte(textOf(row[i]))
	}
	n, err := graph.NodeOf(graph.Kept{ID: id, Doc: text(2), View: text(5), Index: text(6), Recorded: recorded, By: textOf(row[4])})
	if err != nil {
		return err
	}
	tree.Meet(n, part)
	return nil
}

// fill fills the page of one parent. A row too many tells that there are more.
func (p page) fill(tree *graph.Tree, row []any) {
	rows := tree.Page(p.branch.Number, graph.ID(textOf(row[0])))
	for _, id := range items(row[1]) {
		rows.IDs = append(rows.IDs, graph.ID(textOf(id)))
	}
	if q := p.branch.Query; q != nil && len(rows.IDs) > q.Limit {
		rows.IDs, rows.More = rows.IDs[:q.Limit], true
	}
	rows.Match = matches(items(row[2]), len(rows.IDs))
	for _, n := range items(row[3]) {
		count, _ := n.(int64)
		rows.Counts = append(rows.Counts, int(count))
	}
	rows.Told = append(rows.Told, heard(items(row[4]))...)
	rows.Grouped = append(rows.Grouped, groups(items(row[5]))...)
	q := p.branch.Query
	if q == nil {
		return
	}
	rows.Sums = append(rows.Sums, added(items(row[6]), q.Sums)...)
	if q.Backward {
		slices.Reverse(rows.IDs)
		slices.Reverse(rows.Match)
	}
}

// heard is what each of several tells found.
func heard(tells []any) [][]graph.Told {
	out := make([][]graph.Told, len(tells))
	for i, all := range tells {
		for _, one := range items(all) {
			said := items(one)
			out[i] = append(out[i], graph.Told{ID: graph.ID(textOf(said[0])), Value: textOf(said[1])})
		}
	}
	return out
}

// added is what each of several sums found. Of nothing the server finds no sum: what
// adds up below a node it groups by that node, and no rows make no group.
func added(found []any, sums []graph.Sum) [][]int64 {
	out := make([][]int64, len(found))
	for i, all := range found {
		out[i] = make([]int64, 1+len(sums[i].Columns))
		for j, n := range items(all) {
			out[i][j], _ = n.(int64)
		}
	}
	return out
}

// matches says which rows match for certain: all, where it was not asked.
func matches(certain []any, n int) []graph.Certainty {
	out := make([]graph.Certainty, n)
	for i := range out {
		out[i] = graph.Certain
		if i < len(certain) && certain[i] == false {
			out[i] = graph.Possible
		}
	}
	return out
}
