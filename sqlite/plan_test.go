package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"claimgraph/expected"
	"claimgraph/graph"
	"claimgraph/graph/storetest"
)

// shapes are the questions that are asked most. The plans beside them, in
// testdata, are what a new version of SQLite must not make worse: every table
// is searched by an index, nothing is scanned but lists given and pages cut,
// and what is sorted is one page.
func shapes() map[string]*graph.Branch {
	claims := []graph.NodeKind{graph.KindClaim}
	made := graph.KindNamed(graph.KindClaim).Family.Column("sort_made")
	recorded := graph.KindNamed(graph.KindClaim).Family.Column("sort_recorded")
	kind := graph.KindNamed(graph.KindClaim).Family.Column("kind")
	said := graph.Cmp{Column: kind, Op: graph.OpIn, Words: []string{"RESPONSIBILITY"}}
	byRed := graph.Has{Relation: graph.AssertedBy, Far: graph.IDIn{"group:red"}}
	deniedThen, err := graph.Lower("ClaimFilter", map[string]any{"standing": map[string]any{"in": []any{"DENIED"}, "asOf": "2017-10-28"}}, graph.Certain, graph.DefaultBounds(), nil)
	if err != nil {
		panic(err)
	}
	perhaps, err := graph.Lower("AttackFilter", map[string]any{"occurred": map[string]any{"from": "2017-01-01", "to": "2017-12-31"}}, graph.Possible, graph.DefaultBounds(), nil)
	if err != nil {
		panic(err)
	}
	list := func(q graph.Query) *graph.Branch {
		q.Kinds, q.Limit = claims, 20
		return &graph.Branch{Query: &q}
	}
	of := func(r *graph.Relation, q graph.Query) *graph.Branch {
		q.Limit = 20
		return &graph.Branch{Number: 1, Relation: r, In: true, Kinds: claims, Query: &q}
	}
	firm := of(graph.AssertedBy, graph.Query{})
	firm.Edge = graph.Cmp{Column: graph.AssertedBy.EdgeColumn("firm"), Op: graph.OpIs, Number: 1}
	return map[string]*graph.Branch{
		"the newest claims":                    list(graph.Query{}),
		"claims after a row":                   list(graph.Query{After: []string{"2017102320171023", "claim:3"}}),
		"claims before a row":                  list(graph.Query{After: []string{"2017102320171023", "claim:3"}, Backward: true}),
		"claims of a kind":                     list(graph.Query{Where: said, Counts: []graph.Count{{Where: said}}}),
		"claims by a group":                    list(graph.Query{Where: graph.All{said, byRed}}),
		"claims denied as of a day":            list(graph.Query{Where: deniedThen}),
		"claims by two orders":                 list(graph.Query{Order: []graph.Order{{Column: made}, {Column: recorded, Desc: true}}, After: []string{"1", "2", "claim:3"}}),
		"claims about an attack":               of(graph.About, graph.Query{}),
		"claims about an attack after a row":   of(graph.About, graph.Query{After: []string{"2017102320171023", "claim:3"}}),
		"claims about an attack oldest first":  of(graph.About, graph.Query{Order: []graph.Order{{Column: made}}}),
		"claims about an attack last recorded": of(graph.About, graph.Query{Order: []graph.Order{{Column: recorded, Desc: true}}}),
		"claims a group surely made":           firm,
		"claims about an attack by kind":       of(graph.About, graph.Query{Where: said, Match: said, Counts: []graph.Count{{Relation: graph.About, In: true, Where: said}}}),
		"all that answers":                     {Number: 1, Relation: graph.RespondsTo, In: true},
		"attacks perhaps in a place": {Number: 1, Query: &graph.Query{Kinds: []graph.NodeKind{graph.KindAttack}, Limit: 20,
			Where: graph.Has{Relation: graph.LiesIn, Far: graph.Parent{}}}},
		"attacks perhaps in a year": {Query: &graph.Query{Kinds: []graph.NodeKind{graph.KindAttack}, Limit: 20, Where: perhaps, Match: perhaps, Counts: []graph.Count{{Where: perhaps}}}},
	}
}

func TestPlans(t *testing.T) {
	s := opened(t, world()...)
	for name, b := range shapes() {
		t.Run(name, func(t *testing.T) {
			p := newPage(b, []int64{1, 2}, choice{})
			if p.wrong != nil {
				t.Fatal(p.wrong)
			}
			expected.File(t, filepath.Join("testdata", "plans", strings.ReplaceAll(name, " ", "-")+".txt"), plan(t, s, p.String(), p.values()))
		})
	}
}

