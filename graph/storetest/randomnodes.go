package storetest

import "claimgraph/graph"

// The nodes of random worlds, one kind after the other.

func (m *maker) location(i int) {
	m.add(place(id("location", i), oneOf(m, graph.LocationKinds), m.name(), inside(m.one(graph.KindLocation)),
		m.maybe(also(m.name()+" II", "")), m.maybe(m.number()), m.maybe(m.pinned())))
}

// pinned is on the map: mostly near others, now and then at the antimeridian or
// by a pole.
func (m *maker) pinned() detail {
	lat, lon := 3*m.Float64(), 3*m.Float64()
	switch m.IntN(6) {
	case 0:
		lon = oneOf(m, []float64{179.99, -179.9, 180})
	case 1:
		lat = oneOf(m, []float64{89.5, -88, 90})
	}
	return pinned(lat, lon, oneOf(m, []int{unknown, 0, 2_000, 40_000, 300_000}))
}

func (m *maker) actor(i int) {
	country := of(m.one(graph.KindLocation))
	switch m.IntN(4) {
	case 0:
		m.add(organization(id("organization", i), oneOf(m, []graph.ActorKind{graph.ActorMedia, graph.ActorGovernment, graph.ActorIntergovernmental}), m.name(), m.maybe(country), m.maybe(m.number())))
	case 1:
		m.add(person(id("person", i), m.name(), m.maybe(country)))
	default:
		m.add(group(id("group", i), m.name(), m.maybe(country), held(m.period()), m.maybe(also(m.name()+" II", "source:paper")), m.maybe(m.number())))
	}
}

func (m *maker) source(i int) {
	m.add(source(id("source", i), oneOf(m, graph.SourceKinds), m.name(), m.maybe(made(m.date())), m.maybe(published(m.one(actors...), m.few(0, 2, actors...)...)),
		m.maybe(relaying(m.few(0, 2, graph.KindSource)...)), m.maybe(graded(oneOf(m, graph.Reliabilities), oneOf(m, graph.Availabilities))), m.retraction(4)))
}

// retraction takes one of so many back.
func (m *maker) retraction(of int) detail {
	if m.IntN(of) > 0 {
		return func(graph.Node) {}
	}
	return retracted(m.date(), "source:paper")
}

func (m *maker) cited() detail {
	return cites(append(m.few(0, 1, graph.KindSource), "source:paper")[:1]...)
}

func (m *maker) tie(i int) {
	m.add(tie(id("affiliation", i), m.one(actors...), oneOf(m, graph.AffiliationKinds), m.one(actors...), held(m.period()), m.maybe(m.number()), m.cited()))
}

func (m *maker) attack(i int) {
	m.add(attack(id("attack", i), m.name(), m.maybe(when(m.date())), m.places(), how(fewOf(m, graph.AttackKinds)...),
		m.maybe(m.target()), m.maybe(m.number()), m.cited()))
}

func (m *maker) statement(i int) {
	m.add(statement(id("statement", i), by(m.few(1, 2, actors...)...), m.maybe(made(m.date())), m.maybe(voiced(m.one(actors...))), m.cited()))
}

// speaker is somebody, several together, one of several, or nobody named.
func (m *maker) speaker() detail {
	switch m.IntN(5) {
	case 0:
		return unnamed("somebody")
	case 1:
		return eitherBy(m.few(2, 3, actors...)...)
	}
	return by(m.few(1, 2, actors...)...)
}

func (m *maker) claim(i int) {
	of := m.few(1, 2, graph.KindAttack)
	if m.IntN(5) == 0 && len(m.ids[graph.KindAffiliation]) > 0 {
		of = m.few(1, 1, graph.KindAffiliation)
	}
	d := []detail{about(of...), m.speaker(), m.maybe(made(m.date())), m.retraction(6), m.cited(), m.maybe(instead(m.one(graph.KindClaim)))}
	if s := m.one(graph.KindStatement); s != "" {
		d = append(d, m.maybe(in(s, m.IntN(4))))
	}
	attributions := []detail{attributes(m.few(1, 2, actors...)...), attributesOneOf(m.few(2, 3, actors...)...)}
	d = append(d, m.maybe(oneOf(m, attributions)))
	if of[0].Kind() == graph.KindAttack {
		d = append(d, m.maybe(when(m.date())), m.maybe(m.places()), how(fewOf(m, graph.AttackKinds)...), m.maybe(m.target()), m.maybe(killed(m.IntN(9), 9, m.oneOrNone())))
	}
	m.add(claim(oneOf(m, graph.ClaimKinds), id("claim", i), d...))
}

// response answers a claim, another response, or nothing that was said.
func (m *maker) response(i int) {
	answered, of := m.one(graph.KindClaim, graph.KindClaim, graph.KindDenial, graph.KindDoubt), m.few(1, 1, graph.KindAttack, graph.KindAffiliation)
	if to, ok := m.byID[answered].(graph.Assertion); ok && m.IntN(5) > 0 {
		of = to.Spoken().About[:1]
	} else {
		answered = ""
	}
	d := []detail{to(answered), about(of...), m.speaker(), m.maybe(made(m.date())), m.retraction(6), m.cited(), aspects(fewOf(m, graph.Aspects)...),
		m.maybe(degree(oneOf(m, graph.Degrees))), m.maybe(judgedBy(m.one(actors...)))}
	if claim, ok := m.byID[answered].(*graph.Claim); ok && len(claim.AttributedTo) > 1 {
		d = append(d, m.maybe(concerning(claim.AttributedTo[0])))
	}
	switch m.IntN(3) {
	case 0:
		m.add(confirmation(id("confirmation", i), d...))
	case 1:
		m.add(denial(id("denial", i), d...))
	default:
		m.add(doubt(id("doubt", i), d...))
	}
}

func (m *maker) statistic(i int) {
	m.add(statistic(id("statistic", i), oneOf(m, graph.Metrics), m.one(actors...), m.maybe(made(m.date())),
		scoped(m.few(0, 2, graph.KindLocation), m.few(0, 1, actors...)), m.cited()))
}
