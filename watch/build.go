package watch

import (
	"cmp"
	"runtime/debug"

	"github.com/prometheus/client_golang/prometheus"
)

// Build is which program this is.
type Build struct {
	Version string
	Commit  string
	Go      string
}

// version and commit are written by the linker (-X) where Go sees no repository,
// as in the container's build.
var version, commit string

// BuildOf reads what Go wrote into the program.
func BuildOf() Build {
	b := Build{Version: "(unknown)", Commit: "(unknown)"}
	info, ok := debug.ReadBuildInfo()
	if ok {
		b.Version, b.Go = info.Main.Version, info.GoVersion
		settings := map[string]string{}
		for _, s := range info.Settings {
			settings[s.Key] = s.Value
		}
		if revision := settings["vcs.revision"]; revision != "" {
			b.Commit = revision
			if settings["vcs.modified"] == "true" {
				b.Commit += ", and changes that were not committed"
			}
		}
	}
	b.Version, b.Commit = cmp.Or(version, b.Version), cmp.Or(commit, b.Commit)
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
