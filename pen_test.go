package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"io"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"reflect"
	"slices"
	"strings"
	"testing"

	"claimgraph/graph"
	"claimgraph/resolvers"
	"claimgraph/watch"
)

// spread asks what folds in the answer: aliases, fragments on interfaces and
// within each other, directives that leave things out or leave nothing.
const spread = `
query Spread($no: Boolean = false, $yes: Boolean = true) {
	__typename
	groups(first: 3) { __typename kinds: nodes { __typename a: name b: name name names { value kind valid { start { earliest } } source { ...cited } } claims(first: 2) @include(if: $no) { totalCount } } }
	nodes(ids: ["group:jnim", "group:nobody", "claim:ml-2017-dioro-jnim"]) { __typename id ...claimed ... on Actor { ...named } ... on Group { kind named: kind } ... on Node { ... on Claim { what: kind } } }
	none: node(id: "group:nobody") { id }
	bare: groups(first: 1) { nodes { id @skip(if: $yes) } edges { node { ... on Group @include(if: $no) { id } } cursor } }
	claims(first: 4, orderBy: [{ by: MADE }]) { edges { cursor node { ...claimed ...claimed about { ... on Attack { id title } ... on Affiliation { id kind } } } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount possibleCount }
	claims(first: 4, orderBy: [{ by: MADE }]) { edges { node { verbatim position casualties { outcome min max victims { category } } } } }
	__type(name: "Claim") { name fields { name } }
}
fragment named on Actor { id name affiliations(first: 2) { nodes { kind period { start { earliest } } to { id ... on Group { name } } } } }
fragment claimed on Claim { id made { earliest latest verbatim } asserters { ...named __typename } citations { ...cite } standing { overall } statement { id released { earliest } } }
fragment cite on Citation { role locator quote source { ...cited } }
fragment cited on Source { id title url published { earliest } publisher { __typename name } }`

// TestThePenWritesWhatGQLGenWrites: an answer written by the pen is, byte by
// byte, what gqlgen would have written, and the pen has no trouble where there
// is none.
func TestThePenWritesWhatGQLGenWrites(t *testing.T) {
	for folder, load := range map[string]loading{"answers": loadSeed, "follow-up": loadFollowUp, "invented": loadInvented} {
		t.Run(folder, func(t *testing.T) {
			s := emptySQLite(t)
			if err := load(t.Context(), s); err != nil {
				t.Fatal(err)
			}
			var log bytes.Buffer
			server := handler(s, chatty(&log))
			for text, variables := range written(t, "testdata/"+folder) {
				log.Reset()
				got := bothWays(t, server, text, variables)
				if text == spread && len(got.Errors) > 0 {
					t.Error(problems(got))
				}
				if len(got.Errors) == 0 && strings.Contains(log.String(), "the pen had trouble") {
					t.Errorf("%s\n%s", &log, text)
				}
			}
		})
	}
}

// TestThePenLeavesTroubleToGQLGen: where nodes are missing or are not what they
// should be, errors with their paths, and the nulls that follow, are gqlgen's.
func TestThePenLeavesTroubleToGQLGen(t *testing.T) {
	s := emptySQLite(t)
	if err := loadFollowUp(t.Context(), s); err != nil {
		t.Fatal(err)
	}
	for name, spoil := range map[string]func(*graph.Tree, graph.ID){
		"lost":       func(tree *graph.Tree, id graph.ID) { delete(tree.Nodes, id) },
		"of no kind": func(tree *graph.Tree, id graph.ID) { tree.Nodes[id] = (*graph.Claim)(nil) },
	} {
		t.Run(name, func(t *testing.T) {
			var log bytes.Buffer
			server := handler(spoilt{s, spoil}, chatty(&log))
			wrong := 0
			for text, variables := range written(t, "testdata/follow-up") {
				wrong += len(bothWays(t, server, text, variables).Errors)
			}
			if wrong < 50 || !strings.Contains(log.String(), "the pen had trouble") {
				t.Errorf("only %d errors: too few nodes were spoilt", wrong)
			}
		})
	}
}

