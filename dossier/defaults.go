package dossier

import (
	"slices"

	"claimgraph/graph"
)

// fillDates fills in dates that were not written: a statement's claims are of
// the statement's date; who speaks in the source itself speaks when it is
// published; and whatever a source reports was there when it was published. A
// source described in another document is not looked up, so that one file
// always means the same.
func (w *whole) fillDates() {
	for _, rec := range w.own() {
		switch n := rec.node.(type) {
		case *graph.Attack:
			w.notAfterSource(rec, "occurred", &n.Recorded.Occurred)
		case *graph.Statement:
			if !w.spokenInSource(rec, n.Issuers, "released", &n.Released) {
				w.notAfterSource(rec, "released", &n.Released)
			}
		}
	}
	for _, rec := range w.own() {
		if said := spoken(rec.node); said != nil {
			w.fillMade(rec, said)
		}
	}
}

func (w *whole) fillMade(rec *record, said *graph.Said) {
	if statement, ok := w.node(said.Statement).(*graph.Statement); ok && unwritten(rec, "made", said.Made) {
		said.Made = statement.Released
		return
	}
	if !w.spokenInSource(rec, said.Asserters, "made", &said.Made) {
		w.notAfterSource(rec, "made", &said.Made)
	}
}

func unwritten(rec *record, field string, date graph.DateRange) bool {
	return date == graph.DateRange{} && !rec.broken[field]
}

func (w *whole) spokenInSource(rec *record, speakers []graph.ID, field string, date *graph.DateRange) bool {
	source := rec.source()
	if source == nil || !unwritten(rec, field, *date) || !speaksIn(source, speakers) {
		return false
	}
	*date = source.Published
	date.Verbatim = ""
	return true
}

func (w *whole) notAfterSource(rec *record, field string, date *graph.DateRange) {
	if source := rec.source(); source != nil && unwritten(rec, field, *date) && source.Published.Latest != 0 {
		*date = graph.NoDate(source.Published.Latest)
	}
}

// source is the first source that a record cites, where its own document describes it.
func (r *record) source() *graph.Source {
	if len(r.scope.citations) == 0 {
		return nil
	}
	return r.described(r.scope.citations[0].Source)
}

func (r *record) described(id graph.ID) *graph.Source {
	described := r.scope.document.sources[id]
	if described == nil {
		return nil
	}
	source, _ := described.node.(*graph.Source)
	return source
}

// speaksIn tells whether one of the speakers wrote or published the source.
func speaksIn(source *graph.Source, speakers []graph.ID) bool {
	return slices.ContainsFunc(speakers, func(id graph.ID) bool {
		return id == source.Publisher || slices.Contains(source.Authors, id)
	})
}

// fillRoles fills in whether a source speaks for itself or relays: the words of
// somebody who neither wrote nor published it are relayed.
func (w *whole) fillRoles() {
	for _, rec := range w.records {
		citations := citationsOf(rec.node)
		if citations == nil {
			continue
		}
		*citations = slices.Clone(rec.scope.citations)
		for i := range *citations {
			if cited := &(*citations)[i]; cited.Role == "" {
				cited.Role = roleOf(w.speakers(rec), rec.described(cited.Source))
			}
		}
	}
}

// speakers are those whose words a record holds.
func (w *whole) speakers(rec *record) []graph.ID {
	n := rec.node
	if rec.adds != "" {
		n = w.node(rec.adds)
	}
	switch n := n.(type) {
	case *graph.Statement:
		return append(slices.Clone(n.Issuers), n.Voice)
	case graph.Assertion:
		said := n.Spoken()
		return append(slices.Clone(said.Asserters), said.Voice)
	}
	return nil
}

// spokenKinds are the sorts of source that are somebody's own words.
var spokenKinds = []graph.SourceKind{graph.SourceCommunique, graph.SourceStatement, graph.SourceVideo, graph.SourceAudio, graph.SourceSocialPost}

func roleOf(speakers []graph.ID, source *graph.Source) graph.CitationRole {
	named := slices.ContainsFunc(speakers, func(id graph.ID) bool { return id != "" })
	switch {
	case !named:
		return graph.RolePrimary
	case source == nil:
		return graph.RoleRelayed
	case speaksIn(source, speakers):
		return graph.RolePrimary
	case source.Publisher == "" && len(source.Authors) == 0 && slices.Contains(spokenKinds, source.Kind):
		return graph.RolePrimary
	}
	return graph.RoleRelayed
}
