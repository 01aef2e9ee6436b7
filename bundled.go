package main

import (
	"context"
	"fmt"
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

// bundledFlags ask for the bundled dossiers.
func bundledFlags() []cli.Flag {
	return []cli.Flag{
		&cli.BoolFlag{Name: "with-seed", Usage: "load the bundled dossier first"},
		&cli.BoolFlag{Name: "with-follow-up", Usage: "load the bundled dossier first, and what others said of the same events, then and later; it stays in the store"},
	}
}

// loadAsked loads the bundled dossiers that the command line asks for, and says
// what it loaded; "" where it asks for none.
func loadAsked(ctx context.Context, c *cli.Command, store graph.Store) (string, error) {
	switch {
	case c.Bool("with-follow-up"):
		return "the bundled dossier and its follow-up", loadFollowUp(ctx, store)
	case c.Bool("with-seed"):
		return "the bundled dossier", loadSeed(ctx, store)
	}
	return "", nil
}

// loadSeed writes the bundled dossier; where it is there already, nothing changes.
func loadSeed(ctx context.Context, store graph.Store) error {
	files, err := dossier.FilesIn(data.Seed)
	if err != nil {
		return err
	}
	return loadBundled(ctx, store, files, writerOfSeed())
}

// loadFollowUp writes both bundled dossiers in one go: the second adds to the first.
func loadFollowUp(ctx context.Context, store graph.Store) error {
	seed, err := dossier.FilesIn(data.Seed)
	if err != nil {
		return err
	}
	more, err := dossier.FilesIn(data.FollowUp)
	if err != nil {
		return err
	}
	return loadBundled(ctx, store, append(seed, more...), writerOfFollowUp())
}

func loadBundled(ctx context.Context, store graph.Store, files []dossier.File, by string) error {
	read, err := dossier.Parse(ctx, files, knownIn(store))
	if err != nil {
		return fmt.Errorf("the bundled dossier: %w", err)
	}
	_, err = store.Apply(ctx, graph.ChangeSet{Nodes: read.Nodes, By: by, At: time.Now()})
	return err
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
