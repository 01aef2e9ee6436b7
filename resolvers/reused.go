package resolvers

import (
	"slices"
	"strings"
	"sync"

	"claimgraph/graph"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

// document is a query that was read, with what was planned for it before. What
// lies below a root field is planned alike each time, unless a variable says
// otherwise there.
type document struct {
	*ast.QueryDocument
	mu     sync.Mutex
	varies map[*ast.OperationDefinition]bool // variables stand below its root fields
	plans  map[outlineOf]*outline
}

// outlineOf is a root field, and the kinds of the nodes that it gives.
type outlineOf struct {
	operation    *ast.OperationDefinition
	alias, kinds string
}

// outline is what lies below a root field. Nobody changes it any more.
type outline struct {
	then  []*graph.Branch
	part  graph.Part
	under map[spotKey]*spot
	count int
}

// mostPlans is how many are kept of one query: the kinds of nodes that a field
// gives can be many.
const mostPlans = 20

// documentKey is under which gqlgen keeps the document with an operation.
const documentKey = "document"

// below plans what lies below a root field that gives nodes of some kinds (as
// graph.KindsOf lists them), or takes what was planned before.
func (p *plan) below(f graphql.CollectedField, kinds []graph.NodeKind, how func() error) error {
	d, _ := p.op.Stats.GetExtension(documentKey).(*document)
	if d == nil || !d.steady(p.op.Operation) {
		return how()
	}
	key := outlineOf{p.op.Operation, f.Alias, strings.Join(graph.Texts(kinds), " ")}
	d.mu.Lock()
	known := d.plans[key]
	d.mu.Unlock()
	if known != nil {
		p.fetch.Then, p.fetch.Part, p.root.under, p.count = known.then, known.part, known.under, known.count
		return nil
	}
	if err := how(); err != nil || p.once {
		return err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if len(d.plans) < mostPlans {
		d.plans[key] = &outline{p.fetch.Then, p.fetch.Part, p.root.under, p.count}
	}
	return nil
}

// steady tells whether no variable stands below the root fields.
func (d *document) steady(op *ast.OperationDefinition) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	varies, known := d.varies[op]
	if !known {
		varies = varying(op.SelectionSet, true, map[string]bool{})
		d.varies[op] = varies
	}
	return !varies
}

// varying tells whether variables decide what a selection is, or what its
// fields are asked for; those of a root field may.
func varying(set ast.SelectionSet, root bool, seen map[string]bool) bool {
	return slices.ContainsFunc(set, func(s ast.Selection) bool {
		switch s := s.(type) {
		case *ast.Field:
			return decided(s.Directives) || !root && slices.ContainsFunc(s.Arguments, func(a *ast.Argument) bool { return variable(a.Value) }) ||
				varying(s.SelectionSet, false, seen)
		case *ast.InlineFragment:
			return decided(s.Directives) || varying(s.SelectionSet, root, seen)
		case *ast.FragmentSpread:
			if decided(s.Directives) {
				return true
			}
			again := seen[s.Name]
			seen[s.Name] = true
			return !again && varying(s.Definition.SelectionSet, root, seen)
		}
		return true
	})
}

func decided(directives ast.DirectiveList) bool {
	return slices.ContainsFunc(directives, func(d *ast.Directive) bool {
		return slices.ContainsFunc(d.Arguments, func(a *ast.Argument) bool { return variable(a.Value) })
	})
}

func variable(v *ast.Value) bool {
	return v.Kind == ast.Variable || slices.ContainsFunc(v.Children, func(c *ast.ChildValue) bool { return variable(c.Value) })
}
