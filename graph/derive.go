package graph

import "slices"

// Derive fills in what follows from the case as it stands now: rules 4 to 19,
// and 28 for the figures adopted.
func (c *Case) Derive() {
	answered := c.answered()
	for _, r := range c.Responses {
		r.Replied().Independent = Independent(r, answered[r.Replied().RespondsTo], c.Actors)
		if confirmation, ok := r.(*Confirmation); ok {
			claim, _ := answered[confirmation.RespondsTo].(*Claim)
			confirmation.ByReference = adopts(confirmation, claim)
		}
	}
	v := c.Known(Now)
	records := c.ClaimRecords()
	for _, claim := range c.Claims {
		claim.Stands = v.ClaimStanding(claim)
		claim.Index = ClaimIndex{Since: PublicSince(claim, c.Sources), Gone: !v.counted(claim), Record: noted(records[claim.ID])}
		if c.eventful(claim) {
			claim.Index.Spans = c.StandingSpans(claim)
		}
	}
	for _, r := range c.Responses {
		reply := r.Replied()
		reply.Index = ReplyIndex{Since: PublicSince(r, c.Sources), Gone: !v.counted(r)}
		if denial, ok := r.(*Denial); ok {
			reply.Index.Record = noted(c.DenialRecord(denial))
		}
	}
	switch subject := c.Subject.(type) {
	case *Attack:
		givers := v.givers(subject)
		subject.AttackView = AttackView{AttackValues: merged(givers), Standings: v.docket().standings()}
		subject.Index = c.indexed(givers)
		subject.Index.Wide = subject.Index.width(subject.Occurred)
		subject.Index.Standing = subject.Index.standing()
		v.index(subject)
	case *Affiliation:
		subject.Stands = v.SubjectStanding(AspectAffiliation)
		subject.Disputes = c.disputes()
		subject.Gone = unsourced(subject.Citations, c.Sources, Now)
	}
}

// disputes is when the case's affiliation is DENIED or CONTESTED, certainly or
// possibly (rule 20).
func (c *Case) disputes() Spans {
	if !slices.ContainsFunc(c.Responses, func(r Response) bool { return kindOfResponse(r) == ResponseDenial }) {
		return nil
	}
	days := map[Date]bool{}
	for _, a := range c.assertions() {
		c.note(days, a)
	}
	return spansOf(inTime(days), func(on AsOf) bool { return c.Known(on).SubjectStanding(AspectAffiliation).denied() })
}

// adopts tells whether a confirmation takes over the numbers of the claim it
// answers (rule 28): it confirms CASUALTIES in full, gives no number of its own,
// and the claim gives one, about no more attacks than are confirmed.
func adopts(r *Confirmation, c *Claim) bool {
	return c != nil && r.Degree == DegreeFull && slices.Contains(r.Aspects, AspectCasualties) &&
		!givesNumbers(r.Casualties) && givesNumbers(c.Casualties) && within(c.About, r.About)
}

func givesNumbers(figures []CasualtyFigure) bool {
	return slices.ContainsFunc(figures, func(f CasualtyFigure) bool { return f.Min != nil || f.Max != nil })
}
