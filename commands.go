package main

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"

	"claimgraph/data"
	"claimgraph/dossier"
	"claimgraph/graph"
	"claimgraph/neo4j"
	"claimgraph/resolvers"
	"claimgraph/sqlite"
	"claimgraph/watch"

	"github.com/urfave/cli/v3"
)

// program is the command line: what each command does, every flag with its variable.
func program(say io.Writer) *cli.Command {
	act := func(run func(context.Context, *cli.Command, io.Writer) error) cli.ActionFunc {
		return func(ctx context.Context, c *cli.Command) error {
			if c.NArg() > 0 && c.ArgsUsage == "" { // a mistyped command comes to the default one
				return fmt.Errorf("%q is no command, and %s takes no argument; claimgraph --help lists the commands", c.Args().First(), c.Name)
			}
			if err := configure(c); err != nil {
				return err
			}
			return run(ctx, c, say)
		}
	}
	return &cli.Command{
		Name:           "claimgraph",
		Usage:          "who says what about which attack, who disagrees, and where that is written",
		Description:    "Without a command it serves the bundled example from a file in your data directory.",
		DefaultCommand: "serve",
		Writer:         os.Stdout,
		ErrWriter:      say,
		Flags:          storeFlags(),
		Commands: []*cli.Command{
			{Name: "serve", Usage: "answer questions over HTTP: the playground at /, the API at /graphql", Description: serveHelp, Action: act(serve), Flags: serveFlags()},
			{Name: "load", Usage: "load dossiers into the store: all of them, or none where one has an error", ArgsUsage: "FILE|DIR…", Action: act(load), Flags: bundledFlags(cli.ValueSourceChain{}, cli.ValueSourceChain{})},
			{Name: "check", Usage: "read dossiers and report every error with its place; nothing is loaded", ArgsUsage: "FILE|DIR…", Action: act(check)},
			{Name: "import", Usage: "load what others publish in formats of their own", Commands: []*cli.Command{
				{Name: "ucdp", Usage: "load events and actors of the Uppsala Conflict Data Program: its GED and its Actor Dataset, as CSV, packed with gzip or not", ArgsUsage: "FILE…", Action: act(importUCDP), Flags: importFlags()},
			}},
			{Name: "synthesize", Usage: "fill a store of its own with an invented world, to measure with", Action: act(synthesize), Flags: synthesizeFlags()},
			{Name: "reindex", Usage: "derive anew everything that follows from the records", Action: act(reindex)},
			{Name: "backup", Usage: "write the embedded store to a new file, also while a server uses it", ArgsUsage: "FILE", Action: act(backup)},
			{Name: "restore", Usage: "put a backup in the place of the embedded store", ArgsUsage: "FILE", Action: act(restore), Flags: []cli.Flag{
				&cli.BoolFlag{Name: "force", Usage: "also where there is a store already; its server must have been stopped"},
			}},
			{Name: "healthcheck", Usage: "ask a server whether it is ready", Action: act(healthcheck), Flags: []cli.Flag{addrFlag()}},
			{Name: "version", Usage: "say which program this is, and which stores it can open", Action: act(version)},
		},
	}
}

// load writes dossiers to the store in one go.
func load(ctx context.Context, c *cli.Command, say io.Writer) error {
	if c.NArg() == 0 && !c.Bool("with-seed") && !c.Bool("with-follow-up") {
		return errors.New("name the dossiers to load, or give --with-seed or --with-follow-up for the bundled ones")
	}
	files, by, err := bundled(c)
	if err != nil {
		return err
	}
	if c.NArg() > 0 {
		named, err := dossier.Files(c.Args().Slice()...)
		if err != nil {
			return err
		}
		files, by = append(files, named...), "claimgraph load"
	}
	store, where, err := openStore(ctx, c)
	if err != nil {
		return err
	}
	defer func() { _ = store.Close() }()
	result, err := loadFiles(ctx, store, files, by)
	if err != nil {
		return err
	}
	fmt.Fprintf(say, "%s: %d added, %d changed, %d as they were\n", where, result.Added, result.Changed, result.Unchanged)
	return nil
}

// check reads dossiers as load does. What they refer to outside themselves
// is looked up where a store is named.
func check(ctx context.Context, c *cli.Command, say io.Writer) error {
	if c.NArg() == 0 {
		return errors.New("name the dossiers to check")
	}
	var known dossier.Known
	if c.IsSet("store") {
		store, _, err := openStore(ctx, c)
		if err != nil {
			return err
		}
		defer func() { _ = store.Close() }()
		known = knownIn(store)
	}
	read, err := dossier.Read(ctx, c.Args().Slice(), known)
	if err != nil {
		return err
	}
	fmt.Fprintf(say, "%d records, no error\n", len(read.Nodes))
	return nil
}

func reindex(ctx context.Context, c *cli.Command, say io.Writer) error {
	store, where, err := openStore(ctx, c)
	if err != nil {
		return err
	}
	defer func() { _ = store.Close() }()
	if err := store.Reindex(ctx); err != nil {
		return err
	}
	fmt.Fprintf(say, "%s is derived anew\n", where)
	return nil
}

func version(_ context.Context, c *cli.Command, _ io.Writer) error {
	b := watch.BuildOf()
	text, _ := resolvers.Schema()
	schema := sha256.Sum256([]byte(text))
	fmt.Fprintf(c.Root().Writer, `claimgraph %s
commit     %s
built by   %s for %s/%s
API schema %x
stores     SQLite format %d, Neo4j format %d
dossiers   bundled %s, follow-up %s
`, b.Version, b.Commit, b.Go, runtime.GOOS, runtime.GOARCH, schema[:6], sqlite.Format(), neo4j.Format, data.SeedVersion(), data.FollowUpVersion())
	return nil
}

// knownIn asks a store which of some ids it has.
func knownIn(store graph.Store) dossier.Known {
	return func(ctx context.Context, ids []graph.ID) (map[graph.ID]graph.Node, error) {
		tree, err := store.Fetch(ctx, graph.Fetch{IDs: ids})
		if err != nil {
			return nil, err
		}
		return tree.Nodes, nil
	}
}

// placed puts the place in the dossiers in front of an error of the store's own checks.
func placed(read *dossier.Dossier, err error) error {
	var ours *graph.Error
	if !errors.As(err, &ours) || len(ours.At) == 0 {
		return err
	}
	if place := read.Place(graph.ID(ours.At[0]), ours.At[1:]); place != "" {
		return fmt.Errorf("%s: %s", place, ours.Message)
	}
	return err
}

// tell tells a person at the terminal what went wrong: problems of dossiers one
// a line and bare, so that editors can jump to their places.
func tell(say io.Writer, err error) {
	var problems dossier.Problems
	if errors.As(err, &problems) {
		fmt.Fprintf(say, "%s\nclaimgraph: %d errors; nothing is loaded\n", problems.Error(), len(problems))
		return
	}
	fmt.Fprintf(say, "claimgraph: %s\n", shown(err))
}

// shown is an error as a person at the terminal should read it.
func shown(err error) string {
	if graph.CodeOf(err) == graph.CodeInternal {
		return err.Error()
	}
	var ours *graph.Error
	errors.As(err, &ours)
	return ours.Error()
}
