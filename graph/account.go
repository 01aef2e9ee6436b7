package graph

// CasualtyAccount is what one assertion says of the casualties (rule 26).
type CasualtyAccount struct {
	Assertion     ID               `json:"assertion"`
	Figures       []CasualtyFigure `json:"figures"`
	ByReferenceTo ID               `json:"byReferenceTo,omitempty"` // the claim whose numbers it takes over (rule 28)
}

// Accounts are the counted assertions about the attack that give figures, in
// their default order; those whose figures another replaced are none (rule 27).
func (v *View) Accounts() []CasualtyAccount {
	answered := v.answered()
	var accounts []CasualtyAccount
	for _, l := range (Ledger{v.lines()}).at(v.on) {
		figures, adopts := figuresOf(answered[l.ID], answered)
		accounts = append(accounts, CasualtyAccount{l.ID, figures, adopts})
	}
	return accounts
}

// figuresOf are the figures an assertion gives: its own, and before them the
// numbers of the claim it takes over, if it does (rule 28).
func figuresOf(a Assertion, answered map[ID]Assertion) (figures []CasualtyFigure, adopted ID) {
	own := a.Spoken().Casualties
	r, ok := a.(*Confirmation)
	if !ok {
		return own, ""
	}
	claim, _ := answered[r.RespondsTo].(*Claim)
	if !adopts(r, claim) {
		return own, ""
	}
	for _, f := range claim.Casualties {
		if _, given := f.bounds(); given {
			figures = append(figures, f)
		}
	}
	return append(figures, own...), claim.ID
}

// at are the lines that count then, and whose figures none that counts then
// has replaced (rule 27).
func (l Ledger) at(on AsOf) []Line {
	var replaced idSet
	for _, line := range l.Lines {
		if line.Supersedes != "" && line.Counts.holds(on) {
			if replaced == nil {
				replaced = idSet{}
			}
			replaced.add(line.Supersedes)
		}
	}
	var lines []Line
	for _, line := range l.Lines {
		if len(line.Figures) > 0 && line.Counts.holds(on) && !replaced[line.ID] {
			lines = append(lines, line)
		}
	}
	return lines
}

// of are the lines that speak of an outcome then, with their figures of it
// alone. A provisional figure is out once a later account of the same attacks
// gives a number that is not (rule 27).
func (l Ledger) of(outcome CasualtyOutcome, on AsOf) []Line {
	lines := l.at(on)
	var out []Line
	for _, line := range lines {
		var left []Headcount
		for _, f := range line.Figures {
			if f.Outcome == outcome && !(f.Provisional && outdated(line, lines, outcome)) {
				left = append(left, f)
			}
		}
		if len(left) > 0 {
			line.Figures = left
			out = append(out, line)
		}
	}
	return out
}

// outdated tells whether a line that became public later gives a number of the
// outcome that is not provisional. Without a day nothing is later.
func outdated(line Line, lines []Line, outcome CasualtyOutcome) bool {
	for _, later := range lines {
		if line.Counts.since() == 0 || later.Counts.since() <= line.Counts.since() || !sameSet(line.Together, later.Together) {
			continue
		}
		for _, f := range later.Figures {
			if f.Outcome == outcome && !f.Provisional && f.given() {
				return true
			}
		}
	}
	return false
}

func sameSet(a, b []ID) bool { return within(a, b) && within(b, a) }

func (f Headcount) given() bool { return f.Min != nil || f.Max != nil }

// tally adds the line's figures of one outcome and of some victims; nil: of all.
func (line Line) tally(outcome CasualtyOutcome, victims []VictimCategory) (t tally, speaks bool) {
	figures := make([]CasualtyFigure, 0, len(line.Figures))
	for _, f := range line.among(victims) {
		figures = append(figures, CasualtyFigure{Outcome: f.Outcome, Min: f.Min, Max: f.Max, Victims: Victims{Category: f.Victims}})
	}
	return tallyOf(figures, outcome), len(figures) > 0
}
