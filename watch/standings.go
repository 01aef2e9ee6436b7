package watch

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"claimgraph/graph"

	"github.com/prometheus/client_golang/prometheus"
)

// standings are how many claims there are of each standing. Counting reads the
// index of all claims, so it is not done for whoever asks, but beside them, and
// not again before some time has passed.
type standings struct {
	store    graph.Store
	log      *slog.Logger
	mu       sync.Mutex
	counts   map[string]int // nil: nobody knows
	began    time.Time      // of the last count
	counting bool
}

const (
	countEvery  = 5 * time.Minute
	countAgain  = 2 * time.Second // where the store did not answer
	countAtMost = time.Minute
)

var (
	claimsStanding = prometheus.NewDesc("claimgraph_claims", "Claims by their standing on the whole, counted at most every five minutes.", []string{"standing"}, nil)
	claimsCounted  = prometheus.NewDesc("claimgraph_claims_counted_timestamp_seconds", "When the claims were counted.", nil, nil)
)

func newStandings(store graph.Store, log *slog.Logger) *standings {
	s := &standings{store: store, log: log}
	s.begin()
	return s
}

func (s *standings) Describe(to chan<- *prometheus.Desc) {
	to <- claimsStanding
	to <- claimsCounted
}

func (s *standings) Collect(to chan<- prometheus.Metric) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.counts != nil {
		for standing, n := range s.counts {
			to <- prometheus.MustNewConstMetric(claimsStanding, prometheus.GaugeValue, float64(n), standing)
		}
		to <- prometheus.MustNewConstMetric(claimsCounted, prometheus.GaugeValue, float64(s.began.Unix()))
	}
	if since := time.Since(s.began); since >= countEvery || s.counts == nil && since >= countAgain {
		s.begin()
	}
}

// begin counts beside whoever asks, once at a time.
func (s *standings) begin() {
	if !s.counting {
		s.counting, s.began = true, time.Now()
		go s.count()
	}
}

// count asks the store. Where it does not answer, nothing is told: what it held
// may be no more.
func (s *standings) count() {
	ctx, cancel := context.WithTimeout(context.Background(), countAtMost)
	defer cancel()
	tree, err := s.store.Fetch(ctx, graph.Fetch{Query: &graph.Query{
		Kinds:    []graph.NodeKind{graph.KindClaim},
		Grouping: &graph.Grouping{By: []graph.Sharing{graph.FacetOf(graph.KindClaim, string(graph.ClaimsByStanding))}},
	}})
	if err != nil {
		s.log.DebugContext(ctx, "claims were not counted", "error", err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.counting, s.counts = false, nil; err != nil {
		return
	}
	s.counts = map[string]int{}
	for _, standing := range graph.Standings {
		s.counts[string(standing)] = 0
	}
	if rows := tree.Page(0, ""); len(rows.Grouped) > 0 {
		for standing, n := range rows.Grouped[0] {
			s.counts[standing] = n
		}
	}
}
