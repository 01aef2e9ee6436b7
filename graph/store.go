package graph

import (
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"maps"
	"time"

	fastjson "github.com/goccy/go-json"
)

// Store keeps the graph. Every method is safe for use by many at once. An
// error has a code (UNAVAILABLE when the store does not answer, TIMEOUT when
// the context's deadline passed) and never shows the store's own language.
type Store interface {
	// Fetch gives a whole selection tree: roots, then relations of relations,
	// each with its page. Ids it does not know are left out. Every node is a
	// whole one; beside a writer some may be seen before and others after it.
	Fetch(ctx context.Context, f Fetch) (*Tree, error)
	// Search finds nodes by their words: those in which every word occurs and one
	// more begins with the prefix, the newest first, then by id, at most as many
	// as wanted. At most FewFound hits come with their nodes, the part Written; more
	// come without.
	Search(ctx context.Context, s Search) ([]Hit, error)
	// Arcs gives what lies right around some nodes, and nothing of nodes it does
	// not know.
	Arcs(ctx context.Context, l Look) (*Around, error)
	// Apply writes the changes, all or none. The same changes again change nothing.
	Apply(ctx context.Context, c ChangeSet) (Result, error)
	// Load applies many change sets one after the other, and calls done after
	// each with what it did. It is for filling a store: SQLite writes all of them
	// or none, and lets nobody read meanwhile; Neo4j writes each, or none of it.
	// Whatever was written stays as it is when the same comes again.
	Load(ctx context.Context, parts iter.Seq[ChangeSet], done func(Result)) error
	// Reindex rebuilds everything derived from the records as they stand.
	Reindex(ctx context.Context) error
	// Ping tells whether the store answers now.
	Ping(ctx context.Context) error
	// Pools tells how the store's connections are used now.
	Pools() []Pool
	Close() error
}

// Pool is a number of connections to whatever a store is kept in.
type Pool struct {
	Name    string // what they are for
	Used    int    // now
	Most    int    // there may be
	Awaited int    // how many askers wait for one
}

// Fetch is a selection: some nodes, by id or by query, and what hangs on them.
type Fetch struct {
	IDs   []ID   // these nodes,
	Query *Query // or a page of those that fit
	Part  Part   // how much of them
	Then  []*Branch
}

// Branch follows one relation from each node of the level above. The branches
// of a tree are numbered in the order of Number; the root page has number 0.
type Branch struct {
	Number   int
	On       []NodeKind // of the near nodes; others have no such branch
	Relation *Relation  // nil: Query.Where says by Parent what belongs to whom, or Each does
	In       bool       // follow the links backwards
	Edge     Pred       // about the link; nil: any
	Query    *Query     // nil: every far node, in the order of the record (a short list)
	Each     EachQuery  // instead of Query, where what is asked depends on the near node; like Query in kinds, order and page
	Kinds    []NodeKind // of the far nodes; nil: any
	Part     Part       // how much of the far nodes
	Then     []*Branch
}

// EachQuery makes the query of a branch below one node.
type EachQuery func(near Node) (*Query, error)

// Query is one page of a list.
type Query struct {
	Kinds    []NodeKind
	Where    Pred      // nil: everything
	Order    []Order   // nil: the default order; the id decides ties, in the last direction
	After    []string  // the keys of the order and the id of the row before the page
	Limit    int       // rows wanted; a store tells whether there are more; 0: none is looked for, and nothing told
	Backward bool      // the page before After, or the last one
	Match    Pred      // which rows to mark as certain; nil: all are
	Counts   []Count   // exact counts beside the page, each for itself
	Tells    []Tell    // what all that match say of themselves, whatever the page
	Sums     []Sum     // what stands on links of all that match, added up
	Grouping *Grouping // exact sizes of groups beside the page; nil: none
}

// Count asks how many nodes of the query's Kinds there are in all, whatever
// the page. It stands for itself: neither the branch's relation nor the
// query's Where is added to it.
type Count struct {
	Relation *Relation // linked so to the parent; nil: Where says it all
	In       bool
	Edge     Pred
	Where    Pred
}

// Tell asks what all nodes a Count would count hold in one column of shape
// Note, those that hold nothing left out; without a column, for their ids.
type Tell struct {
	Count
	Column *Column
}

// Sum asks for numbers on the links that all nodes a Count would count have to
// others: how many links there are, and the sum of each column.
type Sum struct {
	Count
	Links   Has // without Far
	Columns []*Column
}

