package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"claimgraph/graph"
	"claimgraph/sqlite"

	"github.com/urfave/cli/v3"
)

// backup writes the embedded store to a file, also while a server uses it.
func backup(ctx context.Context, c *cli.Command, say io.Writer) error {
	path, to, err := backupOf(c)
	if err != nil {
		return err
	}
	if err := sqlite.Backup(ctx, path, to); err != nil {
		return at(path, err)
	}
	fmt.Fprintf(say, "%s is a backup of %s, and whole\n", to, path)
	return nil
}

// restore puts a backup in the place of the embedded store.
func restore(ctx context.Context, c *cli.Command, say io.Writer) error {
	path, from, err := backupOf(c)
	if err != nil {
		return err
	}
	if err := sqlite.Restore(ctx, from, path, c.Bool("force")); err != nil {
		return at(from, err)
	}
	fmt.Fprintf(say, "%s holds what %s holds\n", path, from)
	return nil
}

// backupOf are the store's file and the one file that the command line names.
func backupOf(c *cli.Command) (path, file string, err error) {
	if c.NArg() != 1 {
		return "", "", errors.New("name one file for the backup")
	}
	path, isFile := strings.CutPrefix(c.String("store"), "sqlite:")
	switch {
	case c.String("store") == "":
		path, err = defaultPath()
	case !isFile:
		err = graph.BadInput("%s is for the embedded store; Neo4j has its own: neo4j-admin database dump and load", c.Name)
	}
	return path, c.Args().First(), err
}
