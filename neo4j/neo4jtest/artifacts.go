package neo4jtest

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"sync"
	"time"
)

// Version is the long-term support release of Neo4j that pom.xml names too.
const Version = "5.26.30"

//go:embed pom.xml
var pom []byte

// MissingError says which prerequisite of a Neo4j server this machine lacks.
type MissingError struct{ What string }

func (e *MissingError) Error() string { return e.What }

var javaVersion = regexp.MustCompile(`version "(17|21)[".]`)

// java finds a Java that Neo4j 5 runs on: JAVA_HOME's first, then PATH's.
func java(ctx context.Context) (string, error) {
	candidates := []string{"java"}
	if home := os.Getenv("JAVA_HOME"); home != "" {
		candidates = []string{filepath.Join(home, "bin", "java"), "java"}
	}
	for _, candidate := range candidates {
		out, err := exec.CommandContext(ctx, candidate, "-version").CombinedOutput()
		if err == nil && javaVersion.Match(out) {
			return candidate, nil
		}
	}
	return "", &MissingError{"no Java 17 or 21 found"}
}

// fetching lets a process fetch once what all its servers need.
var fetching sync.Mutex

// library returns the folder of Neo4j's jars in the user's cache, and fetches
// them with Maven the first time.
func library(ctx context.Context) (string, error) {
	fetching.Lock()
	defer fetching.Unlock()
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", &MissingError{"no cache folder for Neo4j's jars: " + err.Error()}
	}
	root := filepath.Join(cache, "claimgraph", "neo4j-"+Version)
	lib := filepath.Join(root, "lib")
	if _, err := os.Stat(lib); err == nil {
		return lib, nil
	}
	return lib, download(ctx, root, lib)
}

// download fetches into a folder of its own and renames it, so that a broken
// download is never taken for a whole one and two may run at once.
func download(ctx context.Context, root, lib string) error {
	mvn, err := exec.LookPath("mvn")
	if err != nil {
		return &MissingError{"no Maven found"}
	}
	if err := os.MkdirAll(root, 0o755); err != nil {
		return err
	}
	tmp, err := os.MkdirTemp(root, "download-")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(tmp) }()
	if err := os.WriteFile(filepath.Join(tmp, "pom.xml"), pom, 0o644); err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, 5*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, mvn, "--batch-mode", "--quiet", "dependency:copy-dependencies",
		"-DoutputDirectory=lib", "-DincludeScope=runtime")
	cmd.Dir = tmp
	if out, err := cmd.CombinedOutput(); err != nil {
		return &MissingError{fmt.Sprintf("Maven cannot fetch Neo4j %s (%v: %s)", Version, err, lastLine(out))}
	}
	err = os.Rename(filepath.Join(tmp, "lib"), lib)
	if errors.Is(err, os.ErrExist) {
		return nil // another process was faster
	}
	return err
}
