package sqlite

import (
	"bytes"
	"context"
	"encoding/json"
	"log/slog"
	"maps"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"claimgraph/expected"
	"claimgraph/graph"
	"claimgraph/resolvers"
	"claimgraph/synthetic"
)

// TestPlansOfTheBench: how the store goes about each question of the set that is
// measured (bench/queries), once it is chosen how: the root with what is counted
// beside it, and the branches below that have pages of their own. What hangs on
// nodes as it is written is looked up by id.
func TestPlansOfTheBench(t *testing.T) {
	s := opened(t, world()...)
	for name, statements := range benched(t) {
		t.Run(name, func(t *testing.T) {
			var b strings.Builder
			for _, p := range statements {
				if p.wrong != nil {
					t.Fatal(p.wrong)
				}
				b.WriteString(plan(t, s, p.String(), p.values()) + "\n")
			}
			if scan := scans.FindString(b.String()); scan != "" && name != "disputed" { // the newest are among the first claims of the list
				t.Errorf("walked through: %s", scan)
			}
			expected.File(t, filepath.Join("testdata", "plans", "bench-"+name+".txt"), b.String())
		})
	}
}

func benched(t *testing.T) map[string][]*page {
	attacks, claims := []graph.NodeKind{graph.KindAttack}, []graph.NodeKind{graph.KindClaim}
	lower := func(input string, filter map[string]any) graph.Pred {
		where, err := graph.Lower(input, filter, graph.Certain, graph.DefaultBounds(), nil)
		if err != nil {
			t.Fatal(err)
		}
		return where
	}
	year := map[string]any{"from": "2017-01-01", "to": "2017-12-31"}
	during := lower("AttackFilter", map[string]any{"occurred": year})
	there := lower("AttackFilter", map[string]any{"occurred": year, "place": map[string]any{"in": []any{"location:a"}}})
	root := func(q graph.Query, found choice) *page { return newPage(&graph.Branch{Query: &q}, []int64{0}, found) }
	below := func(r *graph.Relation, edge graph.Pred, kinds []graph.NodeKind, limit int) *page {
		return newPage(&graph.Branch{Number: 1, Relation: r, In: true, Edge: edge, Kinds: kinds, Query: &graph.Query{Kinds: kinds, Limit: limit}}, []int64{1, 2}, choice{})
	}
	area := graph.Query{Kinds: attacks, Where: there, Limit: 50}
	next := area
	next.After = []string{"2017102320171023", "attack:3"}
	lined := choice{lined: emptyPage(&graph.Branch{Query: &area}, choice{}).lined()}
	sum, tell := graph.SumOfTolls(graph.Count{Where: there}, graph.OutcomeKilled)
	toll := &graph.Branch{Query: &graph.Query{Kinds: attacks, Counts: []graph.Count{{Where: there}}, Sums: []graph.Sum{sum}, Tells: []graph.Tell{tell}}}
	regions := &graph.Branch{Query: &graph.Query{Kinds: attacks, Grouping: &graph.Grouping{Count: graph.Count{Where: during}}}}
	denials := []graph.NodeKind{graph.KindDenial}
	firm := graph.Cmp{Column: graph.AssertedBy.EdgeColumn("firm"), Op: graph.OpIs, Number: 1}
	groups := graph.Query{Kinds: []graph.NodeKind{graph.KindGroup}, Where: graph.IDIn{"group:red", "group:blue"}, Limit: 100}
	return map[string][]*page{
		"disputed": {root(graph.Query{Kinds: claims, Where: lower("ClaimFilter", map[string]any{"disputed": true}), Limit: 20}, choice{walk: true}), below(graph.RespondsTo, nil, denials, 20)},
		"attack":   {below(graph.About, nil, claims, 20), below(graph.RespondsTo, nil, nil, 20)},
		"country":  {root(area, lined), below(graph.About, nil, claims, 3)},
		"next":     {root(next, lined)},
		"actors":   {root(groups, choice{}), below(graph.AssertedBy, firm, claims, 20)},
		"regions":  {newGrouping(regions, graph.FacetOf(graph.KindAttack, string(graph.AttacksByAdmin1)), []int64{0}, nil)},
		"toll":     {newPage(toll, []int64{0}, choice{}), newSumming(toll, sum, []int64{0}, nil), newTelling(toll, tell, []int64{0}, nil)},
	}
}

