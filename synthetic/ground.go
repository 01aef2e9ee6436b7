package synthetic

import (
	"fmt"

	"claimgraph/graph"
)

// The measures of the ground. It is the same for every size: what grows is
// what happens on it and what is said of that.
const (
	countries, regions, districts, towns = 8, 6, 6, 6 // each inside one of the former
	bands                                = 400        // armed groups
	outlets                              = 40         // media
	speakers                             = 120        // persons who lend a voice
	ties                                 = 300
)

// ground is what all parts of a world stand on.
type ground struct {
	seed     uint64
	register graph.ID // the source of all that the ground itself asserts
	nodes    []graph.Node

	towns   []town
	bands   []graph.ID // the biggest first
	armies  []graph.ID // one a country
	rulers  []graph.ID // the governments
	media   []graph.ID
	voices  []graph.ID
	ordinal map[graph.NodeKind]int
}

// town is a settlement and what it lies in.
type town struct {
	id, district, region, country graph.ID
	name                          string
	nation                        int
}

func newGround(seed uint64) *ground {
	g := &ground{seed: seed, register: World{Seed: seed}.Register(), ordinal: map[graph.NodeKind]int{}}
	c := newChance(seed, -1)
	g.nodes = append(g.nodes, &graph.Source{
		Header: graph.Header{ID: g.register}, Title: "Invented register of invented actors (synthetic data)", Kind: graph.SourceDataset,
		Published: graph.OnDay(day(0), graph.Explicit), Availability: graph.AvailabilityPublished,
	})
	for n := range countries {
		g.country(c, n)
	}
	for range outlets {
		g.media = append(g.media, g.actor(c, graph.KindOrganization, graph.ActorMedia, "Invented Outlet", ""))
	}
	for range speakers {
		g.voices = append(g.voices, g.actor(c, graph.KindPerson, graph.ActorIndividual, "Invented Speaker", ""))
	}
	for range bands {
		g.bands = append(g.bands, g.actor(c, graph.KindGroup, graph.ActorArmedGroup, "Invented Band", pick(c, g.towns).country))
	}
	for i := range ties {
		g.tie(c, i)
	}
	for n := range countries {
		for y := range Years {
			g.statistic(c, n, y)
		}
	}
	return g
}

func (g *ground) next(kind graph.NodeKind, what string) graph.ID {
	g.ordinal[kind]++
	return named(g.seed, kind, what, g.ordinal[kind])
}

// country makes a country with all inside it, its army and its government.
func (g *ground) country(c chance, n int) {
	country := g.place(graph.LocationCountry, "")
	for range regions {
		region := g.place(graph.LocationAdmin1, country.ID)
		for range districts {
			district := g.place(graph.LocationAdmin2, region.ID)
			for range towns {
				t := g.place(graph.LocationSettlement, district.ID)
				t.Point = &graph.Point{Latitude: float64(c.IntN(1600)-800) / 10, Longitude: float64(c.IntN(3600)-1800) / 10}
				g.towns = append(g.towns, town{t.ID, district.ID, region.ID, country.ID, t.Name(), n})
			}
		}
	}
	g.armies = append(g.armies, g.actor(c, graph.KindGroup, graph.ActorStateForce, "Invented Army", country.ID))
	g.rulers = append(g.rulers, g.actor(c, graph.KindOrganization, graph.ActorGovernment, "Invented Government", country.ID))
}

func (g *ground) place(kind graph.LocationKind, parent graph.ID) *graph.Location {
	id := g.next(graph.KindLocation, "")
	l := &graph.Location{Header: graph.Header{ID: id}, Kind: kind, Parent: parent,
		Names: []graph.Name{{Value: invented(g.ordinal[graph.KindLocation])}}}
	g.nodes = append(g.nodes, l)
	return l
}

