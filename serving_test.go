package main

import (
	"bufio"
	"context"
	"io"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"
)

// serving is a server of the program's own, as the command line starts it.
type serving struct {
	base  string
	stop  context.CancelFunc
	end   func() error // stops it and waits until it has ended
	mu    sync.Mutex
	lines []string
}

// announced is the address in what a server says, to people and to machines.
var announced = regexp.MustCompile(`(?:Open |"address":")(http://[0-9.:]+)`)

// startServing starts a server, which ends with the test.
func startServing(t *testing.T, arguments ...string) *serving {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	s := &serving{stop: stop, end: sync.OnceValue(func() error {
		stop()
		return <-ended
	})}
	said, say := io.Pipe()
	go func() {
		ended <- program(say).Run(ctx, append([]string{"claimgraph", "serve", "--addr", "127.0.0.1:0"}, arguments...))
		_ = say.Close()
	}()
	t.Cleanup(func() {
		if err := s.end(); err != nil {
			t.Error(err)
		}
	})
	address := make(chan string, 1)
	go func() {
		for lines := bufio.NewScanner(said); lines.Scan(); { // to the end: a pipe nobody reads holds up the writer
			s.mu.Lock()
			s.lines = append(s.lines, lines.Text())
			s.mu.Unlock()
			if found := announced.FindStringSubmatch(lines.Text()); found != nil {
				address <- found[1]
			}
		}
		close(address)
	}()
	if s.base = <-address; s.base == "" {
		t.Fatalf("it did not start: %q", s.said())
	}
	return s
}

// said is what the server has said so far, line by line.
func (s *serving) said() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]string{}, s.lines...)
}

// served starts a server that ends with the test, and gives its address.
func served(t *testing.T, arguments ...string) string {
	t.Helper()
	return startServing(t, arguments...).base
}

// says waits until the server has said something with these words, and gives
// that line: an answer may arrive before its line in the log.
func (s *serving) says(t *testing.T, words string) string {
	t.Helper()
	for deadline := time.Now().Add(10 * time.Second); time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		for _, line := range s.said() {
			if strings.Contains(line, words) {
				return line
			}
		}
	}
	t.Fatalf("it never says %q, but %q", words, s.said())
	return ""
}
