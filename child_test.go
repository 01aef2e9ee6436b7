package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"testing"
	"time"

	"claimgraph/graph"
)

// childDoes names what this test program does instead of testing: what may be
// killed, or lives on another disk, is a process of its own.
const childDoes = "CLAIMGRAPH_TEST_CHILD"

// children are what it may do, with its arguments.
var children = map[string]func(arguments []string) error{
	"run":  func(arguments []string) error { return program(os.Stderr).Run(context.Background(), arguments) },
	"load": loadForEver,
}

func TestMain(m *testing.M) {
	if do := children[os.Getenv(childDoes)]; do != nil {
		if err := do(os.Args); err != nil {
			tell(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// newChild is a process that does something; nobody has started it yet.
func newChild(t *testing.T, do string, arguments ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.CommandContext(t.Context(), self, arguments...)
	c.Env = append(os.Environ(), childDoes+"="+do)
	c.Stderr = &bytes.Buffer{}
	return c
}

// loadedAtOnce are the groups of one load: all are named by its number.
const loadedAtOnce = 60

func numbered(load int) []graph.Node {
	nodes := make([]graph.Node, loadedAtOnce)
	for i := range nodes {
		nodes[i] = &graph.Group{Profile: graph.Profile{
			Header: graph.Header{ID: graph.ID(fmt.Sprintf("group:of-a-load-%d", i))}, Kind: graph.ActorArmedGroup, Names: []graph.Name{{Value: fmt.Sprint(load)}},
		}}
	}
	return nodes
}

// loadForEver loads into a store, again and again, and says each load's number
// once it is done, beginning with the one named.
func loadForEver(arguments []string) error {
	store, err := storeNamed(arguments[1])
	if err != nil {
		return err
	}
	load := 0
	if _, err := fmt.Sscan(arguments[2], &load); err != nil {
		return err
	}
	for ; ; load++ {
		if _, err := store.Apply(context.Background(), graph.ChangeSet{Nodes: numbered(load), By: "tester", At: time.Now()}); err != nil {
			return err
		}
		fmt.Println(load)
	}
}
