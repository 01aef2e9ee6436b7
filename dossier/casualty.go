package dossier

import (
	"reflect"

	"github.com/goccy/go-yaml/ast"

	"claimgraph/graph"
)

// outcomeRows are the keys for what befell people: killed, wounded, held …
func outcomeRows() []*row {
	var rows []*row
	for _, outcome := range graph.CasualtyOutcomes {
		rows = append(rows, &row{
			key: spelling(string(outcome)), path: "casualties",
			doc:  "How many people were " + spelling(string(outcome)) + ", by this account.",
			pick: func(v reflect.Value) reflect.Value { return v.FieldByName("Casualties") },
			form: outcomeForm{outcome, listForm{structType[graph.CasualtyFigure]()}},
		})
	}
	return rows
}

// outcomeForm is the figures of one outcome, added to those of the others.
type outcomeForm struct {
	outcome graph.CasualtyOutcome
	figures form
}

func (f outcomeForm) read(c cursor, n ast.Node, into reflect.Value) {
	before := into.Len()
	f.figures.read(c, n, into)
	for i := before; i < into.Len(); i++ {
		into.Index(i).FieldByName("Outcome").SetString(string(f.outcome))
	}
}

func (f outcomeForm) schema(s *schemas) any { return f.figures.schema(s) }

// figureForm is a number alone.
type figureForm struct{}

func (figureForm) read(c cursor, n ast.Node, into reflect.Value) {
	var number *Number
	numberForm{}.read(c, n, reflect.ValueOf(&number).Elem())
	fillFigure(c, n, &countedWritten{number}, into.Addr().Interface().(*graph.CasualtyFigure))
	into.FieldByName("Victims").FieldByName("Category").SetString(string(graph.VictimUnknown))
}

// fillFigure makes a figure of the number people wrote.
func fillFigure(c cursor, n ast.Node, w *countedWritten, into *graph.CasualtyFigure) {
	if w.Number != nil {
		fillBounds(c, n, w.Number, &into.Min, &into.Max, &into.Quantifier, &into.Verbatim)
		if into.Disclosure == "" {
			into.Disclosure = w.Number.Disclosure
		}
	}
}

// fillStatistic makes a statistic's bounds of the number people wrote.
func fillStatistic(c cursor, n ast.Node, w *countedWritten, into *graph.Statistic) {
	if w.Number == nil && into.Min == nil && into.Max == nil && !c.adding() && !c.rec.broken["quantifier"] {
		c.down("quantifier", n).problem(n, "\"number\" is missing: %s", docFor("number"))
	}
	fillBounds(c, n, w.Number, &into.Min, &into.Max, &into.Quantifier, &into.Verbatim)
}
