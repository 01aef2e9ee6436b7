package graph

import (
	"math"
	"slices"
)

// Toll is how many people an attack cost by what its accounts say (rule 30).
type Toll struct {
	Outcome     CasualtyOutcome `json:"outcome"`
	Stated      bool            `json:"stated"` // somebody gave a number
	Min         *int            `json:"min,omitempty"`
	Max         *int            `json:"max,omitempty"` // nil: open
	Approximate bool            `json:"approximate"`   // some number was given as about so many
	Envelopes   []Envelope      `json:"envelopes,omitempty"`
	Unstated    []ID            `json:"unstated,omitempty"` // what speaks of the outcome without a number
}

// Envelope is from the lowest to the highest that is said of some victims, and
// who says so (rule 29).
type Envelope struct {
	Victims VictimCategory `json:"victims"` // UNKNOWN: totals were compared
	Min     int            `json:"min"`
	Max     *int           `json:"max,omitempty"` // nil: open
	Lowest  []ID           `json:"lowest"`
	Highest []ID           `json:"highest"`
}

// Toll is the attack's toll of an outcome by rules 26 to 30: of some victims
// (nil: of all), by the word of those actors (nil: of anybody), as it was known
// then. An assertion about several attacks is in the toll of none (rule 32).
func (l Ledger) Toll(outcome CasualtyOutcome, victims []VictimCategory, by func(actor ID) bool, on AsOf) Toll {
	var accounts []account
	var unstated []ID
	for _, line := range l.of(outcome, on) {
		if len(line.Together) > 0 || !line.saidBy(by) {
			continue
		}
		a, speaks := line.account(outcome, victims, on)
		switch {
		case a.known:
			accounts = append(accounts, a)
		case speaks:
			unstated = append(unstated, line.ID)
		}
	}
	t := tollOf(accounts)
	t.Outcome, t.Unstated = outcome, unstated
	return t
}

// saidBy tells whether the words are of such an actor: one of the joint
// asserters is enough, of alternative ones all must fit (rules 3, 29).
func (line Line) saidBy(by func(ID) bool) bool {
	switch {
	case by == nil:
		return true
	case line.Either:
		return !slices.ContainsFunc(line.Asserters, func(id ID) bool { return !by(id) })
	}
	return slices.ContainsFunc(line.Asserters, by)
}

// among are the line's figures of some victims; nil: of all.
func (line Line) among(victims []VictimCategory) []Headcount {
	if victims == nil {
		return line.Figures
	}
	var out []Headcount
	for _, f := range line.Figures {
		if f.Victims == "" && slices.Contains(victims, VictimUnknown) || slices.Contains(victims, f.Victims) {
			out = append(out, f)
		}
	}
	return out
}

// account is one that a toll looks at.
type account struct {
	tally
	id       ID
	disputed bool // counts for no min
	about    bool
}

// account is the line's; false where it does not speak of such victims.
func (line Line) account(outcome CasualtyOutcome, victims []VictimCategory, on AsOf) (account, bool) {
	t, speaks := line.tally(outcome, victims)
	about := slices.ContainsFunc(line.among(victims), func(f Headcount) bool { return f.About && f.given() })
	return account{t, line.ID, line.Disputed.holds(on), about}, speaks
}

// tollOf is what accounts with numbers come to (rules 29, 30): max adds the
// envelopes, and is open where any account leaves its total open; min is the
// lowest total of an undisputed account.
func tollOf(accounts []account) Toll {
	t := Toll{Stated: len(accounts) > 0, Envelopes: envelopes(accounts)}
	if !t.Stated {
		return t
	}
	var sum bounds
	for _, e := range t.Envelopes {
		high := math.MaxInt
		if e.Max != nil {
			high = *e.Max
		}
		sum = sum.plus(bounds{e.Min, high})
	}
	for _, a := range accounts {
		t.Approximate = t.Approximate || a.about
		if a.total.high == math.MaxInt {
			sum.high = math.MaxInt
		}
		if low := a.total.low; !a.disputed && (t.Min == nil || low < *t.Min) {
			t.Min = &low
		}
	}
	t.Max = shown(sum.high)
	return t
}

// shown is an upper bound as it is shown: nil where it is open.
func shown(high int) *int {
	if high == math.MaxInt {
		return nil
	}
	return &high
}

// envelopes are one a category, in the order of the API, where all accounts
// give categories; else one of the totals (rule 29).
func envelopes(accounts []account) []Envelope {
	if slices.ContainsFunc(accounts, func(a account) bool { return a.parts == nil }) {
		return appendEnvelope(nil, VictimUnknown, accounts, func(a account) (bounds, bool) { return a.total, true })
	}
	var out []Envelope
	for _, c := range VictimCategories {
		out = appendEnvelope(out, c, accounts, func(a account) (bounds, bool) { part, ok := a.parts[c]; return part, ok })
	}
	return out
}

func appendEnvelope(to []Envelope, victims VictimCategory, accounts []account, of func(account) (bounds, bool)) []Envelope {
	hull := bounds{math.MaxInt, 0}
	met := false
	for _, a := range accounts {
		if b, ok := of(a); ok {
			met, hull = true, bounds{min(hull.low, b.low), max(hull.high, b.high)}
		}
	}
	if !met {
		return to
	}
	e := Envelope{Victims: victims, Min: hull.low, Max: shown(hull.high)}
	for _, a := range accounts {
		b, ok := of(a)
		if ok && b.low == hull.low {
			e.Lowest = append(e.Lowest, a.id)
		}
		if ok && b.high == hull.high {
			e.Highest = append(e.Highest, a.id)
		}
	}
	return append(to, e)
}
