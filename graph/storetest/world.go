package storetest

import "claimgraph/graph"

// The drawn world: small, and of everything one. Half of what happens in it is
// odd on purpose.
//
//	places                                   actors and their ties
//
//	land COUNTRY                             cell ──part of──▶ band ──pledged to──▶ league
//	 ├─ north ADMIN1                                            ╎ rival of
//	 │   ├─ town SETTLEMENT, point                             army ──part of──▶ ministry
//	 │   │   └─ gate SITE, point                                                   ▲
//	 │   └─ road ROUTE                                           ana ──employed by─┘
//	 └─ south ADMIN1
//	     └─ ford SETTLEMENT, point           sun ◀──part of──┐
//	isle AREA, inside nothing, point          └──pledged to──▶ moon   a circle
//	                                         paper, wire, council, olu: tied to nobody
//
//	what happened (worldtold.go)
//
//	gate   at the gate, on the 23rd          ◀ band and cell claim it ◀ army confirms that it took place,
//	                                           council that it was they; moon accuses sun; a report
//	road   between town and ford, 24th-26th  ◀ band or league claims it ◀ band denies having said so
//	raid   in the north or the south,        ◀ moon accuses army: at the ford, on the 22nd ◀ army denies,
//	       no date                             olu doubts, and takes one of two doubts back
//	fire   near the town                     ◀ somebody suspects cell, band or sun ◀ wire doubts
//	trek   on the road, from the 20th on     ◀ claimed, and taken back; denied directly by sun
//	ghost  somewhere                         ◀ cited by a source that was taken back
//	twins  two blasts, no place at all       ◀ one claim about both ◀ one denial of the half of it
//	band's pledge (an affiliation)           ◀ reported ◀ confirmed, and denied directly
func drawnWorld() []graph.Node {
	var world []graph.Node
	for _, part := range [][]graph.Node{drawnPlaces(), drawnActors(), drawnTies(), drawnSources(), drawnAttacks(), drawnClaims(), drawnAnswers(), drawnCounts()} {
		world = append(world, part...)
	}
	return world
}

// The names try what stores compare differently: accents, several scripts, case
// without ASCII, and letters beyond 16 bits (Adlam, Gothic, a rare ideograph
// beside one that only looks later).
func drawnPlaces() []graph.Node {
	return []graph.Node{
		place("location:land", graph.LocationCountry, "Ländli", also("LANDLI", ""), numbered("wikidata", "Q1"), numbered("P-code", "LA")),
		place("location:north", graph.LocationAdmin1, "ⵜⵉⵏⴰⵔⵉⵡⵉⵏ", inside("location:land"), also("Tinariwen", "source:wire")),
		place("location:town", graph.LocationSettlement, "Niafunké", inside("location:north"), numbered("GeoNames", "2453348"), pinned(15.93, -3.99, 2000)),
		place("location:gate", graph.LocationSite, "Porte d’Or", inside("location:town"), pinned(15.931, -3.992, 50)),
		place("location:road", graph.LocationRoute, "RN 6", inside("location:north")),
		place("location:south", graph.LocationAdmin1, "𞤅𞤫𞤲𞤮", inside("location:land"), also("Seeno", "")),
		place("location:ford", graph.LocationSettlement, "𠀀", inside("location:south"), pinned(14.2, -4.1, 30_000)),
		place("location:isle", graph.LocationArea, "﨎", pinned(-17, 179.99, unknown)),
		place("location:bend", graph.LocationArea, "rn 6", inside("location:north")),
	}
}

