package watch

import (
	"context"
	"net/http"
	"os"
	"strings"
	"time"

	"claimgraph/graph"

	"go.opentelemetry.io/otel"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	"go.opentelemetry.io/otel/propagation"
	"go.opentelemetry.io/otel/sdk/resource"
	sdk "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/trace"
)

// lastSpansAtMost is how long a server that ends waits for a collector.
const lastSpansAtMost = 5 * time.Second

// Trace begins to send spans of requests and of calls of the store where the
// standard variables name a collector (OTEL_EXPORTER_OTLP_ENDPOINT, or the same
// for traces alone). The function it gives sends what is left, and ends it.
func (w *Watch) Trace(ctx context.Context) (sendLast func(), err error) {
	if !wanted() {
		return func() {}, nil
	}
	if protocol := variable("PROTOCOL"); protocol != "" && protocol != "http/protobuf" {
		return nil, graph.BadInput("OTEL_EXPORTER_OTLP_PROTOCOL=%s: traces are sent as http/protobuf", protocol)
	}
	exporter, err := otlptracehttp.New(ctx)
	if err != nil {
		return nil, graph.BadInput("traces cannot be sent: %v", err)
	}
	// Later ones win: the name may be chosen by OTEL_SERVICE_NAME.
	about, err := resource.New(ctx, resource.WithTelemetrySDK(), resource.WithHost(),
		resource.WithAttributes(attribute.String("service.name", "claimgraph"), attribute.String("service.version", BuildOf().Version)), resource.WithFromEnv())
	if err != nil {
		return nil, graph.BadInput("OTEL_RESOURCE_ATTRIBUTES: %v", err)
	}
	otel.SetErrorHandler(otel.ErrorHandlerFunc(func(err error) { w.Log.Warn("traces could not be sent", "error", err) }))
	provider := sdk.NewTracerProvider(sdk.WithBatcher(exporter), sdk.WithResource(about))
	w.tracer = provider.Tracer("claimgraph/watch")
	return func() {
		last, cancel := context.WithTimeout(context.WithoutCancel(ctx), lastSpansAtMost)
		defer cancel()
		_ = provider.Shutdown(last)
	}, nil
}

// wanted tells whether the variables ask for traces.
func wanted() bool {
	off := strings.EqualFold(os.Getenv("OTEL_SDK_DISABLED"), "true") || os.Getenv("OTEL_TRACES_EXPORTER") == "none"
	return !off && variable("ENDPOINT") != ""
}

// variable is a setting of the exporter, that for traces alone before that for all signals.
func variable(name string) string {
	if given := os.Getenv("OTEL_EXPORTER_OTLP_TRACES_" + name); given != "" {
		return given
	}
	return os.Getenv("OTEL_EXPORTER_OTLP_" + name)
}

// begin begins the span of a request, below that of its sender.
func (w *Watch) begin(from *http.Request) (context.Context, trace.Span) {
	ctx := propagation.TraceContext{}.Extract(from.Context(), propagation.HeaderCarrier(from.Header))
	return w.tracer.Start(ctx, "GraphQL", trace.WithSpanKind(trace.SpanKindServer))
}

// end ends the span of a request, named as its kind: names of operations come
// from clients, and are no names of spans.
func end(span trace.Span, r *Request, status int) {
	defer span.End()
	if !span.IsRecording() {
		return
	}
	span.SetAttributes(attribute.Int("http.response.status_code", status), attribute.String("claimgraph.request_id", r.id),
		attribute.Int64("claimgraph.store_calls", r.calls.Load()))
	if r.kind != "" {
		span.SetName(r.kind)
		span.SetAttributes(attribute.String("graphql.operation.type", r.kind), attribute.String("graphql.operation.name", r.operation))
	}
	if len(r.codes) > 0 {
		span.SetAttributes(attribute.StringSlice("claimgraph.codes", r.codes))
		span.SetStatus(codes.Error, strings.Join(r.codes, ", "))
	}
}
