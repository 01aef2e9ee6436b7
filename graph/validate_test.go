package graph_test

import (
	"errors"
	"math"
	"strings"
	"testing"

	"claimgraph/graph"
)

// What may be missing and what contradicts itself, noun by noun: each case
// spoils one thing of a sound node. The error names the field by its path;
// where none is wanted, it may be missing.
type spoiled[N any] struct {
	story string
	spoil func(N)
	at    string
}

func refuses[N graph.Node](t *testing.T, sound func() N, cases []spoiled[N]) {
	t.Helper()
	for _, c := range append([]spoiled[N]{{"sound as it is", func(N) {}, ""}}, cases...) {
		t.Run(c.story, func(t *testing.T) {
			n := sound()
			c.spoil(n)
			n.Normal()
			expect(t, trouble(n.Validate()), c.at)
		})
	}
}

// trouble is where an error lies; it has a code and words for whoever wrote it.
func trouble(err error) string {
	var known *graph.Error
	switch {
	case err == nil:
		return ""
	case !errors.As(err, &known) || known.Code != graph.CodeBadInput || known.Message == "":
		return "no error of ours: " + err.Error()
	}
	return strings.Join(known.At, ".")
}

func number(n int) *int { return &n }

func cited() graph.Cited {
	return graph.Cited{Citations: []graph.Citation{{Source: "source:paper", Role: graph.RolePrimary, Basis: graph.BasisStated}}}
}

var backwards = graph.DateRange{Earliest: 20171020, Latest: 20171019, Derivation: graph.Explicit}

// namedWrongly are the ways in which whoever or whatever bears names may lack one.
func namedWrongly[N any](names func(N) *[]graph.Name) []spoiled[N] {
	set := func(to ...graph.Name) func(N) { return func(n N) { *names(n) = to } }
	return []spoiled[N]{
		{"it has no name", set(), "names"},
		{"a name is empty", set(graph.Name{Value: "A"}, graph.Name{}), "names.1"},
		{"a name of no known kind", set(graph.Name{Value: "A", Kind: "PET"}), "names.0.kind"},
		{"two names are preferred", set(graph.Name{Value: "A"}, graph.Name{Value: "B", Kind: graph.NamePreferred}), "names"},
		{"no name is preferred", set(graph.Name{Value: "A", Kind: graph.NameAlias}), "names"},
		{"a name comes out of no source but a group", set(graph.Name{Value: "A", Source: "group:jnim"}), "names.0.source"},
		{"a name ended before it began", set(graph.Name{Value: "A", Valid: &graph.Period{End: &backwards}}), "names.0.valid.end"},
	}
}

func TestGroupsAreChecked(t *testing.T) {
	refuses(t, func() *graph.Group {
		return &graph.Group{Profile: graph.Profile{Header: header("group:jnim"), Kind: graph.ActorArmedGroup, Names: []graph.Name{{Value: "JNIM"}}}}
	}, append(namedWrongly(func(g *graph.Group) *[]graph.Name { return &g.Names }), []spoiled[*graph.Group]{
		{"of no known kind", func(g *graph.Group) { g.Kind = "GANG" }, "kind"},
		{"a group is no individual", func(g *graph.Group) { g.Kind = graph.ActorIndividual }, "kind"},
		{"its country is a group", func(g *graph.Group) { g.Country = "group:mali" }, "country"},
		{"active until before it began", func(g *graph.Group) {
			start, end := days(20, 20), days(19, 19)
			g.Active = graph.Period{Start: &start, End: &end}
		}, "active.end"},
		{"known elsewhere by nothing", func(g *graph.Group) { g.ExternalIDs = []graph.ExternalID{{Scheme: "wikidata"}} }, "externalIds.0"},
	}...))
}

