package dossier

import (
	"path/filepath"
	"strings"
	"testing"

	"claimgraph/expected"
)

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
			expected.File(t, strings.TrimSuffix(path, ".yaml")+".errors", listed)
		})
	}
}
