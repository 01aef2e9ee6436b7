package neo4j

import (
	"context"
	"fmt"
	"testing"
	"time"

	"claimgraph/graph"
	"claimgraph/neo4j/neo4jtest"
)

var (
	known = graph.OnDay(20171023, graph.Derivations[0])
	when  = time.Date(2024, 1, 2, 3, 4, 5, 6000, time.UTC)
)

func cites(source graph.ID) graph.Cited {
	return graph.Cited{Citations: []graph.Citation{{Source: source, Role: graph.CitationRoles[0], Basis: graph.CitationBases[0]}}}
}

func group(key, name string) *graph.Group {
	return &graph.Group{Profile: graph.Profile{Header: graph.Header{ID: graph.ID("group:" + key)}, Kind: graph.ActorArmedGroup,
		Names: []graph.Name{{Value: name, Kind: graph.NamePreferred}}}}
}

func attack(key, title string, on graph.Date) *graph.Attack {
	values := graph.AttackValues{Occurred: graph.OnDay(on, known.Derivation)}
	return &graph.Attack{Header: graph.Header{ID: graph.ID("attack:" + key)}, Cited: cites("source:paper"), Title: title, Recorded: values,
		AttackView: graph.AttackView{AttackValues: values}}
}

func claim(key string, by, about graph.ID, made graph.Date) *graph.Claim {
	c := &graph.Claim{Kind: graph.ClaimResponsibility}
	c.ID, c.Asserters, c.About, c.Cited = graph.ID("claim:"+key), []graph.ID{by}, []graph.ID{about}, cites("source:paper")
	c.AsserterMode, c.Made = graph.Joint, graph.OnDay(made, known.Derivation)
	c.Normal()
	return c
}

func denial(key string, by graph.ID, to *graph.Claim, made graph.Date) *graph.Denial {
	d := &graph.Denial{}
	d.ID, d.Asserters, d.About, d.Cited = graph.ID("denial:"+key), []graph.ID{by}, to.About, cites("source:paper")
	d.AsserterMode, d.Made, d.RespondsTo = graph.Joint, graph.OnDay(made, known.Derivation), to.ID
	d.Normal()
	return d
}

// world is two groups, ten attacks a day apart, each claimed by the first group
// on the day after, every second denied by the other:
//
//	red <-claims- claim:0..9 -about-> attack:0..9
//	                  ^
//	blue <-denies- denial:0,2,4,6,8
func world() []graph.Node {
	paper := &graph.Source{Header: graph.Header{ID: "source:paper"}, Title: "The Paper", Kind: graph.SourceKinds[0], Published: known}
	paper.Normal()
	nodes := []graph.Node{paper, group("red", "Red Band"), group("blue", "Blue Guard")}
	for i := range 10 {
		a := attack(fmt.Sprint(i), fmt.Sprintf("Attack %d", i), graph.Date(20171001+i))
		c := claim(fmt.Sprint(i), "group:red", a.ID, graph.Date(20171002+i))
		nodes = append(nodes, c, a) // a link forward: put in any order
		if i%2 == 0 {
			nodes = append(nodes, denial(fmt.Sprint(i), "group:blue", c, graph.Date(20171003+i)))
		}
	}
	return nodes
}

// put writes nodes as they stand, without deriving anything.
func put(t testing.TB, s *Store, nodes ...graph.Node) {
	t.Helper()
	rows := make([]graph.Row, len(nodes))
	for i, n := range nodes {
		n.Head().RecordedAt, n.Head().RecordedBy = when, "tester"
		var err error
		if rows[i], err = graph.RowOf(n); err != nil {
			t.Fatal(err)
		}
	}
	ctx := context.Background()
	if err := s.changed(ctx, func(t *tx) error { return t.Put(ctx, rows) }); err != nil {
		t.Fatal(err)
	}
}

// opened is a store over the server that all tests share, holding these nodes and no others.
func opened(t testing.TB, nodes ...graph.Node) *Store {
	t.Helper()
	server := neo4jtest.Start(t)
	if err := server.Empty(t.Context()); err != nil {
		t.Fatal(err)
	}
	s := over(t, server)
	if nodes != nil {
		put(t, s, nodes...)
	}
	return s
}

func over(t testing.TB, server neo4jtest.Server) *Store {
	t.Helper()
	s, err := Open(t.Context(), Options{URL: server.URL, User: server.User, Password: server.Password})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func fetched(t testing.TB, s *Store, f graph.Fetch) *graph.Tree {
	t.Helper()
	tree, err := s.Fetch(context.Background(), f)
	if err != nil {
		t.Fatal(err)
	}
	return tree
}
