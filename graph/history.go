package graph

import (
	"maps"
	"slices"
	"strings"
)

// StandingChange is one step in where a claim stands (rule 33).
type StandingChange struct {
	On      DateRange `json:"on"`               // the date by whose latest bound it acts
	Aspect  *Aspect   `json:"aspect,omitempty"` // nil: overall
	From    Standing  `json:"from"`
	To      Standing  `json:"to"`
	Because ID        `json:"because"` // the assertion that came or went; of a retraction of the claim, the claim
}

// StandingSpan is how long a claim stood somewhere, both days included.
type StandingSpan struct {
	From, To Date   // To is MaxDate while it lasts
	Aspect   Aspect // "": overall
	Standing Standing
	Certain  bool // else the aspect possibly stands there (rule 11)
}

// Steps are the days on which anything about the case may change, in order:
// between two of them it is known as at the end of the first.
func (c *Case) Steps() []Date {
	days := map[Date]bool{}
	for _, claim := range c.Claims {
		c.note(days, claim)
	}
	for _, r := range c.Responses {
		c.note(days, r)
	}
	if c.Subject != nil {
		for _, m := range c.carried(c.Subject.Cites()) {
			days[m.Latest] = true
		}
	}
	return inTime(days)
}

func (c *Case) note(days map[Date]bool, a Assertion) {
	for _, m := range c.moments(a) {
		days[m.Latest] = true
	}
}

func inTime(days map[Date]bool) []Date {
	delete(days, 0)
	return slices.Sorted(maps.Keys(days))
}

// moments are the dates by whose latest bounds an assertion may begin or cease
// to count (rules 1 and 2).
func (c *Case) moments(a Assertion) []DateRange {
	said := a.Spoken()
	all := []DateRange{published(a, c.Sources)}
	if said.Retraction != nil {
		all = append(all, withdrawn(said.Retraction, c.Sources))
	}
	return append(all, c.carried(said.Citations)...)
}

// carried are the dates by whose latest bounds sources came, and were retracted.
func (c *Case) carried(citations []Citation) []DateRange {
	var all []DateRange
	for _, cited := range citations {
		s := c.Sources[cited.Source]
		if s == nil {
			continue
		}
		all = append(all, s.Published)
		if s.Retraction != nil {
			all = append(all, withdrawn(s.Retraction, c.Sources))
		}
	}
	return all
}

// StandingHistory are the steps by which a claim came to stand where it does,
// in order of time; several on one day by the id of what caused them, each with
// its aspects in their order and the overall standing last (rule 33). It begins
// UNANSWERED. What has no day makes no step.
func (c *Case) StandingHistory(claim *Claim) []StandingChange {
	answers, days := c.answersTo(claim)
	alone, counts := c.alone(claim, answers), map[ID]bool{}
	known := func(on AsOf) ClaimStanding {
		return alone.knownWith(on, func(r Response) bool { return counts[r.Head().ID] }).ClaimStanding(claim)
	}
	var steps []StandingChange
	var before Date
	stood := ClaimStanding{Overall: Unanswered}
	for _, day := range days {
		on := AsOf(day)
		turn := func(a Assertion) {
			stands := known(on)
			steps = append(steps, changes(stood, stands, c.acted(a, day), a.Head().ID)...)
			stood = stands
		}
		if c.turned(claim, before, on) {
			turn(claim)
		}
		for _, r := range answers {
			id := r.Head().ID
			if now := Counted(r, c.Sources, on); now != counts[id] {
				counts[id] = now
				turn(r)
			}
		}
		before = day
	}
	return steps
}

// answersTo are the responses to a claim by id, and the days on which they or
// the claim may begin or cease to count.
func (c *Case) answersTo(claim *Claim) ([]Response, []Date) {
	days := map[Date]bool{}
	c.note(days, claim)
	var answers []Response
	for _, r := range c.Responses {
		if r.Replied().RespondsTo == claim.ID {
			answers = append(answers, r)
			c.note(days, r)
		}
	}
	slices.SortFunc(answers, func(a, b Response) int { return strings.Compare(string(a.Head().ID), string(b.Head().ID)) })
	return answers, inTime(days)
}

// alone is the case of one claim with the responses to it: all that its
// standing rests on, and quickly looked at on many days.
func (c *Case) alone(claim *Claim, answers []Response) *Case {
	answers = slices.Clone(answers)
	sortByDefault(answers)
	return &Case{Claims: []*Claim{claim}, Responses: answers, Sources: c.Sources, Actors: c.Actors, ordered: true}
}

// turned tells whether the claim became public or was retracted since the day
// before; no day is before everything.
func (c *Case) turned(claim *Claim, before Date, on AsOf) bool {
	public, retracted := Public(claim, c.Sources, on), Withdrawn(claim.Retraction, c.Sources, on)
	if before == 0 {
		return public
	}
	then := AsOf(before)
	return public != Public(claim, c.Sources, then) || public && retracted != Withdrawn(claim.Retraction, c.Sources, then)
}

// acted is the date by which an assertion began or ceased to count that day.
func (c *Case) acted(a Assertion, day Date) DateRange {
	for _, m := range c.moments(a) {
		if m.Latest == day {
			return m
		}
	}
	return OnDay(day, Inferred)
}

// changes are the steps from one standing to another.
func changes(from, to ClaimStanding, on DateRange, because ID) []StandingChange {
	var steps []StandingChange
	for _, aspect := range Aspects {
		if was, is := from.Of(aspect), to.Of(aspect); was != is {
			steps = append(steps, StandingChange{on, &aspect, was, is, because})
		}
	}
	if from.Overall != to.Overall {
		steps = append(steps, StandingChange{on, nil, from.Overall, to.Overall, because})
	}
	return steps
}

// StandingSpans are where a claim stood from when to when, overall and on each
// aspect listed then: the certain ones and, where an aspect is only possibly
// there, also what the responses that name it give alone. Before it is public a
// claim stands nowhere (rule 2).
func (c *Case) StandingSpans(claim *Claim) []StandingSpan {
	answers, days := c.answersTo(claim)
	alone := c.alone(claim, answers)
	var spans []StandingSpan
	last := map[StandingSpan]int{} // where the span stands, bare of its days
	for i, day := range days {
		if !Public(claim, c.Sources, AsOf(day)) {
			continue
		}
		until := MaxDate
		if i+1 < len(days) {
			until = days[i+1].AddDays(-1)
		}
		for _, bare := range alone.Known(AsOf(day)).ClaimStanding(claim).spots() {
			at, lasts := last[bare]
			if lasts && spans[at].To.AddDays(1) == day {
				spans[at].To = until
				continue
			}
			last[bare] = len(spans)
			bare.From, bare.To = day, until
			spans = append(spans, bare)
		}
	}
	return spans
}

// spots are where a claim stands, as spans without days.
func (s ClaimStanding) spots() []StandingSpan {
	spots := []StandingSpan{{Standing: s.Overall, Certain: true}}
	for _, a := range s.Aspects {
		spots = append(spots, StandingSpan{Aspect: a.Aspect, Standing: a.Standing, Certain: a.Certainty == Certain})
		if a.Named != a.Standing {
			spots = append(spots, StandingSpan{Aspect: a.Aspect, Standing: a.Named})
		}
	}
	return spots
}
