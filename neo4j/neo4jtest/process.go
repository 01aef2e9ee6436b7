package neo4jtest

import (
	"bytes"
	"context"
	_ "embed"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

//go:embed supervise.sh
var supervise string

// A server that is not up by then never will be; a loaded machine needs 30 s.
const startLimit = 2 * time.Minute

// process is one life of a server, from start to kill.
type process struct {
	hold io.Closer     // closing it kills the server; so does our own death
	done chan struct{} // closed when the server is gone
	log  *os.File
}

// start runs the server of h until it is killed and waits until it answers.
// With throwAway its folder is removed at the end.
func start(ctx context.Context, h *home, login Server, throwAway bool) (*process, error) {
	log, err := os.Create(filepath.Join(h.dir, "console.log"))
	if err != nil {
		return nil, err
	}
	remove := ""
	if throwAway {
		remove = h.dir
	}
	cmd := exec.Command("sh", append([]string{"-c", supervise, "supervise", remove}, h.command()...)...)
	cmd.Stdout, cmd.Stderr = log, log
	hold, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	p := &process{hold: hold, done: make(chan struct{}), log: log}
	go func() {
		_ = cmd.Wait()
		close(p.done)
	}()
	if err := p.await(ctx, login); err != nil {
		p.kill()
		return nil, err
	}
	return p, nil
}

// await returns when the server answers a statement, or why it does not.
func (p *process) await(ctx context.Context, login Server) error {
	ctx, cancel := context.WithTimeout(ctx, startLimit)
	defer cancel()
	driver, err := login.driver()
	if err != nil {
		return err
	}
	defer func() { _ = driver.Close(context.WithoutCancel(ctx)) }()
	for {
		err := driver.VerifyConnectivity(ctx)
		if err == nil {
			_, err = neo4j.ExecuteQuery(ctx, driver, "RETURN 1", nil, neo4j.EagerResultTransformer)
		}
		if err == nil {
			return nil
		}
		select {
		case <-time.After(100 * time.Millisecond):
		case <-p.done:
			return fmt.Errorf("neo4j ended while starting: %s", p.console())
		case <-ctx.Done():
			return fmt.Errorf("neo4j is not up: %w: %s", err, p.console())
		}
	}
}

// kill ends the server at once, as a power cut would, and waits for its end.
func (p *process) kill() {
	_ = p.hold.Close()
	<-p.done
	_ = p.log.Close()
}

// console is the end of what the server printed; it can be read even when the
// folder is gone.
func (p *process) console() string {
	info, err := p.log.Stat()
	if err != nil {
		return err.Error()
	}
	from := max(0, info.Size()-4096)
	out, _ := io.ReadAll(io.NewSectionReader(p.log, from, 4096))
	return string(out)
}

func lastLine(out []byte) string {
	out = bytes.TrimSpace(out)
	return string(out[bytes.LastIndexByte(out, '\n')+1:])
}
