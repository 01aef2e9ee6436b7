package resolvers

import (
	"context"
	"slices"

	"claimgraph/graph"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

// A picture is drawn on request from a case: all that is said of an attack, of
// an affiliation, or in answer to a claim. What it looks at is planned as part
// of the root field's one tree; what the client asks of the nodes it shows is
// hung on the branches of the case where these nodes come from.

// cast is where the nodes of a picture come from.
type cast struct {
	self                                                                                   owner
	assertions, asserters, attributed, statements, sources, citing, telling, ties, network []owner
	counted                                                                                *counted // of an own count
	buckets                                                                                []owner  // of facets
}

// drawn is what a place in the response needs to draw a picture.
type drawn struct {
	field graphql.CollectedField
	args  map[string]any
	asOf  graph.AsOf
	cases []int     // the branches that lead to what is said in the case
	ties  []int     // the branches that lead to ties, level by level
	tells [2]int    // the branches whose rows tell of claims and of denials
	toll  *tolling  // what a toll counts
	facet *faceting // what facets count
	found int       // the branch whose rows an own count looks at
}

// parts says for each field of a picture's values whose nodes it gives.
var parts = map[string]func(*cast) []owner{
	"Attribution.actor":             func(c *cast) []owner { return c.attributed },
	"Attribution.claims":            func(c *cast) []owner { return c.assertions },
	"CasualtyAccount.assertion":     func(c *cast) []owner { return c.assertions },
	"CasualtyAccount.byReferenceTo": func(c *cast) []owner { return c.assertions },
	"CasualtyAccount.figures":       func(c *cast) []owner { return c.assertions },
	"Toll.unstated":                 func(c *cast) []owner { return c.assertions },
	"Envelope.lowest":               func(c *cast) []owner { return c.assertions },
	"Envelope.highest":              func(c *cast) []owner { return c.assertions },
	"Conflict.assertions":           func(c *cast) []owner { return c.assertions },
	"Origin.speakers":               func(c *cast) []owner { return c.asserters },
	"Origin.assertions":             func(c *cast) []owner { return c.assertions },
	"Origin.sources":                func(c *cast) []owner { return c.sources },
	"StandingChange.because":        func(c *cast) []owner { return append(c.assertions, c.self) },
	"AspectStanding.confirmedBy":    func(c *cast) []owner { return c.asserters },
	"AspectStanding.deniedBy":       func(c *cast) []owner { return c.asserters },
	"AspectStanding.doubtedBy":      func(c *cast) []owner { return c.asserters },
	"AspectStanding.responses":      func(c *cast) []owner { return c.assertions },
	"Claim.rivals":                  func(c *cast) []owner { return c.assertions },
	"Subgraph.nodes":                func(c *cast) []owner { return append(c.network, c.self) },
	"Path.nodes":                    func(c *cast) []owner { return []owner{c.self} },
	"Bucket.node":                   func(c *cast) []owner { return c.buckets },
	"Link.via":                      func(c *cast) []owner { return c.ties },
	"TimelineEntry.node": func(c *cast) []owner {
		all := append([]owner{c.self}, c.statements...)
		return slices.Concat(all, c.assertions, c.sources, c.citing, c.telling)
	},
}

// drawing plans a picture: it hangs on the owner what the picture looks at.
type drawing func(p *plan, o owner, here *spot) (*cast, error)

// pictures are the fields that are drawn.
var pictures = map[string]drawing{
	"Attack.attribution":    ofSubject,
	"Attack.accounts":       ofSubject,
	"Attack.toll":           ofToll,
	"Attack.conflicts":      ofSubject,
	"Attack.origins":        ofSubject,
	"Attack.timeline":       ofSubject,
	"Attack.standing":       ofStanding(ofSubject),
	"Affiliation.standing":  ofStanding(ofSubject),
	"Claim.standing":        ofStanding(ofClaim),
	"Claim.standingHistory": ofClaim,
	"Claim.rivals":          ofRivals,
	"Statistic.ownCount":    ofOwnCount,
	"Group.record":          ofRecord,
	"Organization.record":   ofRecord,
	"Person.record":         ofRecord,
	"Group.network":         ofNetwork,
	"Organization.network":  ofNetwork,
	"Person.network":        ofNetwork,
}

// picture plans a field that is drawn.
func (p *plan) picture(f graphql.CollectedField, object string, draw drawing, here *spot, o owner) error {
	here.field, here.args = f, f.ArgumentMap(p.op.Variables)
	on, err := dayOf(here.args, "asOf")
	if err != nil {
		return located(err, o.path)
	}
	here.asOf = graph.AsOf(on)
	c, err := draw(p, o, here)
	if err != nil {
		return located(err, o.path)
	}
	o.cast = c
	if part := parts[object+"."+f.Name]; part != nil {
		return p.parts(f, part(c), here, o)
	}
	return p.walk(f.Selections, p.objects(f.Definition.Type.Name(), nil), here, o)
}

// parts walks what is asked of the nodes of a picture, wherever they come from.
func (p *plan) parts(f graphql.CollectedField, from []owner, here *spot, o owner) error {
	for _, far := range from {
		far.path = o.path
		if err := p.walk(f.Selections, p.objects(f.Definition.Type.Name(), far.kinds), here, far); err != nil {
			return err
		}
	}
	return nil
}

// dayOf reads an argument that is a day; 0 where there is none.
func dayOf(args map[string]any, name string) (graph.Date, error) {
	if args[name] == nil {
		return 0, nil
	}
	text, ok := args[name].(string)
	if !ok {
		return 0, graph.Under(graph.BadInput("a date is a text like \"2017-10-23\""), name)
	}
	on, err := graph.ParseDate(text)
	return on, graph.Under(err, name)
}

// graft hangs a tree of branches on an owner and gives for each branch who owns
// what lies beyond it.
func (p *plan) graft(o owner, branches []*graph.Branch, into map[*graph.Branch]owner) {
	for _, b := range branches {
		near := owner{kinds: b.On, then: o.then}
		if o.kinds != nil {
			near.kinds = o.kinds
		}
		merged := p.branch(near, &graph.Branch{Relation: b.Relation, In: b.In, Kinds: b.Kinds})
		into[b] = owner{kinds: farKinds(graph.Way{Relation: b.Relation, In: b.In, Kinds: b.Kinds}), then: &merged.Then, branch: merged.Number}
		p.graft(owner{then: &merged.Then}, b.Then, into)
	}
}

// casework plans a case under an owner.
func (p *plan) casework(o owner, here *spot, w *graph.Casework) *cast {
	at := map[*graph.Branch]owner{}
	p.graft(o, w.Then, at)
	here.cases = append(here.cases, at[w.Assertions].branch)
	c := &cast{self: o}
	for b, role := range map[*graph.Branch]*[]owner{
		w.Assertions: &c.assertions, w.Asserters: &c.asserters, w.Attributed: &c.attributed,
		w.Statements: &c.statements, w.Sources: &c.sources, w.Citing: &c.citing, w.Telling: &c.telling,
	} {
		if b != nil {
			*role = []owner{at[b]}
		}
	}
	return c
}

func ofSubject(p *plan, o owner, here *spot) (*cast, error) {
	return p.casework(o, here, graph.NewCasework()), nil
}

func ofClaim(p *plan, o owner, here *spot) (*cast, error) {
	return p.casework(o, here, graph.NewHearing()), nil
}

// ofStanding needs the case only for another day than today: where things stand
// now is kept with the node.
func ofStanding(draw drawing) drawing {
	return func(p *plan, o owner, here *spot) (*cast, error) {
		if here.asOf == graph.Now {
			return nil, nil
		}
		return draw(p, o, here)
	}
}

// ofRivals looks at the cases of the attacks that the claim is about.
func ofRivals(p *plan, o owner, here *spot) (*cast, error) {
	about := p.branch(o, &graph.Branch{Relation: graph.About, Kinds: []graph.NodeKind{graph.KindAttack}})
	return p.casework(owner{kinds: []graph.NodeKind{graph.KindAttack}, then: &about.Then}, here, graph.NewCasework()), nil
}

// ofToll looks up, beside the case, which actors' accounts are wanted.
func ofToll(p *plan, o owner, here *spot) (*cast, error) {
	asked, err := p.tollOf(here.args)
	if err != nil {
		return nil, err
	}
	here.toll = asked
	if !p.shows(here.field, "lowest", "highest", "unstated") {
		here.found = p.branch(o, graph.LedgerOf()).Number
		return nil, nil
	}
	return ofSubject(p, o, here)
}

// shows tells whether any of some fields is asked for anywhere below a field.
func (p *plan) shows(f graphql.CollectedField, names ...string) bool {
	return slices.ContainsFunc(names, func(name string) bool { return selectsBelow(f.Selections, name) })
}

func selectsBelow(set ast.SelectionSet, name string) bool {
	return selects(set, name) || slices.ContainsFunc(set, func(s ast.Selection) bool {
		switch s := s.(type) {
		case *ast.Field:
			return selectsBelow(s.SelectionSet, name)
		case *ast.InlineFragment:
			return selectsBelow(s.SelectionSet, name)
		case *ast.FragmentSpread:
			return selectsBelow(s.Definition.SelectionSet, name)
		}
		return false
	})
}

// drawnOf draws the picture at hand from what was known of a subject on the day
// asked for. The view is nil where no case was planned, because what is kept
// with the node will do.
func drawnOf[T any](ctx context.Context, subject graph.Node, draw func(*graph.View, *spot) (T, error)) (T, error) {
	a, at := found(ctx)
	if a == nil || at == nil {
		var none T
		return none, unplanned(ctx, subject.Head().ID)
	}
	if at.cases == nil {
		return draw(nil, at)
	}
	return draw(a.view(subject, at), at)
}

// pointers are the values of a picture's list as gqlgen wants them.
func pointers[T any](values []T) []*T {
	out := make([]*T, len(values))
	for i := range values {
		out[i] = &values[i]
	}
	return out
}
