package dossier

import (
	"errors"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"claimgraph/graph"
)

// check finds what is wrong with records in themselves, and among each other.
func (w *whole) check() {
	for _, rec := range w.own() {
		w.checkAlone(rec)
	}
	w.checkReferences()
	w.checkAnswers()
	w.checkCircles()
}

// checkAlone asks a node, and each value in it, whether it contradicts itself.
// The values are asked one by one because a node tells of its first error alone.
func (w *whole) checkAlone(rec *record) {
	w.checkValues(rec, "", reflect.ValueOf(rec.node).Elem())
	w.complain(rec, "", rec.node.Validate())
}

// checkValues asks the values within a value.
func (w *whole) checkValues(rec *record, path string, value reflect.Value) {
	switch value.Kind() {
	case reflect.Pointer:
		if !value.IsNil() {
			w.checkValues(rec, path, value.Elem())
		}
	case reflect.Slice:
		for i := range value.Len() {
			w.checkValue(rec, join(path, strconv.Itoa(i)), value.Index(i))
		}
	case reflect.Struct:
		for i := range value.NumField() {
			field := value.Type().Field(i)
			name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
			switch {
			case name == "-" || !field.IsExported():
			case field.Anonymous && name == "", name == "recorded":
				w.checkValues(rec, path, value.Field(i))
			default:
				w.checkValue(rec, join(path, name), value.Field(i))
			}
		}
	}
}

func (w *whole) checkValue(rec *record, path string, value reflect.Value) {
	w.checkValues(rec, path, value)
	if value.Kind() == reflect.Struct {
		if v, ok := value.Addr().Interface().(interface{ Validate() error }); ok {
			w.complain(rec, path, v.Validate())
		}
	}
}

// complain reports an error of package graph under a path of the record. What
// could not be read, or was complained of already, is passed over.
func (w *whole) complain(rec *record, path string, err error) {
	var known *graph.Error
	if !errors.As(err, &known) {
		return
	}
	at := known.At
	if path != "" {
		at = append(strings.Split(path, "."), at...)
	}
	if rec.brokenAt(at) {
		return
	}
	rec.broken[strings.Join(at, ".")] = true
	w.report(rec.spot(at), "%s %s", rec.subject(at), inOurWords(known.Message))
}

var apiWord = regexp.MustCompile(`\b[A-Z][A-Z0-9_]+\b`)

// inOurWords writes the words of the API as a dossier does.
func inOurWords(message string) string {
	return apiWord.ReplaceAllStringFunc(message, func(word string) string {
		for _, words := range wordLists {
			if slices.Contains(words, word) {
				return spelling(word)
			}
		}
		return word
	})
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
	return name + ", " + strings.Join(r.keys(at), ".") + ":"
}

// keyFor is how a dossier calls what the graph calls otherwise.
var keyFor = map[string]string{"asserters": "by", "issuers": "by", "citations": "at", "names": "name"}

// keys is a path in a dossier's words: the figures of an outcome stand under it.
func (r *record) keys(at []string) []string {
	keys := slices.Clone(at)
	if said := spoken(r.node); said != nil && at[0] == "casualties" && len(at) > 1 {
		if i, err := strconv.Atoi(at[1]); err == nil && i < len(said.Casualties) {
			return append([]string{spelling(string(said.Casualties[i].Outcome))}, keys[2:]...)
		}
	}
	if key, ok := keyFor[at[0]]; ok {
		keys[0] = key
	}
	return keys
}

// brokenAt tells whether something at, above or under a field could not be read.
func (r *record) brokenAt(at []string) bool {
	path := strings.Join(at, ".")
	for b := range r.broken {
		if b == path || b == "" || path == "" || strings.HasPrefix(path, b+".") || strings.HasPrefix(b, path+".") {
			return true
		}
	}
	return false
}

// mostGuesses bounds the search for what was meant, so that a large file all of
// whose ids are wrong is told of them in seconds.
const mostGuesses = 200_000

// checkReferences reports ids that are in no file and in no store. Where a file
// could not be read, what it describes is not known, and nothing is said.
func (w *whole) checkReferences() {
	if w.unread {
		return
	}
	known := map[graph.NodeKind][]string{}
	for _, id := range slices.Sorted(maps.Keys(w.files)) {
		known[id.Kind()] = append(known[id.Kind()], string(id))
	}
	guesses := mostGuesses
	for _, ref := range w.references() {
		if ref.id == "" || ref.id == unreadable || w.node(ref.id) != nil {
			continue
		}
		alike := known[ref.id.Kind()]
		if guesses -= len(alike); guesses > 0 {
			if best, ok := near(string(ref.id), alike); ok {
				w.report(ref.at, "nobody has described %s; did you mean %s?", ref.id, best)
				continue
			}
		}
		w.report(ref.at, "nobody has described %s: it is in none of these files, nor in the store", ref.id)
	}
}
