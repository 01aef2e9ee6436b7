package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
)

// npmProject is a folder of tests/ whose tests are written for Node.js.
type npmProject struct{ folder string }

// newNPMProject installs what a project of tests/ is locked to, unless that is
// there already. Where it cannot be had the test is skipped, under CI it fails.
func newNPMProject(t *testing.T, name string) npmProject {
	t.Helper()
	p := npmProject{filepath.Join("tests", name)}
	missing := t.Skipf
	if os.Getenv("CI") == "true" {
		missing = t.Fatalf
	}
	if _, err := exec.LookPath("npm"); err != nil {
		missing("tests/%s IS NOT RUN: no npm on the PATH", name)
	}
	locked := read(t, filepath.Join(p.folder, "package-lock.json"))
	installed := filepath.Join(p.folder, "node_modules", "package-lock.json")
	if text, err := os.ReadFile(installed); err == nil && string(text) == locked {
		return p
	}
	if out, err := p.npm(t, nil, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"); err != nil {
		missing("tests/%s IS NOT RUN: npm ci: %v\n%s", name, err, out)
	}
	if err := os.WriteFile(installed, []byte(locked), 0o644); err != nil {
		t.Fatal(err)
	}
	return p
}

// run runs a script of the project with variables (NAME=value), among them the
// address of a server to ask.
func (p npmProject) run(t *testing.T, script string, variables ...string) {
	t.Helper()
	out, err := p.npm(t, variables, "run", script)
	if err != nil {
		t.Fatalf("npm run %s in %s: %v\n%s", script, p.folder, err, out)
	}
	t.Logf("%s", out)
}

// npm says CI to what it runs, so that nothing writes an expected answer anew.
func (p npmProject) npm(t *testing.T, variables []string, arguments ...string) ([]byte, error) {
	cmd := exec.CommandContext(t.Context(), "npm", arguments...)
	cmd.Dir = p.folder
	cmd.Env = slices.Concat(os.Environ(), []string{"CI=true", "NO_COLOR=1"}, variables)
	return cmd.CombinedOutput()
}