func TestPeopleAndOrganizationsAreChecked(t *testing.T) {
	profile := func(id graph.ID) graph.Profile {
		return graph.Profile{Header: header(id), Names: []graph.Name{{Value: "A"}}}
	}
	refuses(t, func() *graph.Person { return &graph.Person{Profile: profile("person:a")} }, []spoiled[*graph.Person]{
		{"a person is an individual", func(p *graph.Person) { p.Kind = graph.ActorMedia }, "kind"},
		{"a person without a name", func(p *graph.Person) { p.Names = nil }, "names"},
	})
	refuses(t, func() *graph.Organization {
		o := &graph.Organization{Profile: profile("organization:a")}
		o.Kind = graph.ActorMedia
		return o
	}, []spoiled[*graph.Organization]{
		{"an organization is no individual", func(o *graph.Organization) { o.Kind = graph.ActorIndividual }, "kind"},
		{"an organization of no kind", func(o *graph.Organization) { o.Kind = "" }, "kind"},
	})
}

func TestLocationsAreChecked(t *testing.T) {
	at := func(lat, long float64) func(*graph.Location) {
		return func(l *graph.Location) { l.Point = &graph.Point{Latitude: lat, Longitude: long} }
	}
	refuses(t, func() *graph.Location {
		return &graph.Location{Header: header("location:soumpi"), Kind: graph.LocationSettlement, Names: []graph.Name{{Value: "Soumpi"}}}
	}, append(namedWrongly(func(l *graph.Location) *[]graph.Name { return &l.Names }), []spoiled[*graph.Location]{
		{"of no known kind", func(l *graph.Location) { l.Kind = "HAMLET" }, "kind"},
		{"it lies in a group", func(l *graph.Location) { l.Parent = "group:jnim" }, "parent"},
		{"it lies in itself", func(l *graph.Location) { l.Parent = l.ID }, "parent"},
		{"on the globe", at(15.8, -4.1), ""},
		{"beyond the pole", at(91, 0), "point"},
		{"beyond the date line", at(0, -181), "point"},
		{"nowhere, as a number", at(math.NaN(), 0), "point"},
		{"known to less than nothing", func(l *graph.Location) { l.UncertaintyMeters = number(-1) }, "uncertaintyMeters"},
	}...))
}

func TestSourcesAreChecked(t *testing.T) {
	refuses(t, func() *graph.Source {
		return &graph.Source{Header: header("source:paper"), Title: "The paper", Kind: graph.SourceArticle}
	}, []spoiled[*graph.Source]{
		{"it has no title", func(s *graph.Source) { s.Title = "" }, "title"},
		{"its title is as long as one can be", func(s *graph.Source) { s.Title = strings.Repeat("ﷺ", graph.MaxTitle/18) }, ""},
		{"its title is a whole text", func(s *graph.Source) { s.Title = strings.Repeat("ﷺ", graph.MaxTitle/17) }, "title"},
		{"it is known under a whole text", func(s *graph.Source) {
			s.ExternalIDs = []graph.ExternalID{{Scheme: "doi", Value: "1"}, {Scheme: "doi", Value: strings.Repeat("1", graph.MaxExternal)}}
		}, "externalIds.1"},
		{"of no known kind", func(s *graph.Source) { s.Kind = "RUMOUR" }, "kind"},
		{"nobody judged how reliable it is", func(s *graph.Source) { s.Reliability = "" }, ""},
		{"reliable beyond the scale", func(s *graph.Source) { s.Reliability = "G" }, "reliability"},
		{"available in no known way", func(s *graph.Source) { s.Availability = "HIDDEN" }, "availability"},
		{"published by a place", func(s *graph.Source) { s.Publisher = "location:mali" }, "publisher"},
		{"written by the same twice", func(s *graph.Source) { s.Authors = []graph.ID{"person:a", "person:a"} }, "authors.1"},
		{"published before it was", func(s *graph.Source) { s.Published = backwards }, "published"},
		{"made out of a claim", func(s *graph.Source) { s.DerivedFrom = []graph.ID{"claim:a"} }, "derivedFrom.0"},
		{"taken back without a word where", func(s *graph.Source) { s.Retraction = &graph.Retraction{} }, "retraction.source"},
		{"taken back before it was", func(s *graph.Source) { s.Retraction = &graph.Retraction{Source: "source:b", On: backwards} }, "retraction.on"},
	})
}

