// Command run gives a command, such as go test ./..., a Neo4j server for all its
// test processes, and ends it afterwards:
//
//	go run ./neo4j/neo4jtest/run -- go test ./...
//
// With -servers 2 before the dashes there are two, so that two test processes
// need not wait for each other; with -large it has the memory to measure with.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"slices"
	"strings"
	"sync"
	"syscall"
	"time"

	"claimgraph/neo4j/neo4jtest"
)

func main() {
	large := flag.Bool("large", false, "a server to measure with, which takes 4 GB")
	servers := flag.Int("servers", 1, "how many servers there are")
	flag.Parse()
	if flag.NArg() == 0 || *servers < 1 {
		fmt.Fprintln(os.Stderr, "usage: run [-servers NUMBER] [-large] -- COMMAND [ARGUMENT ...]")
		os.Exit(2)
	}
	memory := neo4jtest.Small
	if *large {
		memory = neo4jtest.Large
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code, err := run(ctx, flag.Args(), *servers, memory)
	stop()
	if err != nil {
		fmt.Fprintf(os.Stderr, "!!! %v\n", err)
	}
	os.Exit(code)
}

// run returns the command's exit code. Its error is what must be read last:
// why the server was not there.
func run(ctx context.Context, command []string, servers int, memory neo4jtest.Memory) (int, error) {
	if given := os.Getenv(neo4jtest.Variable); given != "" && given != neo4jtest.None {
		return child(ctx, command)
	}
	began := time.Now()
	urls, stop, err := launch(ctx, servers, memory)
	defer stop()
	var missing *neo4jtest.MissingError
	switch {
	case err == nil:
		fmt.Fprintf(os.Stderr, "Neo4j is up after %.1f s, servers: %d\n", time.Since(began).Seconds(), servers)
		return child(ctx, command, neo4jtest.Variable+"="+strings.Join(urls, " "))
	case errors.As(err, &missing) && !neo4jtest.Required():
		code, failed := child(ctx, command, neo4jtest.Variable+"="+neo4jtest.None)
		skipped := fmt.Errorf("Neo4j half SKIPPED: %w. Install Java 17 or 21 and Maven to test it", err)
		return code, errors.Join(failed, skipped)
	default:
		return 1, fmt.Errorf("no Neo4j to test with: %w", err)
	}
}

// launch starts the servers side by side. What has been started is to be stopped,
// whatever the error.
func launch(ctx context.Context, servers int, memory neo4jtest.Memory) (urls []string, stop func(), err error) {
	running, errs := make([]*neo4jtest.Running, servers), make([]error, servers)
	var all sync.WaitGroup
	for i := range servers {
		all.Go(func() { running[i], errs[i] = neo4jtest.Launch(ctx, memory) })
	}
	all.Wait()
	running = slices.DeleteFunc(running, func(r *neo4jtest.Running) bool { return r == nil })
	for _, r := range running {
		urls = append(urls, r.LoginURL())
	}
	stop = func() {
		for _, r := range running {
			r.Stop()
		}
	}
	return urls, stop, errors.Join(errs...)
}

// child runs the command with more environment. An interrupt reaches it as an
// interrupt, so that it ends its own children.
func child(ctx context.Context, command []string, env ...string) (int, error) {
	cmd := exec.CommandContext(ctx, command[0], command[1:]...)
	cmd.Env = append(os.Environ(), env...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) }
	cmd.WaitDelay = 10 * time.Second
	err := cmd.Run()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return max(1, exit.ExitCode()), nil
	}
	if err != nil {
		return 1, err
	}
	return 0, nil
}
