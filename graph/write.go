package graph

import (
	"bytes"
	"context"
	"encoding/json"
	"iter"
	"maps"
	"slices"
)

// chunk is how many nodes are read or written in one call of a store.
const chunk = 500

// Write applies a change set inside a store's transaction: it checks what the
// changes refer to, writes what really changed, and derives anew whatever that
// bears on. Both stores call it, so both hold the same.
func Write(ctx context.Context, tx Tx, c ChangeSet) (Result, error) {
	return newWriter(tx).write(ctx, c)
}

// WriteAll applies change sets one after the other inside one transaction. What
// all of them refer to is read once.
func WriteAll(ctx context.Context, tx Tx, parts iter.Seq[ChangeSet], done func(Result)) error {
	w := newWriter(tx)
	for part := range parts {
		w.given, w.before, w.order = map[ID]Node{}, map[ID]Node{}, nil
		result, err := w.write(ctx, part)
		if err != nil {
			return err
		}
		done(result)
	}
	return nil
}

func newWriter(tx Tx) *writer {
	return &writer{desk: newDesk(tx), given: map[ID]Node{}, before: map[ID]Node{}}
}

func (w *writer) write(ctx context.Context, c ChangeSet) (Result, error) {
	if err := w.accept(c); err != nil {
		return Result{}, err
	}
	if err := w.load(ctx); err != nil {
		return Result{}, err
	}
	result, changed := w.changed()
	if len(changed) == 0 {
		return result, nil
	}
	if err := w.checkReferences(ctx, changed); err != nil {
		return Result{}, err
	}
	for _, n := range changed {
		w.lay(n)
		if id := n.Head().ID; w.before[id] == nil {
			w.fresh.add(id)
		}
	}
	if err := w.derive(ctx, changed); err != nil {
		return Result{}, err
	}
	return result, w.empty(ctx)
}

// writer is one Write under way.
type writer struct {
	*desk
	given  map[ID]Node // what is to be written
	before map[ID]Node // what the store held of that
	order  []ID        // of given
	again  bool        // derive anew what did not change, too
}

// accept takes the change set in and refuses nodes that contradict themselves.
func (w *writer) accept(c ChangeSet) error {
	for _, n := range c.Nodes {
		head := n.Head()
		if _, err := ParseID(string(head.ID)); err != nil {
			return err
		}
		n.Normal()
		if err := n.Validate(); err != nil {
			return Under(err, string(head.ID))
		}
		if twin := w.given[head.ID]; twin != nil {
			if !sameRecord(twin, n) {
				return Under(Contradicts("%s is given twice with different content", head.ID), string(head.ID))
			}
			continue
		}
		head.RecordedAt, head.RecordedBy = c.At.UTC(), c.By
		if a, ok := n.(*Attack); ok {
			a.AttackValues = a.Recorded // until derived
		}
		w.given[head.ID] = n
		w.order = append(w.order, head.ID)
	}
	slices.Sort(w.order)
	return nil
}

func sameRecord(a, b Node) bool {
	x, errX := json.Marshal(a)
	y, errY := json.Marshal(b)
	return errX == nil && errY == nil && bytes.Equal(x, y)
}

func (w *writer) load(ctx context.Context) error {
	for part := range slices.Chunk(w.order, chunk) {
		tree, err := w.tx.Fetch(ctx, Fetch{IDs: part})
		if err != nil {
			return err
		}
		maps.Copy(w.before, tree.Nodes)
	}
	return nil
}

// changed gives the nodes whose content is new, in the order of their ids.
func (w *writer) changed() (Result, []Node) {
	var result Result
	var changed []Node
	for _, id := range w.order {
		n, old := w.given[id], w.before[id]
		switch {
		case old == nil:
			result.Added++
		case sameRecord(old, n):
			result.Unchanged++
			continue
		default:
			result.Changed++
		}
		changed = append(changed, n)
	}
	return result, changed
}

// checkReferences refuses links to nodes that are nowhere, naming all of them,
// and responses that cannot answer what they answer.
func (w *writer) checkReferences(ctx context.Context, changed []Node) error {
	wanted := map[ID]ID{} // what is referred to, and by whom
	for _, n := range changed {
		for _, r := range RelationsFrom(n.Head().ID.Kind()) {
			for _, arc := range r.Links(n) {
				if !slices.Contains(r.To, arc.To.Kind()) {
					return Under(BadInput("%s refers to %s, which is of a wrong kind", n.Head().ID, arc.To), string(n.Head().ID))
				}
				if w.given[arc.To] == nil && wanted[arc.To] == "" {
					wanted[arc.To] = n.Head().ID
				}
			}
		}
	}
	known, err := w.known(ctx, keys(wanted))
	if err != nil {
		return err
	}
	var missing []ID
	for id := range wanted {
		if known[id] == nil {
			missing = append(missing, id)
		}
	}
	if len(missing) > 0 {
		slices.Sort(missing)
		by := wanted[missing[0]]
		return Under(BadInput("%s refers to %s, which nobody has described; unknown in all: %v", by, missing[0], missing), string(by))
	}
	return nil
}

// known reads nodes by id: those on the desk as they lie there.
func (w *writer) known(ctx context.Context, wanted []ID) (map[ID]Node, error) {
	tree, err := w.fetch(ctx, wanted, nil)
	if err != nil {
		return nil, err
	}
	return tree.Nodes, nil
}

func keys[V any](m map[ID]V) []ID {
	out := make([]ID, 0, len(m))
	for id := range m {
		out = append(out, id)
	}
	slices.Sort(out)
	return out
}
