// Command run gives a command, such as go test ./..., one Neo4j server for all
// its test processes, and ends it afterwards:
//
//	go run ./neo4j/neo4jtest/run -- go test ./...
//
// With -large before the dashes the server has the memory to measure with.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
	"time"

	"claimgraph/neo4j/neo4jtest"
)

func main() {
	large := flag.Bool("large", false, "a server to measure with, which takes 4 GB")
	flag.Parse()
	if flag.NArg() == 0 {
		fmt.Fprintln(os.Stderr, "usage: run [-large] -- COMMAND [ARGUMENT ...]")
		os.Exit(2)
	}
	memory := neo4jtest.Small
	if *large {
		memory = neo4jtest.Large
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code, err := run(ctx, flag.Args(), memory)
	stop()
	if err != nil {
		fmt.Fprintf(os.Stderr, "!!! %v\n", err)
	}
	os.Exit(code)
}

// run returns the command's exit code. Its error is what must be read last:
// why the server was not there.
func run(ctx context.Context, command []string, memory neo4jtest.Memory) (int, error) {
	if given := os.Getenv(neo4jtest.Variable); given != "" && given != neo4jtest.None {
		return child(ctx, command)
	}
	began := time.Now()
	server, err := neo4jtest.Launch(ctx, memory)
	var missing *neo4jtest.MissingError
	switch {
	case err == nil:
		defer server.Stop()
		fmt.Fprintf(os.Stderr, "Neo4j is up after %.1f s at %s\n", time.Since(began).Seconds(), server.URL)
		return child(ctx, command, neo4jtest.Variable+"="+server.LoginURL())
	case errors.As(err, &missing) && !neo4jtest.Required():
		code, failed := child(ctx, command, neo4jtest.Variable+"="+neo4jtest.None)
		skipped := fmt.Errorf("Neo4j half SKIPPED: %w. Install Java 17 or 21 and Maven to test it", err)
		return code, errors.Join(failed, skipped)
	default:
		return 1, fmt.Errorf("no Neo4j to test with: %w", err)
	}
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