func TestStatementsAreChecked(t *testing.T) {
	refuses(t, func() *graph.Statement {
		return &graph.Statement{Header: header("statement:s"), Cited: cited(), Issuers: []graph.ID{"group:jnim"}}
	}, []spoiled[*graph.Statement]{
		{"nothing is stored unsourced", func(s *graph.Statement) { s.Citations = nil }, "citations"},
		{"a source must be one", func(s *graph.Statement) { s.Citations[0].Source = "group:jnim" }, "citations.0.source"},
		{"how a source carries it", func(s *graph.Statement) { s.Citations[0].Role = "" }, "citations.0.role"},
		{"on what basis it is read", func(s *graph.Statement) { s.Citations[0].Basis = "GUESSED" }, "citations.0.basis"},
		{"nobody issued it", func(s *graph.Statement) { s.Issuers = nil }, "issuers"},
		{"its spokesman is a place", func(s *graph.Statement) { s.Voice = "location:mali" }, "voice"},
		{"released before it was", func(s *graph.Statement) { s.Released = backwards }, "released"},
	})
}

func TestStatisticsAreChecked(t *testing.T) {
	refuses(t, func() *graph.Statistic {
		return &graph.Statistic{Header: header("statistic:s"), Cited: cited(), Metric: graph.MetricAttacks, Quantifier: graph.QuantifierAtLeast, Min: number(218), Compiler: "organization:paper"}
	}, []spoiled[*graph.Statistic]{
		{"nothing is stored unsourced", func(s *graph.Statistic) { s.Citations = nil }, "citations"},
		{"it counts nothing known", func(s *graph.Statistic) { s.Metric = "HOUSES" }, "metric"},
		{"fewer at most than at least", func(s *graph.Statistic) { s.Max = number(200) }, "max"},
		{"fewer than none", func(s *graph.Statistic) { s.Min = number(-1) }, "min"},
		{"how exact the number is", func(s *graph.Statistic) { s.Quantifier = "" }, "quantifier"},
		{"nobody compiled it", func(s *graph.Statistic) { s.Compiler = "" }, "compiler"},
		{"of a place that is a group", func(s *graph.Statistic) { s.Places = []graph.ID{"group:jnim"} }, "places.0"},
		{"of an actor that is a place", func(s *graph.Statistic) { s.Actors = []graph.ID{"location:mali"} }, "actors.0"},
		{"of a time that ends before it begins", func(s *graph.Statistic) { s.Period = backwards }, "period"},
	})
}

func TestTiesAreChecked(t *testing.T) {
	refuses(t, func() *graph.Affiliation {
		return &graph.Affiliation{Header: header(theTie), Cited: cited(), From: "group:jnim", To: "group:qaeda", Kind: graph.PartOf}
	}, []spoiled[*graph.Affiliation]{
		{"nothing is stored unsourced", func(a *graph.Affiliation) { a.Citations = nil }, "citations"},
		{"from nobody", func(a *graph.Affiliation) { a.From = "" }, "from"},
		{"to nobody", func(a *graph.Affiliation) { a.To = "" }, "to"},
		{"to a place", func(a *graph.Affiliation) { a.To = "location:mali" }, "to"},
		{"to itself", func(a *graph.Affiliation) { a.To = a.From }, "to"},
		{"of no known kind", func(a *graph.Affiliation) { a.Kind = "FRIENDS" }, "kind"},
		{"nobody knows since when", func(a *graph.Affiliation) { a.Period = graph.Period{} }, ""},
		{"attested before it was", func(a *graph.Affiliation) { a.Period.Attested = &backwards }, "period.attested"},
	})
}

