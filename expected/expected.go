// Package expected holds what a test got against the file that says what it
// should be. With -update the test writes the file anew.
package expected

import (
	"flag"
	"os"
	"path/filepath"
	"testing"
)

// Update says that the files are to be written anew.
var Update = flag.Bool("update", false, "write the expected files anew")

// File fails the test where the file holds anything but what was got.
func File(t testing.TB, path, got string) {
	t.Helper()
	if *Update {
		if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s is not what is expected; if it is right, run this test with -update\n--- expected\n%s\n--- got\n%s", path, want, got)
	}
}
