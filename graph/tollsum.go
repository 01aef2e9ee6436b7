package graph

import "math"

// A toll over a list that asks for nothing special, all victims by everybody's
// word as things stand now, is added up by the store: each attack's own bounds
// stand on a link. Only attacks of joint figures are looked at one by one.

// SumOfTolls asks for it over the nodes of a count.
func SumOfTolls(of Count, outcome CasualtyOutcome) (Sum, Tell) {
	stated := Cmp{Column: Tolled.EdgeColumn("outcome"), Op: OpIn, Words: []string{string(outcome)}}
	joint := of
	joint.Where = All{Cmp{Column: attackFamily.Column("joint"), Op: OpIs, Number: 1}}
	if of.Where != nil {
		joint.Where = append(joint.Where.(All), of.Where)
	}
	return Sum{of, Has{Relation: Tolled, Edge: stated}, []*Column{Tolled.EdgeColumn("known"), Tolled.EdgeColumn("most"), Tolled.EdgeColumn("open")}},
		Tell{joint, LedgerNote}
}

// TollOfSum is the toll over a list of so many attacks, from what the store answered.
func TollOfSum(sum []int64, told []Told, attacks int, outcome CasualtyOutcome) (TollTotal, error) {
	stated, known, most, open := int(sum[0]), int(sum[1]), int(sum[2]), sum[3] > 0
	total := TollTotal{Outcome: outcome, Min: known, AttacksCounted: stated, AttacksUnstated: attacks - stated}
	if open {
		most = math.MaxInt
	}
	together := joints{}
	for _, t := range told {
		ledger, err := ParseLedger(t.Value)
		if err != nil {
			return TollTotal{}, err
		}
		together.meet(t.ID, ledger, outcome, Now)
	}
	total.add(most, together, nil, nil, Now)
	return total, nil
}
