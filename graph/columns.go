package graph

import "fmt"

// describeFamilies is the table's second part: what of each family can be
// filtered or sorted.
func describeFamilies() {
	family(actorFamily, "sort_name", false, map[string]string{"NAME": "sort_name"}, columns(
		key("sort_name", func(n Actor) string { return textKey(n.Profiled().Name()) }),
		words("names", func(n Actor) []string { return folded(n.Profiled().Names) }),
		sought(word("actor_kind", func(n Actor) string { return string(n.Profiled().Kind) })),
		naming(words("external_ids", func(n Actor) []string { return externalKeys(n.Profiled().ExternalIDs) })),
	), held("active", func(n Actor) Period {
		if g, ok := n.(*Group); ok {
			return g.Active
		}
		return Period{}
	}))
	family(affiliationFamily, "sort_start", true, map[string]string{"START": "sort_start"}, columns(
		key("sort_start", func(n *Affiliation) string { return dateKey(orNone(n.Period.Start)) }),
		sought(word("kind", func(n *Affiliation) string { return string(n.Kind) })),
		naming(words("external_ids", func(n *Affiliation) []string { return externalKeys(n.ExternalIDs) })),
		number(goneName, func(n *Affiliation) int64 { return flag(n.Gone) }),
	), held("during", func(n *Affiliation) Period { return n.Period }))
	family(locationFamily, "sort_name", false, map[string]string{"NAME": "sort_name", "KIND": "sort_kind"}, columns(
		key("sort_name", func(n *Location) string { return textKey(n.Name()) }),
		key("sort_kind", func(n *Location) string { return wordKey(n.Kind, LocationKinds) }),
		words("names", func(n *Location) []string { return folded(n.Names) }),
		sought(word("kind", func(n *Location) string { return string(n.Kind) })),
		naming(words("external_ids", func(n *Location) []string { return externalKeys(n.ExternalIDs) })),
		pointNote,
	))
	family(attackFamily, "sort_occurred", true, map[string]string{"OCCURRED": "sort_occurred", "TITLE": "sort_title", "KILLED": "sort_killed"}, columns(
		key("sort_occurred", func(n *Attack) string { return dateKey(n.Occurred) }),
		key("sort_title", func(n *Attack) string { return textKey(n.Title) }),
		soughtWithin(word("title", func(n *Attack) string { return Fold(n.Title) })),
		naming(words("external_ids", func(n *Attack) []string { return externalKeys(n.ExternalIDs) })),
		sought(words("kinds_certain", func(n *Attack) []string { return Texts(n.Index.KindsCertain) })),
		sought(words("kinds_possible", func(n *Attack) []string { return Texts(n.Index.KindsPossible) })),
		sought(words("targets_certain", func(n *Attack) []string { return Texts(n.Index.TargetsCertain) })),
		sought(words("targets_possible", func(n *Attack) []string { return Texts(n.Index.TargetsPossible) })),
		sought(number("anywhere", func(n *Attack) int64 { return flag(n.Index.Anywhere) })),
		sought(number("occurred_wide", func(n *Attack) int64 { return n.Index.Wide }), "sort_occurred", "occurred_from", "occurred_to", "occurred_form"),
		number("occurred_from", func(n *Attack) int64 { return n.Index.Standing.From }),
		number("occurred_to", func(n *Attack) int64 { return n.Index.Standing.To }),
		number("occurred_form", func(n *Attack) int64 { return n.Index.Standing.Form }),
		sought(number("joint", func(n *Attack) int64 { return flag(n.Index.Joint) })),
		key("sort_killed", func(n *Attack) string { return n.Killed.sortKey(lastUp) }),
		key("sort_killed_down", func(n *Attack) string { return n.Killed.sortKey(lastDown) }),
		words("years", func(n *Attack) []string { return n.Index.periods(aYear) }),
		words("months", func(n *Attack) []string { return n.Index.periods(aMonth) }),
		sought(words("conflicts", func(n *Attack) []string { return Texts(n.Index.Conflicts) })),
		LedgerNote,
	))
	killed := attackFamily.Orders["KILLED"]
	killed.Down = attackFamily.Column("sort_killed_down")
	attackFamily.Orders["KILLED"] = killed
	family(statementFamily, "sort_released", true, map[string]string{"RELEASED": "sort_released"}, columns(
		key("sort_released", func(n *Statement) string { return dateKey(n.Released) }),
	), window("released", func(n *Statement) DateRange { return n.Released }))
	family(claimFamily, "sort_made", true, map[string]string{"MADE": "sort_made", "POSITION": "sort_position"}, columns(
		key("sort_made", func(n *Claim) string { return dateKey(n.Made) }),
		key("sort_position", func(n *Claim) string { return positionKey(n.Position) }),
		sought(word("kind", func(n *Claim) string { return string(n.Kind) })),
		sought(word("standing", func(n *Claim) string { return string(n.Stands.Overall) }), "since", "steady"),
		words("standing_certain", func(n *Claim) []string { return n.Stands.tokens(Certain) }),
		words("standing_possible", func(n *Claim) []string { return n.Stands.tokens(Possible) }),
		sought(number("retracted", func(n *Claim) int64 { return flag(n.Retraction != nil) })),
		sought(number("since", func(n *Claim) int64 { return orMax(n.Index.Since) })),
		words("years", func(n *Claim) []string { return aYear.periods(n.Made) }),
		words("months", func(n *Claim) []string { return aMonth.periods(n.Made) }),
		number(goneName, func(n *Claim) int64 { return flag(n.Index.Gone) }),
		number("steady", func(n *Claim) int64 { return flag(n.Index.Spans == nil) }),
		claimNote,
	), window("made", func(n *Claim) DateRange { return n.Made }))
	family(responseFamily, "sort_made", true, map[string]string{"MADE": "sort_made"}, columns(
		key("sort_made", func(n Response) string { return dateKey(n.Replied().Made) }),
		words("aspects", func(n Response) []string { return Texts(n.Replied().Aspects) }),
		sought(word("degree", func(n Response) string { return string(n.Replied().Degree) })),
		sought(number("independent", func(n Response) int64 { return flag(n.Replied().Independent) })),
		sought(number("retracted", func(n Response) int64 { return flag(n.Replied().Retraction != nil) })),
		sought(number("since", func(n Response) int64 { return orMax(n.Replied().Index.Since) })),
		number(goneName, func(n Response) int64 { return flag(n.Replied().Index.Gone) }),
		denialNote,
	), window("made", func(n Response) DateRange { return n.Replied().Made }))
	family(sourceFamily, "sort_published", true, map[string]string{"PUBLISHED": "sort_published", "TITLE": "sort_title"}, columns(
		key("sort_published", func(n *Source) string { return dateKey(n.Published) }),
		key("sort_title", func(n *Source) string { return textKey(n.Title) }),
		soughtWithin(word("title", func(n *Source) string { return Fold(n.Title) })),
		sought(word("kind", func(n *Source) string { return string(n.Kind) })),
		sought(word("reliability", func(n *Source) string { return string(n.Reliability) })),
		sought(word("availability", func(n *Source) string { return string(n.Availability) })),
	), window("published", func(n *Source) DateRange { return n.Published }))
	family(statisticFamily, "sort_period", true, map[string]string{"PERIOD": "sort_period"}, columns(
		key("sort_period", func(n *Statistic) string { return dateKey(n.Period) }),
		sought(word("metric", func(n *Statistic) string { return string(n.Metric) })),
	), window("period", func(n *Statistic) DateRange { return n.Period }))
}

