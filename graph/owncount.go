package graph

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

// Scoped narrows to a statistic's attacks, those within its scope: in one of its
// places, in its period, and by one of its actors or whoever belongs to them.
func Scoped(policy any) (func(*Statistic) Reach, error) {
	p, err := PolicyOf(policy)
	if err != nil {
		return nil, err
	}
	q := whose{p, true}
	return func(s *Statistic) Reach {
		return func(mode Certainty) (*Relation, Pred, Pred) {
			var all All
			if len(s.Actors) > 0 {
				all = append(all, q.test(mode, IDIn(s.Actors)))
			}
			if len(s.Places) > 0 {
				all = append(all, InPlace(mode, IDIn(s.Places), len(s.Places) > 1))
			}
			if from, to := s.Period.Earliest, s.Period.Latest; from != 0 || to != 0 { // else at any time
				all = append(all, datedIn(mode, int64(from), orMax(to)))
			}
			return nil, nil, all
		}
	}, nil
}

// OwnCounts asks for the exact counts of a scope, certain and possible, and,
// where people are counted, for the tolls of the same attacks.
func OwnCounts(s *Statistic, reach Reach) *Query {
	q := &Query{Kinds: []NodeKind{KindAttack}}
	for _, mode := range []Certainty{Certain, Possible} {
		_, _, where := reach(mode)
		c := Count{Where: where}
		q.Counts = append(q.Counts, c)
		if s.Metric != MetricAttacks {
			sum, tell := SumOfTolls(c, s.counts())
			q.Sums, q.Tells = append(q.Sums, sum), append(q.Tells, tell)
		}
	}
	return q
}

// counts is which outcome a statistic of people counts.
func (s *Statistic) counts() CasualtyOutcome {
	if s.Metric == MetricWounded {
		return OutcomeWounded
	}
	return OutcomeKilled
}

// Counted fills in the numbers as known then, from what the store counted, added
// up, and was told.
func (o *OwnCount) Counted(rows *Rows, on AsOf) error {
	if o.Of.Metric == MetricAttacks {
		o.CertainCount, o.PossibleCount = rows.Counts[0], &rows.Counts[1]
		return nil
	}
	var tolls [2]TollTotal
	for i := range tolls {
		var err error
		if rows.Sums != nil {
			tolls[i], err = TollOfSum(rows.Sums[i], rows.Told[i], rows.Counts[i], o.Of.counts())
		} else {
			tolls[i], err = TollOf(rows.Told[i], rows.Counts[i], o.Of.counts(), nil, nil, on)
		}
		if err != nil {
			return err
		}
	}
	o.CertainCount, o.PossibleCount = tolls[0].Min, tolls[1].Max
	return nil
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
