package main

import (
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"slices"
	"strconv"
	"strings"

	"claimgraph/graph"
	"claimgraph/resolvers"
)

// hosts are the names by which a server may be asked, besides numbers and
// localhost. A stranger's page can let its own name lead to the machine of its
// reader (DNS rebinding), and is then, to the browser, the site that it asks.
type hosts struct {
	own   string   // that of the address to listen on
	named []string // by the operator
}

// anyHost lets a server be asked by every name.
const anyHost = "*"

// hostsOf reads names, and the address to listen on.
func hostsOf(named []string, addr string) (hosts, error) {
	own, _, _ := net.SplitHostPort(addr) // who listens refuses what is no address
	h := hosts{own: plainHost(own)}
	for _, name := range named {
		if name == "" || name != anyHost && strings.ContainsAny(name, "/:*") {
			return h, graph.BadInput("--allow-host %s: a host is a name without scheme and port, for example graph.example.org", name)
		}
		h.named = append(h.named, plainHost(name))
	}
	return h, nil
}

// guarded refuses what is asked by another name.
func (h hosts) guarded(log *slog.Logger, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if h.strange(r) {
			log.InfoContext(r.Context(), "asked by a name that is not this server's", "host", r.Host)
			resolvers.Deny(w, r, "this server is not asked by that name; its operator can allow it with --allow-host")
			return
		}
		next.ServeHTTP(w, r)
	})
}

// strange tells whether a request names a host that this server is not. Where no
// names were given it is only those that a browser on this machine sends, led
// here by a stranger: they come to an address of the machine itself, and name
// the port they come to. What a proxy passes on names its own, or none.
func (h hosts) strange(r *http.Request) bool {
	name, port, err := net.SplitHostPort(r.Host)
	if err != nil {
		name, port = r.Host, "80"
	}
	name = plainHost(name)
	if _, err := netip.ParseAddr(name); err == nil || name == "" || name == h.own || name == "localhost" || strings.HasSuffix(name, ".localhost") {
		return false
	}
	if len(h.named) > 0 {
		return !slices.Contains(h.named, name) && !slices.Contains(h.named, anyHost)
	}
	at, ok := r.Context().Value(http.LocalAddrContextKey).(*net.TCPAddr)
	return ok && at.IP.IsLoopback() && port == strconv.Itoa(at.Port)
}

// plainHost is a host as one writes it: without capitals, a last dot, brackets.
func plainHost(name string) string {
	return strings.TrimSuffix(strings.ToLower(strings.Trim(name, "[]")), ".")
}
