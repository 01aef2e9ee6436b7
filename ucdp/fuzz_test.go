package ucdp

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"claimgraph/graph"
)

// FuzzRows: whatever stands in the rows of a file, reading it ends, and each row
// either has a problem with a place in the file, or becomes records that are
// valid, whose toll holds the best estimate and whose days hold those of the row.
func FuzzRows(f *testing.F) {
	for _, pattern := range []string{"testdata/rows/*.csv", "testdata/broken/*.csv"} {
		paths, err := filepath.Glob(pattern)
		if err != nil || len(paths) == 0 {
			f.Fatal(paths, err)
		}
		for _, path := range paths {
			text, err := os.ReadFile(path)
			if err != nil {
				f.Fatal(err)
			}
			lines := strings.SplitAfter(string(text), "\n")
			f.Add(lines[0], strings.Join(lines[1:], ""))
		}
	}
	f.Fuzz(func(t *testing.T, header, rows string) {
		if strings.ContainsAny(header, "\"\r") { // keeps lines countable
			return
		}
		text := strings.TrimRight(header, "\n") + "\n" + rows
		file, err := read("fuzz.csv", strings.NewReader(text))
		if err != nil {
			if graph.CodeOf(err) != graph.CodeBadInput {
				t.Fatal(err)
			}
			return
		}
		for {
			r, err := file.next()
			if err != nil {
				t.Fatal(err)
			}
			if r == nil {
				return
			}
			if r.problem == nil {
				if file.actors {
					anActor(t, r)
				} else {
					anEvent(t, r)
				}
			}
			if p := r.problem; p != nil && (p.Line < 1 || p.Line > strings.Count(text, "\n")+1 || p.Column < 1 || p.Message == "" || strings.Contains(p.Message, "\n")) {
				t.Errorf("%q has no place, or no message of one line", p)
			}
		}
	})
}

func anActor(t *testing.T, r *row) {
	t.Helper()
	a := r.actor()
	if r.problem != nil {
		return
	}
	valid(t, a.group(actorsOf(a.release)), actorsOf(a.release).source())
}

func anEvent(t *testing.T, r *row) {
	t.Helper()
	e := r.event()
	if r.problem != nil {
		return
	}
	from := eventsOf("23.1")
	nodes := e.records(from, plain)
	places, _ := e.where.places(plain.country(e.where.country))
	for _, p := range places {
		nodes = append(nodes, p)
	}
	valid(t, append(nodes, from.source(), e.a.group(from))...)
	attack, claim := nodes[0].(*graph.Attack), nodes[1].(*graph.Claim)
	if when := attack.Recorded.Occurred; when.Earliest != e.start || when.Latest != e.end {
		t.Errorf("from %s to %s becomes %+v", e.start, e.end, when)
	}
	total := claim.Casualties[0]
	if *total.Min > min(e.deaths.low, e.deaths.best) || *total.Max < max(e.deaths.best, e.deaths.high) {
		t.Errorf("%+v becomes %d to %d", e.deaths, *total.Min, *total.Max)
	}
	for _, f := range claim.Casualties[1:] {
		if *f.Max > *total.Max {
			t.Errorf("%+v: a part of up to %d in a total of up to %d", e.deaths, *f.Max, *total.Max)
		}
	}
	if claim.AttributedTo != nil && e.violence != oneSided {
		t.Error("a party to fighting is made its perpetrator")
	}
}

func valid(t *testing.T, nodes ...graph.Node) {
	t.Helper()
	for _, n := range nodes {
		n.Normal()
		if _, err := graph.ParseID(string(n.Head().ID)); err != nil {
			t.Error(err)
		}
		if err := n.Validate(); err != nil {
			t.Errorf("%s: %v", n.Head().ID, err)
		}
	}
}

// TestHeaderWithALine: a field of the header may
// span lines; the rows below it keep theirs.
func TestHeaderWithALine(t *testing.T) {
	var text strings.Builder
	w := csv.NewWriter(&text)
	if err := w.Write(append(append([]string{}, ofEvents...), "two\nlines")); err != nil {
		t.Fatal(err)
	}
	w.Flush()
	text.WriteString("x" + strings.Repeat(",", len(ofEvents)) + "\n")
	file, err := read("lines.csv", strings.NewReader(text.String()))
	if err != nil {
		t.Fatal(err)
	}
	r, err := file.next()
	if err != nil || r == nil {
		t.Fatal(r, err)
	}
	if r.event(); r.problem == nil || r.problem.Line != 3 {
		t.Errorf("%+v", r.problem)
	}
}