// TestTitlesAreClipped: what is too long for a title becomes the longest that can be
// of it, and says that it goes on.
func TestTitlesAreClipped(t *testing.T) {
	for _, letter := range []string{"a", "ﷺ", "𞤢", "ab, "} {
		for _, text := range []string{letter, strings.Repeat(letter, graph.MaxTitle/18), strings.Repeat(letter, 2*graph.MaxTitle)} {
			got := graph.ClipTitle(text)
			source := &graph.Source{Header: header("source:paper"), Title: got, Kind: graph.SourceArticle}
			source.Normal()
			begins, cut := strings.CutSuffix(got, "…")
			longer := graph.Source{Title: begins + letter + letter, Header: source.Header, Kind: source.Kind}
			longer.Normal()
			switch {
			case source.Validate() != nil:
				t.Errorf("%d of %q: %v", len(got), letter, source.Validate())
			case !strings.HasPrefix(text, begins) || cut != (got != text):
				t.Errorf("%d of %q are no beginning", len(got), letter)
			case cut && longer.Validate() == nil:
				t.Errorf("%d of %q could be more", len(got), letter)
			}
		}
	}
}

func TestAttacksAreChecked(t *testing.T) {
	refuses(t, func() *graph.Attack {
		return &graph.Attack{Header: header(raid), Cited: cited(), Title: "The raid"}
	}, []spoiled[*graph.Attack]{
		{"nothing is stored unsourced", func(a *graph.Attack) { a.Citations = nil }, "citations"},
		{"it has no title", func(a *graph.Attack) { a.Title = "" }, "title"},
		{"its title is a whole text", func(a *graph.Attack) { a.Title = strings.Repeat("a", graph.MaxTitle+1) }, "title"},
		{"on a day that is none", func(a *graph.Attack) { a.Recorded.Occurred = graph.OnDay(20170230, graph.Explicit) }, "occurred"},
		{"over before it began", func(a *graph.Attack) { a.Recorded.Occurred = backwards }, "occurred"},
		{"of no known kind", func(a *graph.Attack) { a.Recorded.Kinds = []graph.AttackKind{"AMBUSH", "NOISE"} }, "kinds.1"},
		{"between one place", func(a *graph.Attack) { a.Recorded.Places = []graph.PlaceRef{place("BETWEEN", "soumpi")} }, "places.0.locations"},
		{"twice in the same place", func(a *graph.Attack) { a.Recorded.Places = []graph.PlaceRef{place("IN", "soumpi soumpi")} }, "places.0.locations.1"},
		{"in a group", func(a *graph.Attack) { a.Recorded.Places = []graph.PlaceRef{{Relation: "IN", Within: "group:jnim"}} }, "places.0.within"},
		{"lying in no known way", func(a *graph.Attack) { a.Recorded.Places = []graph.PlaceRef{place("BEHIND", "soumpi")} }, "places.0.relation"},
		{"aimed at no known sort", func(a *graph.Attack) { a.Recorded.Targets = []graph.Target{{Category: "HOUSE"}} }, "targets.0.category"},
		{"aimed at a place as an actor", func(a *graph.Attack) {
			a.Recorded.Targets = []graph.Target{{Category: "CIVILIAN", Actor: "location:mali"}}
		}, "targets.0.actor"},
		{"guarding a place", func(a *graph.Attack) {
			a.Recorded.Targets = []graph.Target{{Category: "CIVILIAN", Protects: "location:mali"}}
		}, "targets.0.protects"},
		{"nothing known but that it was", func(a *graph.Attack) {}, ""},
	})
}

