package graph_test

import (
	"encoding/json"
	"maps"
	"slices"
	"testing"

	"claimgraph/graph"
)

// FuzzFilter: whatever stands for a filter becomes a test, or an error with a code.
func FuzzFilter(f *testing.F) {
	f.Add(0, `{"not": {"or": [{}, {"and": []}]}}`)
	f.Add(1, `{"occurred": {"from": "2017-10-23"}, "place": {"in": ["location:ml"], "box": {"south": 1, "west": 2, "north": 3, "east": 4}}}`)
	f.Add(2, `{"standing": {"aspect": "OCCURRENCE", "in": ["DENIED"]}, "title": {"contains": ["x", 1]}, "made": null}`)
	f.Add(3, `[{"id": {"in": "group:jnim"}}]`)
	inputs := slices.Sorted(maps.Keys(graph.Filters))
	nowhere := func() (*graph.Atlas, error) { return graph.AtlasOf(nil) }
	f.Fuzz(func(t *testing.T, input int, text string) {
		var filter any
		if json.Unmarshal([]byte(text), &filter) != nil {
			return
		}
		name := inputs[uint(input)%uint(len(inputs))]
		for _, mode := range []graph.Certainty{graph.Certain, graph.Possible} {
			_, err := graph.Lower(name, filter, mode, graph.DefaultBounds(), nowhere)
			if err != nil && graph.CodeOf(err) != graph.CodeBadInput && graph.CodeOf(err) != graph.CodeLimit {
				t.Errorf("a %s of %s: %v", name, text, err)
			}
		}
	})
}
