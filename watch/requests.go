package watch

import (
	"context"
	"log/slog"
	"net/http"
	"time"

	"go.opentelemetry.io/otel/trace"
)

// Requests gives each request its id and, once it is answered, its line in the log; it is
// counted and traced.
func (w *Watch) Requests(next http.Handler) http.Handler {
	return http.HandlerFunc(func(to http.ResponseWriter, from *http.Request) {
		began := time.Now()
		r := named(from.Header.Get("X-Request-Id"))
		to.Header().Set("X-Request-Id", r.id)
		answer := &answer{ResponseWriter: to}
		ctx, span := w.begin(from)
		ctx = context.WithValue(ctx, requestKey{}, r)
		w.numbers.running.Inc()
		defer func() { w.answered(ctx, span, r, answer.code(), time.Since(began)) }()
		next.ServeHTTP(answer, from.WithContext(ctx))
	})
}

func (w *Watch) answered(ctx context.Context, span trace.Span, r *Request, status int, took time.Duration) {
	r.mu.Lock()
	defer r.mu.Unlock()
	w.numbers.running.Dec()
	w.numbers.answered(r, status, took)
	defer end(span, r, status)
	line := []slog.Attr{
		slog.String("request", r.id), slog.Int("status", status),
		slog.Float64("ms", milliseconds(took)), slog.Int64("store_calls", r.calls.Load()),
	}
	if r.kind != "" {
		line = append(line, slog.String("type", r.kind), slog.String("operation", r.operation))
	}
	if span.IsRecording() {
		line = append(line, slog.String("trace", span.SpanContext().TraceID().String()))
	}
	if len(r.codes) > 0 {
		line = append(line, slog.Any("codes", r.codes))
	}
	if r.limit != "" {
		line = append(line, slog.String("limit", r.limit))
	}
	w.Log.LogAttrs(context.WithoutCancel(ctx), slog.LevelInfo, "request", line...)
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// answer notes with which status a request is answered.
type answer struct {
	http.ResponseWriter
	status int
}

func (a *answer) WriteHeader(status int) {
	if a.status == 0 && status >= http.StatusOK { // those below announce an answer, they are none
		a.status = status
	}
	a.ResponseWriter.WriteHeader(status)
}

// Flush is for those who answer bit by bit and ask the writer itself.
func (a *answer) Flush() { _ = http.NewResponseController(a.ResponseWriter).Flush() }

// Unwrap is for http.ResponseController.
func (a *answer) Unwrap() http.ResponseWriter { return a.ResponseWriter }

func (a *answer) code() int {
	if a.status == 0 {
		return http.StatusOK
	}
	return a.status
}