// Grouping asks how the nodes a Count would count fall into groups, in each of
// several ways.
type Grouping struct {
	Count
	By []Sharing
}

// Sharing is what makes a group: a word that nodes hold in a column, or a node
// that links of theirs lead to. One that holds several is in each of the groups.
type Sharing struct {
	Column *Column // of shape Word or Words; nil:
	Links  Has     // the far node of these links
}

// Told is what one node says of itself.
type Told struct {
	ID    ID
	Value string
}

// Tree is what a Fetch found.
type Tree struct {
	Nodes map[ID]Node          // everything met, once
	Parts map[ID]Part          // how much of it, where that is not the whole
	Pages map[int]map[ID]*Rows // of branches with a query, by number and parent; the root page is of parent ""
}

// Rows is one page as the store found it, in the order asked for. A branch
// whose parent has no row at all may be missing from its map.
type Rows struct {
	IDs     []ID
	Match   []Certainty      // beside IDs
	More    bool             // there is at least one more in the direction of paging
	Counts  []int            // as Query.Counts asked
	Told    [][]Told         // as Query.Tells asked; in no order
	Sums    [][]int64        // as Query.Sums asked: the number of links, then each sum
	Grouped []map[string]int // as Query.Grouping asked: how many share a word, or the node of an id; under "" those that hold none
}

// NewTree is an empty tree.
func NewTree() *Tree {
	return &Tree{Nodes: map[ID]Node{}, Parts: map[ID]Part{}, Pages: map[int]map[ID]*Rows{}}
}

// Holds tells whether that much of a node is there.
func (t *Tree) Holds(id ID, part Part) bool { return t.Nodes[id] != nil && t.Parts[id] <= part }

// Meet takes a node in of which that much is known, unless more is there.
func (t *Tree) Meet(n Node, part Part) {
	id := n.Head().ID
	if t.Holds(id, part) {
		return
	}
	t.Nodes[id] = n
	if delete(t.Parts, id); part != Whole {
		t.Parts[id] = part
	}
}

// Page gives the rows of a branch under a parent, making them where there are none.
func (t *Tree) Page(number int, parent ID) *Rows {
	pages := t.Pages[number]
	if pages == nil {
		pages = map[ID]*Rows{}
		t.Pages[number] = pages
	}
	rows := pages[parent]
	if rows == nil {
		rows = &Rows{}
		pages[parent] = rows
	}
	return rows
}

// Add takes in what another tree holds.
func (t *Tree) Add(other *Tree) {
	for id, n := range other.Nodes {
		t.Meet(n, other.Parts[id])
	}
	for number, pages := range other.Pages {
		if t.Pages[number] == nil {
			t.Pages[number] = map[ID]*Rows{}
		}
		maps.Copy(t.Pages[number], pages)
	}
}

// ChangeSet is nodes to write: new ones, or new contents of known ones.
type ChangeSet struct {
	Nodes []Node
	By    string    // who writes
	At    time.Time // when; kept as recordedAt of what really changed
}

// Result tells what an Apply did.
type Result struct {
	Added, Changed, Unchanged int
}

// Plus is what two of them did together.
func (r Result) Plus(o Result) Result {
	return Result{r.Added + o.Added, r.Changed + o.Changed, r.Unchanged + o.Unchanged}
}

// Tx is what a store lends to Write for the length of one transaction.
type Tx interface {
	// Fetch sees what was put before.
	Fetch(ctx context.Context, f Fetch) (*Tree, error)
	// Put writes rows, each with all its columns and links, in place of what
	// the store had of that node. Whatever a row links to is in the store or
	// among the same rows.
	Put(ctx context.Context, rows []Row) error
}

// Row is a node as a store keeps it.
type Row struct {
	ID       ID
	Kind     *Kind
	Recorded time.Time
	By       string
	Doc      []byte   // the record, as JSON
	View     []byte   // what is derived and shown, as JSON
	Index    []byte   // what is derived and looked up, as JSON, as far as it is no column or link
	Values   []any    // of the family's columns, in their order: int64, string or []string
	Links    [][]Arc  // of RelationsFrom(Kind), in their order
	Keys     []string // what the node sorts by, seen from the far end of those relations
	Searched Searched // what searches look through
}

// RelationsFrom are the relations that nodes of a kind are the near end of.
func RelationsFrom(k NodeKind) []*Relation { return relationsFrom[k] }

