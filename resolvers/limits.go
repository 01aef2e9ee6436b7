package resolvers

import (
	"fmt"
	"time"

	"claimgraph/graph"

	"github.com/vektah/gqlparser/v2/gqlerror"
)

// Limits bound what one request may ask. Those of a filter are kept where
// filters are read.
type Limits struct {
	graph.Bounds
	Tokens int           // of a query's text
	Depth  int           // fields within fields
	Roots  int           // fields of Query
	Cost   int           // nodes an answer may have, as estimated from the pages asked for
	Body   int64         // bytes of a request
	Within time.Duration // from the first byte of a request to its answer
}

// DefaultLimits are those of the API's contract.
func DefaultLimits() Limits {
	return Limits{
		Bounds: graph.DefaultBounds(),
		Tokens: 2500,
		Depth:  15, // what tools ask to learn the schema is exactly as deep
		Roots:  30,
		Cost:   20_000,
		Body:   1 << 20,
		Within: 10 * time.Second,
	}
}

// valuesANode is how many plain values a node is taken to have: an answer may
// hold as many for each node it may have.
const valuesANode = 50

// mostErrors is how many errors an answer tells of.
const mostErrors = 20

// capped are the first errors, and how many there are besides.
func capped(errs gqlerror.List) gqlerror.List {
	if len(errs) <= mostErrors {
		return errs
	}
	rest := &gqlerror.Error{Message: fmt.Sprintf("and %d more errors", len(errs)-mostErrors), Extensions: map[string]any{"code": errs[0].Extensions["code"]}}
	return append(errs[:mostErrors:mostErrors], rest)
}

// values are how many a request may hold in all: those of a few lists.
func (l Limits) values() int { return 10 * l.Listed }

func (l Limits) bulky() *graph.Error {
	return graph.LimitExceeded(graph.LimitListed, "the request holds more than %d values, and a list in it at most %d; ask for less at once", l.values(), l.Listed)
}

// variables looks at what came as variables before anything is made of it: no
// long lists, and no abysses.
func (l Limits) variables(given map[string]any) error {
	var look func(v any, deep int) error
	look = func(v any, deep int) error {
		if deep > 10*l.FilterDepth {
			return graph.LimitExceeded(graph.LimitFilterDepth, "it is nested deeper than %d; ask in fewer levels", 10*l.FilterDepth)
		}
		switch v := v.(type) {
		case []any:
			if len(v) > l.Listed {
				return graph.LimitExceeded(graph.LimitListed, "a list holds at most %d, not %d", l.Listed, len(v))
			}
			for i, item := range v {
				if err := look(item, deep+1); err != nil {
					return graph.Under(err, fmt.Sprint(i))
				}
			}
		case map[string]any:
			for name, item := range v {
				if err := look(item, deep+1); err != nil {
					return graph.Under(err, name)
				}
			}
		}
		return nil
	}
	for name, v := range given {
		if err := look(v, 0); err != nil {
			return graph.Under(err, "$"+name)
		}
	}
	return nil
}
