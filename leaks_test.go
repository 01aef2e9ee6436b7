package main

import (
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// goroutines are what runs now for this program, a server or Neo4j's driver, by
// their numbers; what only keeps the Neo4j of a test alive is none of it.
func goroutines() map[string]string {
	text := make([]byte, 1<<20)
	for n := runtime.Stack(text, true); ; n = runtime.Stack(text, true) {
		if n < len(text) {
			text = text[:n]
			break
		}
		text = make([]byte, 2*len(text))
	}
	found := map[string]string{}
	for stack := range strings.SplitSeq(string(text), "\n\n") {
		number, _, _ := strings.Cut(strings.TrimPrefix(stack, "goroutine "), " ")
		for _, of := range []string{"claimgraph.", "claimgraph/", "neo4j-go-driver", "net/http.(*conn)"} {
			if strings.Contains(stack, of) && !strings.Contains(stack, "neo4jtest") {
				found[number] = stack
			}
		}
	}
	return found
}

// sockets is how many connections this process has; 0 where nobody can tell.
func sockets() int {
	n := 0
	files, _ := filepath.Glob("/proc/self/fd/*")
	for _, f := range files {
		if to, err := os.Readlink(f); err == nil && strings.HasPrefix(to, "socket:") {
			n++
		}
	}
	return n
}

// moment is what there is of this program at one moment.
type moment struct {
	running   map[string]string
	connected int
}

func now() moment {
	http.DefaultClient.CloseIdleConnections()
	return moment{goroutines(), sockets()}
}

// nothingSince waits until nothing is left of what began since then, but some
// connections that may lie idle, and fails where something stays.
func nothingSince(t *testing.T, then moment, idle int) {
	t.Helper()
	for deadline := time.Now().Add(20 * time.Second); ; time.Sleep(50 * time.Millisecond) {
		left := now()
		for number := range then.running {
			delete(left.running, number)
		}
		more := left.connected - then.connected
		if len(left.running) == 0 && more <= idle {
			return
		}
		if time.Now().After(deadline) {
			for _, stack := range left.running {
				t.Log(stack)
			}
			t.Errorf("%d goroutines and %d connections are left", len(left.running), more)
			return
		}
	}
}
