package graph

import "slices"

// OwnCount is what the graph itself counts within the scope of a statistic
// (rule 25).
type OwnCount struct {
	Of            *Statistic
	CertainCount  int
	PossibleCount *int // nil: open
	Scope         string
	Attacks       []Belonging // looked through one by one, where it is asked as of a day; else nil
}

// Belonging is an attack that falls within a scope, certainly or possibly.
type Belonging struct {
	Attack *Attack
	Match  Certainty
}

// Scoped narrows a statistic's attacks to those within its scope: in one of its
// places, in its period, and by one of its actors or whoever belongs to them.
func Scoped(policy any) (Reach, error) {
	p, err := PolicyOf(policy)
	if err != nil {
		return nil, err
	}
	q := whose{p, true}
	return func(mode Certainty) (*Relation, Pred, Pred) {
		period := func(which string) boundary { return boundary{of: statisticFamily.Column("period_" + which)} }
		return nil, nil, All{
			scopedTo(actorKinds, q.test(mode, inScope)),
			scopedTo([]NodeKind{KindLocation}, InPlace(mode, inScope, true)),
			datedIn(mode, period("from"), period("to")),
		}
	}, nil
}

// inScope holds for what the statistic at hand is scoped to.
var inScope = Has{Relation: ScopedTo, In: true, Far: Parent{}}

// scopedTo tests only where the statistic names anything of some kinds.
func scopedTo(kinds []NodeKind, test Pred) Pred {
	return Any{Not{OfParent{Has{Relation: ScopedTo, Kinds: kinds}}}, test}
}

// CountedLists are the exact counts of a scope, certain and possible.
func CountedLists(reach Reach) []Count {
	var out []Count
	for _, mode := range []Certainty{Certain, Possible} {
		_, _, where := reach(mode)
		out = append(out, Count{Where: where})
	}
	return out
}

// ToldLists ask for the ledgers of the same attacks, where people are counted.
func ToldLists(counts []Count) []Tell {
	people := OfParent{Cmp{Column: statisticFamily.Column("metric"), Op: OpIn, Words: texts([]Metric{MetricKilled, MetricWounded})}}
	var out []Tell
	for _, c := range counts {
		out = append(out, Tell{Count{Where: All{people, c.Where}}, LedgerNote})
	}
	return out
}

// Counted fills in the numbers from what the store counted and was told.
func (o *OwnCount) Counted(counts []int, told [][]Told) error {
	if o.Of.Metric == MetricAttacks {
		o.CertainCount, o.PossibleCount = counts[0], &counts[1]
		return nil
	}
	outcome := OutcomeKilled
	if o.Of.Metric == MetricWounded {
		outcome = OutcomeWounded
	}
	certain, err := TollOf(told[0], counts[0], outcome, nil, nil, Now)
	if err != nil {
		return err
	}
	possible, err := TollOf(told[1], counts[1], outcome, nil, nil, Now)
	o.CertainCount, o.PossibleCount = certain.Min, possible.Max
	return err
}

// TollOf is the toll over a list: of the ledgers told, and of all the other
// attacks of the list, of which nobody speaks.
func TollOf(told []Told, attacks int, outcome CasualtyOutcome, victims []VictimCategory, by func(ID) bool, on AsOf) (TollTotal, error) {
	var err error
	total := TollOver(func(yield func(ID, Ledger) bool) {
		for _, t := range told {
			ledger, wrong := ParseLedger(t.Value)
			if wrong != nil {
				err = wrong
			}
			if !yield(t.ID, ledger) {
				return
			}
		}
		for range attacks - len(told) {
			if !yield("", Ledger{}) {
				return
			}
		}
	}, outcome, victims, by, on)
	return total, err
}

// LedgerOf asks attacks for their own ledgers.
func LedgerOf() *Branch {
	kinds := []NodeKind{KindAttack}
	return &Branch{Query: &Query{Kinds: kinds, Where: Parent{}, Tells: []Tell{{Count{Where: Parent{}}, LedgerNote}}}}
}

// MostCandidates bounds how many attacks are looked through one by one.
const MostCandidates = 2000

// Candidates lead from a statistic to all attacks that may ever have fallen
// within its scope: by any claim, counted or not, that names one of its actors
// or somebody beneath.
func Candidates() *Branch {
	named := Has{Relation: Attributed, Far: Any{inScope, Has{Relation: Beneath, Far: inScope}}}
	claimed := Has{Relation: About, In: true, Kinds: []NodeKind{KindClaim}, Far: named}
	kinds := []NodeKind{KindAttack}
	return &Branch{On: []NodeKind{KindStatistic}, Query: &Query{Kinds: kinds, Where: scopedTo(actorKinds, claimed), Limit: MostCandidates}}
}

// Within tells whether the case's attack fell within a scope, as known then.
func (v *View) Within(s *Statistic, p AttributionPolicy, places map[ID]*Location) (Certainty, bool) {
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
			(len(s.Places) == 0 || index.liesIn(mode, s.Places, places)) && index.dated(mode, s.Period)
	}
	switch {
	case holds(Certain):
		return Certain, true
	case holds(Possible):
		return Possible, true
	}
	return Possible, false
}

// holds is the test of attributions, link by link.
func (q whose) holds(mode Certainty, links []Arc, to []ID) bool {
	met := map[any]map[any]bool{}
	for _, l := range links {
		value := func(name string) any {
			return l.Values[slices.Index(AttributionOf.Edge, AttributionOf.EdgeColumn(name))]
		}
		yes := func(name string) bool { return value(name) == int64(1) }
		if !slices.Contains(to, l.To) || !slices.Contains(texts(q.bases()), value("basis").(string)) ||
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
