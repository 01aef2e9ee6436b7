package main

import (
	"crypto/tls"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"regexp"
	"strings"
	"testing"
)

// underName asks a server, or its proxy, by a name that leads there.
func underName(t *testing.T, client *http.Client, base, path, host string, headers ...string) (int, string) {
	t.Helper()
	method, body := http.MethodGet, ""
	if path == "/graphql" {
		method, body = http.MethodPost, `{"query": "{ claims { totalCount } }"}`
	}
	request, err := http.NewRequestWithContext(t.Context(), method, base+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	request.Host = host
	request.Header.Set("Content-Type", "application/json")
	for i := 0; i < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
	}
	return answered(t, client, request)
}

func portOf(t *testing.T, base string) string {
	t.Helper()
	u, err := url.Parse(base)
	if err != nil {
		t.Fatal(err)
	}
	return u.Port()
}

// TestRebinding: a page that lets its own name lead to this machine reads
// nothing; who names the machine, or comes by a proxy, is answered.
func TestRebinding(t *testing.T) {
	start := func(more ...string) *serving {
		return startServing(t, append([]string{"--store", "sqlite:" + t.TempDir() + "/graph.db", "--with-seed", "--metrics-addr", "127.0.0.1:0"}, more...)...)
	}
	plain, named, open := start(), start("--allow-host", "graph.example.org"), start("--allow-host", "*")
	cases := []struct {
		story, host       string // PORT is the server's own
		plain, named, any int
	}{
		{"a number", "127.0.0.1:PORT", 200, 200, 200},
		{"a long number", "[::1]:PORT", 200, 200, 200},
		{"a number without a port", "[::1]", 200, 200, 200},
		{"this machine", "localhost:PORT", 200, 200, 200},
		{"this machine, spelled out", "LocalHost.:PORT", 200, 200, 200},
		{"a name of this machine that browsers ask nobody for", "graph.localhost:PORT", 200, 200, 200},
		{"a stranger", "stranger.example:PORT", 403, 403, 200},
		{"a stranger that begins like this machine", "localhost.stranger.example:PORT", 403, 403, 200},
		{"a stranger that looks like a number", "127.0.0.1.stranger.example:PORT", 403, 403, 200},
		{"the host itself", "graph.example.org:PORT", 403, 200, 200},
		{"a proxy that passes the name on", "graph.example.org", 200, 200, 200},
		{"a proxy that passes the name and its port on", "Graph.Example.org:8443", 200, 200, 200},
		{"another name by a proxy", "other.example.org", 200, 403, 200},
	}
	metrics := regexp.MustCompile(`http://[0-9.:]+`).FindString(plain.says(t, "msg=metrics"))
	for _, c := range cases {
		t.Run(c.story, func(t *testing.T) {
			for s, want := range map[*serving]int{plain: c.plain, named: c.named, open: c.any} {
				for _, path := range []string{"/graphql", "/", "/schema.graphql", "/healthz"} {
					code, text := underName(t, http.DefaultClient, s.base, path, strings.Replace(c.host, "PORT", portOf(t, s.base), 1))
					if code != want {
						t.Errorf("%s: %d, not %d: %.200s", path, code, want, text)
					}
					if code == http.StatusForbidden && (!strings.Contains(text, `"FORBIDDEN"`) || !strings.Contains(text, "--allow-host")) {
						t.Errorf("it says %s", text)
					}
				}
			}
			if code, _ := underName(t, http.DefaultClient, metrics, "/metrics", strings.Replace(c.host, "PORT", portOf(t, metrics), 1)); code != c.plain {
				t.Errorf("metrics: %d", code)
			}
		})
	}
	if line := plain.says(t, "not this server's"); !strings.Contains(line, "stranger.example") {
		t.Errorf("the log does not tell who: %s", line)
	}
}

// TestBehindAProxy: the page of a server behind a proxy that speaks TLS may ask
// it, and nobody else's; with an old browser if the proxy passes the name on.
func TestBehindAProxy(t *testing.T) {
	server := startServing(t, "--store", "sqlite:"+t.TempDir()+"/graph.db", "--with-seed")
	to, err := url.Parse(server.base)
	if err != nil {
		t.Fatal(err)
	}
	const name = "graph.example.org"
	proxy := func(namePassedOn bool) *httptest.Server {
		p := httptest.NewTLSServer(&httputil.ReverseProxy{Rewrite: func(r *httputil.ProxyRequest) {
			r.SetURL(to)
			r.SetXForwarded()
			if namePassedOn {
				r.Out.Host = r.In.Host
			}
		}})
		t.Cleanup(p.Close)
		return p
	}
	passing, dropping := proxy(true), proxy(false)
	client := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}}
	defer client.CloseIdleConnections()
	const site, origin = "Sec-Fetch-Site", "Origin"
	for _, c := range []struct {
		story             string
		headers           []string
		passing, dropping int
	}{
		{"no browser", nil, 200, 200},
		{"its own page", []string{site, "same-origin", origin, "https://" + name}, 200, 200},
		{"its own page in an old browser", []string{origin, "https://" + name}, 200, 403},
		{"another page", []string{site, "cross-site", origin, "https://stranger.example"}, 403, 403},
		{"another page in an old browser", []string{origin, "https://stranger.example"}, 403, 403},
	} {
		for p, want := range map[*httptest.Server]int{passing: c.passing, dropping: c.dropping} {
			if code, text := underName(t, client, p.URL, "/graphql", name, c.headers...); code != want {
				t.Errorf("%s: %d, not %d: %s", c.story, code, want, text)
			}
		}
	}
}
