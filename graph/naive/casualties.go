package naive

import (
	"cmp"
	"slices"

	"claimgraph/graph"
)

// Account is what one assertion says of the casualties (rule 26). A full
// confirmation of them that gives no number takes over those of the claim (rule 28).
func Account(w World, a graph.Assertion) (figures []graph.CasualtyFigure, by graph.ID) {
	own := a.Spoken().Casualties
	r, ok := a.(*graph.Confirmation)
	if !ok || r.Degree != graph.DegreeFull || !slices.Contains(r.Aspects, graph.AspectCasualties) || slices.ContainsFunc(own, numbered) {
		return own, ""
	}
	c, ok := w.At(r.RespondsTo).(*graph.Claim)
	if !ok || !sameSet(c.About, r.About) {
		return own, ""
	}
	for _, f := range c.Casualties {
		if numbered(f) {
			figures, by = append(figures, f), c.ID
		}
	}
	return append(figures, own...), by
}

func numbered(f graph.CasualtyFigure) bool { return counted(f).given }

// Accounts are the counted assertions about an attack with figures that no
// other has replaced (rules 26 and 27).
func Accounts(w World, attack graph.ID, asOf graph.AsOf) []graph.CasualtyAccount {
	var found []graph.CasualtyAccount
	for _, a := range w.assertions(attack) {
		figures, by := Account(w, a)
		if len(figures) > 0 && Counted(w, a, asOf) && !Replaced(w, a.Head().ID, asOf) {
			found = append(found, graph.CasualtyAccount{Assertion: a.Head().ID, Figures: figures, ByReferenceTo: by})
		}
	}
	return found
}

// tolling are the figures of an outcome that count in tolls, by assertion: a
// provisional one is out once a later account is not (rule 27). Of several
// attacks together they are looked at apart (rule 32).
func (w World) tolling(attack graph.ID, outcome graph.CasualtyOutcome, together bool, asOf graph.AsOf) map[graph.ID][]graph.CasualtyFigure {
	left := map[graph.ID][]graph.CasualtyFigure{}
	accounts := Accounts(w, attack, asOf)
	for _, account := range accounts {
		a := w.At(account.Assertion).(graph.Assertion)
		if together != (len(a.Spoken().About) > 1) {
			continue
		}
		for _, f := range ofOutcome(account.Figures, outcome) {
			if !f.Provisional || !slices.ContainsFunc(accounts, func(o graph.CasualtyAccount) bool { return w.settles(o, a, outcome) }) {
				left[account.Assertion] = append(left[account.Assertion], f)
			}
		}
	}
	return left
}

// settles tells whether an account counted from a later day on than an assertion
// about the same, and gives a number that is not provisional.
func (w World) settles(account graph.CasualtyAccount, earlier graph.Assertion, outcome graph.CasualtyOutcome) bool {
	later := w.At(account.Assertion).(graph.Assertion)
	before, after := w.firstCounted(earlier), w.firstCounted(later)
	final := slices.ContainsFunc(account.Figures, func(f graph.CasualtyFigure) bool {
		return f.Outcome == outcome && !f.Provisional && counted(f).given
	})
	return final && before != 0 && before < after && sameSet(earlier.Spoken().About, later.Spoken().About)
}

// firstCounted is the first day on which an assertion counts; 0 where there is none.
func (w World) firstCounted(a graph.Assertion) graph.Date {
	for _, day := range TurningDays(w) {
		if Counted(w, a, graph.AsOf(day)) {
			return day
		}
	}
	return 0
}

// row is one account of an outcome, ready to be compared.
type row struct {
	id      graph.ID
	figures []graph.CasualtyFigure
	total   count
	firm    bool // of no claim that is disputed
}

// Asked is whose figures of whom are asked for; nil: of all.
type Asked struct {
	Victims []graph.VictimCategory
	By      func(actor graph.ID) bool
}

// rows are the accounts of an outcome that are asked for, in their default order
// (rule 29).
func (w World) rows(attack graph.ID, outcome graph.CasualtyOutcome, asked Asked, together bool, asOf graph.AsOf) []row {
	var rows []row
	left := w.tolling(attack, outcome, together, asOf)
	for _, a := range w.assertions(attack) {
		figures := slices.DeleteFunc(slices.Clone(left[a.Head().ID]), func(f graph.CasualtyFigure) bool {
			return asked.Victims != nil && !slices.Contains(asked.Victims, f.Victims.Category)
		})
		if len(figures) > 0 && asked.of(a.Spoken()) {
			rows = append(rows, row{a.Head().ID, figures, total(figures), !w.countDisputed(a, asOf)})
		}
	}
	return rows
}

