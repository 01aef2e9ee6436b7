package sqlite

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"claimgraph/graph"
)

// Backup writes the store in the file at path, as it stands at one moment, to a
// new file; whoever reads or writes meanwhile is not held up. The new file is
// there whole and looked through, or not at all. One that was there before is
// left as it is.
func Backup(ctx context.Context, path, to string) error {
	if _, err := os.Stat(path); err != nil {
		return graph.BadInput("there is no store at %s", path)
	}
	if _, err := os.Lstat(to); err == nil {
		return exists(to)
	}
	return translated(copied(ctx, path, to, func(whole string) error { return placed(whole, to) }))
}

// placed gives a file its name, unless another has it.
func placed(whole, to string) error {
	err := os.Link(whole, to) // unlike a renaming it never takes the place of another file
	if errors.Is(err, fs.ErrExist) {
		return exists(to)
	}
	if err != nil { // of a file system without links
		err = os.Rename(whole, to)
	}
	return err
}

func exists(path string) error {
	return graph.BadInput("%s is there already; name a file that is not", path)
}

// Restore puts a backup in the place of the store at path, with force also where
// there is a file. That one is the old until it is the new, whatever happens.
func Restore(ctx context.Context, backup, path string, force bool) error {
	if _, err := os.Stat(backup); err != nil {
		return graph.BadInput("there is no backup at %s", backup)
	}
	if err := ofThisVersion(ctx, backup); err != nil {
		return translated(err)
	}
	if _, err := os.Lstat(path); err != nil {
		force = false // there is nothing to take the place of
	} else if !force {
		return graph.BadInput("%s is there already; --force puts the backup in its place", path)
	}
	return translated(copied(ctx, backup, path, func(whole string) error {
		if err := logged(ctx, whole); err != nil {
			return err
		}
		if !force {
			return placed(whole, path)
		}
		return replace(ctx, path, whole)
	}))
}

// copied makes a whole copy of a store beside the place it is for, looks it
// through, and hands it over. Nothing of it remains but what place keeps.
func copied(ctx context.Context, path, to string, place func(whole string) error) error {
	part := to + "." + rand.Text()[:8] + ".part"
	defer func() { _ = os.Remove(part) }()
	err := alone(ctx, path, func(conn *sql.Conn) error {
		if _, err := ours(ctx, conn, path); err != nil {
			return err
		}
		_, err := conn.ExecContext(ctx, "VACUUM INTO ?", part)
		return err
	}, "mode=ro")
	if err != nil {
		return err
	}
	if err := alone(ctx, part, func(conn *sql.Conn) error { return sound(ctx, conn) }, "mode=ro"); err != nil {
		return err
	}
	if err := kept(part); err != nil {
		return err
	}
	if err := place(part); err != nil {
		return err
	}
	return kept(filepath.Dir(to))
}

// alone opens a file for a moment, with one connection.
func alone(ctx context.Context, path string, do func(*sql.Conn) error, mode string) error {
	db, err := sql.Open("sqlite", dsn(path)+"&"+mode)
	if err != nil {
		return err
	}
	defer db.Close()
	conn, err := db.Conn(ctx)
	if err != nil {
		return refused(path, err)
	}
	defer conn.Close()
	return refused(path, do(conn))
}

// ours refuses the file of another program; it gives the format of one of ours.
func ours(ctx context.Context, conn *sql.Conn, path string) (version int32, err error) {
	application, version, err := marks(ctx, conn)
	if err == nil && application != applicationID {
		err = notOurs(path, nil)
	}
	return version, err
}

// ofThisVersion refuses a backup that this program could not open.
func ofThisVersion(ctx context.Context, path string) error {
	return alone(ctx, path, func(conn *sql.Conn) error {
		switch version, err := ours(ctx, conn, path); {
		case err != nil:
			return err
		case version != Format():
			return graph.BadInput("%s was written by another version of claimgraph; restore it with that one", path)
		}
		return nil
	}, "mode=ro")
}

// logged makes a copy a store with a log, as it is used; a backup is one file.
func logged(ctx context.Context, path string) error {
	return alone(ctx, path, func(conn *sql.Conn) error {
		_, err := conn.ExecContext(ctx, "PRAGMA journal_mode = wal")
		return err
	}, "mode=rw")
}

// sound looks a whole file through: its pages, and that every index holds what its table does.
func sound(ctx context.Context, conn *sql.Conn) error {
	var says string
	if err := conn.QueryRowContext(ctx, "PRAGMA integrity_check(1)").Scan(&says); err != nil {
		return err
	}
	if says != "ok" {
		return graph.Unavailable(errors.New(says), "the store's file is damaged; what is left of it is no backup")
	}
	return nil
}

// replace puts a whole store in the place of a file. One that anybody has open
// is not replaced: they would go on writing to the one that is gone. Its log is
// moved into it first, so that it is whole as long as it is there.
func replace(ctx context.Context, path, whole string) error {
	err := alone(ctx, path, func(conn *sql.Conn) error {
		for _, statement := range []string{"PRAGMA busy_timeout = 1000", "PRAGMA locking_mode = exclusive", "PRAGMA journal_mode = delete", "BEGIN EXCLUSIVE"} {
			if _, err := conn.ExecContext(ctx, statement); err != nil {
				return err
			}
		}
		return os.Rename(whole, path)
	}, "mode=rw")
	switch {
	case err == nil:
		return nil
	case busy(err):
		return graph.Unavailable(err, "the store %s is in use; stop the server first", path)
	case graph.CodeOf(err) != graph.CodeBadInput && !damaged(err): // no database at all, or a broken one
		return err
	}
	for _, beside := range []string{path + "-wal", path + "-shm"} { // of a broken store; they must not meet the new one
		if err := os.Remove(beside); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return os.Rename(whole, path)
}

// kept makes sure that a file, or what a directory lists, survives a power cut.
func kept(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }()
	if info, err := f.Stat(); err == nil && info.IsDir() {
		_ = f.Sync() // some systems cannot, and need not
		return nil
	}
	return f.Sync()
}
