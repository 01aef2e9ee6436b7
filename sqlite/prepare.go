package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strconv"

	code "modernc.org/sqlite/lib"

	"claimgraph/graph"
)

// prepare makes sure that the file is a store of this version, making the
// tables where the file is empty.
func prepare(ctx context.Context, path string) error {
	db, err := sql.Open("sqlite", dsn(path))
	if err != nil {
		return err
	}
	defer db.Close()
	conn, err := db.Conn(ctx)
	if err != nil {
		return refused(path, err)
	}
	defer conn.Close()
	empty, err := recognize(ctx, conn, path)
	if err != nil {
		return refused(path, err)
	}
	if empty {
		if err := paper(ctx, conn); err != nil {
			return err
		}
	}
	return found(ctx, conn, path)
}

// refused says more of a file than SQLite does: that it is none of ours, or that nobody may write to it.
func refused(path string, err error) error {
	switch {
	case resulted(err, code.SQLITE_NOTADB):
		return notOurs(path, err)
	case resulted(err, code.SQLITE_CANTOPEN) && !writable(path): // its log cannot be made beside it
		return graph.Unavailable(err, "%s", trouble(code.SQLITE_READONLY))
	}
	return err
}

// writable tells whether a file, and others beside it, can be written.
func writable(path string) bool {
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return false
	}
	_ = file.Close()
	beside, err := os.CreateTemp(filepath.Dir(path), "")
	if err != nil {
		return false
	}
	_ = beside.Close()
	_ = os.Remove(beside.Name())
	return true
}

func notOurs(path string, cause error) error {
	e := graph.BadInput("%s is not a claimgraph store; choose another file with --store sqlite:PATH", filepath.Base(path))
	e.Cause = cause
	return e
}

// marks are what SQLite keeps in the header of a file: whose it is, and in which format.
func marks(ctx context.Context, conn *sql.Conn) (application, version int32, err error) {
	if err := conn.QueryRowContext(ctx, "PRAGMA application_id").Scan(&application); err != nil {
		return 0, 0, err
	}
	err = conn.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version)
	return application, version, err
}

// recognize tells an empty file from a store, and refuses every other.
func recognize(ctx context.Context, conn *sql.Conn, path string) (empty bool, err error) {
	application, version, err := marks(ctx, conn)
	if err != nil {
		return false, err
	}
	var things int
	if err := conn.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_schema").Scan(&things); err != nil {
		return false, err
	}
	switch {
	case application == 0 && version == 0 && things == 0:
		return true, nil
	case application != applicationID:
		return false, notOurs(path, nil)
	case version != Format():
		return false, graph.BadInput("%s was written by another version of claimgraph; move it away or choose another with --store sqlite:PATH", filepath.Base(path))
	}
	return false, nil
}

// paper sets what can only be set before there are tables. It does not go into
// the DSN: the driver would change the journal first, and the page size of such
// a file stays as it is.
func paper(ctx context.Context, conn *sql.Conn) error {
	if _, err := conn.ExecContext(ctx, "PRAGMA page_size = 8192"); err != nil {
		return err
	}
	var journal string
	if err := conn.QueryRowContext(ctx, "PRAGMA journal_mode = wal").Scan(&journal); err != nil {
		return err
	}
	if journal != "wal" {
		return graph.Unavailable(nil, "the store's file must lie on a local disk that several connections can lock and map")
	}
	return nil
}

// found takes the writer's place once: it makes the tables if the file still
// has none (another process may have been faster), and so learns now whether
// the file can be written to.
func found(ctx context.Context, conn *sql.Conn, path string) error {
	if _, err := conn.ExecContext(ctx, "BEGIN IMMEDIATE"); err != nil {
		return err
	}
	defer func() { _, _ = conn.ExecContext(context.WithoutCancel(ctx), "ROLLBACK") }() // nothing, once committed
	empty, err := recognize(ctx, conn, path)
	if err != nil {
		return err
	}
	if !empty { // a file that is read-only says so at the first change, not before
		_, err := conn.ExecContext(ctx, "UPDATE meta SET value = value")
		return err
	}
	statements := append(schema(),
		"INSERT INTO meta VALUES ('format', '"+strconv.Itoa(int(Format()))+"')",
		fmt.Sprintf("PRAGMA application_id = %d", applicationID),
		fmt.Sprintf("PRAGMA user_version = %d", Format()))
	for _, statement := range append(statements, "COMMIT") {
		if _, err := conn.ExecContext(ctx, statement); err != nil {
			return err
		}
	}
	return nil
}
