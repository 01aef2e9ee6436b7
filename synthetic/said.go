package synthetic

import (
	"slices"

	"claimgraph/graph"
)

// communique is a statement of a band with the source it is known from.
type communique struct {
	statement, source graph.ID
	on, claims        int
}

// responsibility is a claim by who did it: mostly in a communiqué of its own,
// sometimes in one about several attacks, jointly with others, or by one of
// several of whom nobody knows which.
func (t *telling) responsibility(e *event) {
	band := t.bands[e.band]
	if t.in(15) { // somebody else boasts
		band = t.bands[t.skewed(bands)]
	}
	from := t.communique(band, e.on+t.skewed(12))
	from.claims++
	position := from.claims
	c := &graph.Claim{Kind: graph.ClaimResponsibility, Position: &position}
	c.Said = t.said(graph.KindClaim, e, from.on, []graph.ID{band}, cites(graph.RolePrimary, from.source))
	c.Statement, c.Casualties = from.statement, t.casualties(e)
	if other := t.bands[t.skewed(bands)]; other != band {
		switch t.weighted(92, 5, 3) {
		case 1:
			c.Asserters = append(c.Asserters, other)
		case 2:
			c.Asserters, c.AsserterMode = append(c.Asserters, other), graph.Alternative
		}
	}
	if t.in(30) {
		c.Citations = append(c.Citations, cites(graph.RoleRelayed, t.relay(from.source, from.on+1+t.IntN(3))).Citations...)
	}
	if t.in(10) {
		c.AssertedKinds = []graph.AttackKind{e.kind}
	}
	if t.in(8) {
		c.Effects = []graph.Effect{{Kind: pick(t.chance, graph.EffectKinds), Object: "an invented vehicle"}}
	}
	t.told(c, e)
}

// communique is the band's latest, where it still takes claims, or a new one.
func (t *telling) communique(band graph.ID, on int) *communique {
	if c := t.open[band]; c != nil && c.claims < 3 && c.on >= on && t.in(70) {
		return c
	}
	source := t.article(on, "communiqué")
	s := t.nodes[len(t.nodes)-1].(*graph.Source)
	s.Kind, s.Publisher, s.Authors = graph.SourceCommunique, band, nil
	statement := &graph.Statement{Header: graph.Header{ID: t.id(graph.KindStatement)}, Cited: cites(graph.RolePrimary, source),
		Issuers: []graph.ID{band}, Released: graph.OnDay(day(on), graph.Explicit), Medium: "invented channel"}
	if t.in(30) {
		statement.Voice = pick(t.chance, t.voices)
	}
	t.add(statement)
	t.open[band] = &communique{statement: statement.ID, source: source, on: on}
	return t.open[band]
}

// accusation holds a band, or one of two, responsible.
func (t *telling) accusation(e *event) {
	on := e.on + 1 + t.skewed(30)
	accuser := t.armies[e.at.nation]
	if t.in(30) {
		accuser = t.rulers[e.at.nation]
	}
	c := &graph.Claim{Kind: graph.ClaimAccusation, AttributedTo: []graph.ID{t.bands[e.band]}}
	c.Said = t.said(graph.KindClaim, e, on, []graph.ID{accuser}, cites(graph.RoleRelayed, t.cited(e, on)))
	if other := t.bands[t.skewed(bands)]; t.in(20) && other != c.AttributedTo[0] {
		c.AttributedTo, c.AttributionMode = append(c.AttributedTo, other), graph.Alternative
	}
	if t.in(40) {
		c.Casualties = t.casualties(e)
	}
	t.told(c, e)
}

// suspicion is held by somebody the source does not name, or by the army.
func (t *telling) suspicion(e *event) {
	on := e.on + 1 + t.skewed(30)
	c := &graph.Claim{Kind: graph.ClaimSuspicion, AttributedTo: []graph.ID{t.bands[e.band]}}
	c.Said = t.said(graph.KindClaim, e, on, nil, cites(graph.RoleRelayed, t.cited(e, on)))
	if t.in(40) {
		c.Asserters = []graph.ID{t.armies[e.at.nation]}
	} else {
		c.AsserterText = "an invented official who was not named"
	}
	t.told(c, e)
}

// report is an outlet's own account; some are replaced by a later one.
func (t *telling) report(e *event) {
	on := e.on + 1 + t.skewed(10)
	outlet := t.media[t.skewed(outlets)]
	c := &graph.Claim{Kind: graph.ClaimReport, Said: t.said(graph.KindClaim, e, on, []graph.ID{outlet}, cites(graph.RolePrimary, t.cited(e, on)))}
	c.Casualties = t.casualties(e)
	if t.in(40) {
		when := t.date(e.on + t.weighted(90, 8, 2))
		c.AssertedDate = &when
	}
	if t.in(40) {
		c.AssertedPlaces = t.places(e.at)
	}
	if t.in(10) {
		c.AssertedTargets = []graph.Target{t.target(e)}
	}
	t.told(c, e)
	if t.in(8) {
		later := &graph.Claim{Kind: graph.ClaimReport, Said: t.said(graph.KindClaim, e, on+2, []graph.ID{outlet}, cites(graph.RolePrimary, t.article(on+2, "correction")))}
		later.Casualties, later.Supersedes = t.casualties(e), c.ID
		t.add(later)
	}
}

