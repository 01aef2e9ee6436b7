package dossier

import (
	"reflect"

	"github.com/goccy/go-yaml/ast"

	"claimgraph/graph"
)

// table says how people write the types of the model. Whatever has no row here
// is written field by field, under the API's names: a new kind of node needs no
// row to be read, and gets one where its fields alone would not do.
var table map[reflect.Type]typeRow

func init() { // breaks the circle between the table and the forms that read by it
	table = map[reflect.Type]typeRow{
		reflect.TypeFor[graph.Header](): {hide: []string{"id"}},
		reflect.TypeFor[graph.Cited]():  {hide: []string{"citations"}}, // by `at`
		reflect.TypeFor[graph.Profile](): {
			rows: nameRows, check: checked(defaultSources[graph.Profile]),
		},
		reflect.TypeFor[graph.Group]():        {must: []string{"kind"}},
		reflect.TypeFor[graph.Organization](): {must: []string{"kind"}},
		reflect.TypeFor[graph.Location](): {
			must: []string{"kind"}, rows: nameRows, check: checked(defaultSources[graph.Location]),
		},
		reflect.TypeFor[graph.Affiliation](): {must: []string{"from", "to", "kind"}},
		reflect.TypeFor[graph.Attack]():      {hide: []string{"recorded.*"}, must: []string{"title"}},
		reflect.TypeFor[graph.Statement]():   {as: map[string]string{"issuers": "by"}, must: []string{"by"}},
		reflect.TypeFor[graph.Source]():      {must: []string{"title", "kind"}},
		reflect.TypeFor[graph.Statistic](): {
			must: []string{"metric", "compiler"}, sugar: []extraRow{written(fillStatistic)},
		},
		reflect.TypeFor[graph.Said](): {
			hide: []string{"asserters", "asserterMode", "asserterText", "about", "aspects", "casualties"},
			rows: outcomeRows, sugar: []extraRow{written(fillSpeakers)},
		},
		reflect.TypeFor[graph.Claim](): {
			hide: []string{"kind", "attributedTo", "attributionMode", "attributionText"},
			rows: claimRows, sugar: []extraRow{written(fillClaim)}, check: checked(wantClaimKind),
			wants: func() []string { return keysOf(claimRows()) },
		},
		reflect.TypeFor[graph.Reply](): {rows: verbRows, sugar: []extraRow{written(fillReply)}},
		reflect.TypeFor[graph.Retraction](): {
			check: checked(defaultRetraction),
		},
		reflect.TypeFor[graph.Name]():   {must: []string{"value"}, short: func() form { return valueForm{"Value", textForm{}} }},
		reflect.TypeFor[graph.Effect](): {must: []string{"kind"}, short: func() form { return valueForm{"Kind", wordsOf[graph.EffectKind]()} }},
		reflect.TypeFor[graph.Victims](): {
			short: func() form { return valueForm{"Category", wordsOf[graph.VictimCategory]()} },
		},
		reflect.TypeFor[graph.Target]():     {must: []string{"category"}},
		reflect.TypeFor[graph.ExternalID](): {must: []string{"scheme", "value"}},
		reflect.TypeFor[graph.Point]():      {must: []string{"latitude", "longitude"}},
		reflect.TypeFor[graph.PlaceRef](): {
			hide: []string{"relation", "locations"}, rows: relationRows, check: checked(wantRelation),
			wants: func() []string { return append(keysOf(relationRows()), "within") },
		},
		reflect.TypeFor[graph.DateRange](): {
			hide: []string{"earliest", "latest"}, short: func() form { return dateForm{} },
			sugar: []extraRow{written(fillDate)},
		},
		reflect.TypeFor[graph.CasualtyFigure](): {
			hide: []string{"outcome"}, short: func() form { return figureForm{} },
			sugar: []extraRow{written(fillFigure)},
		},
		reflect.TypeFor[citationWritten](): {short: func() form { return locatorForm{} }},
		reflect.TypeFor[actorsWritten]():   {short: func() form { return actorsForm{} }},
	}
	buildRecords()
	buildSections()
}

// valueForm writes a struct as the one field that matters most.
type valueForm struct {
	field string
	of    form
}

func (f valueForm) read(c cursor, n ast.Node, into reflect.Value) {
	f.of.read(c, n, into.FieldByName(f.field))
}
