package synthetic

import "claimgraph/graph"

// date tells a day as people do: mostly plainly, sometimes without the year,
// roughly, as a span, or not at all.
func (t *telling) date(on int) graph.DateRange {
	d := day(on)
	switch t.weighted(65, 12, 8, 6, 5, 4) {
	case 1:
		return graph.OnDay(d, graph.Partial)
	case 2: // some day of that month
		first := d/100*100 + 1
		return graph.DateRange{Earliest: first, Latest: graph.DateOf(first.Time().AddDate(0, 1, -1)), Extent: graph.Moment, Precision: graph.PrecisionMonth, Derivation: graph.Explicit}
	case 3: // over several days
		return graph.DateRange{Earliest: d, Latest: d.AddDays(1 + t.IntN(9)), Extent: graph.Span, Precision: graph.PrecisionRange, Derivation: graph.Explicit}
	case 4:
		return graph.NoDate(d.AddDays(1 + t.IntN(60)))
	case 5: // since some day, and nobody says until when
		return graph.DateRange{Earliest: d, Extent: graph.Moment, Precision: graph.PrecisionRange, Derivation: graph.Inferred}
	}
	return graph.OnDay(d, graph.Explicit)
}

// places tells a place as people do, down to a choice of two and to none.
func (t *telling) places(at town) []graph.PlaceRef {
	other := pick(t.chance, t.towns)
	switch t.weighted(55, 15, 12, 6, 6, 6) {
	case 1:
		return []graph.PlaceRef{{Relation: graph.PlaceNear, Locations: []graph.ID{at.id}, Within: at.region}}
	case 2:
		return []graph.PlaceRef{{Relation: graph.PlaceIn, Locations: []graph.ID{at.district}, Precision: graph.PlacePrecisionAdmin2}}
	case 3:
		return []graph.PlaceRef{{Relation: graph.PlaceBetween, Locations: []graph.ID{at.id, t.neighbour(at).id}}}
	case 4:
		if other.id != at.id {
			return []graph.PlaceRef{{Relation: graph.PlaceIn, Locations: []graph.ID{at.id, other.id}, Precision: graph.PlacePrecisionAmbiguous}}
		}
	case 5:
		return nil
	}
	return []graph.PlaceRef{{Relation: graph.PlaceAt, Locations: []graph.ID{at.id}, Precision: graph.PlacePrecisionExact}}
}

// neighbour is another town of the same country.
func (t *telling) neighbour(at town) town {
	const each = regions * districts * towns
	other := t.towns[at.nation*each+t.IntN(each)]
	if other.id == at.id {
		other = t.towns[at.nation*each+(t.IntN(each-1)+1)%each]
	}
	if other.id == at.id { // seldom, and yet met in a world of half a million
		other = t.towns[at.nation*each]
	}
	if other.id == at.id {
		other = t.towns[at.nation*each+1]
	}
	return other
}

func (t *telling) target(e *event) graph.Target {
	switch t.weighted(50, 30, 20) {
	case 0:
		return graph.Target{Category: graph.VictimStateForce, Actor: t.armies[e.at.nation]}
	case 1:
		return graph.Target{Category: graph.VictimCivilian}
	}
	return graph.Target{Category: graph.VictimMilitia, Actor: t.bands[t.skewed(bands)], Protects: t.rulers[e.at.nation]}
}

// casualties are what somebody says of the dead and the wounded.
func (t *telling) casualties(e *event) []graph.CasualtyFigure {
	var out []graph.CasualtyFigure
	if t.in(75) {
		out = append(out, t.figure(graph.OutcomeKilled, e.killed, e))
	}
	if t.in(35) {
		out = append(out, t.figure(graph.OutcomeWounded, e.hurt, e))
	}
	if t.in(4) {
		out = append(out, t.figure(pick(t.chance, graph.CasualtyOutcomes[2:]), t.IntN(6), e))
	}
	return out
}

// figure tells a number with every quantifier, now and then a wrong one, or none.
func (t *telling) figure(outcome graph.CasualtyOutcome, truth int, e *event) graph.CasualtyFigure {
	f := graph.CasualtyFigure{Outcome: outcome, Disclosure: graph.DisclosureStated, Victims: t.victims(e), Provisional: t.in(10)}
	number := truth
	if t.in(25) {
		number = max(0, truth+t.IntN(5)-2)
	}
	switch t.weighted(50, 12, 4, 8, 6, 2, 1, 8, 5, 4) {
	case 0:
		f.Min, f.Max, f.Quantifier = &number, &number, graph.QuantifierExact
	case 1:
		f.Min, f.Quantifier = &number, graph.QuantifierAtLeast
	case 2:
		f.Min, f.Max, f.Quantifier = new(int), &number, graph.QuantifierAtMost
	case 3:
		f.Min, f.Max, f.Quantifier = &number, &number, graph.QuantifierAbout
	case 4:
		vague(&f, 2, graph.QuantifierSeveral)
	case 5:
		vague(&f, 24, graph.QuantifierDozens)
	case 6:
		vague(&f, 200, graph.QuantifierHundreds)
	case 7:
		high := number + 1 + t.IntN(8)
		f.Min, f.Max, f.Quantifier = &number, &high, graph.QuantifierRange
	case 8:
		f.Disclosure = graph.DisclosureAssertedButNotGiven
	default:
		f.Disclosure = graph.DisclosureUnknown
	}
	return f
}

func (t *telling) victims(e *event) graph.Victims {
	switch t.weighted(40, 40, 20) {
	case 0:
		return graph.Victims{Category: graph.VictimStateForce, Actor: t.armies[e.at.nation]}
	case 1:
		return graph.Victims{Category: graph.VictimCivilian}
	}
	return graph.Victims{Category: graph.VictimUnknown}
}

// vague is a word that only has a lower bound.
func vague(f *graph.CasualtyFigure, least int, word graph.Quantifier) {
	f.Min, f.Quantifier, f.Disclosure = &least, word, graph.DisclosureVague
}
