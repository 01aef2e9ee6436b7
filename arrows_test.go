package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// arrows says which rooms of ours a room may know (tests aside), as drawn in
// ARCHITECTURE.md. Arrows point inward; the two stores never meet.
var arrows = map[string][]string{
	".":                      {"data", "dossier", "graph", "neo4j", "playground", "resolvers", "sqlite", "synthetic", "ucdp", "watch"},
	"bench":                  {"graph", "neo4j", "neo4j/neo4jtest", "resolvers", "sqlite", "synthetic"},
	"data":                   {},
	"dossier":                {"graph"},
	"dossier/schema":         {"dossier", "graph"},
	"expected":               {},
	"graph":                  {},
	"graph/generated":        {"graph", "pen"},
	"graph/schema":           {},
	"graph/naive":            {"graph"},
	"graph/storetest":        {"graph", "graph/naive"},
	"neo4j":                  {"graph"},
	"neo4j/neo4jtest":        {},
	"neo4j/neo4jtest/run":    {"neo4j/neo4jtest"},
	"pen":                    {},
	"playground":             {},
	"playground/browsertest": {"playground"},
	"resolvers":              {"graph", "graph/generated", "watch"},
	"sqlite":                 {"graph"},
	"synthetic":              {"graph"},
	"ucdp":                   {"graph"},
	"watch":                  {"graph"},
}

// foreign says which modules only some rooms may use.
var foreign = map[string][]string{
	"github.com/99designs/gqlgen":         {"graph/generated", "graph/schema", "pen", "resolvers"},
	"github.com/neo4j/neo4j-go-driver/v5": {"bench", "neo4j", "neo4j/neo4jtest"},
	"modernc.org/sqlite":                  {"sqlite"},
	"github.com/goccy/go-json":            {"graph"},
	"github.com/goccy/go-yaml":            {".", "dossier"},
	"github.com/urfave/cli/v3":            {"."},
	"github.com/schollz/progressbar/v3":   {"."},
	"github.com/chromedp/chromedp":        {"playground/browsertest"},
	"github.com/prometheus":               {"watch"},
	"go.opentelemetry.io":                 {"watch"},
}

// TestArrows holds the imports of every room against the drawing.
func TestArrows(t *testing.T) {
	for room, imports := range roomImports(t) {
		allowed, known := arrows[room]
		if !known {
			t.Errorf("%s stands in no drawing: add it to ARCHITECTURE.md and to arrows_test.go", room)
			continue
		}
		for _, path := range imports {
			if ours, ok := strings.CutPrefix(path, "claimgraph/"); ok && !slices.Contains(allowed, ours) {
				t.Errorf("%s must not know %s", room, ours)
			}
			for module, rooms := range foreign {
				if (path == module || strings.HasPrefix(path, module+"/")) && !slices.Contains(rooms, room) {
					t.Errorf("%s must not know %s", room, module)
				}
			}
			if room == "graph" && strings.Contains(path, ".") && !strings.HasPrefix(path, "golang.org/x/text/") && path != "github.com/goccy/go-json" {
				t.Errorf("the vocabulary knows the standard library, golang.org/x/text and a reader of JSON, not %s", path)
			}
		}
	}
}

// TestDrawing: every room and every file of the program stands in
// ARCHITECTURE.md, and every module we chose has its line with the reason.
func TestDrawing(t *testing.T) {
	page := read(t, "ARCHITECTURE.md")
	for room := range roomImports(t) {
		if name := path.Base(room); room != "." && name != "run" && !strings.Contains(page, name+"/") && !strings.Contains(page, "`"+room+"`") {
			t.Errorf("%s is not drawn", room)
		}
	}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if !strings.HasSuffix(file, "_test.go") && !strings.Contains(page, file) {
			t.Errorf("%s is not drawn", file)
		}
	}
	for line := range strings.Lines(read(t, "go.mod")) {
		module, _, required := strings.Cut(strings.TrimSpace(line), " v")
		if required && !strings.Contains(line, "// indirect") && !strings.Contains(page, "| `"+module+"` | ") {
			t.Errorf("%s has no line with its reason", module)
		}
	}
}

// roomImports reads what each folder's Go files import, tests aside.
func roomImports(t *testing.T) map[string][]string {
	t.Helper()
	found := map[string][]string{}
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (path == "tools" || path == "tests" || strings.HasPrefix(d.Name(), ".") && path != "." || d.Name() == "testdata") {
			return filepath.SkipDir
		}
		if filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		room := filepath.ToSlash(filepath.Dir(path))
		found[room] = append(found[room], "")
		for _, spec := range file.Imports {
			name, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			found[room] = append(found[room], name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}
