package graph

import (
	"context"
	"maps"
	"slices"
)

// desk is where a Write works: what was given and what is derived anew lies on
// it, in memory, and goes to the store once, when all of it is as it should be.
// Whatever is read is read over it: a node on the desk stands in place of what
// the store holds of it, with its links.
type desk struct {
	tx    Tx
	nodes map[ID]Node
	fresh idSet                     // of these, the store knows nothing: nor does anything in it link to them
	into  map[*Relation]map[ID][]ID // which nodes on the desk link to what; made when first asked for
	clean map[ID]Node               // places and actors as the store holds them: everything refers to the same few
}

func newDesk(tx Tx) *desk {
	return &desk{tx: tx, nodes: map[ID]Node{}, fresh: idSet{}, into: map[*Relation]map[ID][]ID{}, clean: map[ID]Node{}}
}

// maxClean bounds what is kept of the store's own nodes.
const maxClean = 50_000

// lay puts nodes on the desk.
func (d *desk) lay(nodes ...Node) {
	for _, n := range nodes {
		id := n.Head().ID
		delete(d.clean, id)
		if d.nodes[id] != nil {
			d.forgetDerived()
		}
		if d.nodes[id] == nil {
			for r, into := range d.into {
				linkUp(into, r, n)
			}
		}
		d.nodes[id] = n
	}
}

// forgetDerived drops what derivation may have changed; links that a record
// states stay as they are.
func (d *desk) forgetDerived() {
	maps.DeleteFunc(d.into, func(r *Relation, _ map[ID][]ID) bool { return r.Derived })
}

// linking are the nodes on the desk that link to a node.
func (d *desk) linking(r *Relation, to ID) []ID {
	into := d.into[r]
	if into == nil {
		into = map[ID][]ID{}
		for _, n := range d.nodes {
			linkUp(into, r, n)
		}
		d.into[r] = into
	}
	return into[to]
}

func linkUp(into map[ID][]ID, r *Relation, n Node) {
	id := n.Head().ID
	if !slices.Contains(r.From, id.Kind()) {
		return
	}
	for _, arc := range r.Links(n) {
		if from := into[arc.To]; len(from) == 0 || from[len(from)-1] != id {
			into[arc.To] = append(from, id)
		}
	}
}

// fetch reads nodes and what hangs on them. Of the branches of a Fetch it knows
// those that derivation asks for: whole short lists, over links that say
// nothing themselves.
func (d *desk) fetch(ctx context.Context, ids []ID, then []*Branch) (*Tree, error) {
	f := &overlaid{desk: d, tree: NewTree(), base: NewTree()}
	stored := slices.DeleteFunc(slices.Clone(ids), func(id ID) bool { return d.fresh[id] })
	if len(stored) > 0 && len(then) > 0 {
		base, err := d.tx.Fetch(ctx, Fetch{IDs: stored, Then: then})
		if err != nil {
			return nil, err
		}
		f.base = base
	}
	found, err := f.named(ctx, ids)
	if err != nil {
		return nil, err
	}
	return f.tree, f.grow(ctx, found, among(stored, f.base), then)
}

// overlaid is a tree being read over the desk. Base is what the store says,
// asked in one go from the nodes that it knows.
type overlaid struct {
	*desk
	tree, base *Tree
}

// named takes nodes into the tree, and tells which of all there are.
func (f *overlaid) named(ctx context.Context, ids []ID) ([]ID, error) {
	var missing, found []ID
	for _, id := range ids {
		if f.tree.Nodes[id] == nil {
			if n := f.held(id); n != nil {
				f.tree.Nodes[id] = n
			} else if !f.fresh[id] {
				missing = append(missing, id)
			}
		}
	}
	for part := range slices.Chunk(missing, chunk) {
		tree, err := f.tx.Fetch(ctx, Fetch{IDs: part})
		if err != nil {
			return nil, err
		}
		for _, n := range tree.Nodes {
			f.meet(n)
		}
	}
	seen := idSet{}
	for _, id := range ids {
		if f.tree.Nodes[id] != nil && !seen[id] {
			seen.add(id)
			found = append(found, id)
		}
	}
	return found, nil
}

// held is a node as far as it is at hand.
func (f *overlaid) held(id ID) Node {
	for _, nodes := range []map[ID]Node{f.nodes, f.clean, f.base.Nodes} {
		if n := nodes[id]; n != nil {
			return n
		}
	}
	return nil
}

// meet takes a node of the store into the tree, unless another lies on the desk.
func (f *overlaid) meet(n Node) {
	id := n.Head().ID
	if f.nodes[id] != nil || f.tree.Nodes[id] != nil {
		return
	}
	f.tree.Nodes[id] = n
	f.keep(n)
}