// saidWrongly are the ways in which anything asserted may contradict itself.
func saidWrongly[N graph.Assertion]() []spoiled[N] {
	of := func(spoil func(*graph.Said)) func(N) { return func(n N) { spoil(n.Spoken()) } }
	figure := func(f graph.CasualtyFigure) func(N) {
		return of(func(s *graph.Said) { s.Casualties = []graph.CasualtyFigure{f} })
	}
	return []spoiled[N]{
		{"nothing is stored unsourced", of(func(s *graph.Said) { s.Citations = nil }), "citations"},
		{"about nothing", of(func(s *graph.Said) { s.About = nil }), "about"},
		{"about a group", of(func(s *graph.Said) { s.About = []graph.ID{"group:jnim"} }), "about.0"},
		{"asserted by a place", of(func(s *graph.Said) { s.Asserters = []graph.ID{"group:jnim", "location:mali"} }), "asserters.1"},
		{"asserted by the same twice", of(func(s *graph.Said) { s.Asserters = []graph.ID{"group:jnim", "group:jnim"} }), "asserters.1"},
		{"asserted neither together nor by one of them", of(func(s *graph.Said) { s.AsserterMode = "APART" }), "asserterMode"},
		{"voiced by a source", of(func(s *graph.Said) { s.Voice = "source:paper" }), "voice"},
		{"in a statement that is a source", of(func(s *graph.Said) { s.Statement = "source:paper" }), "statement"},
		{"made before it was", of(func(s *graph.Said) { s.Made = backwards }), "made"},
		{"nobody knows when it was made", of(func(s *graph.Said) { s.Made = graph.DateRange{} }), ""},
		{"of no known aspect", of(func(s *graph.Said) { s.Aspects = []graph.Aspect{"COLOUR"} }), "aspects.0"},
		{"in place of itself", of(func(s *graph.Said) { s.Supersedes = s.ID }), "supersedes"},
		{"in place of an attack", of(func(s *graph.Said) { s.Supersedes = raid }), "supersedes"},
		{"taken back, and nobody says where", of(func(s *graph.Said) { s.Retraction = &graph.Retraction{} }), "retraction.source"},

		{"dead, and nobody says how many", figure(graph.CasualtyFigure{Outcome: graph.OutcomeKilled}), ""},
		{"hurt in no known way", figure(graph.CasualtyFigure{Outcome: "BORED", Min: number(1)}), "casualties.0.outcome"},
		{"at least five and at most four", figure(graph.CasualtyFigure{Outcome: graph.OutcomeKilled, Min: number(5), Max: number(4)}), "casualties.0.max"},
		{"fewer dead than none", figure(graph.CasualtyFigure{Outcome: graph.OutcomeKilled, Min: number(-1)}), "casualties.0.min"},
		{"a number beside none given", figure(graph.CasualtyFigure{Outcome: graph.OutcomeKilled, Min: number(1), Disclosure: graph.DisclosureUnknown}), "casualties.0.disclosure"},
		{"stated, without a number", figure(graph.CasualtyFigure{Outcome: graph.OutcomeKilled, Disclosure: graph.DisclosureStated}), "casualties.0.disclosure"},
		{"a number of no known exactness", figure(graph.CasualtyFigure{Outcome: graph.OutcomeKilled, Min: number(1), Quantifier: "MANY"}), "casualties.0.quantifier"},
		{"victims of no known sort", figure(graph.CasualtyFigure{Outcome: graph.OutcomeKilled, Min: number(1), Victims: graph.Victims{Category: "GOATS"}}), "casualties.0.victims.category"},
		{"victims of a place", figure(graph.CasualtyFigure{Outcome: graph.OutcomeKilled, Min: number(1), Victims: graph.Victims{Actor: "location:mali"}}), "casualties.0.victims.actor"},
	}
}

func soundlySaid(id graph.ID) graph.Said {
	return graph.Said{Header: header(id), Cited: cited(), Asserters: []graph.ID{"group:jnim"}, About: []graph.ID{raid}}
}

