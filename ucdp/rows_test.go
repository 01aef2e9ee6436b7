package ucdp

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"claimgraph/expected"
	"claimgraph/graph"
)

// TestRows: what rows of each version mean, record by record, as the file beside
// each says. testdata/README.md says which rows are real.
func TestRows(t *testing.T) {
	paths, err := filepath.Glob("testdata/rows/*.csv")
	if err != nil || len(paths) == 0 {
		t.Fatal(paths, err)
	}
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			i, problems := reading(t, path)
			if len(problems) > 0 {
				t.Fatal(problems)
			}
			expected.File(t, strings.TrimSuffix(path, ".csv")+".nodes", listed(t, i))
		})
	}
}

// TestBroken: every row that is wrong, each with its place. The others are read.
func TestBroken(t *testing.T) {
	for name, good := range map[string][]string{
		"events": {"attack:ucdp-10", "attack:ucdp-30"},
		"quotes": {"attack:ucdp-40"},
		"actors": {"group:ucdp-actor-1"},
	} {
		t.Run(name, func(t *testing.T) {
			i, problems := reading(t, "testdata/broken/"+name+".csv")
			expected.File(t, "testdata/broken/"+name+".errors", strings.Join(problems, "\n")+"\n")
			if i.Skipped != len(problems) {
				t.Errorf("%d problems, %d rows left out", len(problems), i.Skipped)
			}
			got := listed(t, i)
			for _, id := range good {
				if !strings.Contains(got, `"id":"`+id+`"`) {
					t.Errorf("%s was not read", id)
				}
			}
			if name == "events" && strings.Count(got, `"id":"attack:`) != len(good) {
				t.Errorf("more was read than is good: %s", got)
			}
		})
	}
}

// reading reads files, and gives the problems in them without their folders.
func reading(t *testing.T, paths ...string) (*Import, []string) {
	t.Helper()
	var problems []string
	i, err := Read(t.Context(), paths, "", func(p Problem) {
		p.File = filepath.Base(p.File)
		problems = append(problems, p.String())
	})
	if err != nil {
		t.Fatal(err)
	}
	return i, problems
}

// written are the records of an import in the order of their writing.
func written(t *testing.T, i *Import) []graph.Node {
	t.Helper()
	var nodes []graph.Node
	for part := range i.Parts(t.Context(), func(err error) { t.Error(err) }) {
		nodes = append(nodes, part...)
	}
	return nodes
}

// listed are those records, one a line; each refers to what stands above it or
// among the records of the same row.
func listed(t *testing.T, i *Import) string {
	t.Helper()
	var out bytes.Buffer
	for _, n := range written(t, i) {
		n.Normal()
		if err := n.Validate(); err != nil {
			t.Errorf("%s: %v", n.Head().ID, err)
		}
		line, err := json.Marshal(n)
		if err != nil {
			t.Fatal(err)
		}
		out.Write(append(line, '\n'))
	}
	return out.String()
}

// TestPackedAndMarked: a file is unpacked by what stands in it, whatever its
// name, and what marks it as UTF-8 is passed over.
func TestPackedAndMarked(t *testing.T) {
	plain, err := os.ReadFile("testdata/rows/sahel-2023.csv")
	if err != nil {
		t.Fatal(err)
	}
	var packed bytes.Buffer
	pack := gzip.NewWriter(&packed)
	if _, err := pack.Write(append([]byte("\ufeff"), plain...)); err != nil || pack.Close() != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "events.csv")
	if err := os.WriteFile(path, packed.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	one, _ := reading(t, "testdata/rows/sahel-2023.csv")
	other, problems := reading(t, path)
	if len(problems) > 0 || listed(t, one) != listed(t, other) {
		t.Errorf("packed it is read otherwise: %v", problems)
	}
	if err := os.WriteFile(path, packed.Bytes()[:packed.Len()/2], 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Read(t.Context(), []string{path}, "", func(Problem) {}); err == nil || !strings.Contains(err.Error(), "cannot be read to its end") {
		t.Errorf("half a file: %v", err)
	}
}

// TestTheLastRowCounts: of an event that stands in several files the last row is
// imported, so that a newer release named behind an older one replaces it.
func TestTheLastRowCounts(t *testing.T) {
	text, err := os.ReadFile("testdata/rows/sahel-2023.csv")
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	older, newer := filepath.Join(folder, "GEDEvent_v22_1.csv"), filepath.Join(folder, "GEDEvent_v23_1.csv")
	lines := strings.SplitAfter(string(text), "\n")
	for path, rows := range map[string][]string{older: lines, newer: lines[:3]} {
		if err := os.WriteFile(path, []byte(strings.Join(rows, "")), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	i, problems := reading(t, older, newer)
	cites := map[graph.ID]int{}
	for _, n := range written(t, i) {
		if a, ok := n.(*graph.Attack); ok {
			cites[a.Citations[0].Source]++
		}
	}
	if want := i.Rows - 2; len(problems) > 0 || i.Repeated != 2 || i.Events != want || cites["source:ucdp-ged-22.1"] != want-2 || cites["source:ucdp-ged-23.1"] != 2 {
		t.Errorf("%+v, %v, %v", i.Counts, cites, problems)
	}
}

// TestNoFileOfUCDP: what is none of UCDP's files is refused before a row is read.
func TestNoFileOfUCDP(t *testing.T) {
	folder := t.TempDir()
	for name, c := range map[string]struct{ text, says string }{
		"country-years.csv": {"country_id_cy,country_cy,year_cy,version\n2,United States of America,1989,25.1\n", "none of them is there"},
		"events.json":       {"[\n  {\n    \"id\": 121070", "none of them is there"},
		"no-sides.csv":      {strings.Join(slices.DeleteFunc(slices.Clone(ofEvents), func(c string) bool { return c == "side_a" || c == "low" }), ",") + "\n", "missing here: side_a, low"},
		"empty.csv":         {"", "none of them is there"},
		"packed.gz":         {"\x1f\x8bno", "is none"},
		"quote.csv":         {"a\"b,c\n", "is no CSV file"},
	} {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(c.text), 0o600); err != nil {
			t.Fatal(err)
		}
		told := 0
		_, err := Read(t.Context(), []string{"testdata/broken/events.csv", path}, "", func(Problem) { told++ })
		if err == nil || graph.CodeOf(err) != graph.CodeBadInput || told > 0 || !strings.Contains(err.Error(), path) || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v, after %d problems", name, err, told)
		}
	}
	if _, err := Read(t.Context(), []string{filepath.Join(folder, "nowhere.csv")}, "", nil); graph.CodeOf(err) != graph.CodeBadInput {
		t.Error(err)
	}
	if _, err := Read(t.Context(), nil, "the newest", nil); graph.CodeOf(err) != graph.CodeBadInput {
		t.Error(err)
	}
}

// TestEveryColumn: docs/ucdp.md says of every column of every version what
// becomes of it, or that it is left out.
func TestEveryColumn(t *testing.T) {
	page, err := os.ReadFile("../docs/ucdp.md")
	if err != nil {
		t.Fatal(err)
	}
	paths, err := filepath.Glob("testdata/rows/*.csv")
	if err != nil || len(paths) == 0 {
		t.Fatal(paths, err)
	}
	for _, path := range paths {
		file, err := open(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range file.names {
			if !bytes.Contains(page, []byte("`"+name+"`")) {
				t.Errorf("%s has a column %s, of which docs/ucdp.md says nothing", path, name)
			}
		}
		if err := file.close(); err != nil {
			t.Error(err)
		}
	}
}
