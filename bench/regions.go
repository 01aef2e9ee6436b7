package main

import (
	"cmp"
	"slices"
)

type bucket struct {
	Key   *string `json:"key"`
	Label string  `json:"label"`
	Count int     `json:"count"`
}

// regions sorts by size, then by name, and shows the first twenty; last what
// certainly lies in no region.
func regions(r rows) any {
	slices.SortFunc(r.root, func(a, b row) int {
		return cmp.Or(cmp.Compare(b.number(1), a.number(1)), cmp.Compare(a.text(3), b.text(3)), cmp.Compare(a.text(0), b.text(0)))
	})
	buckets, last := []bucket{}, []bucket{}
	for _, p := range r.root {
		if id := p.text(0); id == "" {
			last = append(last, bucket{nil, "not certain", p.number(1)})
		} else if len(buckets) < 20 {
			buckets = append(buckets, bucket{&id, recordOf(p, 2).Names[0].Value, p.number(1)})
		}
	}
	type facet struct {
		Buckets []bucket `json:"buckets"`
	}
	type list struct {
		Facets []facet `json:"facets"`
	}
	return struct {
		Attacks list `json:"attacks"`
	}{list{[]facet{{append(buckets, last...)}}}}
}
