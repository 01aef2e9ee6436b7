package resolvers

import (
	"context"
	"slices"

	"claimgraph/graph"

	"github.com/99designs/gqlgen/graphql"
)

// ofOwnCount plans what a statistic's scope holds: by the indexes as things
// stand now; as of a day, by looking through the attacks one by one.
func ofOwnCount(p *plan, o owner, here *spot) (*cast, error) {
	p.once = true // what is asked depends on the statistic
	reach, err := graph.Scoped(here.args["policy"])
	if err != nil {
		return nil, graph.Under(err, "policy")
	}
	p.branch(o, &graph.Branch{Relation: graph.ScopedTo, Part: graph.Written}) // the scope in words names them
	if here.asOf != graph.Now {
		found := p.branch(o, graph.Candidates())
		here.found = found.Number
		c := p.casework(owner{kinds: []graph.NodeKind{graph.KindAttack}, then: &found.Then}, here, graph.NewCasework())
		c.counted = &counted{found: &owner{then: &found.Then}}
		return c, nil
	}
	here.found = p.branch(o, &graph.Branch{Query: &graph.Query{Kinds: []graph.NodeKind{graph.KindAttack}}, Each: func(n graph.Node) (*graph.Query, error) {
		s := n.(*graph.Statistic)
		return graph.OwnCounts(s, reach(s)), nil
	}}).Number
	return &cast{self: o, counted: &counted{reach: reach}}, nil
}

// counted is how the attacks behind an own count are listed.
type counted struct {
	reach func(*graph.Statistic) graph.Reach
	found *owner // of the attacks looked through one by one; nil: by the indexes
}

// countedAttacks plans the list of attacks behind an own count.
func (p *plan) countedAttacks(f graphql.CollectedField, here *spot, o owner) error {
	known := graph.Way{Kinds: []graph.NodeKind{graph.KindAttack}, Orders: true}
	asked, err := p.listOf(f, known, o.path)
	if err != nil {
		return err
	}
	if reach := o.cast.counted.reach; reach != nil {
		asked.branch.Each = func(n graph.Node) (*graph.Query, error) {
			own := known
			own.Reach = reach(n.(*graph.Statistic))
			again, err := p.listOf(f, own, o.path)
			if err != nil {
				return nil, err
			}
			return again.branch.Query, nil
		}
		branch := p.branch(owner{kinds: o.kinds, then: o.then}, asked.branch)
		here.listing(branch.Number, asked)
		return p.page(f, asked, here, owner{then: &branch.Then, part: &branch.Part, path: o.path})
	}
	if len(asked.facets)+len(asked.tolls) > 0 {
		return located(graph.Under(graph.BadInput("facets and tolls of a list are counted as things stand now: ask for them without asOf"), "asOf"), o.path)
	}
	here.list = &list{cursor: asked.cursor, ask: asked.ask}
	here.args = f.ArgumentMap(p.op.Variables)
	far := *o.cast.counted.found
	far.path = o.path
	return p.page(f, asked, here, far)
}

func (statistics) OwnCount(ctx context.Context, obj *graph.Statistic) (*graph.OwnCount, error) {
	a, at := found(ctx)
	if a == nil || at == nil {
		return nil, unplanned(ctx, obj.ID)
	}
	policy, err := graph.PolicyOf(at.args["policy"])
	if err != nil {
		return nil, err
	}
	own := &graph.OwnCount{Of: obj, Scope: obj.Scope(policy, a.name)}
	rows := a.tree.Pages[at.found][obj.ID]
	switch {
	case rows == nil:
		rows = &graph.Rows{Counts: []int{0, 0}, Told: [][]graph.Told{nil, nil}}
	case at.cases != nil:
		if rows, err = a.within(own, rows, policy, at); err != nil {
			return nil, err
		}
	}
	return own, own.Counted(rows, at.asOf)
}

// name is what an actor or a place is called.
func (a *answer) name(id graph.ID) string {
	switch n := a.tree.Nodes[id].(type) {
	case graph.Actor:
		return n.Profiled().Name()
	case *graph.Location:
		return n.Name()
	}
	return string(id)
}

// within looks through attacks for those that fell within the scope as known then.
func (a *answer) within(own *graph.OwnCount, rows *graph.Rows, policy graph.AttributionPolicy, at *spot) (*graph.Rows, error) {
	if rows.More {
		return nil, graph.LimitExceeded(graph.LimitFound, "as of a day at most %d attacks can be looked through; ask without asOf, or of a narrower statistic", graph.MostCandidates)
	}
	var candidates []*graph.View
	for _, id := range rows.IDs {
		if attack, ok := a.tree.Nodes[id].(*graph.Attack); ok {
			candidates = append(candidates, a.view(attack, at))
		}
	}
	return own.Among(candidates, policy), nil
}

type ownCounts struct{}

func (ownCounts) Attacks(ctx context.Context, obj *graph.OwnCount) (*graph.Page[*graph.Attack], error) {
	a, at := found(ctx)
	if obj.Attacks == nil || a == nil || at == nil || at.list == nil {
		return page[*graph.Attack](ctx, obj.Of.ID)
	}
	all := obj.Attacks
	if at.args["certainty"] != string(graph.Possible) {
		all = slices.DeleteFunc(slices.Clone(all), func(b graph.Belonging) bool { return b.Match != graph.Certain })
	}
	return graph.PageOf[*graph.Attack](a.tree, graph.RowsOf(all, obj.Attacks, at.list.ask, at.list.cursor), at.list.cursor, at.list.ask), nil
}
