package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"claimgraph/graph"
	"claimgraph/neo4j"
	"claimgraph/sqlite"

	"github.com/urfave/cli/v3"
)

// place is where a store is, and what whoever did not choose it should know.
type place struct{ at, advice string }

func (p place) String() string { return p.at + p.advice }

// openStore opens the store the command line names, and says in words where it is.
func openStore(ctx context.Context, c *cli.Command) (graph.Store, place, error) {
	named := c.String("store")
	scheme, rest, _ := strings.Cut(named, ":")
	switch {
	case named == "":
		return openDefault(ctx)
	case scheme == "sqlite":
		store, err := sqlite.Open(ctx, rest)
		return store, place{at: rest}, at(rest, err)
	case strings.HasPrefix(rest, "//") && (scheme == "neo4j" || scheme == "bolt" || strings.HasPrefix(scheme, "neo4j+") || strings.HasPrefix(scheme, "bolt+")):
		password, err := neo4jPassword(c.String("neo4j-password-file"))
		if err != nil {
			return nil, place{}, err
		}
		store, err := neo4j.Open(ctx, neo4j.Options{URL: named, User: c.String("neo4j-user"), Password: password, Database: c.String("neo4j-database")})
		return store, place{at: named}, err
	}
	return nil, place{}, graph.BadInput("--store %s: a store is sqlite:PATH, neo4j://HOST:PORT, neo4j+s://… or bolt://…", named)
}

// neo4jPassword comes from a variable or from a file,
// never from the command line, where others could read it.
func neo4jPassword(named string) (string, error) {
	password := os.Getenv("CLAIMGRAPH_NEO4J_PASSWORD")
	file, isFile := strings.CutPrefix(password, "file:")
	if named != "" {
		file, isFile = named, true
	}
	if !isFile {
		return password, nil
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return "", graph.BadInput("the password file %s cannot be read", file)
	}
	return strings.TrimRight(string(text), "\r\n"), nil
}

// openDefault opens the store of its own in the user's data directory. It
// holds the bundled dossier, and is made anew when that or the format changed
// and nobody wrote anything else to it.
func openDefault(ctx context.Context) (graph.Store, place, error) {
	path, err := defaultPath()
	if err != nil {
		return nil, place{}, err
	}
	where := place{path, " (choose another with --store sqlite:PATH or neo4j://HOST)"}
	store, err := sqlite.Open(ctx, path, sqlite.MakeDirectory())
	writers, unknown := sqlite.Writers(ctx, path)
	ours := unknown == nil && bundledOnly(writers)
	switch {
	case ours && err == nil && len(writers) == 0:
		return store, where, loadSeed(ctx, store)
	case ours && err == nil && upToDate(writers):
		return store, where, nil
	case ours && (err == nil || graph.CodeOf(err) == graph.CodeBadInput): // of other content, or of another version
		if err == nil {
			_ = store.Close()
		}
		if err := sqlite.Remove(path); err != nil {
			return nil, place{}, graph.Unavailable(err, "the outdated store %s cannot be removed", path)
		}
		if store, err = sqlite.Open(ctx, path); err != nil {
			return nil, place{}, at(path, err)
		}
		where.advice += ", made anew for this version"
		return store, where, loadAgain(ctx, store, writers)
	case err != nil:
		return nil, place{}, at(path, err)
	case !slices.Contains(writers, writerOfSeed()) && !slices.Contains(writers, writerOfFollowUp()):
		where.advice += "; it holds what you wrote to it, and the bundled dossier of another version: \"claimgraph load --with-seed\" brings that up to date"
	}
	return store, where, nil
}

// at puts the whole path of a store into an error, which may name its last part alone.
func at(path string, err error) error {
	var ours *graph.Error
	if !errors.As(err, &ours) || path == "" || strings.Contains(ours.Message, path) {
		return err
	}
	named := *ours
	rest, begins := strings.CutPrefix(ours.Message, filepath.Base(path))
	if named.Message = path + rest; !begins {
		named.Message = path + ": " + ours.Message
	}
	return &named
}

// defaultPath is the file of the store of its own.
func defaultPath() (string, error) {
	directory, err := dataDirectory()
	return filepath.Join(directory, "claimgraph.db"), err
}

// dataDirectory is where programs keep a user's data on this system.
func dataDirectory() (string, error) {
	home, err := os.UserHomeDir()
	switch {
	case os.Getenv("XDG_DATA_HOME") != "":
		return filepath.Join(os.Getenv("XDG_DATA_HOME"), "claimgraph"), nil
	case runtime.GOOS == "windows" && os.Getenv("LocalAppData") != "":
		return filepath.Join(os.Getenv("LocalAppData"), "claimgraph"), nil
	case err != nil:
		return "", errors.New("there is no home directory to keep the store in; name a place with --store sqlite:PATH")
	case runtime.GOOS == "darwin":
		return filepath.Join(home, "Library", "Application Support", "claimgraph"), nil
	}
	return filepath.Join(home, ".local", "share", "claimgraph"), nil
}
