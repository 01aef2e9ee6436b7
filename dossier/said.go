package dossier

import (
	"reflect"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"

	"claimgraph/graph"
)

// actorsWritten are several actors, and whether they acted together.
type actorsWritten struct {
	Actors []graph.ID `json:"actors" at:""`
	Either []graph.ID `json:"either" at:""`
	Words  graph.Text `json:"words" at:""`
}

// actorsForm is actors who act together: an id, or a list of ids.
type actorsForm struct{}

func (actorsForm) read(c cursor, n ast.Node, into reflect.Value) {
	listForm{idForm{actors}}.read(c, n, into.FieldByName("Actors"))
}

// put puts actors where the graph keeps them.
func (w actorsWritten) put(c cursor, field string, n ast.Node, ids *[]graph.ID, mode *graph.ActorsMode, words *graph.Text) {
	if len(w.Actors) > 0 && len(w.Either) > 0 {
		c.problemAt(field, n, "actors are joint (\"actors\") or alternatives (\"either\"), not both")
		return
	}
	*ids, *mode, *words = w.Actors, graph.Joint, w.Words
	if len(w.Either) > 0 {
		*ids, *mode = w.Either, graph.Alternative
	}
}

// saidWritten is the sugar of all assertions.
type saidWritten struct {
	By actorsWritten `json:"by" at:"asserters"`
}

func fillSpeakers(c cursor, n ast.Node, w *saidWritten, into *graph.Said) {
	w.By.put(c, "asserters", n, &into.Asserters, &into.AsserterMode, &into.AsserterText)
}

// claimWritten is the sugar of claims.
type claimWritten struct {
	AttributedTo actorsWritten  `json:"attributedTo" at:"attributedTo"`
	Aspects      []graph.Aspect `json:"aspects"`
}

func fillClaim(c cursor, n ast.Node, w *claimWritten, into *graph.Claim) {
	w.AttributedTo.put(c, "attributedTo", n, &into.AttributedTo, &into.AttributionMode, &into.AttributionText)
	if slices.Contains(w.Aspects, graph.AspectUnspecified) {
		c.problemAt("aspects", n, "a claim says what it asserts, never %q; leave \"aspects\" out where it follows from the other keys", spelling(string(graph.AspectUnspecified)))
	}
	into.Aspects = w.Aspects
}

// claimRows are the keys for the sorts of claim: `responsibility: attack:…`.
func claimRows() []*row {
	var rows []*row
	for _, kind := range graph.ClaimKinds {
		rows = append(rows, &row{
			key: spelling(string(kind)), path: "about",
			pick: func(v reflect.Value) reflect.Value { return v },
			form: claimForm{kind, listForm{idForm{subjects}}},
		})
	}
	return rows
}

// claimForm is what a claim of one kind is about.
type claimForm struct {
	kind  graph.ClaimKind
	about form
}

func (f claimForm) read(c cursor, n ast.Node, into reflect.Value) {
	claim := into.Addr().Interface().(*graph.Claim)
	if claim.Kind != "" {
		c.problem(n, "one claim is %q or %q, not both; write two claims", spelling(string(claim.Kind)), spelling(string(f.kind)))
		return
	}
	claim.Kind = f.kind
	f.about.read(c, n, into.FieldByName("About"))
}

func (f claimForm) schema(s *schemas) any { return f.about.schema(s) }

func wantClaimKind(c cursor, n ast.Node, into *graph.Claim) {
	if into.Kind != "" || c.adding() {
		return
	}
	c.down("about", n).problem(n, "a claim says of which sort it is and what about, with one of the keys %s", strings.Join(keysOf(claimRows()), ", "))
	into.Kind = graph.ClaimReport
}

func keysOf(rows []*row) []string {
	var keys []string
	for _, r := range rows {
		keys = append(keys, r.key)
	}
	return keys
}

// verb is the word for one sort of answer.
type verb struct {
	kind graph.NodeKind
	verb string
}

// verbs are the words for the sorts of answer.
var verbs = []verb{
	{graph.KindConfirmation, "confirms"},
	{graph.KindDenial, "denies"},
	{graph.KindDoubt, "doubts"},
}

func isVerb(key string) bool {
	return slices.ContainsFunc(verbs, func(v verb) bool { return v.verb == key })
}

// verbRows are the keys that say what an answer does, and to which aspects.
func verbRows() []*row {
	var rows []*row
	for _, v := range verbs {
		rows = append(rows, &row{
			key: v.verb, path: "aspects",
			pick: func(v reflect.Value) reflect.Value { return v.FieldByName("Said").FieldByName("Aspects") },
			form: formOf(reflect.TypeFor[[]graph.Aspect](), ""),
		})
	}
	return rows
}

// replyWritten is the sugar of answers.
type replyWritten struct {
	About []graph.ID `json:"about"`
}

// fillReply fills in how far an answer goes: who confirms an aspect by name
// and no degree is given confirms it in full.
func fillReply(c cursor, _ ast.Node, w *replyWritten, into *graph.Reply) {
	into.About = w.About
	named := len(into.Aspects) > 0 && !slices.Contains(into.Aspects, graph.AspectUnspecified)
	if kindOf(c.rec) == graph.KindConfirmation && into.Degree == "" && named {
		into.Degree = graph.DegreeFull
	}
}
