// Package watch sees what the server does and tells whoever runs it: a line in
// the log for each request, numbers for Prometheus, spans for OpenTelemetry.
package watch

import (
	"log/slog"

	"go.opentelemetry.io/otel/trace"
	"go.opentelemetry.io/otel/trace/noop"
)

// Watch is what sees the requests of one server and what they ask of its store.
type Watch struct {
	Log     *slog.Logger
	numbers *numbers
	tracer  trace.Tracer
}

// New watches, and writes to a log. It measures these operations apart, without
// any the first that come, and traces nothing before Trace.
func New(log *slog.Logger, operations ...string) *Watch {
	return &Watch{Log: log, numbers: newNumbers(operations), tracer: noop.NewTracerProvider().Tracer("")}
}
