package dossier

import (
	"reflect"

	"claimgraph/graph"
)

// keep keeps what other sources said of the nodes that are described here: a
// file that is loaded again must not take away the citations, names and
// retractions that another file, not among these, added to its nodes. What
// these files' own sources said is replaced by what they say now.
func (w *whole) keep() {
	own := w.ownSources()
	for _, rec := range w.own() {
		before := w.before[rec.node.Head().ID]
		if before == nil || w.files[rec.node.Head().ID] != rec {
			continue
		}
		from, to := reflect.ValueOf(before).Elem(), reflect.ValueOf(rec.node).Elem()
		for _, list := range []string{"Citations", "Names"} {
			keepList(from.FieldByName(list), to.FieldByName(list), own)
		}
		keepRetraction(from.FieldByName("Retraction"), to.FieldByName("Retraction"), own)
	}
}

// ownSources are the sources that the files speak for.
func (w *whole) ownSources() map[graph.ID]bool {
	own := map[graph.ID]bool{"": true}
	for _, rec := range w.records {
		own[rec.scope.document.source] = true
		if id := rec.node.Head().ID; id.Kind() == graph.KindSource && rec.adds == "" {
			own[id] = true
		}
		value := reflect.ValueOf(rec.node).Elem()
		for _, list := range []string{"Citations", "Names"} {
			if field := value.FieldByName(list); field.IsValid() {
				for i := range field.Len() {
					own[sourceOf(field.Index(i))] = true
				}
			}
		}
	}
	return own
}

func sourceOf(cited reflect.Value) graph.ID {
	return cited.FieldByName("Source").Interface().(graph.ID)
}

// keepList keeps the members of a list that stand in other sources.
func keepList(from, to reflect.Value, own map[graph.ID]bool) {
	if !from.IsValid() || !to.IsValid() {
		return
	}
	kept := to
	for i := range from.Len() {
		member := from.Index(i)
		if own[sourceOf(member)] {
			continue
		}
		kept = reflect.Append(kept, member)
		if kind := kept.Index(kept.Len() - 1).FieldByName("Kind"); kind.IsValid() && kind.String() == string(graph.NamePreferred) {
			kind.SetString(string(graph.NameAlias)) // which is preferred, the file says
		}
	}
	to.Set(kept)
}

func keepRetraction(from, to reflect.Value, own map[graph.ID]bool) {
	if !from.IsValid() || from.IsNil() || !to.IsNil() {
		return
	}
	if retraction := from.Interface().(*graph.Retraction); !own[retraction.Source] {
		to.Set(from)
	}
}
