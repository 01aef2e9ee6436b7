package neo4j

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"log/slog"
	"maps"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"claimgraph/expected"
	"claimgraph/graph"
	"claimgraph/graph/storetest"
	"claimgraph/neo4j/neo4jtest"
	"claimgraph/resolvers"
	"claimgraph/synthetic"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// planned is a world large enough that the server plans as for a full database:
// it looks at how many nodes, links and values there are.
var planned = synthetic.World{Seed: 1, Attacks: 400}

// TestPlans holds how the server goes about what is asked most: every question
// of the bench, every list under a node, and, for every field of every filter, how
// what passes is looked up and counted, and how it is met on a walk where it is much. What
// the plans beside it, in testdata, say, a new version must not make worse:
// nodes are found by an index, or along one in the order of the list.
func TestPlans(t *testing.T) {
	s := opened(t)
	if err := s.ready(t.Context()); err != nil {
		t.Fatal(err)
	}
	row, err := s.ask(t.Context(), "CALL dbms.components() YIELD versions RETURN versions[0]", nil)
	if err != nil {
		t.Fatal(err)
	}
	if version := row.Values[0]; version != neo4jtest.Version {
		t.Skipf("the plans are those of Neo4j %s, not of %v", neo4jtest.Version, version)
	}
	if err := s.Load(t.Context(), filling(), func(graph.Result) {}); err != nil {
		t.Fatal(err)
	}
	t.Run("questions", func(t *testing.T) { plansOfQuestions(t, s) })
	t.Run("filters", func(t *testing.T) { plansOfFilters(t, s) })
	t.Run("lists", func(t *testing.T) { plansOfLists(t, s) })
}

func filling() iter.Seq[graph.ChangeSet] {
	return func(yield func(graph.ChangeSet) bool) {
		for part := range planned.Batches() {
			if !yield(graph.ChangeSet{Nodes: part.Nodes, By: "tester", At: when}) {
				return
			}
		}
	}
}

func plansOfQuestions(t *testing.T, s *Store) {
	files, err := filepath.Glob("../bench/queries/*.graphql")
	if err != nil || len(files) == 0 {
		t.Fatal("the questions of the bench are gone", err)
	}
	values := someValues()
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".graphql")
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			e := &explaining{Store: s}
			question, err := json.Marshal(map[string]any{"query": string(text), "variables": values.of(name)})
			if err != nil {
				t.Fatal(err)
			}
			limits := resolvers.DefaultLimits()
			limits.Depth, limits.Within = 20, time.Minute
			w := httptest.NewRecorder()
			r := httptest.NewRequestWithContext(t.Context(), "POST", "/graphql", bytes.NewReader(question))
			r.Header.Set("Content-Type", "application/json")
			resolvers.Handler(e, slog.New(slog.DiscardHandler), limits, nil).ServeHTTP(w, r)
			if body := w.Body.String(); strings.Contains(body, `"errors"`) {
				t.Fatal(body)
			}
			expected.File(t, filepath.Join("testdata", "plans", name+".txt"), strings.Join(e.plans, "\n"))
			if e.worst != "" {
				t.Error(e.worst)
			}
		})
	}
}

// named are what the questions are asked about: all their variables, and a group
// where another question names an attack.
type named struct {
	all   map[string]any
	group graph.ID
}

func (n named) of(question string) map[string]any {
	values := maps.Clone(n.all)
	if question == "actor" {
		values["id"] = n.group
	}
	return values
}

// someValues are an attack, groups, and a country that the world has.
func someValues() named {
	attack := planned.Attack(0)
	n := named{all: map[string]any{
		"id": attack, "of": []graph.ID{attack}, "first": 50, "text": "north",
		"from": fmt.Sprintf("%d-01-01", synthetic.FirstYear), "to": fmt.Sprintf("%d-12-31", synthetic.FirstYear+synthetic.Years-1),
	}}
	for part := range planned.Parts() {
		var groups []graph.ID
		for _, node := range part.Nodes {
			switch node := node.(type) {
			case *graph.Location:
				if node.Kind == graph.LocationCountry {
					n.all["place"] = node.ID
				}
			case *graph.Group:
				groups = append(groups, node.ID)
			}
		}
		n.group, n.all["ids"] = groups[0], groups[:100]
		break // the ground is the first part
	}
	return n
}

