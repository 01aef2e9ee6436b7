package dossier

import (
	"reflect"
	"slices"

	"github.com/goccy/go-yaml/ast"

	"claimgraph/graph"
)

// recordForm is one node as a file writes it: its id, where it stands written,
// its fields, and what hangs on it.
type recordForm struct {
	kind   *graph.Kind
	fields *structForm
	own    []*row // id and at
	hang   []*row // claims and answers, whose forms make records of their own
}

// recordForms are the forms of all kinds.
var recordForms = map[graph.NodeKind]*recordForm{}

func buildRecords() {
	for _, k := range graph.Kinds {
		node := reflect.TypeOf(k.New()).Elem()
		f := &recordForm{kind: k, fields: buildStruct(node)}
		_, sourced := k.New().(graph.Sourced)
		_, answer := k.New().(graph.Response)
		f.own = append(f.own, &row{key: "id", must: !answer, doc: docFor("id"), form: idForm{[]graph.NodeKind{k.Name}}})
		if sourced {
			f.own = append(f.own, &row{key: "at", path: "citations", doc: docFor("at"), form: listForm{structType[citationWritten]()}})
		}
		f.fields.onlyVerbOf(k.Name)
		f.fields.must(table[node].must)
		recordForms[k.Name] = f
	}
	for _, f := range recordForms {
		f.hang = hanging(f.kind)
	}
}

// onlyVerbOf leaves an answer the verb of its kind.
func (f *structForm) onlyVerbOf(kind graph.NodeKind) {
	for _, v := range verbs {
		f.rows = slices.DeleteFunc(f.rows, func(r *row) bool { return r.key == v.verb && v.kind != kind })
		for _, r := range f.rows {
			r.must = r.must || r.key == v.verb
		}
	}
}

// must says which keys must stand, also where they come with an embedded type:
// of actors, groups and organizations say of which kind they are.
func (f *structForm) must(keys []string) {
	for _, r := range f.rows {
		r.must = r.must || slices.Contains(keys, r.key)
	}
}

// hanging are the keys for what is written beneath a record of a kind.
func hanging(k *graph.Kind) []*row {
	var rows []*row
	node := k.New()
	_, subject := node.(graph.Subject)
	_, assertion := node.(graph.Assertion)
	statement := k.Name == graph.KindStatement
	if statement {
		rows = append(rows, &row{key: "claims", doc: docFor("Statement.claims"), form: childForm{recordForms[graph.KindClaim]}})
	}
	if subject || assertion || statement {
		rows = append(rows, &row{key: "answers", doc: docFor("answers"), form: childForm{answerForm{}}})
	}
	return rows
}

func (f *recordForm) keys() []string {
	keys := append(keysOf(f.own), keysOf(f.hang)...)
	keys = append(keys, f.fields.keys()...)
	slices.Sort(keys)
	return keys
}

// read reads a record of its own. Nothing is put anywhere: the reader keeps it.
func (f *recordForm) read(c cursor, n ast.Node, _ reflect.Value) {
	c.rec, c.path = nil, ""
	if m, ok := c.mapping(n, f.keys()); ok {
		f.record(c, n, m)
	}
}

// record reads the keys of a record.
func (f *recordForm) record(c cursor, n ast.Node, m *mapping) {
	c = c.begin(f.kind.New(), n)
	f.readID(c, n, m)
	f.readFields(c, n, m)
}

// begin makes a record that the cursor then stands in.
func (c cursor) begin(node graph.Node, n ast.Node) cursor {
	c.rec = &record{
		node: node, at: c.place(n), scope: c.scope,
		spots: map[string]place{}, broken: map[string]bool{},
	}
	c.path = ""
	c.records = append(c.records, c.rec)
	return c
}

func (f *recordForm) readID(c cursor, n ast.Node, m *mapping) {
	id := f.own[0]
	value, ok := m.take("id")
	switch {
	case ok && !isEmpty(value):
		at := c.down("id", value)
		c.rec.at = at.place(value)
		c.rec.node.Head().ID = id.form.(idForm).id(at, value)
		if _, ok := c.rec.node.(*graph.Source); ok {
			c.scope.document.sources[c.rec.node.Head().ID] = c.rec
		}
	case id.must || ok:
		c.down("id", n).problem(n, "\"id\" is missing: %s", id.doc)
	}
}

