package neo4j

import (
	"context"
	"errors"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// piece is how many items of a long list come in a row. The driver reads a row into
// one buffer, which it copies for each few kilobytes more, and a connection keeps
// the buffer of its longest row.
const piece = 250

// inPieces ends a statement whose answer is a list of any length, and values that
// stand in the first row alone.
func (s *statement) inPieces(list string, beside ...string) {
	at, size := s.name("i"), s.value(piece)
	s.add(" UNWIND range(0, size(", list, "), ", size, ") AS ", at, " RETURN ", list, "[", at, "..", at, " + ", size, "]")
	for _, value := range beside {
		s.add(", CASE ", at, " WHEN 0 THEN ", value, " END")
	}
}

var errNothing = errors.New("the answer has no row")

// joined is an answer as one row. What comes in pieces stands in its first column.
func joined(ctx context.Context, result neo4j.ResultWithContext) (*neo4j.Record, error) {
	rows, err := result.Collect(ctx)
	if err != nil {
		return nil, err
	}
	if len(rows) == 0 {
		return nil, errNothing
	}
	if len(rows) > 1 {
		var all []any
		for _, row := range rows {
			all = append(all, items(row.Values[0])...)
		}
		rows[0].Values[0] = all
	}
	return rows[0], nil
}
