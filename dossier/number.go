package dossier

import (
	"fmt"
	"reflect"
	"strings"

	"github.com/goccy/go-yaml/ast"

	"claimgraph/graph"
)

// Number is a number of people or things as people write it, read by the table
// before rule 26. A bound that is nil is open.
type Number struct {
	Min, Max   *int
	Quantifier graph.Quantifier
	Disclosure graph.Disclosure
	Verbatim   string // the words, where there are more than the digits
}

// vague numbers are words, never digits: "several" is more than one and has no
// upper bound.
var vague = map[string]struct {
	min  int
	word graph.Quantifier
}{
	"several":  {2, graph.QuantifierSeveral},
	"dozens":   {24, graph.QuantifierDozens},
	"hundreds": {200, graph.QuantifierHundreds},
}

// withheld numbers are not given at all, which is not zero.
var withheld = map[string]graph.Disclosure{
	"not given": graph.DisclosureAssertedButNotGiven,
	"unknown":   graph.DisclosureUnknown,
}

// bounded numbers are a word or two before the digits.
var bounded = []struct {
	words string
	word  graph.Quantifier
	read  func(n int) (low, high *int)
}{
	{"at least ", graph.QuantifierAtLeast, func(n int) (low, high *int) { return &n, nil }},
	{"more than ", graph.QuantifierAtLeast, func(n int) (low, high *int) { n++; return &n, nil }},
	{"at most ", graph.QuantifierAtMost, func(n int) (low, high *int) { return new(int), &n }},
	{"about ", graph.QuantifierAbout, func(n int) (low, high *int) { return &n, &n }},
}

const numberForms = "a number is written 5, at least 5, more than 5, at most 5, about 5, 5 to 8, several, dozens, hundreds, not given or unknown"

// ParseNumber reads a number as people write it.
func ParseNumber(text string) (Number, error) {
	written := strings.Join(strings.Fields(text), " ")
	if n, ok := digits(written); ok {
		return Number{&n, &n, graph.QuantifierExact, graph.DisclosureStated, ""}, nil
	}
	if d, ok := withheld[written]; ok {
		return Number{Disclosure: d}, nil
	}
	if v, ok := vague[written]; ok {
		return Number{&v.min, nil, v.word, graph.DisclosureVague, written}, nil
	}
	for _, b := range bounded {
		if rest, ok := strings.CutPrefix(written, b.words); ok {
			if n, ok := digits(rest); ok {
				low, high := b.read(n)
				return Number{low, high, b.word, graph.DisclosureStated, written}, nil
			}
		}
	}
	if from, to, ok := strings.Cut(written, " to "); ok {
		return numberRange(written, from, to)
	}
	return Number{}, fmt.Errorf("%q is not a number; %s", clip(text), numberForms)
}

func numberRange(written, from, to string) (Number, error) {
	low, ok := digits(from)
	high, ok2 := digits(to)
	if !ok || !ok2 {
		return Number{}, fmt.Errorf("%q is not a number; %s", clip(written), numberForms)
	}
	if low > high {
		return Number{}, fmt.Errorf("%q goes down; write the smaller number first", clip(written))
	}
	return Number{&low, &high, graph.QuantifierRange, graph.DisclosureStated, written}, nil
}

// numberForm reads a number into whatever has bounds.
type numberForm struct{}

func (numberForm) read(c cursor, n ast.Node, into reflect.Value) {
	text, ok := scalar(n)
	if !ok {
		c.problem(n, "%s; this is %s", numberForms, describe(n))
		return
	}
	number, err := ParseNumber(text)
	if err != nil {
		c.problem(n, "%s", err)
		return
	}
	into.Set(reflect.ValueOf(&number))
}

// countedWritten is the sugar of whatever holds a number.
type countedWritten struct {
	Number *Number `json:"number" at:"quantifier"`
}

// fillBounds puts a number where its parts are kept; what is written in full stands.
func fillBounds(c cursor, n ast.Node, number *Number, low, high **int, word *graph.Quantifier, verbatim *graph.Text) {
	if number == nil {
		return
	}
	if *low != nil || *high != nil {
		c.problem(n, "the number stands here twice: as \"number\" and as \"min\" and \"max\"")
		return
	}
	*low, *high = number.Min, number.Max
	if *word == "" {
		*word = number.Quantifier
	}
	if *verbatim == "" {
		*verbatim = graph.Text(number.Verbatim)
	}
}
