package main

import (
	"os"
	"os/exec"
	"path/filepath"
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
	if out, err := p.npm(t, "", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"); err != nil {
		missing("tests/%s IS NOT RUN: npm ci: %v\n%s", name, err, out)
	}
	if err := os.WriteFile(installed, []byte(locked), 0o644); err != nil {
		t.Fatal(err)
	}
	return p
}

// run runs a script of the project against the server at an address.
func (p npmProject) run(t *testing.T, script, server string) {
	t.Helper()
	out, err := p.npm(t, server, "run", script)
	if err != nil {
		t.Fatalf("npm run %s in %s: %v\n%s", script, p.folder, err, out)
	}
	t.Logf("%s", out)
}

// npm says CI to what it runs, so that nothing writes an expected answer anew.
func (p npmProject) npm(t *testing.T, server string, arguments ...string) ([]byte, error) {
	cmd := exec.CommandContext(t.Context(), "npm", arguments...)
	cmd.Dir = p.folder
	cmd.Env = append(os.Environ(), "CI=true", "NO_COLOR=1", "CLAIMGRAPH_URL="+server)
	return cmd.CombinedOutput()
}