// explaining asks the store, and notes how it goes about that.
type explaining struct {
	*Store
	plans []string
	worst string
}

func (e *explaining) asking(ctx context.Context, text string, params map[string]any) (*neo4j.Record, error) {
	p, err := e.planned(ctx, text, params)
	if err != nil {
		return nil, err
	}
	e.plans = append(e.plans, p.text)
	if e.worst == "" {
		e.worst = p.worst
	}
	return e.ask(ctx, text, params)
}

func (e *explaining) Fetch(ctx context.Context, f graph.Fetch) (*graph.Tree, error) {
	return fetch(ctx, e.asking, f)
}

func (e *explaining) Search(ctx context.Context, s graph.Search) ([]graph.Hit, error) {
	return search(ctx, e.asking, s)
}

func (e *explaining) Arcs(ctx context.Context, l graph.Look) (*graph.Around, error) {
	return arcs(ctx, e.asking, l)
}

// plan is how the server goes about a statement, and the first thing in it that
// an index could spare, if there is one.
type plan struct{ text, worst string }

// planned runs a statement, for of one that is only explained the driver shows
// no more than the last branch of each fork.
func (s *Store) planned(ctx context.Context, text string, params map[string]any) (plan, error) {
	session := s.session(ctx, neo4j.AccessModeRead)
	defer func() { _ = session.Close(ctx) }()
	result, err := session.Run(ctx, "PROFILE "+text, params)
	if err != nil {
		return plan{}, err
	}
	summary, err := result.Consume(ctx)
	if err != nil {
		return plan{}, err
	}
	var b strings.Builder
	writePlan(&b, summary.Profile(), 0)
	return plan{b.String(), worstOf(summary.Profile())}, nil
}

// telling are the operators of which more than the name is written down: what
// they look at.
var telling = regexp.MustCompile(`Index|Scan|Expand|Sort|Top|Procedure`)

// made are names that the statement, or the server, made up.
var made = regexp.MustCompile(`\b(anon_|[a-z]+)\d+\b`)

// writePlan writes a plan; what it begins with stands furthest in.
func writePlan(b *strings.Builder, p neo4j.ProfiledPlan, depth int) {
	b.WriteString(strings.Repeat("  ", depth) + operator(p))
	if telling.MatchString(operator(p)) {
		b.WriteString(" " + details(p))
	}
	b.WriteString("\n")
	for _, below := range p.Children() {
		writePlan(b, below, depth+1)
	}
}

func operator(p neo4j.ProfiledPlan) string {
	name, _, _ := strings.Cut(p.Operator(), "@")
	return name
}

func details(p neo4j.ProfiledPlan) string {
	said, _ := p.Arguments()["Details"].(string)
	said = strings.ReplaceAll(strings.Join(strings.Fields(said), " "), "`", "")
	said, _, _ = strings.Cut(said, ", cache[") // what is read on the way; it comes in any order
	return made.ReplaceAllString(said, "$1")
}

// everything are the operators that look at all nodes or links of a kind.
var everything = regexp.MustCompile(`AllNodesScan|LabelScan|LabelsScan|TypeScan|TypesScan|AllRelationshipsScan`)

// passing are those that hand on what one below them found.
var passing = regexp.MustCompile(`^(Projection|Filter|CacheProperties|Distinct|.*SemiApply)$`)

// worstOf is what looks at everything, or sorts everything that an index holds.
func worstOf(p neo4j.ProfiledPlan) string {
	if everything.MatchString(operator(p)) {
		return operator(p) + " " + details(p)
	}
	if name := operator(p); name == "Top" || name == "Sort" {
		below := p
		for below == p || passing.MatchString(operator(below)) {
			below = below.Children()[0]
		}
		if found := operator(below); strings.HasSuffix(found, "IndexScan") || strings.HasSuffix(found, "SeekByRange") {
			return name + " of all that comes from " + found + " " + details(below)
		}
	}
	for _, below := range p.Children() {
		if worst := worstOf(below); worst != "" {
			return worst
		}
	}
	return ""
}