// spoilt is a store that has spoilt some of its nodes.
type spoilt struct {
	graph.Store
	spoil func(*graph.Tree, graph.ID)
}

func (s spoilt) Fetch(ctx context.Context, f graph.Fetch) (*graph.Tree, error) {
	tree, err := s.Store.Fetch(ctx, f)
	if err != nil {
		return nil, err
	}
	for id := range tree.Nodes {
		hash := fnv.New32()
		hash.Write([]byte(id))
		if hash.Sum32()%5 == 0 {
			s.spoil(tree, id)
		}
	}
	return tree, nil
}

// TestThePenMindsTheTime: an answer whose time is up before it is written is none.
func TestThePenMindsTheTime(t *testing.T) {
	s := seeded(t, emptySQLite(t))
	ctx, cancel := context.WithCancel(t.Context())
	server := handler(late{s, cancel}, quiet())
	request := httptest.NewRequest(http.MethodPost, "/graphql", strings.NewReader(`{"query": "{ claims { nodes { id } } }"}`))
	request.Header.Set("Content-Type", "application/json")
	recorded := httptest.NewRecorder()
	server.ServeHTTP(recorded, request.WithContext(ctx))
	var got reply
	if err := json.Unmarshal(recorded.Body.Bytes(), &got); err != nil || len(got.Errors) != 1 || got.Errors[0].Extensions["code"] != "TIMEOUT" || string(got.Data) != "null" {
		t.Errorf("%v %s", err, recorded.Body)
	}
}

// late is a store with whose answer the time is up.
type late struct {
	graph.Store
	end context.CancelFunc
}

func (l late) Fetch(ctx context.Context, f graph.Fetch) (*graph.Tree, error) {
	defer l.end()
	return l.Store.Fetch(ctx, f)
}

// written are queries with their variables: those of a folder, one of our own,
// and many of random make.
func written(t *testing.T, folder string) map[string]json.RawMessage {
	t.Helper()
	all := map[string]json.RawMessage{spread: nil}
	for _, path := range queriesIn(t, folder) {
		all[read(t, path)] = optional(t, strings.TrimSuffix(path, ".graphql")+".variables.json")
	}
	for i := range 60 {
		all[randomQuery(rand.New(rand.NewPCG(uint64(i), 5)))] = nil
	}
	return all
}

// chatty logs all there is to say.
func chatty(log io.Writer) *watch.Watch {
	return watch.New(slog.New(slog.NewTextHandler(log, &slog.HandlerOptions{Level: slog.LevelDebug})))
}

// bothWays asks the same of the pen and of gqlgen alone.
func bothWays(t *testing.T, server http.Handler, text string, variables json.RawMessage) reply {
	t.Helper()
	pen, plain := ask(t, server, text, variables), ask(t, resolvers.Plainly(server), text, variables)
	if !bytes.Equal(pen.Data, plain.Data) {
		t.Errorf("the pen wrote\n%s\ngqlgen writes\n%s\nof %s", pen.Data, plain.Data, text)
	}
	if a, b := problems(pen), problems(plain); !reflect.DeepEqual(a, b) {
		t.Errorf("of the pen's answer it was said\n%s\nof gqlgen's\n%s\nto %s", a, b, text)
	}
	return pen
}

// problems are what an answer reports, in no order, without the request's name;
// of too many only their number, since which are shown is chance.
func problems(r reply) []string {
	var all []string
	for _, p := range r.Errors {
		if strings.HasSuffix(p.Message, "more errors") {
			return []string{p.Message}
		}
		delete(p.Extensions, "requestId")
		all = append(all, fmt.Sprintf("%s: %s %v\n", p.place(), p.Message, p.Extensions))
	}
	slices.Sort(all)
	return all
}
