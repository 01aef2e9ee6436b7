package dossier

import (
	"reflect"
	"slices"

	"github.com/goccy/go-yaml/ast"

	"claimgraph/graph"
)

// citationWritten is `at`: where something stands written, as people point to it.
type citationWritten struct {
	Paragraph graph.Text          `json:"paragraph"`
	Page      graph.Text          `json:"page"`
	Row       graph.Text          `json:"row"`
	Locator   graph.Text          `json:"locator"`
	Source    graph.ID            `json:"source"`
	Basis     graph.CitationBasis `json:"basis"`
	Role      graph.CitationRole  `json:"role"`
	Quote     graph.Text          `json:"quote"`
	Note      graph.Text          `json:"note"`
}

// locatorForm is a paragraph alone.
type locatorForm struct{}

func (locatorForm) read(c cursor, n ast.Node, into reflect.Value) {
	textForm{}.read(c, n, into.FieldByName("Paragraph"))
}

// citation makes a citation of what was written; what is not said is inherited.
func (w citationWritten) citation(c cursor, n ast.Node) graph.Citation {
	cited := graph.Citation{Source: w.Source, Role: w.Role, Basis: w.Basis, Quote: w.Quote, Note: w.Note}
	given := 0
	for _, way := range []struct{ prefix, text graph.Text }{{"", w.Paragraph}, {"page ", w.Page}, {"row ", w.Row}, {"", w.Locator}} {
		if way.text != "" {
			cited.Locator = way.prefix + way.text
			given++
		}
	}
	if given > 1 {
		c.problem(n, "one citation points to one place: a paragraph, a page, a row or another locator; write two")
	}
	if cited.Basis == "" {
		cited.Basis = graph.BasisStated
	}
	if cited.Source == "" {
		cited.Source = c.scope.document.source
	}
	if cited.Locator == "" && len(c.scope.citations) > 0 && c.scope.citations[0].Source == cited.Source {
		cited.Locator = c.scope.citations[0].Locator
	}
	return cited
}

// citations reads `at`.
func (c cursor) citations(n ast.Node) []graph.Citation {
	var cited []graph.Citation
	for i, member := range members(n) {
		var w citationWritten
		at := c.down("citations", n).item(i, member)
		if isEmpty(member) {
			at.problem(member, "a place to cite is empty")
			continue
		}
		structType[citationWritten]().read(at, member, reflect.ValueOf(&w).Elem())
		one := w.citation(at, member)
		if one.Source == "" {
			at.problem(member, "no source is cited: the file has no \"source\", and here stands none")
			continue
		}
		cited = append(cited, one)
	}
	return cited
}

// inherited is what stands below takes over: where, not how it is read. Of
// several readings of one place the first gives the basis.
func inherited(cited []graph.Citation) []graph.Citation {
	var where []graph.Citation
	for _, one := range cited {
		known := func(c graph.Citation) bool { return c.Source == one.Source && c.Locator == one.Locator }
		if !slices.ContainsFunc(where, known) {
			where = append(where, graph.Citation{Source: one.Source, Locator: one.Locator, Basis: one.Basis})
		}
	}
	return where
}

// defaultRetraction fills in that what the file's source takes back is taken back there.
func defaultRetraction(c cursor, _ ast.Node, into *graph.Retraction) {
	if into.Source == "" && c.rec != nil && c.rec.node.Head().ID.Kind() != graph.KindSource {
		into.Source = c.scope.document.source
	}
}