func TestClaimsAreChecked(t *testing.T) {
	refuses(t, func() *graph.Claim {
		return &graph.Claim{Said: soundlySaid("claim:c"), Kind: graph.ClaimAccusation, AttributedTo: []graph.ID{"group:french"}}
	}, append(saidWrongly[*graph.Claim](), []spoiled[*graph.Claim]{
		{"of no known kind", func(c *graph.Claim) { c.Kind = "BOAST" }, "kind"},
		{"about a raid and a tie", func(c *graph.Claim) { c.About = []graph.ID{raid, theTie} }, "about"},
		// Silently dropped before it was checked.
		{"rule 6: a claim knows of what it speaks", func(c *graph.Claim) { c.Aspects = []graph.Aspect{"CASUALTIES", "UNSPECIFIED"} }, "aspects"},
		{"responsibility claimed by nobody", func(c *graph.Claim) { c.Kind, c.Asserters = graph.ClaimResponsibility, nil }, "asserters"},
		{"responsibility claimed by somebody the source does not name", func(c *graph.Claim) {
			c.Kind, c.Asserters, c.AsserterText = graph.ClaimResponsibility, nil, "fighters"
		}, ""},
		{"an accusation of nobody", func(c *graph.Claim) { c.AttributedTo = nil }, "attributedTo"},
		{"an accusation of foreigners", func(c *graph.Claim) { c.AttributedTo, c.AttributionText = nil, "foreigners" }, ""},
		{"a suspicion nobody is named to hold", func(c *graph.Claim) { c.Kind, c.Asserters = graph.ClaimSuspicion, nil }, ""},
		{"laid to a place", func(c *graph.Claim) { c.AttributedTo = []graph.ID{"location:mali"} }, "attributedTo.0"},
		{"laid to them neither together nor to one", func(c *graph.Claim) { c.AttributionMode = "APART" }, "attributionMode"},
		{"third in no statement", func(c *graph.Claim) { c.Position = number(3) }, "position"},
		{"before the first in its statement", func(c *graph.Claim) { c.Position, c.Statement = number(0), "statement:s" }, "position"},
		{"said to be over before it began", func(c *graph.Claim) { c.AssertedDate = &backwards }, "assertedDate"},
		{"said to be between one place", func(c *graph.Claim) { c.AssertedPlaces = []graph.PlaceRef{place("BETWEEN", "soumpi")} }, "assertedPlaces.0.locations"},
		{"said to be of no known kind", func(c *graph.Claim) { c.AssertedKinds = []graph.AttackKind{"NOISE"} }, "assertedKinds.0"},
		{"said to be aimed at no known sort", func(c *graph.Claim) { c.AssertedTargets = []graph.Target{{Category: "HOUSE"}} }, "assertedTargets.0.category"},
		{"an effect of no known kind", func(c *graph.Claim) { c.Effects = []graph.Effect{{Kind: "SMOKE"}} }, "effects.0.kind"},
		{"fewer taken than none", func(c *graph.Claim) {
			c.Effects = []graph.Effect{{Kind: graph.EffectMaterielCaptured, Quantity: number(-2)}}
		}, "effects.0.quantity"},
	}...))
}

func TestResponsesAreChecked(t *testing.T) {
	refuses(t, func() *graph.Denial { return &graph.Denial{Reply: graph.Reply{Said: soundlySaid("denial:d")}} },
		append(saidWrongly[*graph.Denial](), []spoiled[*graph.Denial]{
			{"an answer to a source", func(d *graph.Denial) { d.RespondsTo = "source:paper" }, "respondsTo"},
			{"an answer to itself", func(d *graph.Denial) { d.RespondsTo = d.ID }, "respondsTo"},
			{"denied in no known degree", func(d *graph.Denial) { d.Degree = "HARDLY" }, "degree"},
			{"nobody knows of what, and of the dead", func(d *graph.Denial) { d.Aspects = []graph.Aspect{"CASUALTIES", "UNSPECIFIED"} }, "aspects"},
			{"taken for an answer by a source", func(d *graph.Denial) { d.JudgedBy = "source:paper" }, "judgedBy"},
			{"concerning a place", func(d *graph.Denial) { d.Concerning = []graph.ID{"location:mali"} }, "concerning.0"},
			{"nobody is named to deny it", func(d *graph.Denial) { d.Asserters = nil }, ""},
		}...))
	refuses(t, func() *graph.Confirmation {
		return &graph.Confirmation{Reply: graph.Reply{Said: soundlySaid("confirmation:c")}}
	},
		[]spoiled[*graph.Confirmation]{{"confirmed in no known degree", func(c *graph.Confirmation) { c.Degree = "HARDLY" }, "degree"}})
	refuses(t, func() *graph.Doubt { return &graph.Doubt{Reply: graph.Reply{Said: soundlySaid("doubt:d")}} },
		[]spoiled[*graph.Doubt]{
			{"doubted on no known ground", func(d *graph.Doubt) { d.Ground = "MOOD" }, "ground"},
			{"doubted in no known degree", func(d *graph.Doubt) { d.Degree = "HARDLY" }, "degree"},
		})
}
