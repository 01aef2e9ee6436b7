package ucdp

import (
	"fmt"

	"claimgraph/graph"
)

// figures are the dead of a row. The first is the total, from the lowest to the
// highest of the three estimates; the others are parts of it (rule 26).
func (e *event) figures(ids naming) []graph.CasualtyFigure {
	d := e.deaths
	words := fmt.Sprintf("low %d, best %d, high %d", d.low, d.best, d.high)
	if d.unknown > 0 {
		words += fmt.Sprintf(", deaths_unknown %d", d.unknown)
	}
	out := []graph.CasualtyFigure{killed(d.lowest(), d.highest(), words, graph.Victims{Category: graph.VictimUnknown})}
	if e.violence != oneSided { // its victims are civilians, and the perpetrator's own dead are not in it
		out = append(out, d.part("deaths_a", d.a, e.a.victims(ids)), d.part("deaths_b", d.b, e.b.victims(ids)))
	}
	return append(out, d.part("deaths_civilians", d.civilians, graph.Victims{Category: graph.VictimCivilian}))
}

// lowest is nearly always low. In a few rows the estimates are in disorder; all
// three are UCDP's, so that the range holds them all.
func (d deaths) lowest() int  { return min(d.low, d.best, d.high) }
func (d deaths) highest() int { return max(d.low, d.best, d.high) }

// part is one sort of the dead. UCDP estimates it once, and the total three
// times: the number stands alone where the three are one and the status of all
// dead is known. Else it goes down by as much as low allows, and up by as much
// as high allows, and by all of unknown status.
func (d deaths) part(column string, n int, of graph.Victims) graph.CasualtyFigure {
	low := max(0, n-(d.best-d.lowest()))
	high := n + d.unknown + d.highest() - d.best
	return killed(low, high, fmt.Sprintf("%s %d", column, n), of)
}

func killed(low, high int, words string, of graph.Victims) graph.CasualtyFigure {
	f := graph.CasualtyFigure{Outcome: graph.OutcomeKilled, Disclosure: graph.DisclosureStated, Min: &low, Max: &high,
		Quantifier: graph.QuantifierExact, Victims: of, Verbatim: graph.Text(words)}
	if low != high {
		f.Quantifier = graph.QuantifierRange
	}
	return f
}

// victims are the side's own dead. What sort of fighters those of non-state
// violence are a row does not say; as a part of a total they need a sort, and
// ARMED_GROUP is that of whoever fights and is no state.
func (s side) victims(ids naming) graph.Victims {
	v := graph.Victims{Category: graph.VictimArmedGroup, Actor: ids.actor(s.id), Text: graph.Text(s.name)}
	if s.state {
		v.Category = graph.VictimStateForce
	}
	return v
}
