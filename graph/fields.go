package graph

// Way is a field of the API that leads from a node to others: which relation
// it follows, and what it lists. The planner and the resolvers read this table,
// so a further relation costs a row, no code.
type Way struct {
	Relation *Relation
	In       bool       // follows the links backwards
	Kinds    []NodeKind // of the far nodes; nil: any
	Filter   string     // the filter input of a connection; "" for a short list or a single node
	Orders   bool       // a connection (paged)
	Reach    Reach      // which links count, in a mode; nil: all
}

// Reach narrows a connection's links to those that certainly, or possibly, belong.
type Reach func(mode Certainty) (relation *Relation, edge Pred, where Pred)

// firmOnly counts only firm links as certain.
func firmOnly(r *Relation, and ...Pred) Reach {
	return func(mode Certainty) (*Relation, Pred, Pred) {
		var all All
		if mode == Certain {
			all = append(all, is(r, "firm", 1))
		}
		if all = append(all, and...); len(all) == 0 {
			return r, nil, nil
		}
		return r, all, nil
	}
}

// attacksIn are a location's attacks: certain ones by link, possible ones by test.
func attacksIn(mode Certainty) (*Relation, Pred, Pred) {
	if mode == Certain {
		return LiesIn, is(LiesIn, "certain", 1), nil
	}
	return nil, nil, InPlace(Possible, Parent{}, false)
}

// Links are those that lead to what belongs to the list in a mode, and a test of that.
func (f Way) Links(mode Certainty) Count {
	c := Count{Relation: f.Relation, In: f.In}
	if f.Reach != nil {
		c.Relation, c.Edge, c.Where = f.Reach(mode)
	}
	return c
}

func one(r *Relation) Way { return Way{Relation: r} }

func connection(r *Relation, filter string, kinds ...NodeKind) Way {
	return Way{Relation: r, In: true, Kinds: kinds, Filter: filter, Orders: true}
}

func (f Way) reaching(reach Reach) Way {
	f.Reach = reach
	return f
}

// Fields is keyed by the API's type and field. Fields of an interface stand
// under each type that has them; fields of values under the value's type.
var Fields = map[string]Way{}

// Roots is keyed by the API's root field: the kinds listed and their filter.
var Roots = map[string]Way{
	"groups":        {Kinds: []NodeKind{KindGroup}, Filter: "GroupFilter"},
	"organizations": {Kinds: []NodeKind{KindOrganization}, Filter: "OrganizationFilter"},
	"persons":       {Kinds: []NodeKind{KindPerson}, Filter: "PersonFilter"},
	"actors":        {Kinds: actorKinds, Filter: "ActorFilter"},
	"affiliations":  {Kinds: []NodeKind{KindAffiliation}, Filter: "AffiliationFilter"},
	"locations":     {Kinds: []NodeKind{KindLocation}, Filter: "LocationFilter"},
	"attacks":       {Kinds: []NodeKind{KindAttack}, Filter: "AttackFilter"},
	"statements":    {Kinds: []NodeKind{KindStatement}, Filter: "StatementFilter"},
	"claims":        {Kinds: []NodeKind{KindClaim}, Filter: "ClaimFilter"},
	"responses":     {Kinds: responseKinds, Filter: "ResponseFilter"},
	"confirmations": {Kinds: []NodeKind{KindConfirmation}, Filter: "ResponseFilter"},
	"denials":       {Kinds: []NodeKind{KindDenial}, Filter: "ResponseFilter"},
	"doubts":        {Kinds: []NodeKind{KindDoubt}, Filter: "ResponseFilter"},
	"sources":       {Kinds: []NodeKind{KindSource}, Filter: "SourceFilter"},
	"statistics":    {Kinds: []NodeKind{KindStatistic}, Filter: "StatisticFilter"},
}

