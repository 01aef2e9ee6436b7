package ucdp

import (
	"math"
	"strings"

	"claimgraph/graph"
)

// The values of type_of_violence.
const (
	stateBased = 1 // at least one side is the government of a state
	nonState   = 2
	oneSided   = 3 // side a against civilians, who are no actor
)

// event is one row of the GED.
type event struct {
	id                     int
	relid, status          string
	violence               int
	dyad, conflict         int // conflict 0: no such column
	dyadName, conflictName string
	a, b                   side // b: nobody, of one-sided violence
	where                  where
	clarity                int // 0: no such column
	datePrec               int
	start, end             graph.Date
	deaths                 deaths
	original               string // whose account the news gave
	cited                  []cited
}

// side is an actor as a row names it.
type side struct {
	id    int
	name  string
	state bool // the government of a state
	armed bool // a formally organized group; of the sides of non-state violence a row does not tell
}

// deaths are the best estimate by who they were, and the three estimates of all.
type deaths struct {
	a, b, civilians, unknown int
	low, best, high          int
}

// event reads the row. It is of no use where the row has a problem.
func (r *row) event() event {
	e := event{
		id: r.number("id", math.MaxInt), relid: r.text("relid"), status: r.text("code_status"),
		violence: r.number("type_of_violence", oneSided),
		dyad:     r.number("dyad_new_id", math.MaxInt), dyadName: r.must("dyad_name"), conflictName: r.text("conflict_name"),
		datePrec: r.number("date_prec", 5), start: r.day("date_start"), end: r.day("date_end"),
		deaths: deaths{
			a: r.count("deaths_a"), b: r.count("deaths_b"), civilians: r.count("deaths_civilians"), unknown: r.count("deaths_unknown"),
			low: r.count("low"), best: r.count("best"), high: r.count("high"),
		},
		original: r.text("source_original"), cited: r.cited(),
	}
	if r.text("conflict_new_id") != "" {
		e.conflict = r.number("conflict_new_id", math.MaxInt)
	}
	if r.text("event_clarity") != "" {
		e.clarity = r.number("event_clarity", 2)
	}
	if e.start > e.end {
		r.wrong("date_end", "the event ends (%s) before it begins (%s)", e.end, e.start)
	}
	if d := e.deaths; d.a+d.b+d.civilians+d.unknown != d.best {
		r.wrong("best", "%d is not what deaths_a, deaths_b, deaths_civilians and deaths_unknown come to, %d", d.best, d.a+d.b+d.civilians+d.unknown)
	}
	e.a = r.side("a", e.violence)
	if e.violence != oneSided {
		e.b = r.side("b", e.violence)
	}
	e.where = r.where()
	return e
}

// side reads side a or b. Governments have the number of their state, or at
// least their name, where a version has no such column.
func (r *row) side(which string, violence int) side {
	s := side{id: r.number("side_"+which+"_new_id", math.MaxInt), name: r.must("side_" + which)}
	s.state = r.text("gwno"+which) != "" || strings.HasPrefix(s.name, "Government of ")
	s.armed = violence != nonState
	return s
}

// aggregate tells whether the sources of the event gave several as one.
func (e *event) aggregate() bool { return e.clarity == 2 }
