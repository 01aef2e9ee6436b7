package dossier

import (
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml/ast"

	"claimgraph/graph"
)

// form is one way of writing a value. It reads a value, and describes itself to
// the JSON Schema: both come from the same table, so neither can say what the
// other does not.
type form interface {
	read(c cursor, n ast.Node, into reflect.Value)
	schema(s *schemas) any
}

// textForm is a text in one's own words, or of the source's.
type textForm struct{}

func (textForm) read(c cursor, n ast.Node, into reflect.Value) {
	text, ok := scalar(n)
	if !ok {
		c.problem(n, "a text is wanted, not %s", describe(n))
		return
	}
	if text = strings.TrimSpace(text); text == "" {
		c.problem(n, "the text is empty; leave the key out where the source gives nothing")
		return
	}
	into.SetString(text)
}

// wordForm is one word of a list of the model.
type wordForm struct{ words []string }

func (f wordForm) read(c cursor, n ast.Node, into reflect.Value) {
	text, ok := scalar(n)
	if !ok {
		c.problem(n, "one of %s is wanted, not %s", quoted(f.spelled()), describe(n))
		into.SetString(f.words[0]) // so that the checks that follow look at the rest
		return
	}
	for _, w := range f.words {
		if text == spelling(w) {
			into.SetString(w)
			return
		}
	}
	near := Nearest(text, f.spelled())
	c.problem(n, "%q is not a word for this; did you mean %q? The words are %s", clip(text), near, quoted(f.spelled()))
	into.SetString(f.words[max(0, slices.Index(f.spelled(), near))])
}

func (f wordForm) spelled() []string {
	spelled := make([]string, len(f.words))
	for i, w := range f.words {
		spelled[i] = spelling(w)
	}
	return spelled
}

// spelling is how a dossier writes a word of the API: POST_TAKEN as "post taken".
func spelling(word string) string {
	if len(word) == 1 || slices.Contains([]string{"IED", "NGO"}, word) {
		return word
	}
	return strings.ToLower(strings.ReplaceAll(word, "_", " "))
}

func quoted(words []string) string { return strings.Join(words, ", ") }

// countForm is a plain whole number.
type countForm struct{}

func (countForm) read(c cursor, n ast.Node, into reflect.Value) {
	count, ok := wholeNumber(n)
	if !ok {
		c.problem(n, "a whole number from 0 is wanted, not %s", describe(n))
		return
	}
	into.SetInt(int64(count))
}

func wholeNumber(n ast.Node) (int, bool) {
	text, ok := scalar(n)
	if !ok {
		return 0, false
	}
	return digits(text)
}

// digits reads a count; numbers beyond a billion are slips of the pen.
func digits(text string) (int, bool) {
	if text == "" || len(text) > 9 || strings.Trim(text, "0123456789") != "" {
		return 0, false
	}
	count, err := strconv.Atoi(text)
	return count, err == nil
}

// flagForm is true or false.
type flagForm struct{}

func (flagForm) read(c cursor, n ast.Node, into reflect.Value) {
	text, _ := scalar(n)
	if text != "true" && text != "false" {
		c.problem(n, "true or false is wanted, not %s", describe(n))
		return
	}
	into.SetBool(text == "true")
}

// measureForm is a number with a fraction: degrees of latitude.
type measureForm struct{}

func (measureForm) read(c cursor, n ast.Node, into reflect.Value) {
	text, _ := scalar(n)
	value, err := strconv.ParseFloat(text, 64)
	if err != nil || value != value || value > 1e9 || value < -1e9 {
		c.problem(n, "a number is wanted, not %s", describe(n))
		return
	}
	into.SetFloat(value)
}

// idForm names a node. Where only one kind can stand, the key alone suffices.
type idForm struct{ kinds []graph.NodeKind }

const keyPattern = `[a-z0-9][a-z0-9._-]{0,126}`

var keyShape = regexp.MustCompile(`^` + keyPattern + `$`)

func (f idForm) read(c cursor, n ast.Node, into reflect.Value) {
	if id := f.id(c, n); id != "" {
		into.SetString(string(id))
		c.refer(id, n)
	}
}

func (f idForm) id(c cursor, n ast.Node) graph.ID {
	text, ok := scalar(n)
	if !ok {
		c.problem(n, "an id is wanted (%s), not %s", f.example(), describe(n))
		return ""
	}
	if len(f.kinds) == 1 && keyShape.MatchString(text) {
		text = graph.KindNamed(f.kinds[0]).Prefix + ":" + text
	}
	id, err := graph.ParseID(text)
	switch {
	case err != nil && keyShape.MatchString(text):
		c.problem(n, "%q does not say of which kind it is; write %s", clip(text), f.example())
	case err != nil:
		c.problem(n, "%s", err)
	case !slices.Contains(f.kinds, id.Kind()):
		c.problem(n, "%s cannot stand here; wanted is %s", id, f.example())
	default:
		return id
	}
	return ""
}

// example says which ids can stand: "group:…, organization:… or person:…".
func (f idForm) example() string {
	prefixes := f.prefixes()
	for i, p := range prefixes {
		prefixes[i] = p + ":…"
	}
	if last := len(prefixes) - 1; last > 0 {
		return strings.Join(prefixes[:last], ", ") + " or " + prefixes[last]
	}
	return prefixes[0]
}

func (f idForm) prefixes() []string {
	prefixes := make([]string, len(f.kinds))
	for i, k := range f.kinds {
		prefixes[i] = graph.KindNamed(k).Prefix
	}
	return prefixes
}

// listForm is a list, or a single member of it.
type listForm struct{ item form }

func (f listForm) read(c cursor, n ast.Node, into reflect.Value) {
	for _, member := range members(n) {
		value := reflect.New(into.Type().Elem()).Elem()
		at := c.item(into.Len(), member)
		if isEmpty(member) {
			at.problem(member, "a member of the list is empty")
			continue
		}
		f.item.read(at, member, value)
		switch {
		case value.IsZero():
		case isID(f.item) && holds(into, value):
			at.problem(member, "%s stands here twice", value)
		default:
			into.Set(reflect.Append(into, value))
		}
	}
}

func isID(f form) bool {
	_, is := f.(idForm)
	return is
}

// members are the nodes of a list; a single value is a list of one.
func members(n ast.Node) []ast.Node {
	if list, ok := n.(*ast.SequenceNode); ok {
		return list.Values
	}
	return []ast.Node{n}
}

// pointerForm is a value that may be missing.
type pointerForm struct{ of form }

func (f pointerForm) read(c cursor, n ast.Node, into reflect.Value) {
	value := reflect.New(into.Type().Elem())
	before := len(c.problems)
	f.of.read(c, n, value.Elem())
	if len(c.problems) == before {
		into.Set(value)
	}
}

func (f pointerForm) schema(s *schemas) any { return f.of.schema(s) }
