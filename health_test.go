package main

import (
	"bytes"
	"io"
	"net"
	"strings"
	"testing"
)

// TestHealthcheck asks as a container does, whatever address the server listens at.
func TestHealthcheck(t *testing.T) {
	server := startServing(t, "--store", "sqlite:"+t.TempDir()+"/graph.db")
	_, port, err := net.SplitHostPort(strings.TrimPrefix(server.base, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	for _, addr := range []string{"127.0.0.1:" + port, "0.0.0.0:" + port, ":" + port} {
		run(t, "healthcheck", "--addr", addr)
	}
	t.Setenv("CLAIMGRAPH_ADDR", "127.0.0.1:1")
	if err := program(io.Discard).Run(t.Context(), []string{"claimgraph", "healthcheck"}); err == nil {
		t.Error("nobody answers, and it is content")
	}
}

// TestVersion names the program and what it can open.
func TestVersion(t *testing.T) {
	var out bytes.Buffer
	p := program(io.Discard)
	p.Writer = &out
	if err := p.Run(t.Context(), []string{"claimgraph", "version"}); err != nil {
		t.Fatal(err)
	}
	for _, says := range []string{"claimgraph ", "commit ", "go1.", "API schema ", "SQLite format ", "Neo4j format ", "bundled "} {
		if !strings.Contains(out.String(), says) {
			t.Errorf("it does not say %q: %s", says, &out)
		}
	}
}
