// Package watch sees what the server does and tells whoever runs it: a line in
// the log for each request.
package watch

import "log/slog"

// Watch is what sees the requests of one server and what they ask of its store.
type Watch struct {
	Log *slog.Logger
}

// New watches, and writes to a log.
func New(log *slog.Logger) *Watch { return &Watch{Log: log} }
