package resolvers

import (
	"errors"
	"reflect"
	"slices"

	"claimgraph/graph"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

// A plan is the whole selection under one root field, turned into one Fetch.
// Resolvers find what was fetched again by their place in the response.
type plan struct {
	op     *graphql.OperationContext
	schema *ast.Schema
	fetch  graph.Fetch
	root   *spot
	bounds graph.Bounds    // of filters
	atlas  graph.AtNeed    // for filters that name boxes and circles
	count  int             // branches numbered so far
	chosen []*ones         // actors to be looked up beside the tree
	joints []joint         // totals whose joint figures are to be shown
	facets []*faceting     // whose buckets stand for nodes
	shelf  []*graph.Branch // what is asked of these
	once   bool            // it holds what is of this request alone
}

// spot is one place in the response: a field under a type. The same fragment
// spread twice, or one alias on several types, has its own spots.
type spot struct {
	under map[spotKey]*spot
	list  *list // where the field lists, or looks up, nodes by a branch
	drawn
}

type spotKey struct{ object, alias string }

// list is a branch of the tree as the API shows it.
type list struct {
	numbers []int // of the branches; 0: the root. A node met on several ways has several
	cursor  graph.Cursor
	ask     graph.Ask
}

// listing adds a branch to what a place in the response lists.
func (s *spot) listing(number int, asked asked) {
	if s.list == nil {
		s.list = &list{cursor: asked.cursor, ask: asked.ask}
	}
	s.list.numbers = append(s.list.numbers, number)
}

// rows are those listed under a parent.
func (l *list) rows(t *graph.Tree, parent graph.ID) *graph.Rows {
	for _, number := range l.numbers {
		if rows := t.Pages[number][parent]; rows != nil {
			return rows
		}
	}
	return nil
}

func (s *spot) at(object, alias string) *spot {
	key := spotKey{object, alias}
	if s.under[key] == nil {
		if s.under == nil {
			s.under = map[spotKey]*spot{}
		}
		s.under[key] = &spot{}
	}
	return s.under[key]
}

// owner is whose selection is walked: nodes of some kinds, reached by a branch.
type owner struct {
	kinds  []graph.NodeKind
	then   *[]*graph.Branch
	part   *graph.Part // how much of them is read; nil: all that is shown
	path   []string    // in the response, for errors
	cast   *cast       // inside a picture: where its nodes come from
	branch int         // the branch that leads to the nodes
}

// wants says that a part of the owner's nodes is asked for.
func (o owner) wants(part graph.Part) {
	if o.part != nil {
		*o.part = min(*o.part, part)
	}
}

// walk goes through a selection on an object of the given type. It goes on
// where an argument is wrong, so that all that are can be told at once.
func (p *plan) walk(selections ast.SelectionSet, objects []string, at *spot, o owner) error {
	var wrong []error
	for _, object := range objects {
		own := o
		k := kindNamed(object)
		if k != "" {
			own.kinds = []graph.NodeKind{k}
		}
		for _, field := range graphql.CollectFields(p.op, selections, p.satisfies(object)) {
			if k != "" {
				own.wants(graph.PartHolding(k, field.Name))
			}
			if len(field.Selections) == 0 || field.Definition == nil {
				continue
			}
			wrong = append(wrong, p.field(field, object, at, own))
		}
	}
	return errors.Join(wrong...)
}

// field plans one field of an object type.
func (p *plan) field(f graphql.CollectedField, object string, at *spot, o owner) error {
	here := at.at(object, f.Alias)
	o.path = append(slices.Clone(o.path), f.Alias)
	name := object + "." + f.Name
	if part := parts[name]; part != nil && o.cast != nil {
		return p.parts(f, part(o.cast), here, o)
	}
	if name == "OwnCount.attacks" && o.cast != nil {
		return p.countedAttacks(f, here, o)
	}
	if draw := pictures[name]; draw != nil {
		return p.picture(f, object, draw, here, o)
	}
	known, ok := graph.Fields[name]
	if !ok { // a value of the node's own
		return p.walk(f.Selections, p.objects(f.Definition.Type.Name(), nil), here, o)
	}
	if known.Orders {
		return p.connection(f, known, here, o)
	}
	branch := p.branch(o, &graph.Branch{Relation: known.Relation, In: known.In, Kinds: known.Kinds, Part: graph.Bare})
	here.listing(branch.Number, asked{})
	kinds := farKinds(known)
	far := owner{kinds: kinds, then: &branch.Then, part: &branch.Part, path: o.path}
	return p.walk(f.Selections, p.objects(f.Definition.Type.Name(), kinds), here, far)
}

// connection plans a paged list under a node.
func (p *plan) connection(f graphql.CollectedField, known graph.Way, here *spot, o owner) error {
	args := f.ArgumentMap(p.op.Variables)
	switch f.Name {
	case "affiliations":
		known.Relation = sideOf(args["direction"])
	case "attacks":
		if known.Relation == graph.AttributionOf {
			reach, err := graph.AttributedTo(args["policy"], args["includeAffiliates"])
			if err != nil {
				return located(err, o.path)
			}
			known.Reach = reach
		}
	}
	asked, err := p.listOf(f, known, o.path)
	if err != nil {
		return err
	}
	branch := p.branch(o, asked.branch)
	here.listing(branch.Number, asked)
	return p.page(f, asked, here, owner{then: &branch.Then, part: &branch.Part, path: o.path})
}

// page walks the nodes of a connection, under edges and directly.
func (p *plan) page(f graphql.CollectedField, asked asked, here *spot, far owner) error {
	connection, kinds := f.Definition.Type.Name(), asked.branch.Query.Kinds
	sorted := graph.Shown // cursors hold what lists are sorted by
	if asked.hits {
		sorted = graph.Written
	}
	for _, part := range graphql.CollectFields(p.op, f.Selections, []string{connection}) {
		inner := here.at(connection, part.Alias)
		switch part.Name {
		case "toll":
			inner.toll = asked.tolls[part.Alias]
			if err := p.joint(part, here, inner, far); err != nil {
				return err
			}
		case "facets":
			inner.facet = asked.facets[part.Alias]
			if err := p.buckets(part, here, inner, far); err != nil {
				return err
			}
		case "nodes":
			if err := p.walk(part.Selections, p.objects(part.Definition.Type.Name(), kinds), inner, far); err != nil {
				return err
			}
		case "pageInfo":
			if selects(part.Selections, "startCursor") || selects(part.Selections, "endCursor") {
				far.wants(sorted)
			}
		case "edges":
			edge := part.Definition.Type.Name()
			for _, node := range graphql.CollectFields(p.op, part.Selections, []string{edge}) {
				if node.Name != "node" {
					far.wants(sorted)
					continue
				}
				if err := p.walk(node.Selections, p.objects(node.Definition.Type.Name(), kinds), inner.at(edge, node.Alias), far); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// branch adds a branch under an owner, or finds the same one there: a relation
// selected by several types or aliases is fetched once.
func (p *plan) branch(o owner, wanted *graph.Branch) *graph.Branch {
	wanted.Part = max(wanted.Part, graph.Shown) // the rest is for writing
	for _, b := range *o.then {
		if b.Each == nil && wanted.Each == nil && b.Relation == wanted.Relation && b.In == wanted.In && slices.Equal(b.Kinds, wanted.Kinds) &&
			reflect.DeepEqual(b.Edge, wanted.Edge) && reflect.DeepEqual(b.Query, wanted.Query) {
			for _, k := range o.kinds {
				if !slices.Contains(b.On, k) {
					b.On = append(b.On, k)
				}
			}
			b.Part = min(b.Part, wanted.Part)
			return b
		}
	}
	p.count++
	wanted.Number = p.count
	wanted.On = slices.Clone(o.kinds)
	*o.then = append(*o.then, wanted)
	return wanted
}

// farKinds are the kinds a field can lead to.
func farKinds(f graph.Way) []graph.NodeKind {
	switch {
	case f.Kinds != nil:
		return f.Kinds
	case f.In:
		return f.Relation.From
	}
	return f.Relation.To
}

// sideOf is the relation by which affiliations are looked at from an actor.
func sideOf(direction any) *graph.Relation {
	switch direction {
	case string(graph.DirectionFrom):
		return graph.TiesFrom
	case string(graph.DirectionTo):
		return graph.TiesTo
	}
	return graph.Ties
}

func kindNamed(object string) graph.NodeKind {
	for _, k := range graph.Kinds {
		if k.Label == object {
			return k.Name
		}
	}
	return ""
}

// objects are the object types a field of the given type can yield, narrowed to some kinds.
func (p *plan) objects(name string, kinds []graph.NodeKind) []string {
	def := p.schema.Types[name]
	if def == nil || !def.IsAbstractType() {
		return []string{name}
	}
	var out []string
	for _, possible := range p.schema.GetPossibleTypes(def) {
		if kinds == nil || slices.Contains(kinds, kindNamed(possible.Name)) {
			out = append(out, possible.Name)
		}
	}
	slices.Sort(out)
	return out
}

// satisfies are the type conditions an object fulfils.
func (p *plan) satisfies(object string) []string {
	out := []string{object}
	for _, def := range p.schema.GetImplements(p.schema.Types[object]) {
		out = append(out, def.Name)
	}
	return out
}