var relationsFrom = map[NodeKind][]*Relation{}

// RowOf makes the row of a node.
func RowOf(n Node) (Row, error) {
	head := n.Head()
	kind := KindNamed(head.ID.Kind())
	if kind == nil {
		return Row{}, BadInput("%q is no id", head.ID)
	}
	row := Row{ID: head.ID, Kind: kind, Recorded: head.RecordedAt, By: head.RecordedBy, Searched: searched(n)}
	var err error
	if row.Doc, err = json.Marshal(n); err != nil {
		return Row{}, fmt.Errorf("write %s: %w", head.ID, err)
	}
	if view := viewOf(n); view != nil {
		if row.View, err = json.Marshal(view); err != nil {
			return Row{}, fmt.Errorf("write the view of %s: %w", head.ID, err)
		}
	}
	if index := indexOf(n); index != nil {
		if row.Index, err = json.Marshal(index); err != nil {
			return Row{}, fmt.Errorf("write the index of %s: %w", head.ID, err)
		}
	}
	for _, c := range kind.Family.Columns {
		row.Values = append(row.Values, c.Of(n))
	}
	for _, r := range RelationsFrom(kind.Name) {
		row.Links = append(row.Links, r.Links(n))
		row.Keys = append(row.Keys, SortKey(r.NearOrder(kind.Family), n))
	}
	return row, nil
}

// Kept is what a store kept of a node, or as much of it as was asked for.
type Kept struct {
	ID               ID
	Doc, View, Index []byte // of Row; empty: not asked for, or nothing is kept
	Recorded         time.Time
	By               string
}

// NodeOf reads a node back from what a store kept of it.
func NodeOf(k Kept) (Node, error) {
	kind := KindNamed(k.ID.Kind())
	if kind == nil {
		return nil, fmt.Errorf("the store holds %q, which is no id", k.ID)
	}
	n := kind.New()
	read := func(text []byte, into any) error {
		if into == nil || len(text) == 0 {
			return nil
		}
		if err := fastjson.Unmarshal(text, into); err != nil {
			return fmt.Errorf("read %s: %w", k.ID, err)
		}
		return nil
	}
	if err := read(k.Doc, n); err != nil {
		return nil, err
	}
	if err := read(k.View, viewOf(n)); err != nil {
		return nil, err
	}
	if err := read(k.Index, indexOf(n)); err != nil {
		return nil, err
	}
	head := n.Head()
	head.ID, head.RecordedAt, head.RecordedBy = k.ID, k.Recorded.UTC(), k.By
	return n, nil
}

// BareNode is a node of which nothing is known but that it is there.
func BareNode(id ID) Node {
	n := KindNamed(id.Kind()).New()
	n.Head().ID = id
	return n
}

// NearOrder is how near nodes of a family sort, seen from the far end of the
// relation: by their default, but the claims of one statement by position.
func (r *Relation) NearOrder(f *Family) Order {
	if r == InStatement && f == claimFamily {
		return f.Orders["POSITION"]
	}
	return f.Order
}

// SortKey is what a node sorts by in an order.
func SortKey(o Order, n Node) string { return o.Column.Of(n).(string) }

// responseView is what is derived of responses and shown.
type responseView struct {
	Independent *bool `json:"independent"`
	ByReference *bool `json:"byReference,omitempty"`
}

// viewOf is where the derived part of a node stands that is shown, nil where it
// has none.
func viewOf(n Node) any {
	switch n := n.(type) {
	case Actor:
		return &n.Profiled().Web
	case *Affiliation:
		return &n.Stands
	case *Location:
		return &n.Ancestors
	case *Attack:
		return &n.AttackView
	case *Claim:
		return &n.Stands
	case *Confirmation:
		return &responseView{&n.Independent, &n.ByReference}
	case Response:
		return &responseView{&n.Replied().Independent, nil}
	}
	return nil
}

// tieIndex is what is derived of affiliations and looked up.
type tieIndex struct {
	Disputes *Spans `json:"disputes,omitempty"`
	Gone     *bool  `json:"gone,omitempty"`
}

// indexOf is where the derived part of a node stands that is looked up alone,
// nil where it has none, or where columns and links hold it.
func indexOf(n Node) any {
	switch n := n.(type) {
	case *Affiliation:
		return &tieIndex{&n.Disputes, &n.Gone}
	case *Claim:
		return &n.Index
	case Response:
		return &n.Replied().Index
	}
	return nil
}