// of tells whether an assertion is by one of those asked for: any joint
// asserter suffices; of alternatives all must be (rules 3 and 29).
func (asked Asked) of(s *graph.Said) bool {
	switch {
	case asked.By == nil:
		return true
	case s.Alternative():
		return !slices.ContainsFunc(s.Asserters, func(id graph.ID) bool { return !asked.By(id) })
	}
	return slices.ContainsFunc(s.Asserters, asked.By)
}

// countDisputed tells whether an account is of a claim whose OCCURRENCE or
// CASUALTIES is denied (rule 30), by itself or by reference.
func (w World) countDisputed(a graph.Assertion, asOf graph.AsOf) bool {
	c, ok := a.(*graph.Claim)
	if !ok {
		_, by := Account(w, a)
		if by == "" {
			return false
		}
		c = w.At(by).(*graph.Claim)
	}
	return slices.ContainsFunc(ClaimStanding(w, c.ID, asOf).Aspects, func(s graph.AspectStanding) bool {
		return (s.Aspect == graph.AspectOccurrence || s.Aspect == graph.AspectCasualties) && denied(s)
	})
}

// Toll is what the accounts of an outcome come to (rules 29 and 30). A part of
// which nobody gives the number leaves open how many there were.
func Toll(w World, attack graph.ID, outcome graph.CasualtyOutcome, asked Asked, asOf graph.AsOf) graph.Toll {
	t := tollOf(w.rows(attack, outcome, asked, false, asOf))
	t.Outcome = outcome
	return t
}

func tollOf(rows []row) graph.Toll {
	var t graph.Toll
	var numbered []row
	for _, r := range rows {
		if !r.total.given {
			t.Unstated = append(t.Unstated, r.id)
			continue
		}
		numbered = append(numbered, r)
		t.Approximate = t.Approximate || slices.ContainsFunc(r.figures, func(f graph.CasualtyFigure) bool { return counted(f).about })
		if r.firm && (t.Min == nil || r.total.low < *t.Min) {
			t.Min = &r.total.low
		}
	}
	if t.Stated = len(numbered) > 0; !t.Stated {
		return t
	}
	t.Envelopes = envelopes(numbered)
	sum := 0
	for _, e := range t.Envelopes {
		if e.Max != nil {
			sum += *e.Max
		}
	}
	if !slices.ContainsFunc(numbered, func(r row) bool { return r.total.high == open }) {
		t.Max = &sum
	}
	return t
}

// envelopes are one a category where every account's victims carry one, else
// one of the totals (rule 29).
func envelopes(rows []row) []graph.Envelope {
	if slices.ContainsFunc(rows, func(r row) bool { return hasTotal(r.figures) }) {
		return appendEnvelope(nil, graph.VictimUnknown, rows)
	}
	var found []graph.Envelope
	for _, category := range graph.VictimCategories {
		var parts []row
		for _, r := range rows {
			figures := ofVictims(r.figures, category)
			if n := total(figures); n.given {
				parts = append(parts, row{id: r.id, total: n})
			}
		}
		found = appendEnvelope(found, category, parts)
	}
	return found
}

func appendEnvelope(to []graph.Envelope, victims graph.VictimCategory, rows []row) []graph.Envelope {
	if len(rows) == 0 {
		return to
	}
	low := slices.MinFunc(rows, func(a, b row) int { return cmp.Compare(a.total.low, b.total.low) }).total.low
	high := slices.MaxFunc(rows, func(a, b row) int { return cmp.Compare(a.total.high, b.total.high) }).total.high
	e := graph.Envelope{Victims: victims, Min: low, Max: known(high)}
	for _, r := range rows {
		if r.total.low == low {
			e.Lowest = append(e.Lowest, r.id)
		}
		if r.total.high == high {
			e.Highest = append(e.Highest, r.id)
		}
	}
	return append(to, e)
}

func known(high int) *int {
	if high == open {
		return nil
	}
	return &high
}