// TestPlansOfWalksAndSearches holds the rest of that set, and a search of all that is
// said. Nothing of them is chosen by what a count found: each is asked, and how the
// store goes about the statements it then knows is written down, in the order of
// their texts.
func TestPlansOfWalksAndSearches(t *testing.T) {
	planned := synthetic.World{Seed: 1, Attacks: 40}
	var band *graph.Group
	load := func(yield func(graph.ChangeSet) bool) {
		for part := range planned.Batches() {
			for _, n := range part.Nodes {
				if g, ok := n.(*graph.Group); ok && band == nil {
					band = g
				}
			}
			if !yield(graph.ChangeSet{Nodes: part.Nodes, By: "tester", At: when}) {
				return
			}
		}
	}
	s := opened(t)
	if err := s.Load(t.Context(), load, func(graph.Result) {}); err != nil {
		t.Fatal(err)
	}
	of := func(name string) string {
		text, err := os.ReadFile(filepath.Join("..", "bench", "queries", name+".graphql"))
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	for name, asked := range map[string]struct {
		query     string
		variables map[string]any
	}{
		"bench-actor":         {of("actor"), map[string]any{"id": band.ID}},
		"bench-neighbourhood": {of("neighbourhood"), map[string]any{"of": []graph.ID{planned.Attack(0)}}},
		"bench-search":        {of("search"), map[string]any{"text": band.Name()}},
		"search-everywhere":   {"query ($text: String!) { search(text: $text) { edges { node { id } } } }", map[string]any{"text": band.Name()}},
	} {
		t.Run(name, func(t *testing.T) {
			prepared(t, s)
			body, err := json.Marshal(map[string]any{"query": asked.query, "variables": asked.variables})
			if err != nil {
				t.Fatal(err)
			}
			w, r := httptest.NewRecorder(), httptest.NewRequestWithContext(t.Context(), "POST", "/graphql", bytes.NewReader(body))
			r.Header.Set("Content-Type", "application/json")
			limits := resolvers.DefaultLimits()
			limits.Depth = 20
			resolvers.Handler(s, slog.New(slog.DiscardHandler), limits, nil).ServeHTTP(w, r)
			if answer := w.Body.String(); strings.Contains(answer, `"errors"`) || !strings.Contains(answer, `"id"`) {
				t.Fatal(answer)
			}
			var all strings.Builder
			for _, statement := range slices.Sorted(maps.Keys(prepared(t, s))) {
				if strings.Contains(statement, "SELECT") {
					all.WriteString(plan(t, s, statement, make([]any, strings.Count(statement, "?"))) + "\n")
				}
			}
			if scan := tables.FindString(strings.ReplaceAll(all.String(), "SCAN near\n", "")); scan != "" {
				t.Errorf("walked through: %s", scan)
			}
			expected.File(t, filepath.Join("testdata", "plans", name+".txt"), all.String())
		})
	}
}

// tables finds a table that is walked through: lists given and full-text indexes have
// more on their line. The nodes that a walk looks around, near, are a list made before.
var tables = regexp.MustCompile(`(?m)^ *SCAN (?:\w+|.* INDEX \w+_by_.*)$`)

// prepared are the statements that the store's readers know by now; they forget them.
func prepared(t *testing.T, s *Store) map[string]bool {
	t.Helper()
	all := map[string]bool{}
	var take func(left int) error
	take = func(left int) error { // each is another only while the others are taken
		if left == 0 {
			return nil
		}
		return s.read.use(context.Background(), func(c *connection) error {
			for text, statement := range c.prepared {
				all[text] = true
				_ = statement.Close()
			}
			clear(c.prepared)
			c.length = 0
			return take(left - 1)
		})
	}
	if err := take(s.read.size); err != nil {
		t.Fatal(err)
	}
	return all
}
