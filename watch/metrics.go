package watch

import (
	"net/http"

	"claimgraph/graph"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// Metrics answers GET /metrics with all numbers, those of the store among them.
// They are for whoever runs the server: serve them where no stranger can ask.
func (w *Watch) Metrics(s graph.Store) http.Handler {
	w.numbers.registry.MustRegister(pools{s}, newStandings(s, w.Log))
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", promhttp.HandlerFor(w.numbers.registry, promhttp.HandlerOpts{}))
	return mux
}

// pools are the connections of a store, looked at when somebody asks.
type pools struct{ store graph.Store }

var (
	connectionsUsed    = prometheus.NewDesc("claimgraph_store_connections_used", "Connections of the store in use now.", []string{"pool"}, nil)
	connectionsMost    = prometheus.NewDesc("claimgraph_store_connections_most", "Connections of the store there may be at once.", []string{"pool"}, nil)
	connectionsAwaited = prometheus.NewDesc("claimgraph_store_connections_awaited", "How many wait for a connection now.", []string{"pool"}, nil)
)

func (p pools) Describe(to chan<- *prometheus.Desc) {
	to <- connectionsUsed
	to <- connectionsMost
	to <- connectionsAwaited
}

func (p pools) Collect(to chan<- prometheus.Metric) {
	for _, pool := range p.store.Pools() {
		to <- prometheus.MustNewConstMetric(connectionsUsed, prometheus.GaugeValue, float64(pool.Used), pool.Name)
		to <- prometheus.MustNewConstMetric(connectionsMost, prometheus.GaugeValue, float64(pool.Most), pool.Name)
		to <- prometheus.MustNewConstMetric(connectionsAwaited, prometheus.GaugeValue, float64(pool.Awaited), pool.Name)
	}
}
