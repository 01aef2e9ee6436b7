package main

import (
	"reflect"
	"regexp"
	"testing"
)

// TestReadme asks the question on the first screen of README.md: the answer
// beside it is the real one.
func TestReadme(t *testing.T) {
	readme := read(t, "README.md")
	block := func(language string) []byte {
		t.Helper()
		found := regexp.MustCompile("(?s)```" + language + "\n(.*?)```").FindSubmatch([]byte(readme))
		if found == nil {
			t.Fatalf("README.md has no %s", language)
		}
		return found[1]
	}
	want := value(t, block("json")).(map[string]any)["data"]
	eachStore(t, func(t *testing.T, s *counting) {
		got := ask(t, handler(s, quiet()), string(block("graphql")), nil)
		if len(got.Errors) > 0 {
			t.Fatal(got.Errors[0].Message)
		}
		if !reflect.DeepEqual(value(t, got.Data), want) {
			t.Errorf("README.md does not show the real answer: %s", got.Data)
		}
	})
}
