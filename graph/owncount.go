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

// Scoped narrows a statistic's attacks to those within its scope: in one of its
// places, in its period, and by one of its actors or whoever belongs to them.
func Scoped(policy any) (Reach, error) {
	p, err := PolicyOf(policy)
	if err != nil {
		return nil, err
	}
	q := whose{p, true}
	return func(mode Certainty) (*Relation, Pred, Pred) {
		from, to := statisticFamily.Column("period_from"), statisticFamily.Column("period_to")
		anyTime := All{Cmp{Column: from, Op: OpMost}, Cmp{Column: to, Op: OpLeast, Number: int64(MaxDate)}}
		return nil, nil, All{
			scopedTo(actorKinds, q.test(mode, inScope)),
			scopedTo([]NodeKind{KindLocation}, InPlace(mode, inScope, true)),
			Any{OfParent{anyTime}, datedIn(mode, boundary{of: from}, boundary{of: to})},
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

// Counted fills in the numbers as known then, from what was counted and told.
func (o *OwnCount) Counted(counts []int, told [][]Told, on AsOf) error {
	if o.Of.Metric == MetricAttacks {
		o.CertainCount, o.PossibleCount = counts[0], &counts[1]
		return nil
	}
	outcome := OutcomeKilled
	if o.Of.Metric == MetricWounded {
		outcome = OutcomeWounded
	}
	certain, err := TollOf(told[0], counts[0], outcome, nil, nil, on)
	if err != nil {
		return err
	}
	possible, err := TollOf(told[1], counts[1], outcome, nil, nil, on)
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
