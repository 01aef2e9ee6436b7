package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"claimgraph/expected"
	"claimgraph/playground"
)

// TestAnswers asks every query of testdata/answers of both stores. The golden
// answer is the whole one, written from SQLite; Neo4j must give the same. A
// contract beside it is what the API has promised to contain, and what a story
// turns on.
func TestAnswers(t *testing.T) { answersIn(t, "testdata/answers", loadSeed) }

// answersIn asks every query of a folder of both stores, each holding what is loaded.
func answersIn(t *testing.T, folder string, load loading) {
	t.Helper()
	eachStoreWith(t, load, func(t *testing.T, s *counting) {
		server := handler(s, quiet())
		for _, path := range queriesIn(t, folder) {
			name := strings.TrimSuffix(filepath.Base(path), ".graphql")
			t.Run(name, func(t *testing.T) {
				beside := strings.TrimSuffix(path, ".graphql")
				got := ask(t, server, read(t, path), optional(t, beside+".variables.json"))
				if len(got.Errors) > 0 {
					t.Fatalf("%s", got.Errors[0].Message)
				}
				if contract := optional(t, beside+".contract.json"); contract != nil {
					if wrong := differs(value(t, contract), value(t, got.Data), "data"); wrong != "" {
						t.Errorf("against the contract: %s", wrong)
					}
				}
				golden(t, beside+".answer.json", got.Data, strings.Contains(t.Name(), "/sqlite/"))
			})
		}
	})
}

func queries(t testing.TB) []string {
	t.Helper()
	return queriesIn(t, "testdata/answers")
}

func queriesIn(t testing.TB, folder string) []string {
	t.Helper()
	paths, err := filepath.Glob(folder + "/*.graphql")
	if err != nil || len(paths) == 0 {
		t.Fatal("no queries", err)
	}
	return paths
}

// TestExampleTabs runs each example of the playground as it stands.
func TestExampleTabs(t *testing.T) {
	eachStore(t, func(t *testing.T, s *counting) {
		server := handler(s, quiet())
		for _, tab := range playground.Tabs() {
			if got := ask(t, server, tab.Query, tab.Variables); len(got.Errors) > 0 {
				t.Errorf("%s: %s", tab.Name, got.Errors[0].Message)
			}
		}
	})
}

func golden(t *testing.T, path string, data json.RawMessage, mayWrite bool) {
	t.Helper()
	var pretty bytes.Buffer
	if err := json.Indent(&pretty, data, "", "  "); err != nil {
		t.Fatal(err)
	}
	pretty.WriteByte('\n')
	if *expected.Update && mayWrite {
		if err := os.WriteFile(path, pretty.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if want := read(t, path); want != pretty.String() {
		t.Errorf("the answer differs from %s; if it is right, run go test . -run TestAnswers -update\n%s", path, pretty.String())
	}
}

func read(t testing.TB, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func optional(t testing.TB, path string) json.RawMessage {
	t.Helper()
	text, err := os.ReadFile(path)
	if os.IsNotExist(err) {
		return nil
	}
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func value(t testing.TB, text []byte) any {
	t.Helper()
	var v any
	if err := json.Unmarshal(text, &v); err != nil {
		t.Fatal(err)
	}
	return v
}

// differs says where got falls short of want: objects may have more keys, lists
// the same members in any order, unless want begins with "_ordered" (in this
// order) or "..." (at least these).
func differs(want, got any, at string) string {
	switch want := want.(type) {
	case map[string]any:
		object, ok := got.(map[string]any)
		if !ok {
			return fmt.Sprintf("%s: %v is no object", at, got)
		}
		for key, value := range want {
			member, ok := object[key]
			if !ok {
				return fmt.Sprintf("%s.%s is missing", at, key)
			}
			if wrong := differs(value, member, at+"."+key); wrong != "" {
				return wrong
			}
		}
		return ""
	case []any:
		list, ok := got.([]any)
		if !ok {
			return fmt.Sprintf("%s: %v is no list", at, got)
		}
		return listDiffers(want, list, at)
	}
	if !reflect.DeepEqual(want, got) {
		return fmt.Sprintf("%s: %v, not %v", at, got, want)
	}
	return ""
}

func listDiffers(want, got []any, at string) string {
	if len(want) > 0 && want[0] == "_ordered" {
		if len(want)-1 != len(got) {
			return fmt.Sprintf("%s: %d members, not %d", at, len(got), len(want)-1)
		}
		for i, member := range want[1:] {
			if wrong := differs(member, got[i], fmt.Sprintf("%s[%d]", at, i)); wrong != "" {
				return wrong
			}
		}
		return ""
	}
	open := len(want) > 0 && want[0] == "..."
	if open {
		want = want[1:]
	} else if len(want) != len(got) {
		return fmt.Sprintf("%s: %d members, not %d", at, len(got), len(want))
	}
	rest := append([]any{}, got...)
	for i, member := range want {
		hit := -1
		for k, other := range rest {
			if differs(member, other, "") == "" {
				hit = k
				break
			}
		}
		if hit < 0 {
			return fmt.Sprintf("%s[%d]: no %v in %v", at, i, member, got)
		}
		rest = append(rest[:hit], rest[hit+1:]...)
	}
	return ""
}
