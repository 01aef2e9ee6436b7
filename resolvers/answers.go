package resolvers

import (
	"context"
	"slices"
	"sync"

	"claimgraph/graph"

	"github.com/99designs/gqlgen/graphql"
)

// answers holds what was fetched for the root fields of one operation.
type answers struct {
	mu    sync.RWMutex
	under map[string]*answer // by the alias of the root field

	drawing sync.Mutex   // held while the atlas is read
	drawn   *graph.Atlas // once a filter asked for it
}

// atlas reads the points of all locations, once for all that is asked at once.
func (a *answers) atlas(ctx context.Context, s graph.Store) (*graph.Atlas, error) {
	a.drawing.Lock()
	defer a.drawing.Unlock()
	if a.drawn == nil {
		read, err := graph.ReadAtlas(ctx, s)
		if err != nil {
			return nil, err
		}
		a.drawn = read
	}
	return a.drawn, nil
}

type answer struct {
	tree *graph.Tree
	root *spot

	mu    sync.Mutex             // fields are resolved beside each other
	file  *graph.CaseFile        // once a picture is drawn
	views map[viewOf]*graph.View // that were looked at
}

// viewOf is a subject, or a claim, as known on a day.
type viewOf struct {
	id graph.ID
	on graph.AsOf
}

// view is what was known of a subject on a day, or what answered a claim by then.
func (a *answer) view(subject graph.Node, at *spot) *graph.View {
	a.mu.Lock()
	defer a.mu.Unlock()
	of := viewOf{subject.Head().ID, at.asOf}
	if a.views[of] != nil {
		return a.views[of]
	}
	if a.file == nil {
		a.file, a.views = graph.NewCaseFile(a.tree), map[viewOf]*graph.View{}
	}
	var c *graph.Case
	if s, ok := subject.(graph.Subject); ok {
		var about []graph.ID
		if rows := (&list{numbers: at.cases}).rows(a.tree, of.id); rows != nil {
			about = rows.IDs
		}
		c = a.file.Case(s, about)
	} else {
		c = a.file.Case(nil, []graph.ID{of.id})
	}
	a.views[of] = c.Known(at.asOf)
	return a.views[of]
}

type answersKey struct{}

func withAnswers(ctx context.Context) context.Context {
	return context.WithValue(ctx, answersKey{}, &answers{under: map[string]*answer{}})
}

func (a *answers) put(alias string, found *answer) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.under[alias] = found
}

func (a *answers) get(alias string) *answer {
	a.mu.RLock()
	defer a.mu.RUnlock()
	return a.under[alias]
}

// found gives what was fetched for the root field above the one being
// resolved, and the place of that one in the plan.
func found(ctx context.Context) (*answer, *spot) {
	way := make([]spotKey, 0, 16) // on the stack: this is asked for each row
	for fc := graphql.GetFieldContext(ctx); fc != nil; fc = fc.Parent {
		if fc.Index == nil && fc.Field.Field != nil {
			way = append(way, spotKey{fc.Object, fc.Field.Alias})
		}
	}
	held, _ := ctx.Value(answersKey{}).(*answers)
	if held == nil || len(way) == 0 {
		return nil, nil
	}
	slices.Reverse(way)
	a := held.get(way[0].alias)
	if a == nil {
		return nil, nil
	}
	at := a.root
	for _, key := range way[1:] {
		if at = at.under[key]; at == nil {
			return a, nil
		}
	}
	return a, at
}

// one gives the node of an id that stands in the value being resolved; nothing
// where there is no id.
func one[T graph.Node](ctx context.Context, id graph.ID) (T, error) {
	var none T
	if id == "" {
		return none, nil
	}
	a, _ := found(ctx)
	if a != nil {
		if n, ok := a.tree.Nodes[id].(T); ok {
			return n, nil
		}
	}
	return none, unplanned(ctx, id)
}

// many gives the nodes of several ids, in their order.
func many[T graph.Node](ctx context.Context, ids []graph.ID) ([]T, error) {
	out := make([]T, 0, len(ids))
	for _, id := range ids {
		n, err := one[T](ctx, id)
		if err != nil {
			return nil, err
		}
		out = append(out, n)
	}
	return out, nil
}

// page gives the connection being resolved, of the node it hangs on.
func page[T graph.Node](ctx context.Context, parent graph.ID) (*graph.Page[T], error) {
	a, at := found(ctx)
	if a == nil || at == nil || at.list == nil {
		return nil, unplanned(ctx, parent)
	}
	return graph.PageOf[T](a.tree, at.list.rows(a.tree, parent), at.list.cursor, at.list.ask), nil
}

// newest gives the first of the nodes that lead to the one at hand; nothing where none does.
func newest[T graph.Node](ctx context.Context, parent graph.ID) (T, error) {
	var none T
	a, at := found(ctx)
	if a == nil || at == nil || at.list == nil {
		return none, unplanned(ctx, parent)
	}
	rows := at.list.rows(a.tree, parent)
	if rows == nil || len(rows.IDs) == 0 {
		return none, nil
	}
	n, _ := a.tree.Nodes[rows.IDs[0]].(T)
	return n, nil
}

// unplanned is a hole in the plan or in the store: a fault of ours, for the log.
func unplanned(ctx context.Context, id graph.ID) error {
	return &graph.Error{Code: graph.CodeInternal, Message: "the answer is incomplete",
		Cause: unplannedError{id, graphql.GetFieldContext(ctx).Path().String()}}
}

type unplannedError struct {
	id graph.ID
	at string
}

func (e unplannedError) Error() string {
	return "nothing was planned or fetched for " + string(e.id) + " at " + e.at
}
