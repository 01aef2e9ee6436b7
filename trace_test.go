package main

import (
	"encoding/hex"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	collector "go.opentelemetry.io/proto/otlp/collector/trace/v1"
	otlp "go.opentelemetry.io/proto/otlp/trace/v1"
	"google.golang.org/protobuf/proto"
)

// TestTraces: where the standard variables name a collector it is sent a span of
// each request, below that of its sender, and of each call of the store.
func TestTraces(t *testing.T) {
	var mu sync.Mutex
	var spans []*otlp.Span
	service := ""
	collecting := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		mu.Lock()
		defer mu.Unlock()
		var sent collector.ExportTraceServiceRequest
		if body, err := io.ReadAll(r.Body); err != nil || proto.Unmarshal(body, &sent) != nil {
			t.Errorf("no traces: %v", err)
		}
		for _, resource := range sent.ResourceSpans {
			for _, a := range resource.Resource.Attributes {
				if a.Key == "service.name" {
					service = a.Value.GetStringValue()
				}
			}
			for _, scope := range resource.ScopeSpans {
				spans = append(spans, scope.Spans...)
			}
		}
	}))
	defer collecting.Close()
	t.Setenv("OTEL_EXPORTER_OTLP_ENDPOINT", collecting.URL)
	server := startServing(t, "--store", "sqlite:"+t.TempDir()+"/graph.db")
	const trace, sender = "0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"
	request, _ := http.NewRequest(http.MethodPost, server.base+"/graphql", strings.NewReader(`{"query": "query Who { claims(first: 1) { nodes { id } } groups(first: -1) { totalCount } }"}`))
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Traceparent", "00-"+trace+"-"+sender+"-01")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	_ = response.Body.Close()
	if line := server.says(t, "msg=request"); !strings.Contains(line, "trace="+trace) {
		t.Errorf("the log does not name the trace: %s", line)
	}
	if err := server.end(); err != nil {
		t.Fatal(err)
	}
	mu.Lock()
	defer mu.Unlock()
	if service != "claimgraph" {
		t.Errorf("they come from %q", service)
	}
	found := map[string]*otlp.Span{}
	for _, s := range spans {
		if hex.EncodeToString(s.TraceId) == trace {
			found[s.Name] = s
		}
	}
	query, fetch := found["query"], found["store fetch"]
	if query == nil || fetch == nil || len(found) != 2 {
		t.Fatalf("the spans are %v", found)
	}
	if hex.EncodeToString(query.ParentSpanId) != sender || string(fetch.ParentSpanId) != string(query.SpanId) {
		t.Error("they do not hang together")
	}
	told := map[string]string{}
	for _, a := range query.Attributes {
		told[a.Key] = a.Value.GetStringValue()
	}
	if told["graphql.operation.name"] != "Who" || query.Status.Message != "BAD_INPUT" {
		t.Errorf("it tells %v, %v", told, query.Status)
	}
}

// TestTracesAnotherWay: a protocol we do not speak is refused at the start.
func TestTracesAnotherWay(t *testing.T) {
	t.Setenv("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "http://127.0.0.1:4317")
	t.Setenv("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc")
	err := program(io.Discard).Run(t.Context(), []string{"claimgraph", "serve", "--addr", "127.0.0.1:0", "--store", "sqlite:" + t.TempDir() + "/graph.db"})
	if err == nil || !strings.Contains(shown(err), "http/protobuf") {
		t.Error(err)
	}
}
