package graph

import (
	"cmp"
	"fmt"
	"hash/crc32"
	"slices"
	"strconv"
	"strings"
)

// Found is what a search found, in order: by rank, then newest first, then by id.
type Found struct {
	hits      []found
	search    Search
	truncated bool
}

type found struct {
	rank rank
	Hit
}

// newest puts the newest first, then goes by id.
func newest(a, b Hit) int {
	return cmp.Or(strings.Compare(b.Date, a.Date), strings.Compare(string(a.ID), string(b.ID)))
}

func (f found) compare(other found) int {
	return cmp.Or(cmp.Compare(f.rank, other.rank), newest(f.Hit, other.Hit))
}

// Ranked puts the hits of a store in order, so that all stores answer alike.
func (s Search) Ranked(hits []Hit) *Found {
	out := &Found{search: s}
	slices.SortFunc(hits, newest)
	if out.truncated = len(hits) > MaxFound; out.truncated {
		hits = hits[:MaxFound]
	}
	for _, h := range hits {
		out.hits = append(out.hits, found{s.rankOf(strings.Split(strings.TrimSuffix(h.Names, "\n"), "\n")), h})
	}
	slices.SortFunc(out.hits, found.compare)
	return out
}

// cursorName is of all cursors of a search: another text ranks otherwise.
func (s Search) cursorName() string {
	return fmt.Sprintf("search %08x", crc32.ChecksumIEEE([]byte(s.folded)))
}

func (s Search) cursor(f found) string {
	return sealed(s.cursorName(), strconv.Itoa(int(f.rank)), f.Date, string(f.ID))
}

// Read gives the rank, the date and the id in a cursor of this search.
func (s Search) Read(text string) ([]string, error) {
	parts := unsealed(text)
	if len(parts) != 4 || parts[0] != s.cursorName() {
		return nil, notOfThisList()
	}
	if n, err := strconv.Atoi(parts[1]); err != nil || rank(n) < wholeName || rank(n) > elsewhere {
		return nil, notOfThisList()
	}
	return parts[1:], nil
}

// Page is one page of what was found; nodes that did not come with their hits are
// still to be fetched.
func (f *Found) Page(ask Ask) *SearchConnection {
	c := &SearchConnection{TotalCount: len(f.hits), Truncated: f.truncated, Tree: NewTree(), found: f, asked: ask}
	rows := f.hits
	if ask.After != nil {
		n, _ := strconv.Atoi(ask.After[0]) // Read has looked at it
		beside := found{rank(n), Hit{Date: ask.After[1], ID: ID(ask.After[2])}}
		at, known := slices.BinarySearchFunc(rows, beside, found.compare)
		switch {
		case ask.Backward:
			rows = rows[:at]
		case known:
			rows = rows[at+1:]
		default:
			rows = rows[at:]
		}
	}
	if c.more = len(rows) > ask.Limit; !c.more {
		c.rows = rows
	} else if ask.Backward {
		c.rows = rows[len(rows)-ask.Limit:]
	} else {
		c.rows = rows[:ask.Limit]
	}
	for _, row := range c.rows {
		if row.Node != nil {
			c.Tree.Meet(row.Node, Written)
		}
	}
	return c
}

// SearchConnection is one page of what a search found.
type SearchConnection struct {
	TotalCount int
	Truncated  bool
	Tree       *Tree // with the nodes of the page
	found      *Found
	rows       []found
	more       bool
	asked      Ask
}

// SearchEdge is one row of the page, with the text that fits best.
type SearchEdge struct {
	Cursor string
	Node   Node
	Field  string
	Text   string
}

// IDs are those of the page, in order.
func (c *SearchConnection) IDs() []ID {
	out := make([]ID, len(c.rows))
	for i, f := range c.rows {
		out[i] = f.ID
	}
	return out
}

// Holds tells whether the page's nodes came with the hits, as much of them as is
// wanted.
func (c *SearchConnection) Holds(part Part) bool {
	return !slices.ContainsFunc(c.rows, func(f found) bool { return !c.Tree.Holds(f.ID, part) })
}

// Edges are the rows of the page. A node that no longer fits, because it was
// written anew meanwhile, is left out.
func (c *SearchConnection) Edges() []SearchEdge {
	out := make([]SearchEdge, 0, len(c.rows))
	for _, f := range c.rows {
		n := c.Tree.Nodes[f.ID]
		if n == nil {
			continue
		}
		if p := c.found.search.passage(n); p.Text != "" {
			out = append(out, SearchEdge{c.found.search.cursor(f), n, p.Field, p.Text})
		}
	}
	return out
}

// Nodes are the nodes of the page.
func (c *SearchConnection) Nodes() []Node {
	edges := c.Edges()
	out := make([]Node, len(edges))
	for i, e := range edges {
		out[i] = e.Node
	}
	return out
}

// PageInfo says where the page lies in all that was found.
func (c *SearchConnection) PageInfo() PageInfo {
	info := PageInfo{HasNextPage: c.more, HasPreviousPage: c.asked.After != nil}
	if c.asked.Backward {
		info.HasNextPage, info.HasPreviousPage = c.asked.After != nil, c.more
	}
	if n := len(c.rows); n > 0 {
		info.StartCursor = Text(c.found.search.cursor(c.rows[0]))
		info.EndCursor = Text(c.found.search.cursor(c.rows[n-1]))
	}
	return info
}
