package storetest

import (
	"slices"
	"testing"

	"claimgraph/graph"
)

// derive draws everything that follows from the records: what places lie in,
// what actors lie under, and, by the rules' own functions, each subject's case.
func (k *known) derive(t testing.TB) {
	t.Helper()
	for id, n := range k.nodes {
		k.nodes[id] = copied(t, n)
	}
	for _, l := range each[*graph.Location](k) {
		l.Ancestors = k.ancestors(l.ID)
	}
	k.weave()
	for _, s := range each[graph.Subject](k) {
		if a, ok := s.(*graph.Attack); ok {
			a.AttackValues = a.Recorded
		}
	}
	for _, a := range each[*graph.Affiliation](k) {
		k.caseOf(a).Derive()
	}
	k.weave() // once more: now ties know where they stand
	for _, a := range each[*graph.Attack](k) {
		k.caseOf(a).Derive()
	}
}

// weave gives every actor its ties and what it lies under.
func (k *known) weave() {
	for _, a := range each[graph.Actor](k) {
		p := a.Profiled()
		p.Web = graph.ActorView{Ties: k.ties(p.ID), Above: k.above(p.ID)}
	}
}

// ancestors is the line of parents, nearest first.
func (k *known) ancestors(of graph.ID) []graph.ID {
	if k.nodes[of] == nil {
		return nil
	}
	var line []graph.ID
	for at := k.nodes[of].(*graph.Location).Parent; at != ""; at = k.nodes[at].(*graph.Location).Parent {
		line = append(line, at)
	}
	return line
}

// ties are an actor's affiliations, by their ids.
func (k *known) ties(of graph.ID) []graph.Tie {
	var out []graph.Tie
	for _, a := range each[*graph.Affiliation](k) {
		if a.From == of {
			out = append(out, graph.Tie{To: a.To, Kind: a.Kind, Via: a.ID, Period: a.Period, Since: k.published(a), Until: k.withdrawn(a), Disputes: a.Disputes})
		}
	}
	return out
}

// published is the day by which the first of an affiliation's sources was.
func (k *known) published(a *graph.Affiliation) graph.Date {
	var first graph.Date
	for _, c := range a.Citations {
		day := k.nodes[c.Source].(*graph.Source).Published.Latest
		if first == 0 || day != 0 && day < first {
			first = day
		}
	}
	return first
}

// withdrawn is the day by which the last of an affiliation's sources was taken
// back; 0 where one stands.
func (k *known) withdrawn(a *graph.Affiliation) graph.Date {
	last := max(k.published(a), graph.MinDate)
	for _, c := range a.Citations {
		r := k.nodes[c.Source].(*graph.Source).Retraction
		if r == nil {
			return 0
		}
		day := r.On.Latest
		if day == 0 {
			day = k.nodes[r.Source].(*graph.Source).Published.Latest
		}
		last = max(last, day)
	}
	return last
}

// above is the upward closure of an actor (rule 4), without itself.
func (k *known) above(of graph.ID) []graph.ID {
	binding := []graph.AffiliationKind{graph.PartOf, graph.BranchOf, graph.PledgedAllegianceTo}
	out := slices.DeleteFunc(k.upwards(of, binding, true, whenever), func(id graph.ID) bool { return id == of })
	slices.Sort(out)
	return out
}

// upwards are the actors that a walk over ties of these kinds ends at.
func (k *known) upwards(from graph.ID, kinds []graph.AffiliationKind, far bool, held func(graph.Tie) bool) []graph.ID {
	var found []graph.ID
	for at := []graph.ID{from}; len(at) > 0; at = at[1:] {
		for _, t := range k.ties(at[0]) {
			if slices.Contains(kinds, t.Kind) && held(t) && !slices.Contains(found, t.To) {
				found = append(found, t.To)
				if far {
					at = append(at, t.To)
				}
			}
		}
	}
	return found
}

// caseOf is all that bears on a subject, looked for everywhere.
func (k *known) caseOf(s graph.Subject) *graph.Case {
	c := &graph.Case{Subject: s, Answered: map[graph.ID]graph.Assertion{}, Sources: map[graph.ID]*graph.Source{}, Actors: map[graph.ID]graph.Actor{}, Places: map[graph.ID]*graph.Location{}, Statements: map[graph.ID]*graph.Statement{}}
	for _, n := range k.of() {
		switch n := n.(type) {
		case *graph.Source:
			c.Sources[n.ID] = n
		case graph.Actor:
			c.Actors[n.Head().ID] = n
		case *graph.Location:
			c.Places[n.ID] = n
		case *graph.Statement:
			c.Statements[n.ID] = n
		case *graph.Claim:
			if slices.Contains(n.About, s.Head().ID) {
				c.Claims = append(c.Claims, n)
			}
		}
	}
	for _, r := range each[graph.Response](k) {
		to, _ := k.nodes[r.Replied().RespondsTo].(graph.Assertion)
		claim, _ := to.(*graph.Claim)
		if !slices.Contains(r.Spoken().About, s.Head().ID) && !slices.Contains(c.Claims, claim) {
			continue
		}
		c.Responses = append(c.Responses, r)
		if to != nil {
			c.Answered[to.Head().ID] = to
		}
	}
	byDefault(c.Claims)
	byDefault(c.Responses)
	return c
}

func byDefault[N graph.Node](nodes []N) {
	slices.SortFunc(nodes, func(a, b N) int {
		return graph.Compare([]graph.Order{graph.KindNamed(a.Head().ID.Kind()).Family.Order}, a, b)
	})
}
