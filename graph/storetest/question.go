package storetest

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"

	"claimgraph/graph"
)

// question is a list of the API, asked of a store as the API asks it, and of
// the naive evaluation.
type question struct {
	field   string    // "Claim.responses", or a root field: "claims"
	way     graph.Way // what the field is
	parents []graph.ID
	filter  any
	order   []graph.Order
	atlas   graph.AtNeed // the store's
}

// everything is the largest page, beyond any test world.
const everything = 1000

// fieldNamed is the way a field of the API leads.
func fieldNamed(name string) graph.Way {
	if w, ok := graph.Roots[name]; ok {
		return w
	}
	return graph.Fields[name]
}

// ask is a question of a field, under every node that has it.
func (k *known) ask(field string, filter any) question {
	q := question{field: field, filter: filter}
	q.way = fieldNamed(field)
	if q.way.Kinds == nil {
		q.way.Kinds = q.way.Relation.From
	}
	q.parents = []graph.ID{""}
	if label, _, ok := strings.Cut(field, "."); ok {
		q.parents = nil
		for _, n := range k.of() {
			if graph.KindNamed(n.Head().ID.Kind()).Label == label {
				q.parents = append(q.parents, n.Head().ID)
			}
		}
	}
	return q
}

// row is a line of an answer.
type row struct {
	id      graph.ID
	certain bool
}

// answer is what a list holds under one parent, possible matches and all.
type answer struct {
	rows []row
}

// only are the certain rows.
func (a answer) only() []row {
	return slices.DeleteFunc(slices.Clone(a.rows), func(r row) bool { return !r.certain })
}

// naively gives the answers that must come out, by parent.
func (q question) naively(k *known) map[graph.ID]answer {
	answers := map[graph.ID]answer{}
	for _, parent := range q.parents {
		var a answer
		for _, n := range q.sorted(k.of(q.way.Kinds...)) {
			v := k.judge(q.way.Filter, q.filter, n)
			if parent != "" {
				_, field, _ := strings.Cut(q.field, ".")
				link, ok := k.reaches(field, k.nodes[parent], n)
				if !ok {
					panic("the naive evaluation does not know " + q.field)
				}
				v = min(v, link)
			}
			if v != no {
				a.rows = append(a.rows, row{n.Head().ID, v == yes})
			}
		}
		answers[parent] = a
	}
	return answers
}

// sorted puts nodes into the question's order.
func (q question) sorted(nodes []graph.Node) []graph.Node {
	cursor := graph.Cursor{Order: q.order, Relation: q.way.Relation, Kinds: q.way.Kinds}
	slices.SortFunc(nodes, func(a, b graph.Node) int {
		x, y, order := keysOf(cursor, a), keysOf(cursor, b), cursor.Orders(a.Head().ID.Kind())
		for i, o := range append(order, order[len(order)-1]) { // the id goes with the last key
			if c := cmp.Compare(x[i], y[i]); c != 0 {
				return directed(c, o)
			}
		}
		return 0
	})
	return nodes
}

func directed(c int, o graph.Order) int {
	if o.Desc {
		return -c
	}
	return c
}

// keysOf is where a row stands in its list.
func keysOf(c graph.Cursor, n graph.Node) []string {
	var keys []string
	for _, o := range c.Orders(n.Head().ID.Kind()) {
		keys = append(keys, graph.SortKey(o, n))
	}
	return append(keys, string(n.Head().ID))
}

func (q question) String() string {
	filter, err := json.Marshal(q.filter)
	if err != nil {
		return err.Error()
	}
	return fmt.Sprintf("%s(filter: %s)", q.field, filter)
}

// of is the question as one asks it of a store: boxes and circles are tested
// on the points that the store tells.
func (q question) of(ctx context.Context, s graph.Store) question {
	q.atlas = sync.OnceValues(func() (*graph.Atlas, error) { return graph.ReadAtlas(ctx, s) })
	return q
}

// belongs is what belongs to the list in a mode, as the API's planner makes it.
func (q question) belongs(mode graph.Certainty) (graph.Count, error) {
	c := q.way.Links(mode)
	where, err := graph.Lower(q.way.Filter, q.filter, mode, graph.DefaultBounds(), q.atlas)
	switch {
	case c.Where == nil:
		c.Where = where
	case where != nil:
		c.Where = graph.All{c.Where, where}
	}
	return c, err
}

// match is the test of which rows of a possible answer are certain.
func (q question) match() (graph.Pred, error) {
	c, err := q.belongs(graph.Certain)
	if err != nil || q.way.Reach == nil || c.Relation == nil {
		return c.Where, err
	}
	linked := graph.Pred(graph.Has{Relation: c.Relation, In: !c.In, Edge: c.Edge, Far: graph.Parent{}})
	if c.Where == nil {
		return linked, nil
	}
	return graph.All{linked, c.Where}, nil
}

// fetch is the question as the planner puts it to a store.
func (q question) fetch(mode graph.Certainty) (graph.Fetch, error) {
	own, err := q.belongs(mode)
	if err != nil {
		return graph.Fetch{}, err
	}
	page := &graph.Query{Kinds: q.way.Kinds, Where: own.Where, Order: q.order, Limit: everything}
	for _, m := range []graph.Certainty{graph.Certain, graph.Possible} {
		c, err := q.belongs(m)
		if err != nil {
			return graph.Fetch{}, err
		}
		page.Counts = append(page.Counts, c)
	}
	if mode == graph.Possible {
		if page.Match, err = q.match(); err != nil {
			return graph.Fetch{}, err
		}
	}
	if len(q.parents) == 1 && q.parents[0] == "" {
		return graph.Fetch{Query: page}, nil
	}
	branch := &graph.Branch{Number: 1, Relation: own.Relation, In: own.In, Edge: own.Edge, Query: page}
	return graph.Fetch{IDs: q.parents, Then: []*graph.Branch{branch}}, nil
}

// put asks a store in both modes and says how its answer differs from the naive
// one; "" where it does not. An error is a question that could not be asked.
func (q question) put(ctx context.Context, s graph.Store, k *known) (string, error) {
	want := q.naively(k)
	q = q.of(ctx, s)
	for _, mode := range []graph.Certainty{graph.Possible, graph.Certain} {
		f, err := q.fetch(mode)
		if err != nil {
			return "", err
		}
		tree, err := s.Fetch(ctx, f)
		if err != nil {
			return fmt.Sprintf("%s, certainty %s: %v", q, mode, err), nil
		}
		for _, parent := range q.parents {
			if wrong := differs(want[parent], rowsOf(tree, f, parent), mode); wrong != "" {
				return fmt.Sprintf("%s, certainty %s, under %q:\n%s", q, mode, parent, wrong), nil
			}
		}
	}
	return "", nil
}