// keep remembers a node as the store holds it.
func (d *desk) keep(n Node) {
	id := n.Head().ID
	if id.Kind() != KindLocation && !slices.Contains(actorKinds, id.Kind()) {
		return
	}
	if len(d.clean) >= maxClean {
		clear(d.clean)
	}
	d.clean[id] = n
}

// grow follows the branches from a level. Walked are the nodes of the level
// whose branches are in the base too.
func (f *overlaid) grow(ctx context.Context, level, walked []ID, branches []*Branch) error {
	for _, b := range branches {
		on := func(id ID) bool { return !slices.Contains(b.On, id.Kind()) }
		near := slices.DeleteFunc(slices.Clone(level), on)
		if len(near) == 0 {
			continue
		}
		base := slices.DeleteFunc(slices.Clone(walked), on)
		far, beyond, err := f.follow(ctx, b, near, base)
		if err != nil {
			return err
		}
		if err := f.grow(ctx, far, beyond, b.Then); err != nil {
			return err
		}
	}
	return nil
}

// follow gives the far ends of a branch, and those that the base found there.
func (f *overlaid) follow(ctx context.Context, b *Branch, near, base []ID) (far, beyond []ID, err error) {
	if !b.In {
		beyond = among(linked(b, base, f.base.Nodes), f.base)
		far, err = f.named(ctx, linked(b, near, f.tree.Nodes))
		return far, beyond, err
	}
	if err := f.ask(ctx, b, near, base); err != nil {
		return nil, nil, err
	}
	for _, id := range base {
		beyond = append(beyond, rowsOf(f.base, b, id)...)
	}
	for _, id := range near {
		rows := f.tree.Page(b.Number, id)
		for _, from := range f.linking(b.Relation, id) {
			if b.Kinds == nil || slices.Contains(b.Kinds, from.Kind()) {
				rows.IDs = append(rows.IDs, from)
			}
		}
		far = append(far, rows.IDs...)
	}
	far, err = f.named(ctx, far)
	return far, beyond, err
}

// ask puts into the tree what the store says of who links to some nodes: as the
// base has it, and asked anew where the base did not come by.
func (f *overlaid) ask(ctx context.Context, b *Branch, near, base []ID) error {
	walked := idSet{}
	walked.add(base...)
	rest := slices.DeleteFunc(slices.Clone(near), func(id ID) bool { return walked[id] || f.fresh[id] })
	for part := range slices.Chunk(rest, chunk) {
		one := *b
		one.Then = nil
		tree, err := f.tx.Fetch(ctx, Fetch{IDs: part, Then: []*Branch{&one}})
		if err != nil {
			return err
		}
		f.take(b, tree, part)
	}
	f.take(b, f.base, base)
	return nil
}

// take takes over rows of the store, those left out that lie on the desk: their
// links may be others by now.
func (f *overlaid) take(b *Branch, from *Tree, parents []ID) {
	for _, parent := range parents {
		for _, id := range rowsOf(from, b, parent) {
			if f.nodes[id] == nil {
				f.meet(from.Nodes[id])
				rows := f.tree.Page(b.Number, parent)
				rows.IDs = append(rows.IDs, id)
			}
		}
	}
}

func rowsOf(t *Tree, b *Branch, parent ID) []ID {
	if rows := t.Pages[b.Number][parent]; rows != nil {
		return rows.IDs
	}
	return nil
}

// linked are the ids that stand in some nodes.
func linked(b *Branch, near []ID, nodes map[ID]Node) []ID {
	var out []ID
	for _, id := range near {
		for _, arc := range b.Relation.Links(nodes[id]) {
			if b.Kinds == nil || slices.Contains(b.Kinds, arc.To.Kind()) {
				out = append(out, arc.To)
			}
		}
	}
	return out
}

// among are the ids that a tree has nodes of.
func among(ids []ID, t *Tree) []ID {
	return slices.DeleteFunc(slices.Clone(ids), func(id ID) bool { return t.Nodes[id] == nil })
}

// empty writes everything on the desk to the store, and leaves the desk empty.
func (d *desk) empty(ctx context.Context) error {
	if len(d.nodes) == 0 {
		return nil
	}
	rows := make([]Row, 0, len(d.nodes))
	for _, id := range keys(d.nodes) {
		row, err := RowOf(d.nodes[id])
		if err != nil {
			return err
		}
		rows = append(rows, row)
	}
	if err := d.tx.Put(ctx, rows); err != nil {
		return err
	}
	for _, n := range d.nodes {
		d.keep(n)
	}
	clear(d.nodes)
	clear(d.fresh)
	clear(d.into)
	return nil
}
