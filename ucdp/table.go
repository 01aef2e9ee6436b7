// Package ucdp reads what the Uppsala Conflict Data Program (UCDP) publishes as
// CSV, its Georeferenced Event Dataset (GED) and its Actor Dataset, and makes
// records of it. docs/ucdp.md says column by column what becomes of a row.
package ucdp

import (
	"bufio"
	"compress/gzip"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"claimgraph/graph"
)

// Problem is what is wrong in a row: where, in lines and bytes from 1, and what.
type Problem struct {
	File         string
	Line, Column int
	Message      string
}

// String is the problem as compilers write them, so that editors can jump there.
func (p Problem) String() string {
	return fmt.Sprintf("%s:%d:%d: %s", p.File, p.Line, p.Column, p.Message)
}

// table is one file, read row by row.
type table struct {
	name    string
	csv     *csv.Reader
	names   []string
	columns map[string]int // by name, in small letters
	actors  bool           // the Actor Dataset; else events
	release string         // "": the file's name does not tell
	close   func() error
}

// What a file cannot do without. Everything else is read where it is there:
// the columns differ by version.
var (
	ofEvents = []string{
		"id", "type_of_violence", "dyad_new_id", "dyad_name", "side_a_new_id", "side_a", "side_b_new_id", "side_b",
		"where_prec", "where_coordinates", "country", "country_id", "date_prec", "date_start", "date_end",
		"deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "low", "best", "high",
	}
	ofActors = []string{"actorid", "namedata"}
)

// releaseInName is how UCDP names its files of events: GEDEvent_v23_1.csv.
var releaseInName = regexp.MustCompile(`(?i)^gedevent_v(\d+(?:_\d+)+)\.`)

// open opens a file, packed or not, and reads its header.
func open(path string) (*table, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, graph.BadInput("%s cannot be read: %v", path, reason(err))
	}
	t, err := read(path, file)
	if err != nil {
		_ = file.Close()
		return nil, err
	}
	t.close = file.Close
	return t, nil
}

// reason is what the system says, without the path, which is said already.
func reason(err error) error {
	var at *os.PathError
	if errors.As(err, &at) {
		return at.Err
	}
	return err
}

func read(name string, from io.Reader) (*table, error) {
	text := bufio.NewReaderSize(from, 1<<16)
	if magic, _ := text.Peek(2); string(magic) == "\x1f\x8b" {
		unpacked, err := gzip.NewReader(text)
		if err != nil {
			return nil, graph.BadInput("%s begins like a packed file and is none", name)
		}
		text = bufio.NewReaderSize(unpacked, 1<<16)
	}
	if mark, _ := text.Peek(3); string(mark) == "\ufeff" {
		_, _ = text.Discard(3)
	}
	t := &table{name: name, csv: csv.NewReader(text), columns: map[string]int{}, close: func() error { return nil }}
	t.csv.ReuseRecord = true
	if found := releaseInName.FindStringSubmatch(filepath.Base(name)); found != nil {
		t.release = strings.ReplaceAll(found[1], "_", ".")
	}
	return t, t.header()
}

// header learns the columns, and refuses files that are neither of the two.
func (t *table) header() error {
	names, err := t.csv.Read()
	if err != nil && !errors.Is(err, io.EOF) {
		return graph.BadInput("%s is no CSV file: %v", t.name, err)
	}
	t.names = slices.Clone(names)
	for i, name := range names {
		t.columns[strings.ToLower(strings.TrimSpace(name))] = i
	}
	lacks := func(wanted []string) (missing []string) {
		for _, name := range wanted {
			if _, there := t.columns[name]; !there {
				missing = append(missing, name)
			}
		}
		return missing
	}
	events, actors := lacks(ofEvents), lacks(ofActors)
	t.actors = len(actors) == 0
	if len(events) == 0 || t.actors {
		return nil
	}
	return graph.BadInput("%s is neither a file of UCDP GED events, which has the columns %s, nor one of the UCDP Actor Dataset, which has ActorId and NameData",
		t.name, missingOf(events))
}

// missingOf says which of the wanted columns are not there.
func missingOf(missing []string) string {
	if len(missing) == len(ofEvents) {
		return strings.Join(ofEvents, ", ") + " (none of them is there)"
	}
	return fmt.Sprintf("%s (missing here: %s)", strings.Join(ofEvents, ", "), strings.Join(missing, ", "))
}

// next reads a row; nil at the end. What is no row comes with its problem.
func (t *table) next() (*row, error) {
	for {
		cells, err := t.csv.Read()
		var wrong *csv.ParseError
		switch {
		case errors.Is(err, io.EOF):
			return nil, nil
		case errors.As(err, &wrong):
			message := wrong.Err.Error()
			if errors.Is(err, csv.ErrFieldCount) {
				message = fmt.Sprintf("the row has %d fields, and the header %d", len(cells), t.csv.FieldsPerRecord)
			}
			return &row{table: t, problem: &Problem{t.name, wrong.StartLine, max(wrong.Column, 1), message}}, nil
		case err != nil:
			return nil, graph.BadInput("%s cannot be read to its end: %v", t.name, err)
		}
		if !tagged(cells) {
			return &row{table: t, cells: cells}, nil
		}
	}
}

// tagged tells whether a row holds the HXL tags of its columns: #date+start.
func tagged(cells []string) bool {
	return strings.HasPrefix(cells[0], "#") && !slices.ContainsFunc(cells, func(c string) bool { return c != "" && c[0] != '#' })
}