func (g *ground) actor(c chance, kind graph.NodeKind, is graph.ActorKind, called string, country graph.ID) graph.ID {
	id := g.next(kind, "")
	n := g.ordinal[kind]
	p := graph.Profile{Header: graph.Header{ID: id}, Kind: is, Country: country,
		Names: []graph.Name{{Value: fmt.Sprintf("%s %s %d", called, invented(n), n)}}}
	if c.in(30) {
		p.Names = append(p.Names, graph.Name{Value: invented(n + 5000), Kind: graph.NameAlias})
	}
	switch kind {
	case graph.KindOrganization:
		g.nodes = append(g.nodes, &graph.Organization{Profile: p})
	case graph.KindPerson:
		g.nodes = append(g.nodes, &graph.Person{Profile: p})
	default:
		g.nodes = append(g.nodes, &graph.Group{Profile: p})
	}
	return id
}

// tie binds a band to a bigger one. Some ties are dated, most are only attested.
func (g *ground) tie(c chance, i int) {
	from := i%(bands-1) + 1
	to := c.skewed(from)
	started := graph.OnDay(day(c.IntN(Years*300)), graph.Explicit)
	period := graph.Period{Attested: &started}
	if c.in(40) {
		period = graph.Period{Start: &started}
	}
	kinds := []graph.AffiliationKind{graph.PartOf, graph.BranchOf, graph.PledgedAllegianceTo, graph.AlliedWith, graph.SplitFrom, graph.RivalOf}
	id := named(g.seed, graph.KindAffiliation, "", i)
	g.nodes = append(g.nodes, &graph.Affiliation{Header: graph.Header{ID: id}, Cited: cites(graph.RolePrimary, g.register),
		From: g.bands[from], To: g.bands[to], Kind: kinds[c.weighted(30, 10, 20, 20, 10, 10)], Period: period})
	if c.in(15) {
		g.disputed(c, id, i, g.bands[from])
	}
}

// disputed has a tie claimed by the one side, and sometimes denied by it.
func (g *ground) disputed(c chance, tie graph.ID, i int, from graph.ID) {
	made := graph.OnDay(day(Years*310+c.IntN(300)), graph.Explicit)
	said := graph.Said{Header: graph.Header{ID: named(g.seed, graph.KindClaim, "tie-", i)}, Cited: cites(graph.RolePrimary, g.register),
		Asserters: []graph.ID{pick(c, g.armies)}, About: []graph.ID{tie}, Made: made}
	g.nodes = append(g.nodes, &graph.Claim{Said: said, Kind: graph.ClaimAccusation})
	if c.in(50) {
		said.ID, said.Asserters = named(g.seed, graph.KindDenial, "tie-", i), []graph.ID{from}
		g.nodes = append(g.nodes, &graph.Denial{Reply: graph.Reply{Said: said, RespondsTo: named(g.seed, graph.KindClaim, "tie-", i)}})
	}
}

// statistic is what an outlet counted of a country in a year.
func (g *ground) statistic(c chance, nation, year int) {
	low := 10 + c.IntN(300)
	s := &graph.Statistic{Header: graph.Header{ID: named(g.seed, graph.KindStatistic, "", nation*Years+year)}, Cited: cites(graph.RolePrimary, g.register),
		Metric: pick(c, graph.Metrics), Min: &low, Quantifier: graph.QuantifierAtLeast,
		Places: []graph.ID{g.towns[nation*regions*districts*towns].country}, Compiler: pick(c, g.media),
		Period: graph.DateRange{Earliest: graph.Date((FirstYear+year)*10000 + 101), Latest: graph.Date((FirstYear+year)*10000 + 1231), Extent: graph.Span, Derivation: graph.Explicit}}
	if c.in(50) {
		s.Actors = []graph.ID{g.bands[c.skewed(bands)]}
	}
	g.nodes = append(g.nodes, s)
}

// day is the day so many days after the world begins.
func day(n int) graph.Date { return graph.Date(FirstYear*10000 + 101).AddDays(n) }

func cites(role graph.CitationRole, sources ...graph.ID) graph.Cited {
	var c graph.Cited
	for _, s := range sources {
		c.Citations = append(c.Citations, graph.Citation{Source: s, Role: role, Basis: graph.BasisStated})
	}
	return c
}
