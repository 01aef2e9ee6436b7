package watch

import (
	"io"
	"log/slog"

	"claimgraph/graph"
)

// Logger is a log for people (text) or for machines (json), of what is at least
// as grave as the level.
func Logger(to io.Writer, format, level string) (*slog.Logger, error) {
	var least slog.Level
	if err := least.UnmarshalText([]byte(level)); err != nil {
		return nil, graph.BadInput("--log-level %s: a level is debug, info, warn or error", level)
	}
	options := &slog.HandlerOptions{Level: least}
	switch format {
	case "text":
		return slog.New(slog.NewTextHandler(to, options)), nil
	case "json":
		return slog.New(slog.NewJSONHandler(to, options)), nil
	}
	return nil, graph.BadInput("--log-format %s: a format is text or json", format)
}
