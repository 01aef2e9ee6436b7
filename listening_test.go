package main

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"
)

// TestGracefulStop: once told to stop the server is not ready any more, goes on
// answering for a while, and finishes what runs; then it ends without an error.
func TestGracefulStop(t *testing.T) {
	server := startServing(t, "--store", "sqlite:"+t.TempDir()+"/graph.db", "--with-seed", "--drain", "300ms")
	if code, _ := get(t, server.base+"/readyz"); code != http.StatusOK {
		t.Fatalf("readyz %d", code)
	}
	running, err := net.Dial("tcp", strings.TrimPrefix(server.base, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = running.Close() }()
	const body = `{"query": "{ claims { totalCount } }"}`
	fmt.Fprintf(running, "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s", len(body), body[:10])
	server.stop()
	if code, text := get(t, server.base+"/readyz"); code != http.StatusServiceUnavailable || !strings.Contains(text, "stopping") {
		t.Errorf("readyz %d %s", code, text)
	}
	if got := post(t, server.base, `{ groups { totalCount } }`); len(got.Errors) > 0 {
		t.Errorf("it answers no more: %v", got.Errors)
	}
	for refused := false; !refused; time.Sleep(5 * time.Millisecond) { // until nobody new is let in
		c, err := net.Dial("tcp", strings.TrimPrefix(server.base, "http://"))
		if refused = err != nil; !refused {
			_ = c.Close()
		}
	}
	fmt.Fprint(running, body[10:])
	answer, err := io.ReadAll(running)
	if err != nil || !strings.Contains(string(answer), `{"claims":{"totalCount":10}}`) {
		t.Errorf("what ran was cut off: %v %s", err, answer)
	}
	if err := server.end(); err != nil {
		t.Error(err)
	}
}
