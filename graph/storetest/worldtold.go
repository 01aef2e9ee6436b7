package storetest

import "claimgraph/graph"

// What happened in the drawn world, and who says so.

func drawnAttacks() []graph.Node {
	return []graph.Node{
		attack("attack:gate", "Ambush at the gate", when(day(23)), where(atWithin("location:land", graph.PlaceAt, "location:gate")),
			how(graph.AttackAmbush), on(graph.VictimStateForce, "group:army", "organization:council"), numbered("acled", "LA-1"), cites("source:paper", "source:wire")),
		attack("attack:road", "Blast, on the road", when(all(24, 26)), where(atWithin("location:land", graph.PlaceBetween, "location:town", "location:ford")),
			how(graph.AttackIED, graph.AttackClash), on(graph.VictimCivilian, "", "")),
		attack("attack:raid", "raid", when(undated(27)), where(at(graph.PlaceIn, "location:north", "location:south"))),
		attack("attack:fire", "Feu à Niafunké", when(some(21, 25)), where(at(graph.PlaceNear, "location:town")), numbered("acled", "LA-2")),
		attack("attack:trek", "Trek", when(all(20, 0)), where(atWithin("location:north", graph.PlaceOnRoute, "location:road"), at(graph.PlaceIn, "location:isle"))),
		attack("attack:ghost", "𞤘𞤮𞤧𞤼", when(some(0, 22)), where(graph.PlaceRef{Relation: graph.PlaceIn}), cites("source:leaflet")),
		attack("attack:twin-a", "Twin blasts", when(day(25)), how(graph.AttackIED), on(graph.VictimPeacekeeper, "organization:council", "")),
		attack("attack:twin-b", "Twin, blasts", when(day(25)), how(graph.AttackIED)),
	}
}

func drawnClaims() []graph.Node {
	return []graph.Node{
		statement("statement:first", by("group:band", "group:cell"), voiced("organization:wire"), made(day(24)), cites("source:communique")),
		statement("statement:second", by("group:moon"), made(some(24, 26))),
		statement("statement:first-again", by("group:cell"), made(day(24)), cites("source:second")),
		statement("statement:army", by("group:army"), voiced("person:ana"), made(undated(26)), cites("source:wire", "source:paper")),
		claim(graph.ClaimResponsibility, "claim:gate", about("attack:gate"), by("group:band", "group:cell"), in("statement:first", 2), made(day(24)), cites("source:communique"),
			killed(5, 8, "group:army"), where(at(graph.PlaceAt, "location:gate"))),
		claim(graph.ClaimAccusation, "claim:gate-moon", about("attack:gate"), by("group:moon"), attributes("group:sun"), in("statement:second", 1), made(some(24, 26)),
			when(all(22, 23)), on(graph.VictimCivilian, "person:olu", "")),
		claim(graph.ClaimReport, "claim:gate-wire", about("attack:gate"), by("organization:wire"), made(day(23)), cites("source:wire"), how(graph.AttackRaid), killed(-1, 6, "")),
		claim(graph.ClaimResponsibility, "claim:road", about("attack:road"), eitherBy("group:band", "group:league"), in("statement:first", 1), made(day(24)), cites("source:second")),
		claim(graph.ClaimReport, "claim:road-paper", about("attack:road"), by("organization:paper"), made(undated(27)), attributesOneOf("group:band", "group:cell"),
			when(some(24, 24)), where(at(graph.PlaceIn, "location:town", "location:road"))),
		claim(graph.ClaimAccusation, "claim:raid", about("attack:raid"), by("group:moon"), attributes("group:army"), in("statement:second", 2), made(some(24, 26)),
			when(day(22)), where(at(graph.PlaceIn, "location:ford")), how(graph.AttackAirstrike), on(graph.VictimCaptive, "group:league", ""), killed(11, 11, "group:league")),
		claim(graph.ClaimSuspicion, "claim:fire", about("attack:fire"), unnamed("residents"), attributesOneOf("group:cell", "group:band", "group:sun"), made(some(0, 26)), how(graph.AttackArson)),
		claim(graph.ClaimResponsibility, "claim:trek", about("attack:trek"), by("group:sun"), made(day(21)), retracted(day(25), "source:wire"), when(day(20))),
		claim(graph.ClaimReport, "claim:trek-again", about("attack:trek"), by("organization:wire", "group:sun"), made(day(26)), instead("claim:trek"), when(some(20, 22)), killed(2, -1, "")),
		claim(graph.ClaimReport, "claim:ghost", about("attack:ghost"), unnamed("a leaflet"), cites("source:leaflet"), where(at(graph.PlaceIn, "location:isle"))),
		claim(graph.ClaimResponsibility, "claim:twins", about("attack:twin-a", "attack:twin-b"), by("group:cell"), in("statement:first", 0), made(day(26)), killed(3, 3, "")),
		claim(graph.ClaimReport, "claim:pledge", about("affiliation:band-league"), by("organization:paper"), made(day(27))),
	}
}

