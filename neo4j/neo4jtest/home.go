package neo4jtest

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
)

// The log is small and not allocated ahead, and wrong passwords lock nobody
// out: several tests try one.
const settings = `server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:%[1]d
server.bolt.advertised_address=127.0.0.1:%[1]d
server.http.enabled=false
server.memory.pagecache.size=%[2]s
db.memory.transaction.max=%[2]s
db.tx_log.preallocate=false
dbms.security.auth_max_failed_attempts=0
dbms.usage_report.enabled=false
`

// home is one server's configuration and data on disk.
type home struct {
	dir, java, lib string
	port           int
	memory         Memory
}

// Memory is what a server may use, as Java and Neo4j write sizes: 512m, 2g.
type Memory struct {
	Heap string
	Rest string   // its page cache, and the most that one transaction may take of the heap
	Java []string // for how long a life Java compiles and clears up
}

// Small is enough for tests. Such a server lives for minutes and plans most
// statements once: compiled with less care, that takes it half of the time.
var Small = Memory{Heap: "1g", Rest: "512m", Java: []string{"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"}}

// Large is for worlds to measure with.
var Large = Memory{Heap: "3g", Rest: "1g", Java: []string{"-XX:+UseG1GC"}}

// newHome writes an empty server's configuration into dir and sets its password.
func newHome(ctx context.Context, dir, password string, m Memory) (*home, error) {
	java, err := java(ctx)
	if err != nil {
		return nil, err
	}
	if _, err := exec.LookPath("sh"); err != nil {
		return nil, &MissingError{"no POSIX shell found"}
	}
	lib, err := library(ctx)
	if err != nil {
		return nil, err
	}
	h := &home{dir: dir, java: java, lib: lib, port: freePort(), memory: m}
	if err := os.MkdirAll(h.conf(), 0o755); err != nil {
		return nil, err
	}
	conf := fmt.Appendf(nil, settings, h.port, m.Rest)
	if err := os.WriteFile(filepath.Join(h.conf(), "neo4j.conf"), conf, 0o600); err != nil {
		return nil, err
	}
	admin := exec.CommandContext(ctx, h.java, "-cp", h.classpath(),
		"org.neo4j.cli.AdminTool", "dbms", "set-initial-password", password)
	admin.Env = append(os.Environ(), "NEO4J_HOME="+h.dir, "NEO4J_CONF="+h.conf())
	if out, err := admin.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("set the initial password: %w: %s", err, lastLine(out))
	}
	return h, nil
}

func (h *home) conf() string      { return filepath.Join(h.dir, "conf") }
func (h *home) classpath() string { return filepath.Join(h.lib, "*") }
func (h *home) address() string   { return net.JoinHostPort("127.0.0.1", strconv.Itoa(h.port)) }

// command is what starts the server.
func (h *home) command() []string {
	return slices.Concat([]string{h.java, "-cp", h.classpath(), "-Xmx" + h.memory.Heap}, h.memory.Java, []string{
		"--add-opens=java.base/java.nio=ALL-UNNAMED", "--add-opens=java.base/java.io=ALL-UNNAMED",
		"--add-opens=java.base/sun.nio.ch=ALL-UNNAMED", "-Dio.netty.tryReflectionSetAccessible=true",
		"org.neo4j.server.CommunityEntryPoint", "--home-dir=" + h.dir, "--config-dir=" + h.conf()})
}

// freePort stays below the ports that systems give to outgoing connections:
// while a server is down between Kill and Restart, a client's own socket could
// take its port.
func freePort() int {
	for {
		port := 20_000 + rand.IntN(12_000)
		l, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(port)))
		if err == nil {
			_ = l.Close()
			return port
		}
	}
}
