package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"strings"

	"claimgraph/graph"
)

// writerKey begins the keys of meta that name who wrote to the store.
const writerKey = "writer "

// noteWriter remembers who wrote, for whoever wonders whether a file can be
// made anew.
func noteWriter(ctx context.Context, c *connection, by string) error {
	return c.exec(ctx, "INSERT INTO meta VALUES (?, '') ON CONFLICT DO NOTHING", writerKey+by)
}

// Writers names everybody who ever wrote to the store in the file, also when
// another version of this program made it. A file that is none of ours is an error.
func Writers(ctx context.Context, path string) ([]string, error) {
	if _, err := os.Stat(path); err != nil {
		return nil, graph.Unavailable(err, "there is no store at %s", path)
	}
	db, err := sql.Open("sqlite", dsn(path, "query_only(1)"))
	if err != nil {
		return nil, translated(err)
	}
	defer db.Close()
	var application int32
	if err := db.QueryRowContext(ctx, "PRAGMA application_id").Scan(&application); err != nil {
		return nil, translated(refused(path, err))
	}
	if application != applicationID {
		return nil, notOurs(path, nil)
	}
	rows, err := db.QueryContext(ctx, "SELECT key FROM meta ORDER BY key")
	if err != nil {
		return nil, translated(err)
	}
	defer rows.Close()
	var writers []string
	for rows.Next() {
		var key string
		if err := rows.Scan(&key); err != nil {
			return nil, translated(err)
		}
		if by, ok := strings.CutPrefix(key, writerKey); ok {
			writers = append(writers, by)
		}
	}
	return writers, translated(rows.Err())
}

// Remove takes a store's file away, with what SQLite keeps beside it.
func Remove(path string) error {
	for _, name := range []string{path, path + "-wal", path + "-shm"} {
		if err := os.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}
