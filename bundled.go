package main

import (
	"context"
	"slices"
	"strings"
	"time"

	"claimgraph/data"
	"claimgraph/dossier"
	"claimgraph/graph"

	"github.com/urfave/cli/v3"
)

// seedWriter is who wrote the bundled dossiers; it names their versions.
const (
	seedWriter     = "bundled dossier "
	followUpWriter = " and follow-up "
)

func writerOfSeed() string     { return seedWriter + data.SeedVersion() }
func writerOfFollowUp() string { return writerOfSeed() + followUpWriter + data.FollowUpVersion() }

// bundledFlags ask for the bundled dossiers; the server's have variables, which
// must not add to what somebody loads by hand.
func bundledFlags(seed, followUp cli.ValueSourceChain) []cli.Flag {
	return []cli.Flag{
		&cli.BoolFlag{Name: "with-seed", Category: "Store", Sources: seed, Usage: "load the bundled dossier first"},
		&cli.BoolFlag{Name: "with-follow-up", Category: "Store", Sources: followUp, Usage: "load the bundled dossier first, and what others said of the same events, then and later; it stays in the store"},
	}
}

// bundled are the bundled dossiers that the command line asks for, and under
// which name they are written; none where it asks for none.
func bundled(c *cli.Command) ([]dossier.File, string, error) {
	switch {
	case c.Bool("with-follow-up"):
		files, err := seedAndFollowUp()
		return files, writerOfFollowUp(), err
	case c.Bool("with-seed"):
		files, err := dossier.FilesIn(data.Seed)
		return files, writerOfSeed(), err
	}
	return nil, "", nil
}

// seedAndFollowUp are both bundled dossiers: the second adds to the first.
func seedAndFollowUp() ([]dossier.File, error) {
	seed, err := dossier.FilesIn(data.Seed)
	if err != nil {
		return nil, err
	}
	more, err := dossier.FilesIn(data.FollowUp)
	return append(seed, more...), err
}

// loadBundled writes the bundled dossiers that the command line asks for.
func loadBundled(ctx context.Context, c *cli.Command, store graph.Store) error {
	files, by, err := bundled(c)
	if err != nil || files == nil {
		return err
	}
	_, err = loadFiles(ctx, store, files, by)
	return err
}

// loadSeed writes the bundled dossier; where it is there already, nothing changes.
func loadSeed(ctx context.Context, store graph.Store) error {
	files, err := dossier.FilesIn(data.Seed)
	if err != nil {
		return err
	}
	_, err = loadFiles(ctx, store, files, writerOfSeed())
	return err
}

// loadFollowUp writes both bundled dossiers.
func loadFollowUp(ctx context.Context, store graph.Store) error {
	files, err := seedAndFollowUp()
	if err != nil {
		return err
	}
	_, err = loadFiles(ctx, store, files, writerOfFollowUp())
	return err
}

// loadFiles writes dossiers in one go: all of them, or none.
func loadFiles(ctx context.Context, store graph.Store, files []dossier.File, by string) (graph.Result, error) {
	read, err := dossier.Parse(ctx, files, knownIn(store))
	if err != nil {
		return graph.Result{}, err
	}
	result, err := store.Apply(ctx, graph.ChangeSet{Nodes: read.Nodes, By: by, At: time.Now()})
	if err != nil {
		return graph.Result{}, placed(read, err)
	}
	return result, nil
}

// bundledOnly tells whether nothing but bundled dossiers was ever written.
func bundledOnly(writers []string) bool {
	return !slices.ContainsFunc(writers, func(by string) bool { return !strings.HasPrefix(by, seedWriter) })
}

// upToDate tells whether these are the bundled dossiers of this program.
func upToDate(writers []string) bool {
	return !slices.ContainsFunc(writers, func(by string) bool { return by != writerOfSeed() && by != writerOfFollowUp() })
}

// loadAgain loads what the writers of an outdated store had loaded.
func loadAgain(ctx context.Context, store graph.Store, writers []string) error {
	if slices.ContainsFunc(writers, func(by string) bool { return strings.Contains(by, followUpWriter) }) {
		return loadFollowUp(ctx, store)
	}
	return loadSeed(ctx, store)
}
