package watch

import (
	"runtime/debug"

	"github.com/prometheus/client_golang/prometheus"
)

// Build is which program this is.
type Build struct {
	Version string
	Commit  string // "" where it was built outside a repository
	Changed bool   // something was not committed
	Go      string
}

// BuildOf reads what Go wrote into the program.
func BuildOf() Build {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return Build{Version: "(unknown)"}
	}
	b := Build{Version: info.Main.Version, Go: info.GoVersion}
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			b.Commit = s.Value
		case "vcs.modified":
			b.Changed = s.Value == "true"
		}
	}
	return b
}

// builtFrom is a number that is always 1, under the names of this program.
func builtFrom() prometheus.Collector {
	b := BuildOf()
	g := prometheus.NewGauge(prometheus.GaugeOpts{
		Namespace: "claimgraph", Name: "build_info", Help: "Which program this is; always 1.",
		ConstLabels: prometheus.Labels{"version": b.Version, "commit": b.Commit, "go": b.Go},
	})
	g.Set(1)
	return g
}
