package graph

// StandingDates are the dates of an attack's givers whose word stands, together:
// most attacks have one, or moments, and then a window asks these instead of date
// by date.
type StandingDates struct{ From, To, Form int64 }

// Forms of dates that stand.
const (
	moments       int64 = iota // all of them: From is the first bound there is, To the last
	oneSpan                    // all of them the same
	eachForItself              // several, a span among them: to be asked date by date
	noneStands                 // certainly in no window
)

func (x AttackIndex) standing() StandingDates {
	all := StandingDates{Form: noneStands}
	for _, d := range x.Dates {
		from, to, span, firm := d.Values[0].(int64), d.Values[1].(int64), d.Values[2].(int64), d.Values[3].(int64)
		one := StandingDates{from, to, span} // a flag is the form of one date
		switch {
		case firm == 0:
		case all.Form == noneStands:
			all = one
		case all == one:
		case all.Form == moments && span == 0:
			all = StandingDates{min(all.From, from), max(all.To, to), moments}
		default:
			return StandingDates{Form: eachForItself}
		}
	}
	return all
}