func orNone(r *DateRange) DateRange {
	if r == nil {
		return DateRange{}
	}
	return *r
}

// positionKey sorts by the place in the statement; without one, last.
func positionKey(p *int) string {
	if p == nil {
		return "999999"
	}
	return fmt.Sprintf("%06d", *p)
}

// tokens are the standings of a claim's aspects as a filter asks for them,
// "RESPONSIBILITY DENIED"; possible ones hold the certain ones too.
func (s ClaimStanding) tokens(c Certainty) []string {
	var out []string
	for _, a := range s.Aspects {
		if c == Possible || a.Certainty == Certain {
			out = append(out, standingToken(a.Aspect, a.Standing))
		}
		if c == Possible && a.Named != a.Standing {
			out = append(out, standingToken(a.Aspect, a.Named))
		}
	}
	return out
}

func standingToken(a Aspect, s Standing) string {
	if a == "" {
		a = "OVERALL"
	}
	return string(a) + " " + string(s)
}

// days gives the period's six numbers: certainly held from-to by attestation
// and between start and end, possibly held from-to (rule 23). Where there is no
// certain day, from lies after to.
func (p Period) days() [6]int64 {
	none := int64(MaxDate)
	d := [6]int64{none, 0, none, 0, 0, none}
	if a := p.Attested; a != nil && a.Earliest != 0 && a.Latest != 0 {
		d[0], d[1] = int64(a.Earliest), int64(a.Latest)
	}
	if p.Start != nil && p.End != nil && p.Start.Latest != 0 && p.End.Earliest != 0 {
		d[2], d[3] = int64(p.Start.Latest), int64(p.End.Earliest)
	}
	if p.Start != nil {
		d[4] = int64(p.Start.Earliest)
	}
	if p.End != nil {
		d[5] = orMax(p.End.Latest)
	}
	return d
}
