package dossier

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"claimgraph/graph"
)

// FillManual puts the tables of keys between the marks of the manual's text:
//
//	<!-- keys: Claim -->
//	<!-- end -->
func FillManual(text string) (string, error) {
	var filled strings.Builder
	for {
		before, rest, found := strings.Cut(text, "<!-- keys: ")
		filled.WriteString(before)
		if !found {
			return filled.String(), nil
		}
		name, rest, ok := strings.Cut(rest, " -->")
		_, after, closed := strings.Cut(rest, "<!-- end -->")
		if !ok || !closed {
			return "", fmt.Errorf("the manual's table of %q has no end", name)
		}
		rows, ok := rowsNamed(name)
		if !ok {
			return "", fmt.Errorf("the manual asks for the keys of %q, which is nothing that is written", name)
		}
		fmt.Fprintf(&filled, "<!-- keys: %s -->\n%s<!-- end -->", name, keyTable(rows))
		text = after
	}
}

// rowsNamed are the keys of what has a name in the manual and the schema.
func rowsNamed(name string) ([]*row, bool) {
	if name == "Document" {
		return sections, true
	}
	for _, f := range recordForms {
		if f.kind.Label == name {
			return f.rows(), true
		}
	}
	for _, f := range built {
		if f.name == name {
			var rows []*row
			f.each(func(r *row) { rows = append(rows, r) })
			return rows, len(rows) > 0
		}
	}
	return nil, false
}

func keyTable(rows []*row) string {
	var table strings.Builder
	table.WriteString("| key | written as | meaning |\n|---|---|---|\n")
	for _, r := range rows {
		must := ""
		if r.must {
			must = " (must stand)"
		}
		fmt.Fprintf(&table, "| `%s`%s | %s | %s |\n", r.key, must, asWritten(r.form), r.doc)
	}
	return table.String()
}

// asWritten says how a form is written, in a few words.
func asWritten(f form) string {
	switch f := f.(type) {
	case textForm:
		return "text"
	case wordForm:
		return strings.Join(f.spelled(), ", ")
	case countForm:
		return "whole number"
	case flagForm:
		return "true or false"
	case measureForm:
		return "number"
	case numberForm, outcomeForm:
		return "[number](#numbers)"
	case dayForm, dateForm:
		return "[date](#dates)"
	case idForm:
		return "id: " + f.example()
	case listForm:
		return "one or several: " + asWritten(f.item)
	case pointerForm:
		return asWritten(f.of)
	case preferredForm:
		return asWritten(f.name)
	case relationForm:
		return asWritten(f.places)
	case claimForm:
		return asWritten(f.about)
	case externalIDsForm:
		return "scheme: value"
	case childForm:
		return "one or several: " + asWritten(f.item)
	case *structForm:
		return linkTo(f.name)
	case *recordForm:
		return linkTo(f.kind.Label)
	case answerForm:
		return "[answer](#answers)"
	case additionForm:
		return "[addition](#several-files)"
	case fileSourceForm:
		return "[source](#sources) or its id"
	}
	return ""
}

// chapters are where the manual explains what has a table of keys.
var chapters = map[string]string{
	"DateRange": "[date](#dates)", "Period": "[period](#periods)", "PlaceRef": "[place](#places-of-an-attack)",
	"CasualtyFigure": "[number](#numbers)", "Victims": "[victims](#victims)", "actors": "[actors](#who-speaks)",
	"citation": "[place in a source](#where-it-stands)", "Name": "[name](#names)", "Target": "[target](#targets)",
	"Effect": "[effect](#effects)", "Retraction": "[retraction](#retractions)", "Point": "[point](#places)",
	"Claim": "[claim](#claims)", "Location": "[place](#places)", "ExternalID": "scheme: value",
}

func linkTo(name string) string {
	if chapter, ok := chapters[name]; ok {
		return chapter
	}
	plain := strings.ToLower(name)
	if slices.ContainsFunc(graph.Kinds, func(k *graph.Kind) bool { return k.Label == name }) {
		return "[" + plain + "](#" + plain + "s)"
	}
	return plain
}

// keysDescribed are all keys with a sentence on them, for the tests.
func keysDescribed() map[string]string {
	described := map[string]string{}
	add := func(owner string, rows []*row) {
		for _, r := range rows {
			described[owner+"."+r.key] = r.doc
		}
	}
	add("Document", sections)
	for _, f := range recordForms {
		add(f.kind.Label, f.rows())
	}
	for t, f := range built {
		if t != reflect.TypeFor[countedWritten]() {
			f.each(func(r *row) { add(f.name, []*row{r}) })
		}
	}
	return described
}
