package storetest

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"

	"claimgraph/graph"
)

// Asked is a field of a filter, asked of the list at the root that it belongs to.
type Asked struct {
	List, Field string
	Where       graph.Pred
}

// possibly follows the name of a field that is asked possibly.
const possibly = " possibly"

// In tells whether the list names the field: as it is asked, or both ways.
func (a Asked) In(list map[string]bool) bool {
	name := a.List + "." + a.Field
	return list[name] || list[strings.TrimSuffix(name, possibly)]
}

// FilterFields asks every field of every list at the root for its first sample
// that asks anything, certainly and, where that asks something else, possibly: what
// each store makes of them is held by golden plans.
func FilterFields() ([]Asked, error) {
	var out []Asked
	for _, list := range sortedKeys(graph.Roots) {
		way := graph.Roots[list]
		if !widest(way) {
			continue
		}
		for _, field := range sortedKeys(graph.Filters[way.Filter]) {
			samples := samples[way.Filter][field]
			asked := [][2]string{{field, firstTelling(samples)}}
			if slices.Contains(samples, inText) {
				asked = append(asked, [2]string{field + " within", inText})
			}
			for _, a := range asked {
				where, err := lowered(way.Filter, field, a[1], graph.Certain)
				if err != nil {
					return nil, err
				}
				out = append(out, Asked{list, a[0], where})
				perhaps, err := lowered(way.Filter, field, a[1], graph.Possible)
				if err != nil {
					return nil, err
				}
				if !reflect.DeepEqual(where, perhaps) {
					out = append(out, Asked{list, a[0] + possibly, perhaps})
				}
			}
		}
	}
	return out, nil
}

func lowered(filter, field, sample string, match graph.Certainty) (graph.Pred, error) {
	var value any
	if err := json.Unmarshal([]byte(sample), &value); err != nil {
		return nil, err
	}
	return graph.Lower(filter, map[string]any{field: value}, match, graph.DefaultBounds(), nowhere)
}

// firstTelling is the first sample that asks anything of what it leads to.
func firstTelling(samples []string) string {
	for _, s := range samples {
		if !strings.Contains(s, "{}") {
			return s
		}
	}
	return samples[0]
}

// nowhere is a map without places.
func nowhere() (*graph.Atlas, error) { return &graph.Atlas{}, nil }