// cited is the source in which something is said: the first report, or an article of its own.
func (t *telling) cited(e *event, on int) graph.ID {
	if t.in(60) {
		return e.report
	}
	return t.article(on, "article")
}

func (t *telling) said(kind graph.NodeKind, e *event, on int, by []graph.ID, cited graph.Cited) graph.Said {
	s := graph.Said{Header: graph.Header{ID: t.id(kind)}, Cited: cited, Asserters: by, About: []graph.ID{e.id}, Made: graph.OnDay(day(on), graph.Explicit)}
	if t.in(10) {
		s.Made = graph.NoDate(day(on))
	}
	return s
}

// told adds a claim, takes a few back, and lets others answer.
func (t *telling) told(c *graph.Claim, e *event) {
	on := e.on + 5 + t.IntN(30)
	if t.IntN(100) == 0 {
		c.Retraction = &graph.Retraction{On: graph.OnDay(day(on+90), graph.Explicit), Source: t.article(on+90, "retraction")}
	}
	t.add(c)
	if t.in(22) {
		t.confirmation(c, e, on)
	}
	if t.in(12) {
		t.denial(c, e, on)
	}
	if t.in(6) {
		t.doubt(c, e, on)
	}
}

// confirmation confirms that it happened, at times the numbers too, seldom who did it.
func (t *telling) confirmation(c *graph.Claim, e *event, on int) {
	own := c.OwnAspects()
	army := t.armies[e.at.nation]
	if c.Asserters != nil && c.Asserters[0] == army {
		army = t.rulers[e.at.nation]
	}
	r := &graph.Confirmation{Reply: t.reply(graph.KindConfirmation, c, e, on, army)}
	r.Aspects, r.Degree = []graph.Aspect{graph.AspectOccurrence}, pick(t.chance, graph.Degrees)
	if t.in(40) && slices.Contains(own, graph.AspectCasualties) {
		r.Aspects = append(r.Aspects, graph.AspectCasualties)
		if t.in(50) {
			r.Casualties = t.casualties(e)
		}
	}
	if t.in(5) && slices.Contains(own, graph.AspectResponsibility) {
		r.Aspects = append(r.Aspects, graph.AspectResponsibility)
	}
	t.add(r)
}

// denial denies one's own part, the numbers, or something the source does not name.
func (t *telling) denial(c *graph.Claim, e *event, on int) {
	by := t.rulers[e.at.nation]
	aspects := []graph.Aspect{graph.AspectCasualties}
	switch {
	case c.Kind == graph.ClaimAccusation || c.Kind == graph.ClaimSuspicion:
		by, aspects = c.AttributedTo[0], []graph.Aspect{graph.AspectResponsibility}
	case t.in(30):
		aspects = nil
	case t.in(20):
		aspects = []graph.Aspect{graph.AspectOccurrence}
	}
	if c.Asserters != nil && c.Asserters[0] == by {
		return
	}
	t.add(&graph.Denial{Reply: t.reply(graph.KindDenial, c, e, on, by)})
	t.nodes[len(t.nodes)-1].(*graph.Denial).Aspects = aspects
}

func (t *telling) doubt(c *graph.Claim, e *event, on int) {
	r := t.reply(graph.KindDoubt, c, e, on, t.media[t.skewed(outlets)])
	r.Aspects = []graph.Aspect{pick(t.chance, []graph.Aspect{graph.AspectOccurrence, graph.AspectCasualties, graph.AspectResponsibility})}
	t.add(&graph.Doubt{Reply: r, Ground: pick(t.chance, graph.DoubtGrounds), Questions: []string{"Is this invented claim borne out by anything?"}})
}

func (t *telling) reply(kind graph.NodeKind, c *graph.Claim, e *event, on int, by graph.ID) graph.Reply {
	return graph.Reply{Said: t.said(kind, e, on, []graph.ID{by}, cites(graph.RoleRelayed, t.cited(e, on))), RespondsTo: c.ID}
}

// direct is an answer to no claim: what happened is confirmed, or one's part in it denied.
func (t *telling) direct(e *event) {
	on := e.on + 2
	if t.in(50) {
		r := graph.Reply{Said: t.said(graph.KindConfirmation, e, on, []graph.ID{t.armies[e.at.nation]}, cites(graph.RoleRelayed, e.report))}
		r.Aspects, r.Casualties = []graph.Aspect{graph.AspectOccurrence}, t.casualties(e)
		t.add(&graph.Confirmation{Reply: r})
		return
	}
	r := graph.Reply{Said: t.said(graph.KindDenial, e, on, []graph.ID{t.bands[e.band]}, cites(graph.RoleRelayed, e.report))}
	r.Aspects = []graph.Aspect{graph.AspectResponsibility}
	t.add(&graph.Denial{Reply: r})
}
