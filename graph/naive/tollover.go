package naive

import (
	"slices"

	"claimgraph/graph"
)

// TollOver is the toll over a list of attacks (rules 31 and 32).
func TollOver(w World, attacks []graph.ID, outcome graph.CasualtyOutcome, asked Asked, asOf graph.AsOf) graph.TollTotal {
	sum := graph.TollTotal{Outcome: outcome}
	most := count{given: true}
	for _, id := range attacks {
		t := Toll(w, id, outcome, asked, asOf)
		if !t.Stated {
			sum.AttacksUnstated++
			continue
		}
		sum.AttacksCounted++
		most = most.plus(atMost(t.Max))
		if t.Min != nil {
			sum.Min += *t.Min
		}
	}
	if sum.AttacksUnstated == 0 {
		sum.Max = known(most.high)
	}
	for _, part := range w.jointSets(attacks, outcome, asked, asOf) {
		lowest := -1
		for _, set := range part {
			t := tollOf(set)
			most = most.plus(atMost(t.Max))
			if t.Min != nil && (lowest < 0 || *t.Min < lowest) {
				lowest = *t.Min
			}
			for _, r := range set {
				sum.Joint = append(sum.Joint, r.id)
			}
		}
		sum.Min += max(0, lowest)
	}
	if sum.AttacksCounted > 0 || len(sum.Joint) > 0 {
		sum.CountedMax = known(most.high)
	}
	slices.SortFunc(sum.Joint, func(a, b graph.ID) int { return newest(w.At(a).(graph.Assertion), w.At(b).(graph.Assertion)) })
	return sum
}

func atMost(high *int) count {
	if high == nil {
		return count{high: open}
	}
	return count{high: *high}
}

// jointSets are the accounts of several attacks together that a list adds: it
// holds all of them, and of none has anybody a figure alone (rule 32). Those of
// the same attacks are one set; sets with an attack in common may count the same
// people twice, and go together.
func (w World) jointSets(attacks []graph.ID, outcome graph.CasualtyOutcome, asked Asked, asOf graph.AsOf) [][][]row {
	var sets [][]row
	about := func(r row) []graph.ID { return w.At(r.id).(graph.Assertion).Spoken().About }
	seen := map[graph.ID]bool{}
	for _, attack := range attacks {
		for _, r := range w.rows(attack, outcome, asked, true, asOf) {
			if seen[r.id] || !r.total.given || !w.added(about(r), attacks, outcome, asOf) {
				continue
			}
			seen[r.id] = true
			i := slices.IndexFunc(sets, func(set []row) bool { return sameSet(about(set[0]), about(r)) })
			if i < 0 {
				i, sets = len(sets), append(sets, nil)
			}
			sets[i] = append(sets[i], r)
		}
	}
	var parts [][][]row
	for _, set := range sets {
		part := [][]row{set}
		parts = slices.DeleteFunc(parts, func(p [][]row) bool {
			common := slices.ContainsFunc(p, func(o []row) bool { return meet(about(o[0]), about(set[0])) })
			if common {
				part = append(part, p...)
			}
			return common
		})
		parts = append(parts, part)
	}
	return parts
}

// added tells whether a list holds all of some attacks, none of them with a
// figure of its own from anybody.
func (w World) added(about, attacks []graph.ID, outcome graph.CasualtyOutcome, asOf graph.AsOf) bool {
	return !slices.ContainsFunc(about, func(id graph.ID) bool {
		return !slices.Contains(attacks, id) || Toll(w, id, outcome, Asked{}, asOf).Stated
	})
}