func init() {
	put := func(types []string, fields map[string]Way) {
		for _, t := range types {
			for name, f := range fields {
				Fields[t+"."+name] = f
			}
		}
	}
	put([]string{"Group", "Organization", "Person"}, map[string]Way{
		"country":       one(BasedIn),
		"affiliations":  connection(Ties, "AffiliationFilter", KindAffiliation),
		"statements":    connection(IssuedBy, "StatementFilter", KindStatement),
		"claims":        connection(AssertedBy, "ClaimFilter", KindClaim).reaching(firmOnly(AssertedBy)),
		"claimsAgainst": connection(Attributed, "ClaimFilter", KindClaim).reaching(firmOnly(Attributed, is(Attributed, "own", 0))),
		"responses":     connection(AssertedBy, "ResponseFilter", responseKinds...).reaching(firmOnly(AssertedBy)),
		"targetedIn":    connection(Targets, "AttackFilter", KindAttack).reaching(firmOnly(Targets)),
		"attacks":       connection(AttributionOf, "AttackFilter", KindAttack).reaching(whose{}.reach), // or as its policy wants it
		"published":     connection(PublishedBy, "SourceFilter", KindSource),
		"authored":      connection(AuthoredBy, "SourceFilter", KindSource),
	})
	put([]string{"Affiliation"}, map[string]Way{
		"from":      one(TiesFrom),
		"to":        one(TiesTo),
		"claims":    connection(About, "ClaimFilter", KindClaim),
		"responses": connection(About, "ResponseFilter", responseKinds...),
	})
	put([]string{"Location"}, map[string]Way{
		"parent":    one(LocatedIn),
		"ancestors": one(Inside),
		"children":  connection(LocatedIn, "LocationFilter", KindLocation),
		"attacks":   connection(LiesIn, "AttackFilter", KindAttack).reaching(attacksIn),
	})
	put([]string{"Attack"}, map[string]Way{
		"claims":    connection(About, "ClaimFilter", KindClaim),
		"responses": connection(About, "ResponseFilter", responseKinds...),
	})
	put([]string{"Statement"}, map[string]Way{
		"issuers":   one(IssuedBy),
		"voice":     one(SpokenBy),
		"claims":    connection(InStatement, "ClaimFilter", KindClaim),
		"responses": connection(InStatement, "ResponseFilter", responseKinds...),
	})
	put([]string{"Claim", "Confirmation", "Denial", "Doubt"}, map[string]Way{
		"asserters":    one(AssertedBy),
		"voice":        one(SpokenBy),
		"statement":    one(InStatement),
		"about":        one(About),
		"responses":    connection(RespondsTo, "ResponseFilter", responseKinds...),
		"supersedes":   one(Supersedes),
		"supersededBy": {Relation: Supersedes, In: true},
		"attributedTo": one(Attributed),
		"respondsTo":   one(RespondsTo),
		"judgedBy":     one(JudgedBy),
		"concerning":   one(Concerning),
	})
	put([]string{"Claim"}, map[string]Way{
		"confirmations": connection(RespondsTo, "ResponseFilter", KindConfirmation),
		"denials":       connection(RespondsTo, "ResponseFilter", KindDenial),
		"doubts":        connection(RespondsTo, "ResponseFilter", KindDoubt),
	})
	put([]string{"Source"}, map[string]Way{
		"publisher":   one(PublishedBy),
		"authors":     one(AuthoredBy),
		"derivedFrom": one(DerivedFrom),
		"citedBy":     connection(Cites, ""),
	})
	put([]string{"Statistic"}, map[string]Way{
		"places":   {Relation: ScopedTo, Kinds: []NodeKind{KindLocation}},
		"actors":   {Relation: ScopedTo, Kinds: actorKinds},
		"compiler": one(CompiledBy),
	})
	for name, r := range map[string]*Relation{
		"PlaceRef.locations": OccurredAt, "PlaceRef.within": Within,
		"Victims.actor": VictimsOf, "Target.actor": Targets, "Target.protects": Protected,
		"Citation.source": Cites, "Retraction.source": RetractedIn, "Name.source": NamedIn,
		"AspectStanding.confirmedBy": AnsweredBy, "AspectStanding.deniedBy": AnsweredBy, "AspectStanding.doubtedBy": AnsweredBy,
		"AspectStanding.responses": Weighs,
	} {
		Fields[name] = one(r)
	}
}