// readFields reads all but the id: first where the record stands written, for
// the rest inherits it, and last what hangs on it.
func (f *recordForm) readFields(c cursor, n ast.Node, m *mapping) {
	cited := c.scope.citations
	if value, ok := m.take("at"); ok {
		if isEmpty(value) {
			c.down("citations", n).problem(m.keyNode("at"), "\"at\" has no value; leave the key out where the source gives nothing")
		} else {
			cited = c.citations(value)
			c.scope.citations = inherited(cited)
		}
	} else if c.rec.adds != "" {
		cited = nil
	}
	c.rec.scope.citations = cited
	f.fields.readRows(c, n, m, reflect.ValueOf(c.rec.node).Elem())
	for _, child := range f.hang {
		value, ok := m.take(child.key)
		switch {
		case ok && isEmpty(value):
			c.down(child.key, n).problem(m.keyNode(child.key), "%q has no value; leave the key out where there is nothing", child.key)
		case ok:
			child.form.read(c, value, reflect.Value{})
		}
	}
}

// childForm is a list of records that hang on the record around them.
type childForm struct{ item form }

func (f childForm) read(c cursor, n ast.Node, into reflect.Value) {
	parent := c.rec
	for i, member := range members(n) {
		at := c
		at.rec, at.path = nil, ""
		at.scope.under(parent, i+1)
		if isEmpty(member) {
			at.problem(member, "a member of the list is empty")
			continue
		}
		f.item.read(at, member, into)
	}
}

// under is the scope of what hangs on a record.
func (s *scope) under(parent *record, position int) {
	s.statement, s.answered, s.position = nil, nil, 0
	switch {
	case parent == nil:
	case kindOf(parent) == graph.KindStatement:
		s.statement, s.position = parent, position
	default:
		s.answered = parent
	}
}

func kindOf(r *record) graph.NodeKind {
	for _, k := range graph.Kinds {
		if reflect.TypeOf(k.New()) == reflect.TypeOf(r.node) {
			return k.Name
		}
	}
	return ""
}

// answerForm is a record whose verb says of which kind it is.
type answerForm struct{}

func (answerForm) read(c cursor, n ast.Node, _ reflect.Value) {
	m, ok := c.mapping(n, answerKeys())
	if !ok {
		return
	}
	var kind graph.NodeKind
	for _, v := range verbs {
		value, said := m.take(v.verb)
		switch {
		case said && kind != "":
			c.problem(m.keyNode(v.verb), "one answer confirms, denies or doubts; write two answers")
		case said:
			kind = v.kind
			if isEmpty(value) {
				c.problem(m.keyNode(v.verb), "%q names the aspects it goes to, or unspecified where the source does not say", v.verb)
			}
		}
	}
	if kind == "" {
		c.problem(n, "an answer says what it does, with one of the keys confirms, denies or doubts")
		return
	}
	c.wantKeys(m, recordForms[kind].keys(), kind)
	recordForms[kind].record(c, n, m)
}

// wantKeys reports keys that answers of another kind have.
func (c cursor) wantKeys(m *mapping, known []string, kind graph.NodeKind) {
	for _, key := range m.order {
		if !slices.Contains(known, key) && !isVerb(key) {
			c.problem(m.keyNode(key), "there is no key %q for a %s", key, graph.KindNamed(kind).Prefix)
		}
	}
}

func answerKeys() []string {
	var keys []string
	for _, v := range verbs {
		keys = append(keys, recordForms[v.kind].keys()...)
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// additionForm adds to a record that stands elsewhere.
type additionForm struct{}

// addable are the kinds that can be added to: all of them.
var addable = idForm{graph.NodeKinds}

func (additionForm) read(c cursor, n ast.Node, _ reflect.Value) {
	m, ok := c.mapping(n, nil)
	if !ok {
		return
	}
	value, ok := m.take("to")
	if !ok || isEmpty(value) {
		c.problem(n, "\"to\" is missing: %s", docFor("additions.to"))
		return
	}
	id := addable.id(c, value)
	if id == "" {
		return
	}
	f := recordForms[id.Kind()]
	known := append([]string{"to"}, f.keys()...)
	known = slices.DeleteFunc(known, func(key string) bool { return key == "id" })
	for _, key := range m.order {
		if !slices.Contains(known, key) {
			c.unknownKey(m.keyNode(key), key, known)
		}
	}
	c = c.begin(f.kind.New(), n)
	c.rec.adds, c.rec.at = id, c.place(value)
	c.rec.node.Head().ID = id
	c.refer(id, value)
	f.readFields(c, n, m)
}