// TestPlanOfTelling: what the claims of an actor tell is looked up claim by
// claim. The notes of all claims were once walked, and the list of the actor's
// claims made for each: ten seconds for an actor of four thousand.
func TestPlanOfTelling(t *testing.T) {
	s := opened(t, world()...)
	told := graph.RecordNotes()[0]
	p := newTelling(told, told.Query.Tells[0], []int64{1}, nil)
	if p.wrong != nil {
		t.Fatal(p.wrong)
	}
	expected.File(t, filepath.Join("testdata", "plans", "what-the-claims-of-an-actor-tell.txt"), plan(t, s, p.String(), p.values()))
}

// walked are the fields of filters whose samples no index serves: the list is
// walked through in its order and each row tested, until the page is full.
var walked = map[string]bool{
	"affiliations.during":   true, // few, and none of its six bounds is rarer than the others
	"groups.active":         true,
	"attacks.toll possibly": true, // those of which nobody says how many are not kept apart; of most outcomes they are nearly all
	"claims.hasRivals":      true, // the links there are tell it
	// Few have names, and no index is kept for what stands within them.
	"actors.name within": true, "groups.name within": true, "locations.name within": true, "organizations.name within": true, "persons.name within": true,
}

// TestPlansOfFilters holds, for every field of every filter, how what passes is
// looked up, and how it is counted. No row of a table is met that an index could
// have told to leave out.
func TestPlansOfFilters(t *testing.T) {
	s := opened(t, world()...)
	fields, err := storetest.FilterFields()
	if err != nil {
		t.Fatal(err)
	}
	plans := map[string]string{}
	for _, f := range fields {
		name := f.List + "." + f.Field
		way := graph.Roots[f.List]
		q := &graph.Query{Kinds: way.Kinds, Where: f.Where, Limit: 20, Counts: []graph.Count{{Where: f.Where}}}
		p := newPage(&graph.Branch{Query: q}, []int64{0}, choice{})
		if p.wrong != nil {
			t.Fatal(name, p.wrong)
		}
		how := plan(t, s, p.String(), p.values())
		plans[f.List] += f.Field + "\n" + how + "\n"
		if scan := scans.FindString(how); (scan != "") != f.In(walked) {
			t.Errorf("%s: walked through is not %v: %s\n%s", name, f.In(walked), scan, how)
		}
	}
	for list, all := range plans {
		expected.File(t, filepath.Join("testdata", "plans", "filters-of-"+list+".txt"), all)
	}
}

// scans finds a table that is walked through: by their short names, which begin
// with the letters that statements give to tables.
var scans = regexp.MustCompile(`(?m)^ *SCAN [fklwx]\d.*$`)

// TestEitherOfManyPlaces: a test that is met by one of many places becomes a
// program as long as there are places. Each was once tested again in the look-up
// of each other: fifty took SQLite minutes, in which it heeds no deadline.
func TestEitherOfManyPlaces(t *testing.T) {
	s := opened(t, world()...)
	steps := func(places int) int {
		var either graph.Any
		for i := range places {
			two := graph.IDIn{graph.ID(fmt.Sprintf("location:a%d", i)), graph.ID(fmt.Sprintf("location:b%d", i))}
			either = append(either, graph.InPlace(graph.Certain, two, true))
		}
		p := newPage(&graph.Branch{Query: &graph.Query{Kinds: []graph.NodeKind{graph.KindAttack}, Limit: 20, Where: either, Counts: []graph.Count{{Where: either}}}}, []int64{1}, choice{})
		n := 0
		err := s.read.use(t.Context(), func(c *connection) error {
			return c.query(t.Context(), "EXPLAIN "+p.String(), p.values(), func(*sql.Rows) error { n++; return nil })
		})
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	if few, more := steps(5), steps(20); more > 5*few {
		t.Errorf("%d steps for 5 places, %d for 20", few, more)
	}
}

// plan is how SQLite would go about a statement, indented as it is nested.
func plan(t *testing.T, s *Store, text string, args []any) string {
	t.Helper()
	var b strings.Builder
	depth := map[int]int{}
	err := s.read.use(context.Background(), func(c *connection) error {
		return c.query(context.Background(), "EXPLAIN QUERY PLAN "+text, args, func(rows *sql.Rows) error {
			var id, parent, unused int
			var detail string
			if err := rows.Scan(&id, &parent, &unused, &detail); err != nil {
				return err
			}
			depth[id] = depth[parent] + 1
			b.WriteString(strings.Repeat("  ", depth[parent]) + detail + "\n")
			return nil
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}
