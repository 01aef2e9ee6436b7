package storetest

import (
	"cmp"
	"encoding/json"
	"maps"
	"slices"
	"sync"
	"testing"

	"claimgraph/graph"
)

// filters asks every sample of every field of every filter input, alone, every
// other one turned round, and joined with another; of lists of fewer kinds some
// fields, and under nodes one of each list, for there the test of a row is the
// same, and a store plans every shape anew. Random worlds ask the rest. A field without a sample fails, and so does
// one whose samples all find nothing or everything: it would be tested by nobody.
func filters(t *testing.T, s graph.Store) {
	k := drawn(t, s)
	for i, list := range lists() {
		t.Run(list, func(t *testing.T) {
			way := fieldNamed(list)
			asked := []any{nil}
			fields := sortedKeys(graph.Filters[way.Filter])
			switch {
			case way.Orders && len(fields) > 0:
				field := fields[i%len(fields)]
				var one any = map[string]any{field: sampled(t, way.Filter, field)[0]}
				if i%2 == 0 {
					one = map[string]any{"not": one}
				}
				asked = append(asked, one)
			case widest(way):
				asked = append(append(asked, allOf(t, k, list)...), combined(t, list)...)
			default:
				asked = append(asked, someOf(t, way.Filter, i)...)
			}
			k.askAll(t, s, list, asked)
		})
	}
}

// widest tells the root field of an input that lists the most kinds.
func widest(way graph.Way) bool {
	for _, other := range graph.Roots {
		if other.Filter == way.Filter && len(other.Kinds) > len(way.Kinds) {
			return false
		}
	}
	return true
}

func allOf(t *testing.T, k *known, list string) []any {
	t.Helper()
	var asked []any
	var before any
	input := fieldNamed(list).Filter
	everything := len(k.ask(list, nil).naively(k)[""].rows)
	for n, field := range sortedKeys(graph.Filters[input]) {
		tells := false
		for i, value := range sampled(t, input, field) {
			one := map[string]any{field: value}
			if asked = append(asked, one); (n+i)%2 == 0 {
				asked = append(asked, map[string]any{"not": one})
			}
			if i == 0 && n%3 == 1 {
				asked = append(asked, joined(n/3, one, before))
			}
			before = one
			found := len(k.ask(list, one).naively(k)[""].rows)
			tells = tells || 0 < found && found < everything
		}
		if !tells {
			t.Errorf("the samples of %s.%s find nothing or everything in the drawn world: change one in samples.go, or the world", input, field)
		}
	}
	return asked
}

// combined are filters of several fields at once, between which a store chooses.
func combined(t *testing.T, list string) []any {
	t.Helper()
	asked := make([]any, len(together[list]))
	for i, text := range together[list] {
		if err := json.Unmarshal([]byte(text), &asked[i]); err != nil {
			t.Fatalf("%s: %v", text, err)
		}
	}
	return asked
}

// someOf are the first samples of every third field.
func someOf(t *testing.T, input string, from int) []any {
	t.Helper()
	var asked []any
	for n, field := range sortedKeys(graph.Filters[input]) {
		if n%3 == from%3 {
			asked = append(asked, map[string]any{field: sampled(t, input, field)[0]})
		}
	}
	return asked
}

// joined joins two filters, in another way each time.
func joined(n int, one, before any) any {
	switch n % 4 {
	case 0:
		return map[string]any{"or": []any{one, map[string]any{"not": before}}}
	case 1:
		return map[string]any{"and": []any{one, map[string]any{"or": []any{before, one}}}}
	case 2:
		return map[string]any{"not": map[string]any{"and": []any{one, before}}}
	}
	return map[string]any{"or": []any{map[string]any{"not": map[string]any{"or": []any{one, before}}}, map[string]any{"and": []any{one, before}}}}
}

// sampled reads the samples of a field.
func sampled(t *testing.T, input, field string) []any {
	t.Helper()
	texts := samples[input][field]
	if len(texts) == 0 {
		t.Fatalf("no sample for %s.%s: add one to samples.go", input, field)
	}
	values := make([]any, len(texts))
	for i, text := range texts {
		if err := json.Unmarshal([]byte(text), &values[i]); err != nil {
			t.Fatalf("%s: %v", text, err)
		}
	}
	return values
}

// askers is how many ask a store at once: answers must not depend on it.
const askers = 4

// askAll asks a list with each filter.
func (k *known) askAll(t *testing.T, s graph.Store, list string, filters []any) {
	t.Helper()
	questions := make(chan question)
	var all sync.WaitGroup
	for range askers {
		all.Go(func() {
			for q := range questions {
				q.must(t, s, k)
			}
		})
	}
	for _, filter := range filters {
		questions <- k.ask(list, filter)
	}
	close(questions)
	all.Wait()
}

// must asks a question that the store has to answer as the naive evaluation does.
func (q question) must(t *testing.T, s graph.Store, k *known) {
	t.Helper()
	wrong, err := q.put(t.Context(), s, k)
	if err != nil && graph.CodeOf(err) != graph.CodeLimit { // a guess may nest too deep
		t.Errorf("%s: %v", q, err)
	}
	if wrong != "" {
		t.Error(wrong)
	}
}

func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K { return slices.Sorted(maps.Keys(m)) }
