package graph

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"hash/crc32"
	"strings"
)

// The size of a page: what it is where nobody says, and what it is at most.
const (
	DefaultPage = 20
	MaxPage     = 200
)

// Page is one page of a list, in the form the API calls a connection.
type Page[T Node] struct {
	tree   *Tree
	rows   *Rows
	cursor Cursor
	asked  Ask
}

// Edge is one row of a page.
type Edge[T Node] struct {
	Node  T
	Match Certainty
	Key   func() string
}

// Cursor is where the row stands in the list's order, for the next page.
func (e Edge[T]) Cursor() string { return e.Key() }

// PageInfo says where a page lies in its list.
type PageInfo struct {
	HasNextPage     bool
	HasPreviousPage bool
	StartCursor     Text
	EndCursor       Text
}

// Ask is the part of a list's arguments that says which page.
type Ask struct {
	Limit    int
	Backward bool
	After    []string // keys and id of the row beside the page
	Total    int      // where in Rows.Counts the total stands; -1 where nobody asked
	Possible int      // and the possible count
}

// PageOf puts rows of a tree into the form of the API.
func PageOf[T Node](tree *Tree, rows *Rows, cursor Cursor, asked Ask) *Page[T] {
	if rows == nil {
		rows = &Rows{}
	}
	if asked.Limit == 0 && len(rows.IDs) > 0 { // a row was looked for to tell whether there is one
		bare := *rows
		bare.IDs, bare.Match, bare.More = nil, nil, true
		rows = &bare
	}
	return &Page[T]{tree, rows, cursor, asked}
}

// Rows are the page as the store found it.
func (p *Page[T]) Rows() *Rows { return p.rows }

// Nodes are the page's nodes, in order.
func (p *Page[T]) Nodes() []T {
	out := make([]T, 0, len(p.rows.IDs))
	for _, id := range p.rows.IDs {
		if n, ok := p.tree.Nodes[id].(T); ok {
			out = append(out, n)
		}
	}
	return out
}

// Edges are the page's nodes with their cursors.
func (p *Page[T]) Edges() []Edge[T] {
	nodes := p.Nodes()
	out := make([]Edge[T], len(nodes))
	for i, n := range nodes {
		out[i] = Edge[T]{Node: n, Match: Certain, Key: func() string { return p.cursor.At(n) }}
		if i < len(p.rows.Match) {
			out[i].Match = p.rows.Match[i]
		}
	}
	return out
}

// PageInfo says where the page lies. The flag against the direction of paging
// says whether a cursor was given.
func (p *Page[T]) PageInfo() PageInfo {
	var info PageInfo
	if p.asked.Backward {
		info.HasPreviousPage, info.HasNextPage = p.rows.More, p.asked.After != nil
	} else {
		info.HasNextPage, info.HasPreviousPage = p.rows.More, p.asked.After != nil
	}
	if nodes := p.Nodes(); len(nodes) > 0 {
		info.StartCursor = Text(p.cursor.At(nodes[0]))
		info.EndCursor = Text(p.cursor.At(nodes[len(nodes)-1]))
	}
	return info
}

// TotalCount is how many match in all under the list's certainty.
func (p *Page[T]) TotalCount() int { return p.count(p.asked.Total) }

// PossibleCount is how many would match under POSSIBLE.
func (p *Page[T]) PossibleCount() int { return p.count(p.asked.Possible) }

func (p *Page[T]) count(i int) int {
	if i < 0 || i >= len(p.rows.Counts) {
		return 0
	}
	return p.rows.Counts[i]
}

// Cursor makes and reads the cursors of one order. They hold the keys of a row
// and its id, so a page is found again whatever was inserted meanwhile.
type Cursor struct {
	Order    []Order   // nil: the default order
	Relation *Relation // whose near nodes are listed by default; nil: a root list
	Kinds    []NodeKind
}

// Orders is the order of the nodes of a kind.
func (c Cursor) Orders(k NodeKind) []Order {
	f := KindNamed(k).Family
	switch {
	case c.Order != nil:
		return c.Order
	case c.Relation != nil:
		return []Order{c.Relation.NearOrder(f)}
	}
	return []Order{f.Order}
}

func (c Cursor) name() string {
	var b strings.Builder
	if len(c.Kinds) > 0 {
		b.WriteString(KindNamed(c.Kinds[0]).Family.Name)
		for _, o := range c.Orders(c.Kinds[0]) {
			fmt.Fprintf(&b, " %s %t", o.Column.Name, o.Desc)
		}
	}
	return b.String()
}

// At is the cursor of a node.
func (c Cursor) At(n Node) string {
	parts := []string{c.name()}
	for _, o := range c.Orders(n.Head().ID.Kind()) {
		parts = append(parts, SortKey(o, n))
	}
	return sealed(append(parts, string(n.Head().ID))...)
}

// sealed is a cursor's text: the name of its order, the keys of a row, its id.
func sealed(parts ...string) string {
	body, err := json.Marshal(parts)
	if err != nil {
		return ""
	}
	sum := fmt.Sprintf("%08x", crc32.ChecksumIEEE(body))
	return base64.RawURLEncoding.EncodeToString(append([]byte(sum), body...))
}

// unsealed is what was sealed; nil where the text is damaged, or ends in no id.
func unsealed(text string) []string {
	raw, err := base64.RawURLEncoding.DecodeString(text)
	if err != nil || len(raw) < 9 || fmt.Sprintf("%08x", crc32.ChecksumIEEE(raw[8:])) != string(raw[:8]) {
		return nil
	}
	var parts []string
	if err := json.Unmarshal(raw[8:], &parts); err != nil || len(parts) < 3 {
		return nil
	}
	if _, err := ParseID(parts[len(parts)-1]); err != nil {
		return nil
	}
	return parts
}

func notOfThisList() error {
	return BadInput("this is no cursor of this list: take one from the same list in the same order")
}

// beyond tells whether a node comes after the row that a page is asked behind.
func (c Cursor) beyond(n Node, ask Ask) bool {
	orders := c.Orders(n.Head().ID.Kind())
	compare := func(key, given string, desc bool) int {
		if desc != ask.Backward {
			return strings.Compare(given, key)
		}
		return strings.Compare(key, given)
	}
	for i, o := range orders {
		if d := compare(SortKey(o, n), ask.After[i], o.Desc); d != 0 {
			return d > 0
		}
	}
	return compare(string(n.Head().ID), ask.After[len(orders)], orders[len(orders)-1].Desc) > 0
}

// Read gives the keys and the id of a cursor of this order.
func (c Cursor) Read(text string) ([]string, error) {
	parts := unsealed(text)
	if parts == nil || parts[0] != c.name() {
		return nil, notOfThisList()
	}
	return parts[1:], nil
}