func drawnAnswers() []graph.Node {
	return []graph.Node{
		confirmation("confirmation:gate-army", about("attack:gate"), to("claim:gate"), by("group:army"), in("statement:army", 0), aspects(graph.AspectOccurrence), made(undated(26)), degree(graph.DegreeFull)),
		confirmation("confirmation:gate-council", about("attack:gate"), to("claim:gate"), by("organization:council"), made(day(26)), aspects(graph.AspectResponsibility, graph.AspectCasualties),
			degree(graph.DegreeLargely), judgedBy("person:olu"), concerning("group:cell")),
		denial("denial:gate-sun", about("attack:gate"), to("claim:gate-moon"), by("group:sun"), made(day(26)), degree(graph.DegreeFull), aspects(graph.AspectResponsibility)),
		confirmation("confirmation:gate-paper", about("attack:gate"), to("claim:gate-wire"), by("organization:paper"), made(day(27)), aspects(graph.AspectMethod), degree(graph.DegreeFull)),
		denial("denial:road-band", about("attack:road"), to("claim:road"), by("group:band"), made(day(27)), aspects(graph.AspectAuthenticity)),
		denial("denial:raid-army", about("attack:raid"), to("claim:raid"), by("group:army"), in("statement:army", 0), made(undated(26)), voiced("person:ana")),
		doubt("doubt:raid-olu", about("attack:raid"), to("claim:raid"), by("person:olu"), judgedBy("organization:paper"), made(day(27)), instead("doubt:raid-olu-first"), aspects(graph.AspectCasualties)),
		doubt("doubt:raid-olu-first", about("attack:raid"), to("claim:raid"), by("person:olu"), made(day(26)), retracted(day(27), "source:paper")),
		doubt("doubt:answer", about("attack:raid"), to("denial:raid-army"), by("organization:wire"), made(all(26, 0))),
		doubt("doubt:fire", about("attack:fire"), to("claim:fire"), by("organization:wire"), made(day(25)), aspects(graph.AspectMethod), cites("source:wire", "source:archive")),
		denial("denial:trek-sun", about("attack:trek"), by("group:sun"), made(day(23)), aspects(graph.AspectResponsibility)),
		denial("denial:twin", about("attack:twin-b"), to("claim:twins"), unnamed("a soldier"), made(some(26, 28)), degree(graph.DegreePartly), aspects(graph.AspectOccurrence)),
		confirmation("confirmation:twin", about("attack:twin-a"), to("claim:twins"), eitherBy("group:army", "organization:council"), made(day(27)), aspects(graph.AspectOccurrence), degree(graph.DegreePartly)),
		confirmation("confirmation:pledge", about("affiliation:band-league"), to("claim:pledge"), by("group:league"), made(day(28)), aspects(graph.AspectAffiliation), degree(graph.DegreeFull)),
		denial("denial:pledge", about("affiliation:band-league"), by("group:band"), made(day(29))),
	}
}
