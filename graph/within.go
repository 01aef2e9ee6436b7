package graph

import "slices"

// What falls within the scope of a statistic as of a day: its attacks are looked
// through one by one.

// MostCandidates bounds how many attacks are looked through one by one.
const MostCandidates = 2000

// Candidates lead from a statistic to all attacks that may ever have fallen
// within its scope: by any claim, counted or not, that names one of its actors
// or somebody beneath.
func Candidates() *Branch {
	kinds := []NodeKind{KindAttack}
	each := func(n Node) (*Query, error) {
		q := &Query{Kinds: kinds, Limit: MostCandidates}
		if actors := IDIn(n.(*Statistic).Actors); len(actors) > 0 {
			named := Has{Relation: Attributed, Far: Any{actors, Has{Relation: Beneath, Far: actors}}}
			q.Where = Has{Relation: About, In: true, Kinds: []NodeKind{KindClaim}, Far: named}
		}
		return q, nil
	}
	return &Branch{On: []NodeKind{KindStatistic}, Query: &Query{Kinds: kinds, Limit: MostCandidates}, Each: each}
}

// Within tells whether the case's attack fell within a scope, as known then.
func (v *View) Within(s *Statistic, p AttributionPolicy) (Certainty, bool) {
	a, ok := v.Subject.(*Attack)
	if !ok || !v.on.knows(firstPublished(a.Citations, v.Sources).Latest) {
		return Possible, false
	}
	q := whose{p, true}
	givers := v.givers(a)
	index := v.indexed(givers)
	attributions := v.attributions(merged(givers).Occurred)
	holds := func(mode Certainty) bool {
		return (len(s.Actors) == 0 || q.holds(mode, attributions, s.Actors)) &&
			(len(s.Places) == 0 || index.liesIn(mode, s.Places, v.Places)) && index.dated(mode, s.Period)
	}
	switch {
	case holds(Certain):
		return Certain, true
	case holds(Possible):
		return Possible, true
	}
	return Possible, false
}

// Among takes the attacks that fell within the scope out of cases as known then;
// it gives how many certainly and possibly did, and the ledgers of those.
func (o *OwnCount) Among(candidates []*View, p AttributionPolicy) *Rows {
	o.Attacks = []Belonging{}
	out := &Rows{Counts: []int{0, 0}, Told: [][]Told{nil, nil}}
	for _, v := range candidates {
		match, in := v.Within(o.Of, p)
		if !in {
			continue
		}
		attack := v.Subject.(*Attack)
		o.Attacks = append(o.Attacks, Belonging{Attack: attack, Match: match})
		told := Told{ID: attack.ID, Value: v.Ledger().Text()}
		for i, counts := range []bool{match == Certain, true} {
			if counts {
				out.Counts[i]++
				if told.Value != "" {
					out.Told[i] = append(out.Told[i], told)
				}
			}
		}
	}
	return out
}

// holds is the test of attributions, link by link.
func (q whose) holds(mode Certainty, links []Arc, to []ID) bool {
	met := map[any]map[any]bool{}
	for _, l := range links {
		value := func(name string) any {
			return l.Values[slices.Index(AttributionOf.Edge, AttributionOf.EdgeColumn(name))]
		}
		yes := func(name string) bool { return value(name) == int64(1) }
		if !slices.Contains(to, l.To) || !slices.Contains(Texts(q.bases()), value("basis").(string)) ||
			q.ExcludeDisputed && !(yes("clean") && yes("ties_clean")) || mode == Certain && !yes("certain") {
			continue
		}
		if mode == Possible {
			return true
		}
		set := value("claim")
		if met[set] == nil {
			met[set] = map[any]bool{}
		}
		met[set][value("part")] = true
		if int64(len(met[set])) >= value("parts").(int64) {
			return true
		}
	}
	return false
}

// liesIn is the test of places, link by link.
func (x AttackIndex) liesIn(mode Certainty, in []ID, places map[ID]*Location) bool {
	clauses := map[any]bool{}
	for _, l := range x.Lies {
		certain, whole, clause, all := l.Values[0], l.Values[1], l.Values[2].(int64), l.Values[3].(int64)
		asked := slices.Contains(in, l.To)
		switch {
		case mode == Possible && asked:
			return true
		case mode == Possible && whole == int64(1):
			inside := func(id ID) bool { p := places[id]; return p != nil && slices.Contains(p.Ancestors, l.To) }
			if slices.ContainsFunc(in, inside) {
				return true
			}
		case asked && certain == int64(1):
			return true
		case asked && clause >= 0:
			if clauses[clause] = true; int64(len(clauses)) == all {
				return true
			}
		}
	}
	return mode == Possible && x.Anywhere
}

// dated is the test of a window, link by link (rule 7).
func (x AttackIndex) dated(mode Certainty, window DateRange) bool {
	low, high := int64(window.Earliest), orMax(window.Latest)
	if low == 0 && high == int64(MaxDate) {
		return true
	}
	firm := false
	for _, l := range x.Dates {
		from, to, span, stands := l.Values[0].(int64), l.Values[1].(int64), l.Values[2] == int64(1), l.Values[3] == int64(1)
		overlaps := from <= high && to >= low
		if mode == Possible {
			if overlaps {
				return true
			}
			continue
		}
		if !stands {
			continue
		}
		begins, ends := from >= 1, to <= int64(MaxDate)-1
		inside := !span && from >= low && to <= high ||
			span && (begins && from >= low && from <= high || ends && to >= low && to <= high || overlaps && begins && ends)
		if !inside {
			return false
		}
		firm = true
	}
	return firm
}

// RowsOf is a page of attacks that were looked through one by one, in their
// default order, with the counts that were asked for.
func RowsOf(listed, possible []Belonging, ask Ask, cursor Cursor) *Rows {
	order := cursor.Orders(KindAttack)
	all := slices.Clone(listed)
	slices.SortFunc(all, func(a, b Belonging) int { return Compare(order, a.Attack, b.Attack) })
	if ask.Backward {
		slices.Reverse(all)
	}
	rows := &Rows{Counts: make([]int, max(ask.Total, ask.Possible)+1)}
	for _, b := range all {
		if ask.After != nil && !cursor.beyond(b.Attack, ask) {
			continue
		}
		if rows.More = len(rows.IDs) == ask.Limit; rows.More {
			break
		}
		rows.IDs, rows.Match = append(rows.IDs, b.Attack.ID), append(rows.Match, b.Match)
	}
	if ask.Backward {
		slices.Reverse(rows.IDs)
		slices.Reverse(rows.Match)
	}
	for at, n := range map[int]int{ask.Total: len(listed), ask.Possible: len(possible)} {
		if at >= 0 {
			rows.Counts[at] = n
		}
	}
	return rows
}
