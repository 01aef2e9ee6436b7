package naive

import (
	"slices"

	"claimgraph/graph"
)

// Giver is who gives values of an attack (rule 7). Firm: what it gives must
// match for a match to be certain.
type Giver struct {
	graph.AttackValues
	Firm bool
}

// Givers are the record, and the counted claims.
func Givers(w World, attack graph.ID, asOf graph.AsOf) []Giver {
	givers := []Giver{{w.At(attack).(*graph.Attack).Recorded, true}}
	for _, c := range w.claims(attack) {
		if !Counted(w, c, asOf) {
			continue
		}
		g := Giver{AttackValues: graph.AttackValues{Places: c.AssertedPlaces, Kinds: c.AssertedKinds, Targets: c.AssertedTargets}}
		if c.AssertedDate != nil {
			g.Occurred = *c.AssertedDate
		}
		aside := []graph.Standing{graph.Questioned, graph.Denied, graph.Contested}
		g.Firm = !slices.Contains(aside, ClaimStanding(w, c.ID, asOf).Overall)
		givers = append(givers, g)
	}
	return givers
}

// AttackValues is what an attack is said to be: the hull of the dates, the
// union of the others (rule 7).
func AttackValues(w World, attack graph.ID, asOf graph.AsOf) graph.AttackValues {
	var v graph.AttackValues
	var stated, unstated []graph.DateRange
	for _, g := range Givers(w, attack, asOf) {
		switch {
		case g.Occurred.Derivation == "":
		case g.Occurred.Derivation == graph.Unstated:
			unstated = append(unstated, g.Occurred)
		default:
			stated = append(stated, g.Occurred)
		}
		v.Places = append(v.Places, g.Places...)
		v.Kinds = append(v.Kinds, g.Kinds...)
		v.Targets = append(v.Targets, g.Targets...)
	}
	if len(stated) == 0 {
		stated = unstated
	}
	v.Occurred = hull(stated)
	return v
}

// hull holds all the ranges; a missing bound of one leaves it open. Where all
// are the same days, what is written first stands.
func hull(ranges []graph.DateRange) graph.DateRange {
	if len(ranges) == 0 {
		return graph.NoDate(0)
	}
	all, differ := ranges[0], false
	for _, r := range ranges {
		differ = differ || r.Earliest != all.Earliest || r.Latest != all.Latest || r.Extent != all.Extent
	}
	if !differ {
		return all
	}
	all.Precision = graph.PrecisionRange
	weakest, openLatest := 0, false
	for _, r := range ranges {
		all.Earliest, all.Latest = min(all.Earliest, r.Earliest), max(all.Latest, r.Latest)
		openLatest = openLatest || r.Latest == 0
		weakest = max(weakest, slices.Index(graph.Derivations, r.Derivation))
		if r.Extent == graph.Span {
			all.Extent = graph.Span
		}
	}
	if openLatest {
		all.Latest = 0
	}
	all.Derivation = graph.Derivations[weakest]
	return all
}
