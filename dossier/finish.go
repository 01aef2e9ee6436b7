package dossier

import (
	"context"
	"maps"
	"reflect"
	"slices"

	"claimgraph/graph"
)

// whole is all that was read, looked at together.
type whole struct {
	*reader
	files  map[graph.ID]*record    // what the files describe
	stored map[graph.ID]graph.Node // what the store holds of the rest
	before map[graph.ID]graph.Node // what the store holds of what the files describe
}

// finish fills in what records inherit from one another, and checks them together.
func (r *reader) finish(ctx context.Context, known Known) (*Dossier, error) {
	w := &whole{reader: r, files: map[graph.ID]*record{}}
	w.index()
	if err := w.ask(ctx, known); err != nil {
		return nil, err
	}
	w.inherit()
	w.nameAnswers()
	w.fillAnswers()
	w.fillDates()
	w.fillRoles()
	w.settle()
	w.check()
	if len(r.problems) > 0 {
		return nil, r.problems.sorted()
	}
	return w.dossier(), nil
}

// index finds the records by their ids; of two with one id, the first.
func (w *whole) index() {
	for _, rec := range w.records {
		id := rec.node.Head().ID
		if id != "" && rec.adds == "" && w.files[id] == nil {
			w.files[id] = rec
		}
	}
}

// chunk is how many ids the store is asked for at once.
const chunk = 500

// ask asks the store for all that the files name or describe, and for what
// those hang on, so that a circle through the store is found as well.
func (w *whole) ask(ctx context.Context, known Known) error {
	w.stored, w.before = map[graph.ID]graph.Node{}, map[graph.ID]graph.Node{}
	if known == nil {
		return nil
	}
	wanted := slices.Collect(maps.Keys(w.files))
	for _, ref := range w.references() {
		wanted = append(wanted, ref.id)
	}
	asked := map[graph.ID]bool{"": true, unreadable: true}
	for len(wanted) > 0 {
		slices.Sort(wanted)
		wanted = slices.DeleteFunc(slices.Compact(wanted), func(id graph.ID) bool { return asked[id] })
		var next []graph.ID
		for part := range slices.Chunk(wanted, chunk) {
			found, err := known(ctx, part)
			if err != nil {
				return err
			}
			next = append(next, w.take(found)...)
		}
		for _, id := range wanted {
			asked[id] = true
		}
		wanted = next
	}
	return nil
}

// take keeps what the store found, and gives what that hangs on.
func (w *whole) take(found map[graph.ID]graph.Node) []graph.ID {
	var next []graph.ID
	for id, n := range found {
		if w.files[id] != nil {
			w.before[id] = n
			continue
		}
		w.stored[id] = n
		for _, chain := range chains {
			next = append(next, chain.next(n))
		}
	}
	return next
}

func (w *whole) references() []reference {
	all := slices.Clone(w.loose)
	for _, rec := range w.records {
		all = append(all, rec.refs...)
	}
	return all
}

// node finds a node in the files or in the store.
func (w *whole) node(id graph.ID) graph.Node {
	if rec := w.files[id]; rec != nil {
		return rec.node
	}
	return w.stored[id]
}

// own are the records that are not additions to others.
func (w *whole) own() []*record {
	return slices.DeleteFunc(slices.Clone(w.records), func(r *record) bool { return r.adds != "" })
}

// inherit gives what is said in a statement the statement's speakers.
func (w *whole) inherit() {
	for _, rec := range w.own() {
		said := spoken(rec.node)
		if said == nil {
			continue
		}
		if rec.scope.statement != nil {
			said.Statement = rec.scope.statement.node.Head().ID
			if claim, ok := rec.node.(*graph.Claim); ok && claim.Position == nil {
				claim.Position = &rec.scope.position
			}
		}
		statement, ok := w.node(said.Statement).(*graph.Statement)
		if ok && len(said.Asserters) == 0 && said.AsserterText == "" && !rec.broken["asserters"] {
			said.Asserters = slices.Clone(statement.Issuers)
			if said.Voice == "" {
				said.Voice = statement.Voice
			}
		}
	}
}

func spoken(n graph.Node) *graph.Said {
	if a, ok := n.(graph.Assertion); ok {
		return a.Spoken()
	}
	return nil
}

// citationsOf is where a node's citations are kept; nil where it has none.
func citationsOf(n graph.Node) *[]graph.Citation {
	field := reflect.ValueOf(n).Elem().FieldByName("Citations")
	if !field.IsValid() {
		return nil
	}
	return field.Addr().Interface().(*[]graph.Citation)
}

// dossier is what was read, when nothing is wrong with it.
func (w *whole) dossier() *Dossier {
	d := &Dossier{at: map[graph.ID]*record{}}
	for _, rec := range w.own() {
		id := rec.node.Head().ID
		if d.at[id] == nil {
			d.at[id] = rec
			d.Nodes = append(d.Nodes, rec.node)
		}
	}
	return d
}
