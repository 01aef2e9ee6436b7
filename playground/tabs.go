package playground

import (
	"embed"
	"encoding/json"
	"io/fs"
	"path"
	"strings"
)

// Tab is one example question, ready to be sent to the server as it stands.
type Tab struct {
	Name      string          `json:"name"`
	Query     string          `json:"query"`
	Variables json.RawMessage `json:"variables"`
}

//go:embed tabs
var tabFiles embed.FS

// Tabs returns the example questions over the seed data, in the order they are shown.
func Tabs() []Tab {
	names, err := fs.Glob(tabFiles, "tabs/*.graphql")
	must(err)
	tabs := make([]Tab, len(names))
	for i, name := range names {
		tabs[i] = readTab(name)
	}
	return tabs
}

// readTab reads NN_name.graphql and, where there is one, NN_name.variables.json.
func readTab(name string) Tab {
	query, err := tabFiles.ReadFile(name)
	must(err)
	stem := strings.TrimSuffix(name, ".graphql")
	variables, err := tabFiles.ReadFile(stem + ".variables.json")
	if err != nil {
		variables = nil
	}
	_, short, _ := strings.Cut(path.Base(stem), "_")
	return Tab{Name: short, Query: strings.TrimSpace(string(query)), Variables: variables}
}

// must turns what only a mistake in this room's own files can cause into a
// panic: every file is part of the program, and the tests read them all.
func must(err error) {
	if err != nil {
		panic("playground: " + err.Error())
	}
}