// walked are the fields of filters whose samples no index serves: the list is
// walked through in its order and each row tested, until the page is full; to
// count what passes, all are.
var walked = map[string]bool{
	// What short lists hold, or few names have in them, no index is kept for.
	"actors.name": true, "actors.name within": true, "groups.name": true, "groups.name within": true,
	"locations.name": true, "locations.name within": true, "organizations.name": true, "organizations.name within": true,
	"persons.name": true, "persons.name within": true, "responses.aspect": true,
	"affiliations.during": true, // few, and none of its six bounds is rarer than the others
	"groups.active":       true,
	"claims.hasRivals":    true, // the links there are tell it
	// What is linked to something of a kind: from that end as many would be met.
	"attacks.claims": true, "claims.affiliation": true, "claims.responses": true, "claims.statement": true, "groups.claims": true,
	"responses.claim": true, "statements.claims": true,
	"attacks.toll possibly": true, // those of which nobody says how many are not kept apart; of most outcomes they are nearly all
	"organizations.kind":    true, // there are fewer organizations than actors of a kind
}

func plansOfFilters(t *testing.T, s *Store) {
	fields, err := storetest.FilterFields()
	if err != nil {
		t.Fatal(err)
	}
	lists := map[string][]storetest.Asked{}
	for _, f := range fields {
		lists[f.List] = append(lists[f.List], f)
	}
	for list, fields := range lists {
		t.Run(list, func(t *testing.T) {
			t.Parallel()
			var all strings.Builder
			for _, f := range fields {
				q := &graph.Query{Kinds: graph.Roots[list].Kinds, Where: f.Where, Limit: 20, Counts: []graph.Count{{Where: f.Where}}}
				worst := ""
				for _, statement := range statementsOf(t, graph.Fetch{Query: q}) {
					p, err := s.planned(t.Context(), statement.String(), statement.params)
					if err != nil {
						t.Fatal(f.Field, err)
					}
					fmt.Fprintf(&all, "%s\n%s\n", f.Field, p.text)
					if p.worst != "" {
						worst = p.worst
					}
				}
				if (worst != "") != f.In(walked) {
					t.Errorf("%s.%s: %q", list, f.Field, worst)
				}
			}
			expected.File(t, filepath.Join("testdata", "plans", "filters-of-"+list+".txt"), all.String())
		})
	}
}

// plansOfLists are those of the lists that the API has under a node. Where very many
// may be in one, they are met in its order.
func plansOfLists(t *testing.T, s *Store) {
	var all strings.Builder
	asked := map[string]string{}
	for _, field := range slices.Sorted(maps.Keys(graph.Fields)) {
		way := graph.Fields[field]
		if !way.Orders {
			continue
		}
		in := way.Links(graph.Certain)
		list := &graph.Branch{Number: 1, Relation: in.Relation, In: in.In, Edge: in.Edge, Kinds: way.Kinds, Query: &graph.Query{Kinds: way.Kinds, Where: in.Where, Limit: 20}}
		for _, statement := range statementsOf(t, graph.Fetch{IDs: []graph.ID{planned.Attack(0)}, Then: []*graph.Branch{list}}) {
			if as, ok := asked[statement.String()]; ok {
				fmt.Fprintf(&all, "%s: as %s\n\n", field, as)
				continue
			}
			asked[statement.String()] = field
			p, err := s.planned(t.Context(), statement.String(), statement.params)
			if err != nil {
				t.Fatal(field, err)
			}
			if p.worst != "" || in.Relation.Listed && !strings.Contains(p.text, "RelationshipIndexSeek") {
				t.Errorf("%s: %s\n%s", field, p.worst, p.text)
			}
			fmt.Fprintf(&all, "%s\n%s\n", field, p.text)
		}
	}
	expected.File(t, filepath.Join("testdata", "plans", "lists.txt"), all.String())
}

var errAsked = errors.New("asked")

// statementsOf are all that a fetch may send.
func statementsOf(t *testing.T, f graph.Fetch) []*statement {
	t.Helper()
	var all []*statement
	if a := lookAhead(f); a != nil {
		if err := a.ask(t.Context(), func(context.Context, string, map[string]any) (*neo4j.Record, error) { return nil, errAsked }); !errors.Is(err, errAsked) {
			t.Fatal(err)
		}
		all = append(all, a.statement)
	}
	q := compile(f, true)
	if q.wrong != nil {
		t.Fatal(q.wrong)
	}
	return append(all, q.statement)
}
