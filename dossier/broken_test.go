package dossier

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the expected files of testdata anew")

// TestBroken: every error of a broken dossier, each with its place, as the file
// beside it lists them.
func TestBroken(t *testing.T) {
	cases, err := filepath.Glob("testdata/broken/*")
	if err != nil || len(cases) == 0 {
		t.Fatal(cases, err)
	}
	for _, path := range cases {
		if filepath.Ext(path) == ".errors" {
			continue
		}
		t.Run(filepath.Base(path), func(t *testing.T) {
			read, err := Read(t.Context(), []string{path}, nil)
			if err == nil || read != nil {
				t.Fatal("it was read")
			}
			listed := strings.ReplaceAll(filepath.ToSlash(err.Error()), "testdata/broken/", "") + "\n"
			wantFile(t, strings.TrimSuffix(path, ".yaml")+".errors", listed)
		})
	}
}

func wantFile(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s: it says\n%s\nnot\n%s", file, got, want)
	}
}
