package graph

// The table's third part: every relation, and where its ids stand.

// Relations, named as they read from near to far.
var (
	TiesFrom       = written("TIES_FROM", []NodeKind{KindAffiliation}, actorKinds, func(n *Affiliation) []ID { return ids(n.From) })
	TiesTo         = written("TIES_TO", []NodeKind{KindAffiliation}, actorKinds, func(n *Affiliation) []ID { return ids(n.To) })
	Ties           = derived("TIES", []NodeKind{KindAffiliation}, actorKinds, nil, func(n *Affiliation) []Arc { return arcs(n.From, n.To) })
	AffiliatedWith = derived("AFFILIATED_WITH", actorKinds, actorKinds, edge(append([]*Column{word[Node]("kind", nil)}, held("held", func(Node) Period { return Period{} })...)...), tieArcs)
	Beneath        = derived("BENEATH", actorKinds, actorKinds, nil, func(n Actor) []Arc { return arcs(n.Profiled().Web.Above...) })
	BasedIn        = written("BASED_IN", actorKinds, []NodeKind{KindLocation}, func(n Actor) []ID { return ids(n.Profiled().Country) })
	NamedIn        = written("NAMED_IN", append([]NodeKind{KindLocation}, actorKinds...), []NodeKind{KindSource}, namedIn)
	LocatedIn      = written("LOCATED_IN", []NodeKind{KindLocation}, []NodeKind{KindLocation}, func(n *Location) []ID { return ids(n.Parent) })
	Inside         = derived("INSIDE", []NodeKind{KindLocation}, []NodeKind{KindLocation}, nil, func(n *Location) []Arc { return arcs(n.Ancestors...) })
	OccurredAt     = derived("OCCURRED_AT", placedKinds, []NodeKind{KindLocation}, nil, func(n Node) []Arc { return arcs(placeIDs(n, func(p PlaceRef) []ID { return p.Locations })...) })
	Within         = derived("WITHIN", placedKinds, []NodeKind{KindLocation}, nil, func(n Node) []Arc { return arcs(placeIDs(n, func(p PlaceRef) []ID { return ids(p.Within) })...) })
	LiesIn         = derived("LIES_IN", []NodeKind{KindAttack}, []NodeKind{KindLocation}, edge(number[Node]("certain", nil), number[Node]("whole", nil), number[Node]("clause", nil), number[Node]("clauses", nil), number[Node]("wide", nil)), func(n *Attack) []Arc { return n.Index.lies() }).toldApart("wide")
	LiesAt         = derived("LIES_AT", []NodeKind{KindAttack}, []NodeKind{KindLocation}, edge(number[Node]("clause", nil), number[Node]("clauses", nil)), func(n *Attack) []Arc { return n.Index.LiesAt })
	Dated          = derived("DATED", []NodeKind{KindAttack}, []NodeKind{KindAttack, KindClaim}, edge(number[Node]("from", nil), number[Node]("to", nil), number[Node]("span", nil), number[Node]("firm", nil)), func(n *Attack) []Arc { return n.Index.Dates })
	ClaimedBy      = derived("CLAIMED_BY", []NodeKind{KindAttack}, actorKinds, edge(number[Node]("firm", nil)), func(n *Attack) []Arc { return n.Index.Claimants })
	Targets        = derived("TARGETS", placedKinds, actorKinds, edge(number[Node]("firm", nil)), targetArcs).listed()
	Protected      = derived("PROTECTS", placedKinds, actorKinds, nil, func(n Node) []Arc { return arcs(targetIDs(n, func(t Target) ID { return t.Protects })...) })
	AssertedBy     = written("ASSERTED_BY", assertionKinds, actorKinds, func(n Assertion) []ID { return n.Spoken().Asserters }, number[Node]("firm", nil)).listed()
	SpokenBy       = written("SPOKEN_BY", append([]NodeKind{KindStatement}, assertionKinds...), actorKinds, voiceOf)
	Attributed     = written("ATTRIBUTED_TO", []NodeKind{KindClaim}, actorKinds, func(n *Claim) []ID { return n.AttributedTo }, number[Node]("firm", nil), number[Node]("own", nil)).listed()
	IssuedBy       = written("ISSUED_BY", []NodeKind{KindStatement}, actorKinds, func(n *Statement) []ID { return n.Issuers }).listed()
	InStatement    = written("IN_STATEMENT", assertionKinds, []NodeKind{KindStatement}, func(n Assertion) []ID { return ids(n.Spoken().Statement) })
	About          = written("ABOUT", assertionKinds, subjectKinds, func(n Assertion) []ID { return n.Spoken().About })
	RespondsTo     = written("RESPONDS_TO", responseKinds, assertionKinds, func(n Response) []ID { return ids(n.Replied().RespondsTo) })
	JudgedBy       = written("JUDGED_BY", responseKinds, actorKinds, func(n Response) []ID { return ids(n.Replied().JudgedBy) })
	Concerning     = written("CONCERNING", responseKinds, actorKinds, func(n Response) []ID { return n.Replied().Concerning })
	Supersedes     = written("SUPERSEDES", assertionKinds, assertionKinds, func(n Assertion) []ID { return ids(n.Spoken().Supersedes) })
	VictimsOf      = written("VICTIMS", assertionKinds, actorKinds, victimIDs)
	Cites          = written("CITES", sourcedKinds, []NodeKind{KindSource}, func(n Sourced) []ID { return citedIDs(n.Cites()) }).listed()
	RetractedIn    = written("RETRACTED_IN", append([]NodeKind{KindSource}, assertionKinds...), []NodeKind{KindSource}, retractedIn)
	PublishedBy    = written("PUBLISHED_BY", []NodeKind{KindSource}, actorKinds, func(n *Source) []ID { return ids(n.Publisher) }).listed()
	AuthoredBy     = written("AUTHORED_BY", []NodeKind{KindSource}, actorKinds, func(n *Source) []ID { return n.Authors }).listed()
	DerivedFrom    = written("DERIVED_FROM", []NodeKind{KindSource}, []NodeKind{KindSource}, func(n *Source) []ID { return n.DerivedFrom })
	ScopedTo       = written("SCOPED_TO", []NodeKind{KindStatistic}, append([]NodeKind{KindLocation}, actorKinds...), func(n *Statistic) []ID { return append(ids(n.Places...), n.Actors...) })
	CompiledBy     = written("COMPILED_BY", []NodeKind{KindStatistic}, actorKinds, func(n *Statistic) []ID { return ids(n.Compiler) })
	AnsweredBy     = derived("ANSWERED_BY", append([]NodeKind{KindClaim}, subjectKinds...), actorKinds, nil, func(n Node) []Arc {
		return arcs(standingIDs(n, func(s AspectStanding) []ID {
			return append(append(ids(s.ConfirmedBy...), s.DeniedBy...), s.DoubtedBy...)
		})...)
	})
	AttributionOf = derived("ATTRIBUTION", []NodeKind{KindAttack}, actorKinds, edge(word[Node]("basis", nil),
		number[Node]("clean", nil), number[Node]("direct", nil), number[Node]("certain", nil), number[Node]("ties_clean", nil),
		number[Node]("claim", nil), number[Node]("part", nil), number[Node]("parts", nil)), func(n *Attack) []Arc { return n.Index.Attributions }).listed()
	Tolled = derived("TOLLED", []NodeKind{KindAttack}, []NodeKind{KindAttack}, edge(sought(word[Node]("outcome", nil)), number[Node]("min", nil), number[Node]("max", nil), number[Node]("known", nil), number[Node]("most", nil), number[Node]("open", nil)),
		func(n *Attack) []Arc { return n.Index.Tolls })
	Contends = derived("CONTENDS", []NodeKind{KindAttack}, []NodeKind{KindClaim}, nil, func(n *Attack) []Arc { return arcs(n.Contending...) })
	Stood    = derived("STOOD", []NodeKind{KindClaim}, []NodeKind{KindClaim}, edge(sought(word[Node]("token", nil)), number[Node]("sure", nil), number[Node]("from", nil), number[Node]("to", nil)),
		func(n *Claim) []Arc { return n.Index.stood(n.ID) })
	Weighs = derived("WEIGHS", append([]NodeKind{KindClaim}, subjectKinds...), responseKinds, nil, func(n Node) []Arc {
		return arcs(standingIDs(n, func(s AspectStanding) []ID { return s.Responses })...)
	})
)

// Relations is the table's third part.
var Relations = []*Relation{
	TiesFrom, TiesTo, Ties, AffiliatedWith, Beneath, BasedIn, NamedIn, LocatedIn, Inside, OccurredAt, Within, LiesIn, LiesAt, Dated,
	Targets, Protected, AssertedBy, SpokenBy, Attributed, IssuedBy, InStatement, About, RespondsTo, JudgedBy, Concerning,
	Supersedes, VictimsOf, Cites, RetractedIn, PublishedBy, AuthoredBy, DerivedFrom, ScopedTo, CompiledBy, AnsweredBy, Weighs,
	AttributionOf, ClaimedBy, Tolled, Contends, Stood,
}
