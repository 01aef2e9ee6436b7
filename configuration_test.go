package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"claimgraph/expected"

	"github.com/urfave/cli/v3"
)

// writtenTo writes a file and gives its path.
func writtenTo(t *testing.T, path, text string) string {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestConfiguration: the command line goes before the environment, that before
// the file, that before what holds where nobody says anything.
func TestConfiguration(t *testing.T) {
	directory := t.TempDir()
	file := writtenTo(t, filepath.Join(directory, "claimgraph.yaml"), "# of a test\nstore: sqlite:"+directory+"/of-the-file.db\naddr: 127.0.0.1:1\nlog-format: json\nlog-level: error\nwith-seed: true\ndrain: 1ms\n")
	t.Setenv("CLAIMGRAPH_CONFIG", file)
	t.Setenv("CLAIMGRAPH_LOG_LEVEL", "info")
	server := startServing(t) // says at which address it listens
	line := server.says(t, "of-the-file.db")
	if !strings.Contains(line, `"level":"INFO"`) || strings.Contains(line, "127.0.0.1:1\"") {
		t.Errorf("it says %s", line)
	}
	if got := post(t, server.base, `{ claims { totalCount } }`); string(got.Data) != `{"claims":{"totalCount":10}}` {
		t.Errorf("%s %v", got.Data, got.Errors)
	}
	run(t, "reindex")                    // a command without most of these flags
	if err := server.end(); err != nil { // and by hand it loads what it is told, no bundled dossier
		t.Fatal(err)
	}
	if err := program(io.Discard).Run(t.Context(), []string{"claimgraph", "load"}); err == nil || !strings.Contains(err.Error(), "name the dossiers") {
		t.Error(err)
	}
}

// TestMistakenConfiguration: each mistake is named with its line, and nothing starts.
func TestMistakenConfiguration(t *testing.T) {
	cases := []struct{ story, text, says string }{
		{"an unknown key", "addr: :8080\nlog-fromat: json\n", `c.yaml:2:1: "log-fromat" is no setting; did you mean log-format?`},
		{"a value of another sort", "drain: soon\n", `c.yaml:1:1: "soon" is no value for drain`},
		{"nothing", "addr:\n", "c.yaml:1:7: addr needs a value"},
		{"something inside something", "addr: {port: 8080}\n", "c.yaml:1:7: addr needs a value"},
		{"a list", "- addr\n", "c.yaml:1:1: a configuration is flags with their values"},
		{"a key twice", "addr: :1\naddr: :2\n", "c.yaml:2:1: "},
		{"no YAML", "addr: [\n", "c.yaml:1:7: "},
		{"another file in it", "config: other.yaml\n", `c.yaml:1:1: "config" is no setting`},
		{"a password", "neo4j-password: hunter2\n", `did you mean neo4j-password-file?`},
	}
	directory := t.TempDir()
	t.Chdir(directory)
	for _, c := range cases {
		t.Run(c.story, func(t *testing.T) {
			writtenTo(t, "c.yaml", c.text)
			err := program(io.Discard).Run(t.Context(), []string{"claimgraph", "serve", "--store", "sqlite:x.db", "--addr", "127.0.0.1:0", "--config", "c.yaml"})
			if err == nil || !strings.Contains(err.Error(), c.says) {
				t.Errorf("it says %v", err)
			}
		})
	}
	if err := program(io.Discard).Run(t.Context(), []string{"claimgraph", "serve", "--config", "missing.yaml"}); err == nil || !strings.Contains(err.Error(), "missing.yaml") {
		t.Error(err)
	}
	if _, err := os.Stat("x.db"); err == nil {
		t.Error("a store was opened")
	}
}

// TestOperationsPage: docs/operations.md shows every flag with its variable.
func TestOperationsPage(t *testing.T) {
	const path = "docs/operations.md"
	page := read(t, path)
	before, rest, begins := strings.Cut(page, "<!-- flags -->\n")
	_, after, ends := strings.Cut(rest, "<!-- end of flags -->\n")
	if !begins || !ends {
		t.Fatal("there is no table of flags")
	}
	shown := before + "<!-- flags -->\n" + flagTable() + "<!-- end of flags -->\n" + after
	if shown == page {
		return
	}
	if !*expected.Update {
		t.Fatalf("%s shows other flags; run go test . -run TestOperationsPage -update", path)
	}
	if err := os.WriteFile(path, []byte(shown), 0o644); err != nil {
		t.Fatal(err)
	}
}

// flagTable is the table of all that can be configured, by group.
func flagTable() string {
	flags := slices.Concat(storeFlags(), serveFlags())
	begins := func(f cli.Flag) int {
		return slices.IndexFunc(flags, func(other cli.Flag) bool { return groupOf(other) == groupOf(f) })
	}
	grouped := slices.SortedStableFunc(slices.Values(flags), func(a, b cli.Flag) int { return begins(a) - begins(b) })
	var table strings.Builder
	table.WriteString("| flag, or key in the file | variable | default | |\n|---|---|---|---|\n")
	for i, f := range grouped {
		told := f.(cli.DocGenerationFlag)
		if i == 0 || groupOf(grouped[i-1]) != groupOf(f) {
			fmt.Fprintf(&table, "| **%s** | | | |\n", groupOf(f))
		}
		value := ""
		if v := strings.Trim(told.GetValue(), `"`); v != "" && v != "false" && told.IsDefaultVisible() {
			value = "`" + v + "`"
		}
		fmt.Fprintf(&table, "| `--%s` | %s | %s | %s |\n", f.Names()[0], quotedAll(told.GetEnvVars()), value, strings.ReplaceAll(told.GetUsage(), "|", `\|`))
	}
	return table.String()
}

func groupOf(f cli.Flag) string { return f.(cli.CategorizableFlag).GetCategory() }

func quotedAll(names []string) string {
	for i, n := range names {
		names[i] = "`" + n + "`"
	}
	return strings.Join(names, ", ")
}

// TestEveryFlagHasAVariable whose name follows from the flag's.
func TestEveryFlagHasAVariable(t *testing.T) {
	for _, f := range slices.Concat(storeFlags(), serveFlags()) {
		want := "CLAIMGRAPH_" + strings.ToUpper(strings.ReplaceAll(f.Names()[0], "-", "_"))
		if got := f.(cli.DocGenerationFlag).GetEnvVars(); !slices.Equal(got, []string{want}) {
			t.Errorf("--%s has %v, not %s", f.Names()[0], got, want)
		}
		if groupOf(f) == "" {
			t.Errorf("--%s stands in no group", f.Names()[0])
		}
	}
}

// TestServeHelp teaches: flags stand in groups, and every flag of an example is one.
func TestServeHelp(t *testing.T) {
	var out strings.Builder
	p := program(io.Discard)
	p.Writer = &out
	if err := p.Run(t.Context(), []string{"claimgraph", "serve", "--help"}); err != nil {
		t.Fatal(err)
	}
	names := configurable()
	for _, f := range regexp.MustCompile(`--([a-z0-9-]+)`).FindAllStringSubmatch(serveHelp, -1) {
		if f[1] != "config" && !slices.Contains(names, f[1]) {
			t.Errorf("the help names --%s, which is none", f[1])
		}
	}
	for _, name := range append(names, "config") {
		if !strings.Contains(out.String(), "--"+name+" ") {
			t.Errorf("the help does not name --%s", name)
		}
	}
}

// TestSampleConfiguration is what the service of systemd begins with.
func TestSampleConfiguration(t *testing.T) {
	text := read(t, "deploy/claimgraph.yaml")
	for _, sample := range []string{text, regexp.MustCompile(`(?m)^# ([a-z-]+:)`).ReplaceAllString(text, "$1")} { // as it is, and with everything taken in
		if _, err := settingsIn("claimgraph.yaml", []byte(sample)); err != nil {
			t.Error(err)
		}
	}
}
