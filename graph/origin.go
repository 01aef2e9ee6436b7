package graph

import "slices"

// Origin is one original speaker of what is asserted of an attack, or several
// who do not speak independently (rule 34).
type Origin struct {
	Speakers   []ID `json:"speakers"`
	Assertions []ID `json:"assertions"`
	Sources    []ID `json:"sources"` // that carry their words, and stand
	Relays     int  `json:"relays"`  // sources beyond the first
}

// Origins are the groups of tied speakers who assert: whose counted claims are
// about the attack. Who answers is none, nor is who is not named (rule 3). The
// asserters of one claim are one, joint or not: no claim is told twice.
func (v *View) Origins() []Origin {
	var claims []*Claim
	for _, c := range v.Claims {
		if v.counted(c) && len(c.Asserters) > 0 && slices.Contains(c.About, v.Subject.Head().ID) {
			claims = append(claims, c)
		}
	}
	sortByDefault(claims)
	belong := grouped(len(claims), func(i, j int) bool { return !apart(claims[i].Asserters, claims[j].Asserters, v.Actors) })
	var origins []Origin
	at := map[int]int{}
	var sources []idSet
	for i, c := range claims {
		n, met := at[belong[i]]
		if !met {
			n = len(origins)
			at[belong[i]] = n
			origins, sources = append(origins, Origin{}), append(sources, idSet{})
		}
		o := &origins[n]
		o.Speakers, o.Assertions = append(o.Speakers, c.Asserters...), append(o.Assertions, c.ID)
		sources[n].add(v.carriers(c)...)
	}
	for n := range origins {
		o := &origins[n]
		o.Speakers, o.Sources = byName(o.Speakers, v.Actors), v.newestSources(sources[n])
		o.Relays = max(len(o.Sources)-1, 0)
	}
	slices.SortFunc(origins, func(a, b Origin) int { return v.compareNames(a.Speakers[0], b.Speakers[0]) })
	return origins
}

// carriers are the sources public by then that carry an assertion, and were
// not retracted.
func (v *View) carriers(a Assertion) []ID {
	var out []ID
	for _, cited := range a.Cites() {
		s := v.Sources[cited.Source]
		if s != nil && v.on.knows(s.Published.Latest) && !Withdrawn(s.Retraction, v.Sources, v.on) {
			out = append(out, s.ID)
		}
	}
	return out
}

// newestSources are sources in their default order.
func (v *View) newestSources(set idSet) []ID {
	out := keys(set)
	slices.SortFunc(out, func(a, b ID) int {
		return newestFirst(dateKey(v.Sources[a].Published), dateKey(v.Sources[b].Published), a, b)
	})
	return out
}

func (v *View) compareNames(a, b ID) int {
	if a == b {
		return 0
	}
	if byName([]ID{a, b}, v.Actors)[0] == a {
		return -1
	}
	return 1
}
