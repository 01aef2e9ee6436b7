package graph

import (
	"slices"
	"strings"
)

// Ledger is all that a toll looks at of one attack, in few words: kept with the
// attack, so that a toll over many, under any question, is one reading of small
// rows. The lines stand in the default order of assertions.
type Ledger struct {
	Lines []Line
}

// Line is one assertion in a ledger: one that gives figures.
type Line struct {
	ID         ID
	Asserters  []ID
	Either     bool // the asserters are alternatives
	Figures    []Headcount
	Counts     Spans // when the assertion counts (rule 1)
	Disputed   Spans // when the claim it comes from is disputed (rule 30)
	Supersedes ID
	Adopts     ID     // the claim whose numbers it takes over (rule 28)
	Together   []ID   // the attacks, where it is about several (rule 32)
	Order      string // its place in the default order, where it is about several
}

// joint tells whether somebody speaks of the attack together with others.
func (l Ledger) joint() bool {
	return slices.ContainsFunc(l.Lines, func(l Line) bool { return len(l.Together) > 0 })
}

// Headcount is a figure in a ledger.
type Headcount struct {
	Outcome     CasualtyOutcome
	Min         *int
	Max         *int
	About       bool
	Victims     VictimCategory // "": UNKNOWN
	Provisional bool
}

// Spans are the AsOf under which something holds, in pairs from and to, both
// included. To is MaxDate while it lasts; Now, being 0, is a pair of its own.
type Spans []AsOf

func (s Spans) holds(on AsOf) bool {
	for i := 0; i+1 < len(s); i += 2 {
		if s[i] <= on && on <= s[i+1] {
			return true
		}
	}
	return false
}

// since is the first day on which it holds; 0 where it holds on none.
func (s Spans) since() AsOf {
	for i := 0; i+1 < len(s); i += 2 {
		if s[i] != Now {
			return s[i]
		}
	}
	return Now
}

// spansOf are those under which something holds that may change on the given
// days alone, and holds on no day before the first.
func spansOf(days []Date, holds func(AsOf) bool) Spans {
	var s Spans
	if holds(Now) {
		s = Spans{Now, Now}
	}
	open := false
	for _, day := range days {
		if now := holds(AsOf(day)); now != open {
			if open = now; now {
				s = append(s, AsOf(day), AsOf(MaxDate))
			} else {
				s[len(s)-1] = AsOf(day.AddDays(-1))
			}
		}
	}
	return s
}

// Ledger is the attack's.
func (c *Case) Ledger() Ledger {
	lines := c.lines()
	answered := c.answered()
	for i := range lines {
		of := lines[i].ID
		if lines[i].Adopts != "" {
			of = lines[i].Adopts
		}
		if claim, ok := answered[of].(*Claim); ok {
			lines[i].Disputed = c.disputed(claim)
		}
	}
	return Ledger{lines}
}

// disputed is when a claim's OCCURRENCE or CASUALTIES is DENIED or CONTESTED,
// certainly or possibly (rule 30).
func (c *Case) disputed(claim *Claim) Spans {
	answers, days := c.answersTo(claim)
	if !slices.ContainsFunc(answers, func(r Response) bool { return kindOfResponse(r) == ResponseDenial }) {
		return nil
	}
	alone := c.alone(claim, answers)
	return spansOf(days, func(on AsOf) bool {
		stands := alone.Known(on).ClaimStanding(claim)
		for _, s := range []Standing{stands.Of(AspectOccurrence), stands.Of(AspectCasualties)} {
			if s == Denied || s == Contested {
				return true
			}
		}
		return false
	})
}

// lines are those of the ledger, without their disputes.
func (c *Case) lines() []Line {
	answered := c.answered()
	var lines []Line
	for _, a := range c.assertions() {
		figures, adopts := figuresOf(a, answered)
		about := slices.Contains(a.Spoken().About, c.Subject.Head().ID)
		if len(figures) > 0 && (about || a.Spoken().Supersedes != "") {
			l := c.line(a)
			if l.Adopts = adopts; about {
				l.Figures = countsOf(figures)
			}
			lines = append(lines, l)
		}
	}
	return lines
}

func (c *Case) line(a Assertion) Line {
	said := a.Spoken()
	days := map[Date]bool{}
	c.note(days, a)
	l := Line{ID: said.ID, Asserters: said.Asserters, Either: said.Alternative(), Supersedes: said.Supersedes}
	l.Counts = spansOf(inTime(days), func(on AsOf) bool { return Counted(a, c.Sources, on) })
	if len(said.About) > 1 {
		l.Together, l.Order = said.About, dateKey(said.Made)
	}
	return l
}

// countsOf are figures as a ledger holds them.
func countsOf(figures []CasualtyFigure) []Headcount {
	counts := make([]Headcount, len(figures))
	for i, f := range figures {
		counts[i] = Headcount{f.Outcome, f.Min, f.Max, f.Quantifier == QuantifierAbout, f.Victims.Category, f.Provisional}
		if f.Victims.Category == VictimUnknown {
			counts[i].Victims = ""
		}
	}
	return counts
}

// assertions are all of the case in the default order of assertions of several
// kinds: the newest first.
func (c *Case) assertions() []Assertion {
	all := make([]Assertion, 0, len(c.Claims)+len(c.Responses))
	for _, claim := range c.Claims {
		all = append(all, claim)
	}
	for _, r := range c.Responses {
		all = append(all, r)
	}
	slices.SortFunc(all, func(a, b Assertion) int {
		return newestFirst(dateKey(a.Spoken().Made), dateKey(b.Spoken().Made), a.Head().ID, b.Head().ID)
	})
	return all
}

// newestFirst is the default order of what is dated.
func newestFirst(a, b string, idA, idB ID) int {
	if c := strings.Compare(b, a); c != 0 {
		return c
	}
	return strings.Compare(string(idB), string(idA))
}
