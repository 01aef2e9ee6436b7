package resolvers

import (
	"context"
	"reflect"
	"sync"

	"claimgraph/graph"

	"github.com/99designs/gqlgen/graphql"
)

// tolling is what a toll counts: of one attack, or over a list.
type tolling struct {
	outcome graph.CasualtyOutcome
	victims []graph.VictimCategory
	by      *ones // whose accounts; nil: everybody's
	on      graph.AsOf
	of      int // over a list: where its total stands among the counts
	tell    int // and its ledgers among what was told
	sum     int // and its sum; -1: the ledgers tell all
	mu      sync.Mutex
	totals  map[*graph.Rows]*graph.TollTotal
}

// ones are actors that pass a filter, looked up once beside the tree.
type ones struct {
	where graph.Pred
	ids   map[graph.ID]bool
}

func (o *ones) has() func(graph.ID) bool {
	if o == nil {
		return nil
	}
	return func(id graph.ID) bool { return o.ids[id] }
}

// joint is a total over a list whose joint figures the client wants to see.
type joint struct {
	at    *spot // of the total
	of    *list // of the list
	then  []*graph.Branch
	alias string
}

// tollOf reads the arguments of a toll.
func (p *plan) tollOf(args map[string]any) (*tolling, error) {
	p.once = true // totals are added up
	asked := &tolling{outcome: graph.CasualtyOutcome(word(args["outcome"])), totals: map[*graph.Rows]*graph.TollTotal{}}
	if args["victims"] != nil {
		asked.victims = []graph.VictimCategory{}
		for _, v := range items(args["victims"]) {
			asked.victims = append(asked.victims, graph.VictimCategory(word(v)))
		}
	}
	on, err := dayOf(args, "asOf")
	if err != nil {
		return nil, err
	}
	asked.on = graph.AsOf(on)
	where, err := graph.Lower("ActorFilter", args["asserters"], graph.Certain, p.bounds, p.atlas)
	if err != nil {
		return nil, graph.Under(err, "asserters")
	}
	if where != nil {
		asked.by = p.choose(where)
	}
	return asked, nil
}

// ask adds to a query what the toll over its list looks at.
func (t *tolling) ask(query *graph.Query) {
	t.sum, t.tell = -1, len(query.Tells)
	of := query.Counts[t.of]
	if t.victims != nil || t.by != nil || t.on != graph.Now {
		query.Tells = append(query.Tells, graph.Tell{Count: of, Column: graph.LedgerNote})
		return
	}
	t.sum = len(query.Sums)
	sum, tell := graph.SumOfTolls(of, t.outcome)
	query.Sums, query.Tells = append(query.Sums, sum), append(query.Tells, tell)
}

// choose asks for the actors that pass a filter; the same filter is asked once.
func (p *plan) choose(where graph.Pred) *ones {
	for _, o := range p.chosen {
		if reflect.DeepEqual(o.where, where) {
			return o
		}
	}
	o := &ones{where, map[graph.ID]bool{}}
	p.chosen = append(p.chosen, o)
	return o
}

// joint plans what is asked of the assertions behind joint figures. Which these
// are is known only once the list was looked through.
func (p *plan) joint(f graphql.CollectedField, list, here *spot, far owner) error {
	for _, part := range graphql.CollectFields(p.op, f.Selections, []string{f.Definition.Type.Name()}) {
		if part.Name != "joint" {
			continue
		}
		j := joint{at: here, of: list.list, alias: part.Alias}
		o := owner{then: &j.then, path: append(far.path, f.Alias, part.Alias)}
		if err := p.walk(part.Selections, p.objects(part.Definition.Type.Name(), nil), here.at(f.Definition.Type.Name(), part.Alias), o); err != nil {
			return err
		}
		p.joints = append(p.joints, j)
	}
	return nil
}

// lookUp asks for what the tree does not hold: actors that pass a filter,
// assertions behind joint figures, and what buckets stand for.
func (r *Resolver) lookUp(ctx context.Context, p *plan, tree *graph.Tree) error {
	for _, o := range p.chosen {
		tell := graph.Tell{Count: graph.Count{Where: o.where}}
		found, err := r.Store.Fetch(ctx, graph.Fetch{Query: &graph.Query{Kinds: graph.Roots["actors"].Kinds, Tells: []graph.Tell{tell}}})
		if err != nil {
			return err
		}
		for _, told := range found.Page(0, "").Told[0] {
			o.ids[told.ID] = true
		}
	}
	for _, j := range p.joints {
		var ids []graph.ID
		for _, number := range j.of.numbers {
			for _, rows := range tree.Pages[number] {
				total, err := j.at.toll.over(rows)
				if err != nil {
					return err
				}
				ids = append(ids, total.Joint...)
			}
		}
		if len(ids) == 0 {
			continue
		}
		found, err := r.Store.Fetch(ctx, graph.Fetch{IDs: ids, Part: graph.Shown, Then: j.then})
		if err != nil {
			return err
		}
		tree.Add(found)
	}
	return r.unshelve(ctx, p, tree)
}

// over is the toll of a whole list (rules 31 and 32).
func (t *tolling) over(rows *graph.Rows) (*graph.TollTotal, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if total := t.totals[rows]; total != nil {
		return total, nil
	}
	var told []graph.Told
	attacks := 0
	if t.tell < len(rows.Told) { // else the list is empty
		told, attacks = rows.Told[t.tell], rows.Counts[t.of]
	}
	var total graph.TollTotal
	var err error
	if t.sum >= 0 && t.sum < len(rows.Sums) {
		total, err = graph.TollOfSum(rows.Sums[t.sum], told, attacks, t.outcome)
	} else {
		total, err = graph.TollOf(told, attacks, t.outcome, t.victims, t.by.has(), t.on)
	}
	t.totals[rows] = &total
	return &total, err
}

// word is an enum value as gqlgen hands it over.
func word(v any) string {
	text, _ := v.(string)
	return text
}

// items is a list as GraphQL reads one: a single value is a list of one.
func items(v any) []any {
	if list, ok := v.([]any); ok {
		return list
	}
	return []any{v}
}
