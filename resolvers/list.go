package resolvers

import (
	"slices"

	"claimgraph/graph"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

// asked is what a list's arguments ask for.
type asked struct {
	branch *graph.Branch
	cursor graph.Cursor
	ask    graph.Ask
	tolls  map[string]*tolling // by alias
	facets map[string]*faceting
	hits   bool // of a search, which hold what they are sorted by
}

// listOf reads the arguments of a connection.
func (p *plan) listOf(f graphql.CollectedField, known graph.Way, path []string) (asked, error) {
	a, err := p.readList(f, known)
	if err != nil {
		return asked{}, located(err, path)
	}
	return a, nil
}

func (p *plan) readList(f graphql.CollectedField, known graph.Way) (asked, error) {
	args := f.ArgumentMap(p.op.Variables)
	kinds := known.Kinds
	if kinds == nil {
		kinds = known.Relation.From
	}
	if f.Name == "citedBy" {
		if wanted := kindsArgument(args, kinds); len(wanted) > 0 {
			kinds = wanted
		} else { // no such kind cites sources
			known.Reach = func(graph.Certainty) (*graph.Relation, graph.Pred, graph.Pred) {
				return known.Relation, nil, graph.Any{}
			}
		}
	}
	cursor := graph.Cursor{Relation: known.Relation, Kinds: known.Kinds}
	var err error
	if cursor.Order, err = orderOf(args["orderBy"], kinds); err != nil {
		return asked{}, err
	}
	query := &graph.Query{Kinds: kinds, Order: cursor.Order}
	ask, err := pageOf(args, cursor.Read)
	if err != nil {
		return asked{}, err
	}
	query.Limit, query.Backward, query.After = ask.Limit, ask.Backward, ask.After
	m := matching{field: known, filter: args["filter"], bounds: p.bounds, atlas: p.atlas}
	mode := graph.Certain
	if args["certainty"] == string(graph.Possible) {
		mode = graph.Possible
	}
	rows, err := m.in(mode)
	if err != nil {
		return asked{}, err
	}
	query.Where = rows.Where
	branch := &graph.Branch{Relation: rows.Relation, In: known.In, Edge: rows.Edge, Query: query, Part: graph.Bare}
	a := asked{branch: branch, cursor: cursor, ask: ask, tolls: map[string]*tolling{}, facets: map[string]*faceting{}}
	err = p.extras(f, &m, mode, &a)
	return a, err
}

// extras adds what is computed only when selected: the rows themselves, counts,
// and which rows of a possible match are certain.
func (p *plan) extras(f graphql.CollectedField, m *matching, mode graph.Certainty, a *asked) error {
	query, ask := a.branch.Query, &a.ask
	ask.Total, ask.Possible = -1, -1
	count := func(mode graph.Certainty) (int, error) {
		c, err := m.in(mode)
		query.Counts = append(query.Counts, c)
		return len(query.Counts) - 1, err
	}
	var err error
	rows, info := false, false
	connection := f.Definition.Type.Name()
	for _, part := range graphql.CollectFields(p.op, f.Selections, []string{connection}) {
		switch {
		case part.Name == "nodes":
			rows = true
		case part.Name == "pageInfo":
			info = true
		case part.Name == "totalCount" && ask.Total < 0:
			ask.Total, err = count(mode)
		case part.Name == "possibleCount" && ask.Possible < 0:
			ask.Possible, err = count(graph.Possible)
		case part.Name == "edges":
			if rows = true; mode == graph.Possible && selects(part.Selections, "match") {
				query.Match, err = m.test(graph.Certain)
			}
		case part.Name == "toll":
			var asked *tolling
			if asked, err = p.tollOf(part.ArgumentMap(p.op.Variables)); err == nil {
				asked.of, err = count(mode)
				asked.ask(query)
				a.tolls[part.Alias] = asked
			}
			err = graph.Under(err, part.Alias)
		case part.Name == "facets":
			a.facets[part.Alias], err = p.facetsOf(part, m, mode, query)
		}
		if err != nil {
			return err
		}
	}
	switch {
	case !rows && !info: // counts alone
		query.Limit = 0
	case info && query.Limit == 0:
		query.Limit = 1
	}
	return nil
}

// selects tells whether a field is asked for anywhere in a selection; it may
// say yes where a directive skips it.
func selects(set ast.SelectionSet, name string) bool {
	return slices.ContainsFunc(set, func(s ast.Selection) bool {
		switch s := s.(type) {
		case *ast.Field:
			return s.Name == name
		case *ast.InlineFragment:
			return selects(s.SelectionSet, name)
		case *ast.FragmentSpread:
			return selects(s.Definition.SelectionSet, name)
		}
		return false
	})
}

// matching is what belongs to a list, in either mode.
type matching struct {
	field  graph.Way
	filter any
	bounds graph.Bounds
	atlas  graph.AtNeed
}

// in gives the links and the test of what belongs to the list in a mode.
func (m *matching) in(mode graph.Certainty) (graph.Count, error) {
	c := m.field.Links(mode)
	where, err := graph.Lower(m.field.Filter, m.filter, mode, m.bounds, m.atlas)
	if err != nil {
		return c, graph.Under(err, "filter")
	}
	switch {
	case c.Where == nil:
		c.Where = where
	case where != nil:
		c.Where = graph.All{c.Where, where}
	}
	return c, nil
}

// test is the same as one test of a node.
func (m *matching) test(mode graph.Certainty) (graph.Pred, error) {
	c, err := m.in(mode)
	if err != nil || m.field.Reach == nil {
		return c.Where, err
	}
	linked := graph.Pred(graph.Has{Relation: c.Relation, In: !c.In, Edge: c.Edge, Far: graph.Parent{}})
	if c.Relation == nil {
		return c.Where, nil
	}
	if c.Where == nil {
		return linked, nil
	}
	return graph.All{linked, c.Where}, nil
}

func kindsArgument(args map[string]any, possible []graph.NodeKind) []graph.NodeKind {
	given, ok := args["kinds"].([]any)
	if !ok {
		if one, isText := args["kinds"].(string); isText {
			given = []any{one}
		} else {
			return possible
		}
	}
	kinds := []graph.NodeKind{}
	for _, g := range given {
		if k := graph.NodeKind(g.(string)); slices.Contains(possible, k) && !slices.Contains(kinds, k) {
			kinds = append(kinds, k)
		}
	}
	return kinds
}

// orderOf reads an orderBy argument; nil is the default order.
func orderOf(v any, kinds []graph.NodeKind) ([]graph.Order, error) {
	var given []any
	switch v := v.(type) {
	case nil:
		return nil, nil
	case []any:
		given = v
	default:
		given = []any{v}
	}
	if len(given) == 0 {
		return nil, nil
	}
	family := graph.KindNamed(kinds[0]).Family
	var orders []graph.Order
	for _, g := range given {
		fields, _ := g.(map[string]any)
		by, _ := fields["by"].(string)
		order, ok := family.Orders[by]
		if !ok {
			return nil, graph.Under(graph.BadInput("there is no order by %q here", by), "orderBy")
		}
		if slices.ContainsFunc(orders, func(o graph.Order) bool { return o.Column == order.Column }) {
			return nil, graph.Under(graph.BadInput("%s stands twice in the order", by), "orderBy")
		}
		if order.Desc = fields["direction"] == string(graph.Desc); order.Desc && order.Down != nil {
			order.Column = order.Down
		}
		orders = append(orders, order)
	}
	return orders, nil
}

// pageOf reads first, after, last, before.
func pageOf(args map[string]any, read func(cursor string) ([]string, error)) (graph.Ask, error) {
	ask := graph.Ask{Limit: graph.DefaultPage}
	if args["first"] != nil && args["last"] != nil {
		return ask, graph.Under(graph.BadInput("first and last exclude each other: page forwards or backwards"), "last")
	}
	if args["after"] != nil && args["before"] != nil {
		return ask, graph.Under(graph.BadInput("after and before exclude each other: page forwards or backwards"), "before")
	}
	ask.Backward = args["last"] != nil || args["before"] != nil && args["first"] == nil
	size, at := "first", "after"
	if ask.Backward {
		size, at = "last", "before"
	}
	for _, pair := range [][2]string{{"first", "before"}, {"last", "after"}} {
		if args[pair[0]] != nil && args[pair[1]] != nil {
			return ask, graph.Under(graph.BadInput("%s goes with %s, not with %s", pair[0], map[string]string{"first": "after", "last": "before"}[pair[0]], pair[1]), pair[1])
		}
	}
	if v := args[size]; v != nil {
		n, err := graph.IntOf(v)
		if err != nil {
			return ask, graph.Under(err, size)
		}
		if n < 0 || n > graph.MaxPage {
			return ask, graph.Under(graph.BadInput("%s is from 0 to %d, not %d", size, graph.MaxPage, n), size)
		}
		ask.Limit = n
	}
	if text, ok := args[at].(string); ok {
		after, err := read(text)
		if err != nil {
			return ask, graph.Under(err, at)
		}
		ask.After = after
	}
	return ask, nil
}
