package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"strings"
)

// process is a server in a process of its own, so that what it allocates is its own.
type process struct {
	url    string
	client *http.Client
	asked  int
	hold   io.Closer
	cmd    *exec.Cmd
}

// start runs this program anew as a server.
func start(ctx context.Context, side, store, path string) (*process, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	cmd := exec.CommandContext(ctx, self, "-serve", side, "-store", store, "-file", path)
	cmd.Stderr = os.Stderr
	hold, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		return nil, fmt.Errorf("the %s side over %s did not start: %w", side, store, cmd.Wait())
	}
	return &process{url: strings.TrimSpace(line), hold: hold, cmd: cmd, client: patient()}, nil
}

// patient is a client that keeps a connection for everyone who asks at once.
func patient() *http.Client {
	return &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 64}}
}

func (p *process) end() {
	_ = p.hold.Close()
	_ = p.cmd.Wait()
}
