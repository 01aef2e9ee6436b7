package main

import (
	"io"
	"testing"

	"claimgraph/synthetic"
)

// benchInvented is the world that pictures are measured on: big enough for a
// group with some hundred claims.
var benchInvented = synthetic.World{Seed: 1, Attacks: 2000}

// benchPictures asks for each computed picture, of one attack, of a page, and
// of the group with the most claims.
var benchPictures = []struct{ name, query string }{
	{"attribution of 50", `{ attacks(first: 50) { nodes { attribution { actor { name } bases } } } }`},
	{"accounts of 50", `{ attacks(first: 50) { nodes { accounts { assertion { id } figures { min max } } } } }`},
	{"toll of 50", `{ attacks(first: 50) { nodes { toll(outcome: KILLED) { stated min max } } } }`},
	{"conflicts of 50", `{ attacks(first: 50) { nodes { conflicts { aspect explanation } } } }`},
	{"origins of 50", `{ attacks(first: 50) { nodes { origins { speakers { name } relays } } } }`},
	{"timeline of 50", `{ attacks(first: 50) { nodes { timeline { event on { earliest latest } } } } }`},
	{"record of a hub", `{ group(id: "group:syn-1-00000009") { record { claims byStanding { standing count } } } }`},
	{"network", `{ group(id: "group:syn-1-00000009") { network(depth: 3) { nodes { id } truncated } } }`},
	{"toll of all", `{ attacks(first: 1) { toll(outcome: KILLED) { min max attacksCounted } } }`},
	{"conflicts asked for", `{ attacks(first: 20, filter: { conflicts: [CASUALTIES] }) { totalCount nodes { id } } }`},
	{"attributed to a hub", `{ attacks(first: 20, filter: { attributed: { to: ["group:syn-1-00000009"] } }) { totalCount nodes { id } } }`},
	{"denied on a day", `{ claims(first: 20, filter: { standing: { in: [DENIED], asOf: "2015-01-01" } }) { totalCount nodes { id } } }`},
	{"own count", `{ statistics(first: 1) { nodes { ownCount { certainCount possibleCount } } } }`},
	{"deadliest first", `{ attacks(first: 20, orderBy: [{ by: KILLED, direction: DESC }]) { totalCount nodes { id } } }`},
}

// BenchmarkPictures measures what is asked of an invented world over HTTP.
func BenchmarkPictures(b *testing.B) {
	for name, open := range map[string]func(testing.TB) *counting{"sqlite": emptySQLite, "neo4j": emptyNeo4j} {
		b.Run(name, func(b *testing.B) {
			s := open(b)
			if err := invent(b.Context(), s, place{}, benchInvented, io.Discard); err != nil {
				b.Fatal(err)
			}
			server := handler(s, quiet())
			for _, picture := range benchPictures {
				b.Run(picture.name, func(b *testing.B) {
					calls := s.calls.Load()
					for b.Loop() {
						if got := ask(b, server, picture.query, nil); len(got.Errors) > 0 {
							b.Fatal(got.Errors[0].Message)
						}
					}
					b.ReportMetric(float64(s.calls.Load()-calls)/float64(b.N), "calls/op")
				})
			}
		})
	}
}

// BenchmarkLoad measures how many records a second go into an empty file.
func BenchmarkLoad(b *testing.B) {
	records := 0
	for part := range benchInvented.Parts() {
		records += len(part.Nodes)
	}
	for b.Loop() {
		if err := invent(b.Context(), emptySQLite(b), place{}, benchInvented, io.Discard); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(records*b.N)/b.Elapsed().Seconds(), "records/s")
}
