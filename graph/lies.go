package graph

import (
	"slices"
	"strings"
)

// Where an attack lies, made ready for looking up. Some set S of places is a
// certain match when for every firm giver of places one of its places certainly
// lies in S: a place AT or IN some locations when its area does or all of the
// locations do, any other when its area does. Multiplied out, that is a list of
// clauses, each a set of places of which one must be in S. Possible is whatever
// any place of any giver allows.

// mostClauses bounds the multiplying out; beyond it nothing is certain.
const mostClauses = 256

// clause is the places of which one must be among those asked for.
type clause map[ID]bool

func (c clause) key() string {
	var b strings.Builder
	for _, id := range keys(c) {
		b.WriteString(string(id) + " ")
	}
	return b.String()
}

// lies gives the links LIES_IN of an attack, and whether it may lie anywhere,
// because of some place nothing is named.
func (c *Case) lies(givers []giver) (arcs []Arc, anywhere bool) {
	var places []PlaceRef
	all := []clause{}
	for _, g := range givers {
		places = append(places, g.values.Places...)
		if g.firm && len(g.values.Places) > 0 {
			all = addClauses(all, g.values.Places, c.alternatives)
		}
	}
	anywhere = len(places) == 0 || slices.ContainsFunc(places, func(p PlaceRef) bool { return len(named(p)) == 0 })
	around, whole := c.around(places)
	for _, id := range around {
		arcs = append(arcs, lying(id, whole[id], all)...)
	}
	return arcs, anywhere
}

// lies are the links LIES_IN as they are kept: with how wide the attack's date
// is, so that those of one place stand in stretches, too.
func (x AttackIndex) lies() []Arc {
	out := make([]Arc, len(x.Lies))
	for i, l := range x.Lies {
		out[i] = Arc{l.To, append(slices.Clip(l.Values), x.Wide)}
	}
	return out
}

// liesWhere gives the links LIES_AT of an attack, to the places named
// themselves: what encloses them has a point of its own, somewhere else. So has
// the area a source names, and it is left out as well.
func liesWhere(givers []giver) []Arc {
	found, clauses := idSet{}, []clause{}
	for _, g := range givers {
		for _, p := range g.values.Places {
			found.add(p.Locations...)
		}
		if g.firm && len(g.values.Places) > 0 {
			clauses = addClauses(clauses, g.values.Places, PlaceRef.choices)
		}
	}
	var arcs []Arc
	for _, id := range keys(found) {
		link := func(clause int) { arcs = append(arcs, Arc{id, []any{int64(clause), int64(len(clauses))}}) }
		in := 0
		for i, c := range clauses {
			if c[id] {
				link(i)
				in++
			}
		}
		if in == 0 {
			link(-1)
		}
	}
	return arcs
}

// choices are the locations of a place AT or IN them, one by one; any other
// place leaves a choice that nothing fulfils.
func (p PlaceRef) choices() [][]ID {
	if !p.exact() {
		return [][]ID{nil}
	}
	var out [][]ID
	for _, id := range p.Locations {
		out = append(out, []ID{id})
	}
	return out
}

// addClauses adds those of one giver: one for each way of choosing a location
// out of each of its places AT or IN several.
func addClauses(all []clause, places []PlaceRef, alternatives func(PlaceRef) [][]ID) []clause {
	choices := []clause{{}}
	for _, p := range places {
		var chosen []clause
		for _, one := range alternatives(p) {
			for _, before := range choices {
				chosen = append(chosen, before.with(one))
			}
			if len(chosen) > mostClauses {
				return []clause{{}}
			}
		}
		choices = chosen
	}
	for _, one := range choices {
		if !slices.ContainsFunc(all, func(other clause) bool { return other.key() == one.key() }) {
			all = append(all, one)
		}
	}
	if len(all) > mostClauses {
		return []clause{{}}
	}
	return all
}

// alternatives are the choices a place leaves: for each location named of a
// place AT or IN, what encloses it or its area; for any other, what encloses its area.
func (c *Case) alternatives(p PlaceRef) [][]ID {
	var area []ID
	if p.Within != "" {
		area = c.enclosing(p.Within)
	}
	if !p.exact() {
		return [][]ID{area}
	}
	var out [][]ID
	for _, id := range p.Locations {
		out = append(out, append(c.enclosing(id), area...))
	}
	return out
}

// exact tells whether it happened in one of the locations named, not near them.
func (p PlaceRef) exact() bool {
	return (p.Relation == PlaceAt || p.Relation == PlaceIn) && len(p.Locations) > 0
}

func (c clause) with(ids []ID) clause {
	out := clause{}
	for id := range c {
		out[id] = true
	}
	for _, id := range ids {
		out[id] = true
	}
	return out
}

// around gives all locations that enclose a place named or its area, by id, and
// those in any part of which it may have happened.
func (c *Case) around(places []PlaceRef) ([]ID, idSet) {
	found, whole := idSet{}, idSet{}
	for _, p := range places {
		for _, id := range append(slices.Clone(p.Locations), ids(p.Within)...) {
			found.add(c.enclosing(id)...)
		}
		switch {
		case p.exact():
			whole.add(p.Locations...)
		case len(p.Locations) == 0:
			whole.add(p.Within)
		}
	}
	return keys(found), whole
}

// lying are the links to one location: one that says it is certain or merely
// possible, or one for each clause it fulfils.
func lying(id ID, whole bool, clauses []clause) []Arc {
	link := func(certain bool, clause int) Arc {
		return Arc{id, []any{flag(certain), flag(whole), int64(clause), int64(len(clauses))}}
	}
	var in []Arc
	for i, c := range clauses {
		if c[id] {
			in = append(in, link(false, i))
		}
	}
	switch len(in) {
	case 0:
		return []Arc{link(false, -1)}
	case len(clauses):
		return []Arc{link(true, -1)}
	}
	return in
}
