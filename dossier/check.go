package dossier

import (
	"errors"
	"fmt"
	"strings"

	"claimgraph/graph"
)

// check finds what is wrong with records in themselves, and among each other.
func (w *whole) check() {
	for _, rec := range w.own() {
		w.checkAlone(rec)
	}
	w.checkReferences()
}

// checkAlone asks a node whether it contradicts itself. What could not be read
// is not complained of twice.
func (w *whole) checkAlone(rec *record) {
	err := rec.node.Validate()
	var known *graph.Error
	if !errors.As(err, &known) || rec.brokenAt(known.At) {
		return
	}
	if len(rec.broken) > 0 && len(known.At) == 0 {
		return
	}
	w.report(rec.spot(known.At), "%s %s", rec.subject(known.At), known.Message)
}

// subject is what a message of package graph speaks of.
func (r *record) subject(at []string) string {
	name := string(r.node.Head().ID)
	if name == "" {
		name = "this record"
	}
	if len(at) == 0 {
		return name + ":"
	}
	return fmt.Sprintf("%s, %s:", name, strings.Join(at, "."))
}

// brokenAt tells whether something at, above or under a field could not be read.
func (r *record) brokenAt(at []string) bool {
	path := strings.Join(at, ".")
	for b := range r.broken {
		if b == path || b == "" || strings.HasPrefix(path, b+".") || strings.HasPrefix(b, path+".") {
			return true
		}
	}
	return false
}

// checkReferences reports ids that are in no file and in no store.
func (w *whole) checkReferences() {
	var known []string
	for id := range w.files {
		known = append(known, string(id))
	}
	for _, ref := range w.references() {
		if ref.id == "" || w.node(ref.id) != nil {
			continue
		}
		if best, ok := near(string(ref.id), known); ok {
			w.report(ref.at, "nobody has described %s; did you mean %s?", ref.id, best)
		} else {
			w.report(ref.at, "nobody has described %s: it is in none of these files, nor in the store", ref.id)
		}
	}
}
