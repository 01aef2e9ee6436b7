package dossier

import (
	"strconv"

	"github.com/goccy/go-yaml/ast"

	"claimgraph/graph"
)

// reader collects what the files hold, and what is wrong with them.
type reader struct {
	problems Problems
	records  []*record   // in the order in which they stand
	loose    []reference // ids that stand in no record
	unread   bool        // some file is no YAML, so that nobody knows what it describes
}

func (r *reader) report(at place, format string, args ...any) {
	r.problems = append(r.problems, at.problem(format, args...))
}

// record is one node as a file writes it, or what a file adds to one.
type record struct {
	node   graph.Node
	at     place
	spots  map[string]place // where each field stands, by its path in the graph's words
	broken map[string]bool  // the fields that could not be read
	refs   []reference
	scope  scope
	adds   graph.ID // the node it adds to; "": it is one of its own
	second bool     // an answer whose id follows, and was taken already
}

// reference is an id that stands in a record.
type reference struct {
	id graph.ID
	at place
}

// scope is what a record inherits from where it stands.
type scope struct {
	document  *document
	citations []graph.Citation // source and locator of the nearest `at`
	statement *record
	answered  *record
	position  int // in its statement's list, from 1
}

// document is one YAML document: a source and what it says, or reference data.
type document struct {
	source  graph.ID
	sources map[graph.ID]*record // the sources it describes
}

// cursor is where the reading stands: in which file, record and field.
type cursor struct {
	*reader
	file  string
	rec   *record
	path  string
	scope scope
}

// place is where a node of the file begins.
func (c cursor) place(n ast.Node) place {
	if m, ok := n.(*ast.MappingNode); ok && !m.IsFlowStyle && len(m.Values) > 0 {
		n = m.Values[0].Key
	}
	if m, ok := n.(*ast.MappingValueNode); ok {
		n = m.Key
	}
	if n == nil || n.GetToken() == nil || n.GetToken().Position == nil {
		return place{c.file, 1, 1}
	}
	p := n.GetToken().Position
	return place{c.file, max(p.Line, 1), max(p.Column, 1)}
}

// problem reports what is wrong with a node, and remembers that its field could not be read.
func (c cursor) problem(n ast.Node, format string, args ...any) {
	c.report(c.place(n), format, args...)
	if c.rec != nil {
		c.rec.broken[c.path] = true
	}
}

// problemAt reports what is wrong with a field of the record: where it stands,
// or at n where it does not stand.
func (c cursor) problemAt(field string, n ast.Node, format string, args ...any) {
	c = c.down(field, n)
	at := c.place(n)
	if c.rec != nil {
		at = c.rec.spots[c.path]
		c.rec.broken[c.path] = true
	}
	c.report(at, format, args...)
}

// down goes to a field, whose value stands at n.
func (c cursor) down(field string, n ast.Node) cursor {
	if field == "" {
		return c
	}
	if c.path != "" {
		field = c.path + "." + field
	}
	c.path = field
	if c.rec != nil {
		if _, known := c.rec.spots[c.path]; !known {
			c.rec.spots[c.path] = c.place(n)
		}
	}
	return c
}

// item goes to a member of the list the cursor stands at.
func (c cursor) item(i int, n ast.Node) cursor { return c.down(strconv.Itoa(i), n) }

// refer notes that the record names an id.
func (c cursor) refer(id graph.ID, n ast.Node) {
	if c.rec == nil {
		c.loose = append(c.loose, reference{id, c.place(n)})
		return
	}
	c.rec.refs = append(c.rec.refs, reference{id, c.place(n)})
}
