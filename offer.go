package main

import (
	"net/http"
	"slices"

	"claimgraph/graph"
	"claimgraph/resolvers"

	"github.com/urfave/cli/v3"
)

// offer is what an operator lets be asked: how much, what, and by whose pages.
type offer struct {
	resolvers.Limits
	trusted resolvers.Trusted
	origins []string
	hosts   hosts
}

// anyOrigin lets the pages of all sites ask.
const anyOrigin = "*"

// offerFlags say what may be asked.
func offerFlags() []cli.Flag {
	const limits, who = "Limits of a request", "Who may ask what"
	l := resolvers.DefaultLimits()
	number := func(name, variable, usage string, value int) cli.Flag {
		return &cli.IntFlag{Name: name, Category: limits, Usage: usage, Value: value, Sources: cli.EnvVars(variable)}
	}
	return []cli.Flag{
		number("max-tokens", "CLAIMGRAPH_MAX_TOKENS", "words and signs of a query", l.Tokens),
		number("max-depth", "CLAIMGRAPH_MAX_DEPTH", "fields within fields of a query", l.Depth),
		number("max-roots", "CLAIMGRAPH_MAX_ROOTS", "fields at the root of a query", l.Roots),
		number("max-cost", "CLAIMGRAPH_MAX_COST", "nodes that an answer may have, as estimated from the pages asked for", l.Cost),
		number("max-filter-depth", "CLAIMGRAPH_MAX_FILTER_DEPTH", "filters within filters", l.FilterDepth),
		number("max-filters", "CLAIMGRAPH_MAX_FILTERS", "filters that one filter is made of", l.Filters),
		number("max-listed", "CLAIMGRAPH_MAX_LISTED", "ids in a list", l.Listed),
		number("max-body", "CLAIMGRAPH_MAX_BODY", "bytes of a request", int(l.Body)),
		&cli.DurationFlag{Name: "max-time", Category: limits, Usage: "until an answer must be there", Value: l.Within, Sources: cli.EnvVars("CLAIMGRAPH_MAX_TIME")},
		&cli.StringSliceFlag{Name: "allow-origin", Category: who, Usage: "a site whose pages may ask, for example https://example.org; may be repeated; * for all", Sources: cli.EnvVars("CLAIMGRAPH_ALLOW_ORIGIN")},
		&cli.StringSliceFlag{Name: "allow-host", Category: who, Usage: "a name by which this server is asked, besides numbers and localhost, for example graph.example.org; may be repeated; * for all (default: all but those of strangers' pages that lead to this machine itself)", Sources: cli.EnvVars("CLAIMGRAPH_ALLOW_HOST")},
		&cli.StringFlag{Name: "trusted-documents", Category: who, Usage: "run no queries but those of this file, a JSON object of ids and documents", Sources: cli.EnvVars("CLAIMGRAPH_TRUSTED_DOCUMENTS")},
	}
}

// offerOf reads the flags.
func offerOf(c *cli.Command) (offer, error) {
	o := offer{origins: c.StringSlice("allow-origin")}
	l := &o.Limits
	for name, into := range map[string]*int{
		"max-tokens": &l.Tokens, "max-depth": &l.Depth, "max-roots": &l.Roots, "max-cost": &l.Cost,
		"max-filter-depth": &l.FilterDepth, "max-filters": &l.Filters, "max-listed": &l.Listed,
	} {
		if *into = c.Int(name); *into < 1 {
			return o, graph.BadInput("--%s is at least 1", name)
		}
	}
	if l.Body = int64(c.Int("max-body")); l.Body < 1 {
		return o, graph.BadInput("--max-body is at least 1")
	}
	if l.Within = c.Duration("max-time"); l.Within <= 0 {
		return o, graph.BadInput("--max-time is a time, for example 10s")
	}
	if slices.Contains(o.origins, anyOrigin) {
		o.origins = []string{anyOrigin}
	}
	for _, origin := range o.origins {
		if err := http.NewCrossOriginProtection().AddTrustedOrigin(origin); err != nil && origin != anyOrigin {
			return o, graph.BadInput("--allow-origin %s: an origin is a scheme and a host, and its port where it is another, for example https://example.org", origin)
		}
	}
	var err error
	if o.hosts, err = hostsOf(c.StringSlice("allow-host"), c.String("addr")); err != nil {
		return o, err
	}
	if path := c.String("trusted-documents"); path != "" {
		if o.trusted, err = resolvers.ReadTrusted(path, o.Limits); err != nil {
			return o, err
		}
	}
	return o, nil
}
