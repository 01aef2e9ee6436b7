package dossier

import (
	"context"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"claimgraph/graph"
)

// TestManual: every example of the manual passes the checker.
func TestManual(t *testing.T) {
	text := manual(t)
	examples := fenced(text, "yaml")
	if len(examples) < 12 {
		t.Fatalf("the manual has %d examples", len(examples))
	}
	for _, example := range examples {
		for _, whole := range wholes(example) {
			files := []File{{"example.yaml", []byte(whole)}}
			if strings.HasPrefix(example, "additions:") { // to the first dossier
				files = append(files, File{"first.yaml", []byte(examples[0])})
			}
			if _, err := Parse(t.Context(), files, anything); err != nil {
				t.Errorf("%v\n%s", err, whole)
			}
		}
	}
	first, err := Parse(t.Context(), []File{{"first.yaml", []byte(examples[0])}}, nil)
	if err != nil {
		t.Fatalf("the first dossier stands alone, and does not pass: %v", err)
	}
	if says := fmt.Sprintf("\n%d records, no error\n", len(first.Nodes)); !strings.Contains(text, says) {
		t.Errorf("the manual does not say %q of its first dossier", says)
	}
}

// TestManualErrors: the errors that the manual shows are what the checker says.
func TestManualErrors(t *testing.T) {
	_, err := Read(t.Context(), []string{"testdata/broken/tanda.yaml"}, nil)
	said := strings.Split(strings.ReplaceAll(err.Error(), "testdata/broken/", ""), "\n")
	_, chapter, _ := strings.Cut(manual(t), "\n## Errors")
	shown := strings.Split(strings.TrimSpace(fenced(chapter, "")[0]), "\n")
	if len(said) != len(shown) {
		t.Fatalf("%d errors are shown, and %d said:\n%s", len(shown), len(said), err)
	}
	for i, line := range shown {
		if before, cut := strings.CutSuffix(line, "…"); line != said[i] && !(cut && strings.HasPrefix(said[i], before)) {
			t.Errorf("it shows\n%s\nand is\n%s", line, said[i])
		}
	}
}

// TestGenerated: the JSON Schema and the manual's tables are as go generate makes them.
func TestGenerated(t *testing.T) {
	schema, err := Schema()
	if err != nil {
		t.Fatal(err)
	}
	if kept, err := os.ReadFile("../data/dossier.schema.json"); err != nil || string(kept) != string(schema) {
		t.Errorf("data/dossier.schema.json is out of date: run go generate ./dossier (%v)", err)
	}
	if filled, err := FillManual(manual(t)); err != nil || filled != manual(t) {
		t.Errorf("docs/dossier.md is out of date: run go generate ./dossier (%v)", err)
	}
}

// TestKeysAreExplained: every key has its sentence, in the editor and in the
// manual. A new kind of node can be written before anybody explains it; once one
// of its keys is explained, all are.
func TestKeysAreExplained(t *testing.T) {
	described := keysDescribed()
	begun := map[string]bool{}
	for key := range docs {
		owner, _, _ := strings.Cut(key, ".")
		begun[owner] = true
	}
	for key, doc := range described {
		owner, _, _ := strings.Cut(key, ".")
		if doc == "" && begun[owner] && owner != "Document" {
			t.Errorf("nothing says what %s means: add it to docs.go", key)
		}
	}
}

func manual(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../docs/dossier.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// fenced are the blocks of a language in a Markdown text.
func fenced(text, language string) []string {
	var blocks []string
	for _, match := range regexp.MustCompile("(?ms)^```"+language+"\n(.*?)^```$").FindAllStringSubmatch(text, -1) {
		blocks = append(blocks, match[1])
	}
	return blocks
}

// wholes makes dossiers of an example: itself, or one of each of the keys that
// it shows, put where that key stands.
func wholes(example string) []string {
	const source = "source: source:herald-2018-05-04\n"
	if strings.HasPrefix(example, "source:") {
		return []string{example}
	}
	var all []string
	for _, shown := range parts(example) {
		key, _, _ := strings.Cut(shown, ":")
		around, fragment := surroundings[key]
		if !fragment {
			all = append(all, source+shown)
			continue
		}
		all = append(all, source+around+"    "+strings.ReplaceAll(strings.TrimSpace(shown), "\n", "\n    ")+"\n")
	}
	return all
}

// parts divides an example before each line that is not indented.
func parts(example string) []string {
	var all []string
	for line := range strings.Lines(example) {
		switch {
		case strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, " ") && len(all) > 0:
			all[len(all)-1] += line
		default:
			all = append(all, line)
		}
	}
	return all
}

// surroundings are where the keys of fragments stand.
var surroundings = map[string]string{
	"at": claimAround, "killed": claimAround, "wounded": claimAround, "by": claimAround, "effects": claimAround,
	"retraction": claimAround, "answers": claimAround + "    killed: 3\n",
	"occurred":  "attacks:\n  - id: a\n    title: An attack\n",
	"places":    "attacks:\n  - id: a\n    title: An attack\n",
	"published": "sources:\n  - id: s\n    title: A source\n    kind: article\n",
	"period":    "affiliations:\n  - id: t\n    from: group:a\n    to: group:b\n    kind: part of\n",
	"names":     "groups:\n  - id: g\n    name: A group\n    kind: armed group\n",
}

const claimAround = "claims:\n  - id: c\n    report: attack:a\n"

// anything knows a node of every id.
func anything(_ context.Context, ids []graph.ID) (map[graph.ID]graph.Node, error) {
	known := map[graph.ID]graph.Node{}
	for _, id := range ids {
		n := graph.KindNamed(id.Kind()).New()
		n.Head().ID = id
		known[id] = n
	}
	return known, nil
}
