package sqlite

import (
	"context"
	"errors"
	"fmt"
	"slices"

	driver "modernc.org/sqlite"
	code "modernc.org/sqlite/lib"

	"claimgraph/graph"
)

// translated is an error as the port promises it. It stands at the border:
// every exported method returns through it, nothing inside uses it.
func translated(err error) error {
	var ours *graph.Error
	var theirs *driver.Error
	switch {
	case err == nil:
		return nil
	case errors.As(err, &ours):
		return err
	case errors.Is(err, context.DeadlineExceeded):
		return &graph.Error{Code: graph.CodeTimeout, Message: "the store did not answer in the time allowed", Cause: err}
	case errors.Is(err, context.Canceled):
		return &graph.Error{Code: graph.CodeTimeout, Message: "the question was given up before the store had answered", Cause: err}
	case errors.As(err, &theirs):
		if said := trouble(theirs.Code()); said != "" {
			return graph.Unavailable(err, "%s", said)
		}
	}
	return fmt.Errorf("sqlite: %w", err)
}

// busy tells whether others have the file open.
func busy(err error) bool { return resulted(err, code.SQLITE_BUSY, code.SQLITE_LOCKED) }

// damaged tells whether the file is broken, or no database.
func damaged(err error) bool { return resulted(err, code.SQLITE_CORRUPT, code.SQLITE_NOTADB) }

func resulted(err error, codes ...int) bool {
	var theirs *driver.Error
	return errors.As(err, &theirs) && slices.Contains(codes, theirs.Code()&0xff)
}

// trouble says in plain words what is wrong with the file or the disk; "" where
// the error is a fault of ours.
func trouble(result int) string {
	if result == code.SQLITE_IOERR_SHMSIZE { // the index of the log found no room
		result = code.SQLITE_FULL
	}
	switch result & 0xff { // the rest of the number tells details of the same trouble
	case code.SQLITE_BUSY, code.SQLITE_LOCKED, code.SQLITE_PROTOCOL:
		return "the store is busy: another program is writing to its file"
	case code.SQLITE_FULL:
		return "the disk that holds the store is full"
	case code.SQLITE_READONLY, code.SQLITE_PERM:
		return "the store's file or its directory cannot be written to"
	case code.SQLITE_CANTOPEN:
		return "the store's file cannot be opened"
	case code.SQLITE_CORRUPT:
		return "the store's file is damaged; put a backup in its place, or load the dossiers into a new one"
	case code.SQLITE_NOTADB:
		return "the file is not a claimgraph store"
	case code.SQLITE_IOERR:
		return "the disk that holds the store reports an error"
	case code.SQLITE_NOMEM:
		return "the store ran out of memory"
	}
	return ""
}
