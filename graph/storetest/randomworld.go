package storetest

import (
	"fmt"
	"math/rand/v2"

	"claimgraph/graph"
)

// maker makes a world of random make: whatever may be missing is missing now
// and then, whatever may come several times does, and names and dates are few,
// so that they tie.
type maker struct {
	*rand.Rand
	nodes []graph.Node
	ids   map[graph.NodeKind][]graph.ID
	byID  map[graph.ID]graph.Node
}

func randomWorld(random *rand.Rand) []graph.Node {
	m := &maker{random, nil, map[graph.NodeKind][]graph.ID{}, map[graph.ID]graph.Node{}}
	m.add(source("source:paper", graph.SourceArticle, "The Paper", m.maybe(made(m.date()))))
	m.several(2, 8, m.location)
	m.several(3, 8, m.actor)
	m.several(1, 4, m.source)
	m.several(0, 8, m.tie)
	m.several(2, 6, m.attack)
	m.several(0, 3, m.statement)
	m.several(2, 10, m.claim)
	m.several(1, 10, m.response)
	m.several(0, 3, m.statistic)
	return m.nodes
}

func (m *maker) several(least, most int, one func(i int)) {
	for i := range least + m.IntN(most-least+1) {
		one(i)
	}
}

// add takes a node in, unless it contradicts itself or what it answers.
func (m *maker) add(n graph.Node) {
	if n.Validate() != nil {
		return
	}
	if r, ok := n.(graph.Response); ok {
		if to, ok := m.byID[r.Replied().RespondsTo].(graph.Assertion); ok && graph.CheckResponse(r, to) != nil {
			return
		}
	}
	if a, ok := n.(graph.Assertion); ok {
		if old, ok := m.byID[a.Spoken().Supersedes].(graph.Assertion); ok && graph.CheckSupersedes(a, old) != nil {
			a.Spoken().Supersedes = ""
		}
	}
	id := n.Head().ID
	m.nodes, m.byID[id] = append(m.nodes, n), n
	m.ids[id.Kind()] = append(m.ids[id.Kind()], id)
}

// maybe says a detail, or leaves it out.
func (m *maker) maybe(d detail) detail {
	if m.IntN(2) == 0 {
		return d
	}
	return func(graph.Node) {}
}

// one is a node of some kinds, "" where there is none.
func (m *maker) one(kinds ...graph.NodeKind) graph.ID {
	var all []graph.ID
	for _, k := range kinds {
		all = append(all, m.ids[k]...)
	}
	if len(all) == 0 {
		return ""
	}
	return all[m.IntN(len(all))]
}

// few are some nodes of some kinds, each once.
func (m *maker) few(least, most int, kinds ...graph.NodeKind) []graph.ID {
	var out []graph.ID
	taken := map[graph.ID]bool{"": true}
	for range least + m.IntN(most-least+1) {
		if id := m.one(kinds...); !taken[id] {
			taken[id] = true
			out = append(out, id)
		}
	}
	return out
}

func oneOf[T any](m *maker, list []T) T { return list[m.IntN(len(list))] }

func fewOf[T any](m *maker, list []T) []T {
	if m.IntN(3) == 0 {
		return nil
	}
	at := m.IntN(len(list))
	return list[at:min(at+1+m.IntN(2), len(list))]
}

// date is of any make, from none at all to a day.
func (m *maker) date() graph.DateRange {
	first := 15 + m.IntN(12)
	last := first + m.IntN(5)
	switch m.IntN(7) {
	case 0:
		return some(0, last)
	case 1:
		return some(first, last)
	case 2:
		return all(first, last)
	case 3:
		return oneOf(m, []graph.DateRange{all(first, 0), all(0, last), some(first, 0), all(0, 0)})
	case 4:
		return undated(last)
	}
	return day(first)
}

func (m *maker) period() graph.Period {
	return oneOf(m, []graph.Period{{}, attested(m.date()), since(m.date()), until(m.date()), lasting(some(15, 18), m.date()), lasting(m.date(), all(25, 30))})
}

// name is one of a few, so that several nodes have the same.
func (m *maker) name() string {
	return oneOf(m, []string{"Straße", "strasse", "Ana", "The Band", "the", "Отряд", "𞤅𞤫𞤲𞤮", "Niafunké", "a_a", "100 %"})
}

func (m *maker) number() detail {
	return numbered(oneOf(m, []string{"wikidata", "Wikidata", "geonames"}), oneOf(m, []string{"Q1", "Q7", "2453348"}))
}

func (m *maker) places() detail {
	var refs []graph.PlaceRef
	for range m.IntN(3) {
		p := at(oneOf(m, graph.PlaceRelations), m.few(0, 2, graph.KindLocation)...)
		if m.IntN(3) == 0 {
			p.Within = m.one(graph.KindLocation)
		}
		if p.Validate() == nil || p.Precision == "" && !(p.Relation == graph.PlaceBetween && len(p.Locations) == 1) {
			refs = append(refs, p)
		}
	}
	return where(refs...)
}

func (m *maker) target() detail {
	return on(oneOf(m, graph.VictimCategories), m.oneOrNone(), m.oneOrNone())
}

var actors = []graph.NodeKind{graph.KindGroup, graph.KindOrganization, graph.KindPerson}

func (m *maker) oneOrNone() graph.ID {
	if m.IntN(2) == 0 {
		return ""
	}
	return m.one(actors...)
}

func id(kind string, i int) graph.ID { return graph.ID(fmt.Sprintf("%s:%d", kind, i)) }
