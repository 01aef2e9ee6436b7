package dossier

import (
	"reflect"

	"github.com/goccy/go-yaml/ast"

	"claimgraph/graph"
)

// sections are the keys at the top of a dossier, in the order of reading: the
// source first, because all below cites it.
var sections []*row

func buildSections() {
	sections = []*row{
		{key: "source", doc: docFor("source"), form: fileSourceForm{}},
		{key: "at", doc: docFor("Document.at"), form: listForm{structType[citationWritten]()}},
	}
	for _, k := range graph.Kinds {
		if _, answer := k.New().(graph.Response); answer {
			continue // written as answers
		}
		key := k.Prefix + "s"
		sections = append(sections, &row{key: key, doc: docFor(key), form: childForm{recordForms[k.Name]}})
	}
	sections = append(sections,
		&row{key: "answers", doc: docFor("Document.answers"), form: childForm{answerForm{}}},
		&row{key: "additions", doc: docFor("additions"), form: childForm{additionForm{}}},
	)
}

// document reads one YAML document.
func (r *reader) document(file string, n ast.Node) {
	c := cursor{reader: r, file: file}
	c.scope.document = &document{sources: map[graph.ID]*record{}}
	m, ok := c.mapping(n, keysOf(sections))
	if !ok {
		return
	}
	for _, s := range sections {
		value, ok := m.take(s.key)
		switch {
		case !ok:
		case isEmpty(value):
			c.problem(m.keyNode(s.key), "%q has no value; leave the key out where there is nothing", s.key)
		case s.key == "source":
			c.scope.citations = c.fileSource(value)
		case s.key == "at":
			c.scope.citations = inherited(c.citations(value))
		default:
			s.form.read(c, value, reflect.Value{})
		}
	}
}

// fileSource reads the source of a document: described here, or an id of one
// that is described elsewhere. All below cites it.
func (c cursor) fileSource(n ast.Node) []graph.Citation {
	document := c.scope.document
	if _, ok := scalar(n); ok {
		document.source = idForm{sources}.id(c, n)
		c.refer(document.source, n)
	} else {
		before := len(c.records)
		recordForms[graph.KindSource].read(c, n, reflect.Value{})
		if len(c.records) > before {
			document.source = c.records[before].node.Head().ID
		}
	}
	if document.source == "" {
		document.source = unreadable
	}
	return []graph.Citation{{Source: document.source, Basis: graph.BasisStated}}
}

// unreadable stands for a source whose id could not be read, so that nothing
// that cites it is said to cite none.
const unreadable graph.ID = "source:unreadable"

// fileSourceForm describes the source of a document to the schema.
type fileSourceForm struct{}

func (fileSourceForm) read(cursor, ast.Node, reflect.Value) {}
