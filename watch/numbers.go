package watch

import (
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
)

// numbers is what Prometheus is told. All names begin with claimgraph_, but
// those of the Go runtime and of the process.
type numbers struct {
	registry      *prometheus.Registry
	names         *names
	running       prometheus.Gauge
	requests      *prometheus.HistogramVec // by operation
	answers       *prometheus.CounterVec   // by status
	errors        *prometheus.CounterVec   // by code
	limits        *prometheus.CounterVec   // by limit
	storeCalls    *prometheus.HistogramVec // by call
	storeFailures *prometheus.CounterVec   // by call and code
}

// durations are the borders of the buckets, in seconds: from what costs nothing
// to the longest that an answer may take.
var durations = []float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10}

func newNumbers(operations []string) *numbers {
	counter := func(name, help string, labels ...string) *prometheus.CounterVec {
		return prometheus.NewCounterVec(prometheus.CounterOpts{Namespace: "claimgraph", Name: name, Help: help}, labels)
	}
	histogram := func(name, help, label string) *prometheus.HistogramVec {
		return prometheus.NewHistogramVec(prometheus.HistogramOpts{Namespace: "claimgraph", Name: name, Help: help, Buckets: durations}, []string{label})
	}
	n := &numbers{
		registry:      prometheus.NewRegistry(),
		names:         namesOf(operations),
		running:       prometheus.NewGauge(prometheus.GaugeOpts{Namespace: "claimgraph", Name: "requests_running", Help: "Requests being answered now."}),
		requests:      histogram("request_duration_seconds", "How long requests took, by the name of the operation; (other) for those that are not measured apart.", "operation"),
		answers:       counter("responses_total", "Responses by HTTP status.", "status"),
		errors:        counter("errors_total", "Answers that hold an error of this code.", "code"),
		limits:        counter("limits_hit_total", "Answers that say that this limit was hit.", "limit"),
		storeCalls:    histogram("store_call_duration_seconds", "How long calls of the store took.", "call"),
		storeFailures: counter("store_errors_total", "Calls of the store that failed, by code.", "call", "code"),
	}
	n.registry.MustRegister(n.running, n.requests, n.answers, n.errors, n.limits, n.storeCalls, n.storeFailures,
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}), builtFrom())
	return n
}

func (n *numbers) answered(r *Request, status int, took time.Duration) {
	n.requests.WithLabelValues(n.names.label(r.kind, r.operation)).Observe(took.Seconds())
	n.answers.WithLabelValues(strconv.Itoa(status)).Inc()
	for _, code := range r.codes {
		n.errors.WithLabelValues(code).Inc()
	}
	for _, limit := range r.limits {
		n.limits.WithLabelValues(limit).Inc()
	}
}

func (n *numbers) called(name, code string, took time.Duration) {
	n.storeCalls.WithLabelValues(name).Observe(took.Seconds())
	if code != "" {
		n.storeFailures.WithLabelValues(name, code).Inc()
	}
}
