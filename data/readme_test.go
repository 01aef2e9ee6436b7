package data_test

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"claimgraph/data"
	"claimgraph/dossier"
	"claimgraph/graph"
)

// TestWhereEachFactWent holds the table of README.md against the dossiers: the
// table names no record that is not there, and no record is there unnamed.
func TestWhereEachFactWent(t *testing.T) {
	text, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	there := map[string]bool{}
	for _, n := range both(t).Nodes {
		there[string(n.Head().ID)] = true
		if !strings.Contains(string(text), "`"+string(n.Head().ID)+"`") {
			t.Errorf("%s is in a dossier, and no fact led to it", n.Head().ID)
		}
	}
	rows := facts(string(text))
	for _, row := range rows {
		if len(row.records) == 0 && row.how == "" {
			t.Errorf("%s went nowhere, and it does not say why", row.fact)
		}
		for _, id := range row.records {
			if !there[id] {
				t.Errorf("%s went to %s, which is in no dossier", row.fact, id)
			}
		}
	}
	wantFamilies(t, rows)
}

// families are how many facts of each sort were listed.
var families = map[string]int{
	"doc": 1, "person": 3, "org": 5, "act": 7, "aff": 6, "pl": 19, "ev": 9, "cas": 8, "st": 4, "cl": 6, "ac": 1, "ad": 1,
	"co": 5, "de": 1, "su": 1, "do": 3, "stat": 1, "ge": 2, "com": 2, "am": 16, "x": 15,
}

// wantFamilies counts the facts, each once; numbered ones count without a gap.
func wantFamilies(t *testing.T, rows []fact) {
	t.Helper()
	var listed []string
	count := map[string]int{}
	for _, row := range rows {
		if slices.Contains(listed, row.fact) {
			t.Errorf("%s stands in the table twice", row.fact)
		}
		listed = append(listed, row.fact)
		family, _, _ := strings.Cut(row.fact, "-")
		count[family]++
	}
	for family, want := range families {
		if count[family] != want {
			t.Errorf("%d facts of %s, not %d", count[family], family, want)
		}
	}
	for _, family := range []string{"aff", "st", "do", "ge", "com", "am"} {
		for i := range families[family] {
			if id := fmt.Sprintf("%s-%d", family, i+1); !slices.Contains(listed, id) {
				t.Errorf("%s is missing in the table", id)
			}
		}
	}
}

// TestSourcesAreCredited: who asks for credit gets it in the graph and on the page.
func TestSourcesAreCredited(t *testing.T) {
	text, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range both(t).Nodes {
		source, ok := n.(*graph.Source)
		if !ok {
			continue
		}
		if source.Kind == graph.SourceDataset && source.Licence == "" {
			t.Errorf("%s is a data set and gives no terms", source.ID)
		}
		if _, credit, asks := strings.Cut(string(source.Licence), "credit: "); asks && !strings.Contains(string(text), "credit: "+credit) {
			t.Errorf("%s asks for credit to %q, which the page does not give", source.ID, credit)
		}
	}
}

func both(t *testing.T) *dossier.Dossier {
	t.Helper()
	seed, err := dossier.FilesIn(data.Seed)
	if err != nil {
		t.Fatal(err)
	}
	followUp, err := dossier.FilesIn(data.FollowUp)
	if err != nil {
		t.Fatal(err)
	}
	read, err := dossier.Parse(t.Context(), append(seed, followUp...), nil)
	if err != nil {
		t.Fatal(err)
	}
	return read
}

// fact is a row of the table.
type fact struct {
	fact    string
	records []string
	how     string
}

var quoted = regexp.MustCompile("`([^`]*)`")

func facts(text string) []fact {
	_, table, _ := strings.Cut(text, "| fact | records | how |\n|---|---|---|\n")
	var rows []fact
	for line := range strings.Lines(table) {
		cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), " | ")
		if len(cells) != 3 {
			break
		}
		row := fact{fact: strings.TrimSpace(cells[0]), how: strings.TrimSpace(cells[2])}
		for _, id := range quoted.FindAllStringSubmatch(cells[1], -1) {
			row.records = append(row.records, id[1])
		}
		rows = append(rows, row)
	}
	return rows
}
