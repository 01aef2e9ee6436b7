package graph

import "math"

// TollRow is an attack's toll of one outcome as a filter looks it up: an
// outcome of which nobody speaks has none.
type TollRow struct {
	Outcome CasualtyOutcome
	Min     int64 // -1: none is known
	Max     int64 // MaxToll: open
	Stated  bool
}

// MaxToll stands for "no upper bound" in an index; it is never shown.
const MaxToll int64 = math.MaxInt32

// values are the row as a link: its bounds with their marks, then the same to
// be added up: at least, at most where that is known, and whether it is not.
func (r TollRow) values() []any {
	most := r.Max
	if r.Max == MaxToll {
		most = 0
	}
	return []any{string(r.Outcome), r.Min, r.Max, max(r.Min, 0), most, flag(r.Max == MaxToll)}
}

// TollRows are those of the attack as things stand now.
func (l Ledger) TollRows() []TollRow {
	var rows []TollRow
	for _, outcome := range CasualtyOutcomes {
		t := l.Toll(outcome, nil, nil, Now)
		if !t.Stated && len(t.Unstated) == 0 {
			continue
		}
		row := TollRow{outcome, -1, MaxToll, t.Stated}
		if t.Min != nil {
			row.Min = int64(*t.Min)
		}
		if t.Max != nil {
			row.Max = int64(*t.Max)
		}
		rows = append(rows, row)
	}
	return rows
}
