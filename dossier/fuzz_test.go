package dossier

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"claimgraph/data"
)

// FuzzParse: whatever stands in a file, reading it ends, and either gives valid
// nodes that mean the same when they are read again, or problems that each
// have a place in the file and a message of one line.
func FuzzParse(f *testing.F) {
	for _, pattern := range []string{"testdata/broken/*.yaml", "testdata/broken/*/*.yaml", "testdata/valid/*.yaml", "testdata/valid/*/*.yaml"} {
		paths, err := filepath.Glob(pattern)
		if err != nil {
			f.Fatal(err)
		}
		for _, path := range paths {
			text, err := os.ReadFile(path)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(string(text))
		}
	}
	seed, err := FilesIn(data.Seed)
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range seed {
		f.Add(string(file.Text))
	}
	f.Fuzz(func(t *testing.T, text string) {
		start := time.Now()
		read, err := Parse(t.Context(), []File{{"fuzz.yaml", []byte(text)}}, nil)
		if took := time.Since(start); took > 5*time.Second {
			t.Fatalf("%d bytes took %s", len(text), took)
		}
		if err != nil {
			placed(t, text, err)
			return
		}
		for _, n := range read.Nodes {
			if err := n.Validate(); err != nil {
				t.Errorf("%s was read, and is not valid: %v", n.Head().ID, err)
			}
		}
		again, err := Parse(t.Context(), []File{{"fuzz.yaml", []byte(text)}}, holding(t, read))
		if err != nil || listed(t, again) != listed(t, read) {
			t.Errorf("over a store that holds it, it means otherwise (%v)", err)
		}
	})
}

// placed fails where a problem has no place in the text.
func placed(t *testing.T, text string, err error) {
	t.Helper()
	var problems Problems
	if !errors.As(err, &problems) || len(problems) == 0 {
		t.Fatalf("an error without problems: %v", err)
	}
	lines := strings.Count(text, "\n") + strings.Count(text, "\r") + 1
	for _, p := range problems {
		if p.File != "fuzz.yaml" || p.Line < 1 || p.Line > lines || p.Column < 1 {
			t.Errorf("a problem without a place: %s", p)
		}
		if p.Message == "" || strings.ContainsAny(p.Message, "\n\r") {
			t.Errorf("not a message of one line: %q", p.Message)
		}
	}
}
