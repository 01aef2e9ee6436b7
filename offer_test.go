package main

import (
	"context"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/urfave/cli/v3"
)

// offered reads a command line of serve, as far as it says what may be asked.
func offered(t *testing.T, arguments ...string) (offer, error) {
	t.Helper()
	var o offer
	command := &cli.Command{Name: "serve", Flags: offerFlags(), Writer: io.Discard, ErrWriter: io.Discard, Action: func(_ context.Context, c *cli.Command) (err error) {
		o, err = offerOf(c)
		return err
	}}
	err := command.Run(t.Context(), append([]string{"serve"}, arguments...))
	return o, err
}

// TestLimitsCanBeSet: what passes by default is refused under a narrower limit,
// which is named.
func TestLimitsCanBeSet(t *testing.T) {
	s := seeded(t, emptySQLite(t))
	asDefault := handler(s, quiet())
	cases := []struct{ flag, query, code, says string }{
		{"--max-tokens=10", `{"query": "{ claims { nodes { kind position id } } }"}`, "LIMIT_EXCEEDED", "10 tokens"},
		{"--max-depth=3", `{"query": "{ claims { nodes { asserters { name } } } }"}`, "LIMIT_EXCEEDED", "more than 3"},
		{"--max-roots=1", `{"query": "{ claims { totalCount } attacks { totalCount } }"}`, "LIMIT_EXCEEDED", "more than 1"},
		{"--max-cost=10", `{"query": "{ claims(first: 11) { nodes { id } } }"}`, "LIMIT_EXCEEDED", "11 nodes, and more than 10"},
		{"--max-filter-depth=1", `{"query": "{ claims(filter: { not: { disputed: true } }) { totalCount } }"}`, "LIMIT_EXCEEDED", "deeper than 1"},
		{"--max-filters=2", `{"query": "{ claims(filter: { or: [{}, {}] }) { totalCount } }"}`, "LIMIT_EXCEEDED", "more than 2"},
		{"--max-listed=1", `{"query": "{ nodes(ids: [\"group:jnim\", \"group:al-qaeda\"]) { id } }"}`, "LIMIT_EXCEEDED", "at most 1"},
		{"--max-body=50", `{"query": "{ __typename } # ` + strings.Repeat("x", 50) + `"}`, "LIMIT_EXCEEDED", "50 bytes"},
		{"--max-time=1ns", `{"query": "{ claims { totalCount } }"}`, "TIMEOUT", "too long"},
	}
	for _, c := range cases {
		t.Run(c.flag, func(t *testing.T) {
			if got := sent(asDefault, c.query); got.Code != http.StatusOK || codesOf(t, got) != "" {
				t.Fatalf("refused by default: %s", got.Body)
			}
			o, err := offered(t, c.flag)
			if err != nil {
				t.Fatal(err)
			}
			got := sent(site(s, quiet(), o), c.query)
			if codesOf(t, got) != c.code || !strings.Contains(got.Body.String(), c.says) {
				t.Errorf("%s", got.Body)
			}
			limit, _, _ := strings.Cut(strings.TrimPrefix(c.flag, "--max-"), "=")
			if c.code == "LIMIT_EXCEEDED" && !strings.Contains(got.Body.String(), `"limit":"`+limit+`"`) {
				t.Errorf("it does not name the limit: %s", got.Body)
			}
		})
	}
}

// TestMistakenOffers: a server that would not do what its operator meant does not start.
func TestMistakenOffers(t *testing.T) {
	for line, says := range map[string]string{
		"--max-depth=0":                             "--max-depth is at least 1",
		"--max-body=-1":                             "--max-body is at least 1",
		"--max-time=0s":                             "--max-time is a time",
		"--allow-origin=example.org":                "--allow-origin example.org: an origin is a scheme and a host",
		"--allow-origin=https://example.org/":       "an origin is a scheme and a host",
		"--allow-host=https://graph.example.org":    "a host is a name without scheme and port",
		"--allow-host=graph.example.org:8080":       "a host is a name without scheme and port",
		"--trusted-documents=testdata/nothing.json": "testdata/nothing.json cannot be read",
	} {
		if _, err := offered(t, line); err == nil || !strings.Contains(shown(err), says) {
			t.Errorf("%s: %v", line, err)
		}
	}
	t.Setenv("CLAIMGRAPH_ALLOW_ORIGIN", "https://one.example,https://two.example")
	t.Setenv("CLAIMGRAPH_MAX_DEPTH", "9")
	if o, err := offered(t); err != nil || len(o.origins) != 2 || o.Depth != 9 {
		t.Errorf("%v %v %v", o.origins, o.Depth, err)
	}
}
