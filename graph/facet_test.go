package graph

import (
	"fmt"
	"strings"
	"testing"
)

func TestBuckets(t *testing.T) {
	named := func(name string) []Name { return []Name{{Value: name, Kind: NamePreferred}} }
	nodes := map[ID]Node{}
	for id, name := range map[ID]string{"location:a": "Ségou", "location:b": "Kidal", "location:c": "kayes"} {
		nodes[id] = &Location{Header: Header{ID: id}, Names: named(name)}
	}
	for _, c := range []struct {
		story   string
		grouped map[string]int
		top     int
		byTime  bool
		want    string
	}{
		{"the largest first, then by label as names are sorted", map[string]int{"location:a": 2, "location:b": 2, "location:c": 2, "AMBUSH": 3}, 20, false, "AMBUSH 3, kayes 2, Kidal 2, Ségou 2"},
		{"what cannot be placed is last, however many", map[string]int{"": 9, "IED": 1}, 20, false, "IED 1, not certain 9"},
		{"no more than asked for, and what cannot be placed", map[string]int{"": 1, "location:a": 2, "location:b": 2, "IED": 1}, 1, false, "Kidal 2, not certain 1"},
		{"none but what cannot be placed", map[string]int{"": 1, "IED": 1}, 0, false, "not certain 1"},
		{"years by time, the largest ones", map[string]int{"2012": 5, "2013": 1, "2014": 5, "2015": 6}, 3, true, "2012 5, 2014 5, 2015 6"},
		{"nothing", nil, 20, false, ""},
	} {
		t.Run(c.story, func(t *testing.T) {
			var got []string
			for _, b := range BucketsOf(c.grouped, c.top, c.byTime, func(id ID) Node { return nodes[id] }) {
				got = append(got, fmt.Sprintf("%s %d", b.Label, b.Count))
			}
			if shown := strings.Join(got, ", "); shown != c.want {
				t.Errorf("%s, not %s", shown, c.want)
			}
		})
	}
}
