package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"claimgraph/graph"
	"claimgraph/neo4j"
	"claimgraph/neo4j/neo4jtest"
	"claimgraph/sqlite"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// A hundred groups with their newest twenty claims, of thirty each: the nested
// page that a server asking row by row needs two thousand calls for.
const (
	benchGroups = 100
	benchClaims = 30
	benchPage   = 20
)

const benchQuery = `{ groups(first: 100) { nodes { name claims(first: 20) { nodes { id kind made { earliest latest } } } } } }`

// BenchmarkNestedPage sets the whole answer over HTTP, the store's own call,
// and one hand-written statement side by side: read the ratios.
func BenchmarkNestedPage(b *testing.B) {
	b.Run("sqlite", benchSQLite)
	b.Run("neo4j", benchNeo4j)
}

func benchSQLite(b *testing.B) {
	path := filepath.Join(b.TempDir(), "graph.db")
	s, err := sqlite.Open(b.Context(), path)
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	benchStore(b, s)
	b.Run("statement", func(b *testing.B) {
		db, err := sql.Open("sqlite", "file:"+path+"?mode=ro&_pragma=mmap_size(2147418112)")
		if err != nil {
			b.Fatal(err)
		}
		defer func() { _ = db.Close() }()
		for b.Loop() {
			rows, err := db.QueryContext(b.Context(), `SELECT g.doc, c.id, c.doc FROM
				(SELECT n.num, n.doc FROM node n WHERE n.kind = 'GROUP' ORDER BY n.id LIMIT ?) g
				JOIN link_asserted_by l ON l.rowid IN (SELECT x.rowid FROM link_asserted_by x WHERE x.dst = g.num ORDER BY x.key DESC, x.id DESC LIMIT ?)
				JOIN node c ON c.num = l.src`, benchGroups, benchPage)
			benchRows(b, rows, err)
		}
	})
}

func benchRows(b *testing.B, rows *sql.Rows, err error) {
	b.Helper()
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	n := 0
	for ; rows.Next(); n++ {
		var group, claim []byte
		var id string
		var into struct{ Kind, Made any }
		if err := rows.Scan(&group, &id, &claim); err != nil {
			b.Fatal(err)
		}
		if err := json.Unmarshal(claim, &into); err != nil {
			b.Fatal(err)
		}
	}
	if n != benchGroups*benchPage || rows.Err() != nil {
		b.Fatal(n, rows.Err())
	}
}

func benchNeo4j(b *testing.B) {
	server := neo4jtest.Start(b)
	if err := server.Empty(b.Context()); err != nil {
		b.Fatal(err)
	}
	s, err := neo4j.Open(b.Context(), neo4j.Options{URL: server.URL, User: server.User, Password: server.Password})
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	benchStore(b, s)
	b.Run("statement", func(b *testing.B) {
		d, err := driver.NewDriverWithContext(server.URL, driver.BasicAuth(server.User, server.Password, ""))
		if err != nil {
			b.Fatal(err)
		}
		defer func() { _ = d.Close(context.WithoutCancel(b.Context())) }()
		session := d.NewSession(b.Context(), driver.SessionConfig{AccessMode: driver.AccessModeRead, DatabaseName: "neo4j"})
		defer func() { _ = session.Close(context.WithoutCancel(b.Context())) }()
		for b.Loop() {
			result, err := session.Run(b.Context(), `MATCH (g:Group) WITH g ORDER BY g.id LIMIT $groups
				CALL (g) { MATCH (g)<-[r:ASSERTED_BY]-(c:Claim) WITH c, r ORDER BY r.key DESC, r.id DESC LIMIT $claims RETURN collect([c.id, c.doc]) AS claims }
				RETURN g.doc, claims`, map[string]any{"groups": benchGroups, "claims": benchPage})
			if err != nil {
				b.Fatal(err)
			}
			n := 0
			for result.Next(b.Context()) {
				for _, row := range result.Record().Values[1].([]any) {
					var into struct{ Kind, Made any }
					if err := json.Unmarshal([]byte(row.([]any)[1].(string)), &into); err != nil {
						b.Fatal(err)
					}
					n++
				}
			}
			if n != benchGroups*benchPage {
				b.Fatal(n, result.Err())
			}
		}
	})
}

// benchStore fills a store and measures the API and the port over it.
func benchStore(b *testing.B, s graph.Store) {
	b.Helper()
	if _, err := s.Apply(b.Context(), graph.ChangeSet{Nodes: benchWorld(), By: "benchmark", At: time.Now()}); err != nil {
		b.Fatal(err)
	}
	server := handler(s, quiet())
	b.Run("http", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if got := ask(b, server, benchQuery, nil); len(got.Errors) > 0 {
				b.Fatal(got.Errors[0].Message)
			}
		}
	})
	b.Run("fetch", func(b *testing.B) {
		b.ReportAllocs()
		claims := &graph.Branch{Number: 1, On: []graph.NodeKind{graph.KindGroup}, Relation: graph.AssertedBy, In: true,
			Query: &graph.Query{Kinds: []graph.NodeKind{graph.KindClaim}, Limit: benchPage}}
		for b.Loop() {
			tree, err := s.Fetch(b.Context(), graph.Fetch{Query: &graph.Query{Kinds: []graph.NodeKind{graph.KindGroup}, Limit: benchGroups}, Then: []*graph.Branch{claims}})
			if err != nil || len(tree.Nodes) != benchGroups*(benchPage+1) {
				b.Fatal(len(tree.Nodes), err)
			}
		}
	})
}

func benchWorld() []graph.Node {
	nodes := []graph.Node{&graph.Source{Header: graph.Header{ID: "source:bench"}, Title: "Made for a benchmark", Kind: graph.SourceOther}}
	cited := graph.Cited{Citations: []graph.Citation{{Source: "source:bench", Role: graph.RolePrimary, Basis: graph.BasisStated}}}
	for g := range benchGroups {
		group := graph.ID(fmt.Sprintf("group:bench-%03d", g))
		nodes = append(nodes, &graph.Group{Profile: graph.Profile{Header: graph.Header{ID: group}, Kind: graph.ActorArmedGroup, Names: []graph.Name{{Value: fmt.Sprintf("Group %03d", g)}}}})
		for c := range benchClaims {
			key := fmt.Sprintf("bench-%03d-%02d", g, c)
			day := graph.Date(20200101).AddDays(g*7%365 + c)
			nodes = append(nodes,
				&graph.Attack{Header: graph.Header{ID: graph.ID("attack:" + key)}, Cited: cited, Title: "Attack " + key, Recorded: graph.AttackValues{Occurred: graph.OnDay(day, graph.Explicit)}},
				&graph.Claim{Kind: graph.ClaimResponsibility, Said: graph.Said{Header: graph.Header{ID: graph.ID("claim:" + key)}, Cited: cited, Asserters: []graph.ID{group},
					About: []graph.ID{graph.ID("attack:" + key)}, Made: graph.OnDay(day.AddDays(1), graph.Explicit)}})
		}
	}
	return nodes
}