func drawnActors() []graph.Node {
	return []graph.Node{
		group("group:band", "Отряд", of("location:land"), also("The Band", "source:wire"), also("OTRYAD", ""), numbered("wikidata", "Q7"), held(since(some(1, 31)))),
		group("group:cell", "Čéllá", of("location:land"), held(lasting(day(20), day(26)))),
		group("group:league", "الحلف", held(attested(all(23, 25)))),
		group("group:sun", "Straße", of("location:isle")),
		group("group:moon", "strasse", held(graph.Period{Start: ptr(day(5)), End: ptr(some(10, 0)), Attested: ptr(day(24))})),
		group("group:army", "𐌰𐍂𐌼𐍉", of("location:land"), ofKind(graph.ActorStateForce), numbered("WIKIDATA", "Q9"), held(until(day(22)))),
		organization("organization:ministry", graph.ActorGovernment, "Ministry", of("location:land"), numbered("lei", "M 1")),
		organization("organization:council", graph.ActorIntergovernmental, "Council"),
		organization("organization:paper", graph.ActorMedia, "The Paper"),
		organization("organization:wire", graph.ActorMedia, "The Wire", of("location:isle")),
		organization("organization:paper-abroad", graph.ActorMedia, "THE PAPER", of("location:isle")),
		person("person:ana", "Ana", of("location:land"), numbered("orcid", "0000-1")),
		person("person:olu", "Olú", also("Ana", "")),
		person("person:ana-other", "ána"),
	}
}

func drawnTies() []graph.Node {
	return []graph.Node{
		tie("affiliation:cell-band", "group:cell", graph.PartOf, "group:band", held(attested(all(20, 24)))),
		tie("affiliation:band-league", "group:band", graph.PledgedAllegianceTo, "group:league", held(since(some(3, 6)))),
		tie("affiliation:sun-moon", "group:sun", graph.PledgedAllegianceTo, "group:moon", held(lasting(some(1, 9), some(5, 20)))),
		tie("affiliation:moon-sun", "group:moon", graph.PartOf, "group:sun", held(until(day(15)))),
		tie("affiliation:army-ministry", "group:army", graph.PartOf, "organization:ministry"),
		tie("affiliation:ana-ministry", "person:ana", graph.EmployedBy, "organization:ministry", held(lasting(day(2), day(28)))),
		tie("affiliation:band-army", "group:band", graph.RivalOf, "group:army", numbered("ucdp-dyad", "7"), cites("source:wire")),
	}
}

func drawnSources() []graph.Node {
	return []graph.Node{
		source("source:paper", graph.SourceArticle, "A string of attacks", made(day(27)), published("organization:paper", "person:olu"), relaying("source:wire", "source:communique"), graded(graph.ReliabilityB, graph.AvailabilityPublished)),
		source("source:wire", graph.SourceReport, "À la une", made(some(23, 25)), published("organization:wire"), relaying("source:communique")),
		source("source:communique", graph.SourceCommunique, "Communiqué n° 1", made(day(24)), graded(graph.ReliabilityE, graph.AvailabilityRemoved)),
		source("source:second", graph.SourceCommunique, "Communique, no. 1!", made(day(24)), published("group:band")),
		source("source:leaflet", graph.SourceOther, "???", retracted(day(26), "source:paper")),
		source("source:leaflet-copy", graph.SourceOther, "!", relaying("source:leaflet")),
		source("source:archive", graph.SourceDataset, "𞤢𞤪𞤳𞤭𞤾", made(all(0, 29)), published("organization:council", "person:ana", "person:olu")),
	}
}

func drawnCounts() []graph.Node {
	return []graph.Node{
		statistic("statistic:all", graph.MetricAttacks, "organization:paper", made(all(1, 27)), scoped([]graph.ID{"location:land", "location:isle"}, []graph.ID{"group:league"})),
		statistic("statistic:north", graph.MetricKilled, "organization:council", made(all(20, 0)), scoped([]graph.ID{"location:north"}, nil)),
		statistic("statistic:all-again", graph.MetricKilled, "organization:wire", made(all(1, 27))),
		statistic("statistic:halves", graph.MetricWounded, "person:olu", cites("source:wire", "source:archive"), scoped([]graph.ID{"location:north", "location:south"}, nil)),
	}
}

func ptr[T any](v T) *T { return &v }
