package graph_test

import (
	"testing"

	"claimgraph/graph"
)

// Rules 16 to 19: where the raid, or a tie, stands on an aspect; who confirmed,
// denied and doubted it, and the responses.
func TestSubjectStanding(t *testing.T) {
	accused := accuses("jnim", "french")
	for _, c := range []struct {
		story  string
		world  world
		aspect graph.Aspect
		want   string
		by     string
	}{
		{"rule 17: what its claims are answered", told(claims("jnim"), confirms("army", "jnim", "OCCURRENCE")),
			"OCCURRENCE", "OCCURRENCE CORROBORATED", "army; ;  | confirmation:army"},
		{"rule 17: over all its claims: denied to one, confirmed to the other, and what a report agrees with", told(accused, reports("press"), denies("french", "jnim", "OCCURRENCE"), confirms("un", "press", "OCCURRENCE")),
			"OCCURRENCE", "OCCURRENCE CONTESTED", "press un; french;  | denial:french confirmation:un"},
		{"rule 17: what was answered stays when the claim is taken back", told(claims("jnim", takenBack(25)), confirms("army", "jnim", "OCCURRENCE")),
			"OCCURRENCE", "OCCURRENCE CORROBORATED", "army; ;  | confirmation:army"},
		{"rule 17: denied, with no accusation on record", told(denies("french", "", "RESPONSIBILITY")),
			"RESPONSIBILITY", "RESPONSIBILITY DENIED", "; french;  | denial:french"},
		{"rule 17: denied to the raid, nobody knows of what", told(claims("jnim"), denies("french", "", "")),
			"RESPONSIBILITY", "RESPONSIBILITY DENIED?", "; french;  | denial:french"},
		{"rule 17: doubted", told(doubts("press", "", "OCCURRENCE")), "OCCURRENCE", "OCCURRENCE QUESTIONED", "; ; press | doubt:press"},
		{"rule 17: of what nobody speaks", told(claims("jnim"), denies("french", "jnim", "")), "MOTIVE", "MOTIVE UNANSWERED", "; ;  | "},
		{"rule 17: a response to a claim about two raids, of the other raid alone",
			told(claims("jnim", about(raid, "attack:other")), denies("army", "jnim", "OCCURRENCE", about("attack:other"))),
			"OCCURRENCE", "OCCURRENCE UNANSWERED", "; ;  | "},
		{"rule 17: a response to a claim about two raids, of this one alone: in full",
			told(claims("jnim", about(raid, "attack:other")), denies("army", "jnim", "OCCURRENCE", about(raid))),
			"OCCURRENCE", "OCCURRENCE DENIED", "; army;  | denial:army"},
		{"rule 17: a direct confirmation alone is one party's word", told(confirms("army", "", "OCCURRENCE")),
			"OCCURRENCE", "OCCURRENCE UNANSWERED", "; ;  | confirmation:army"},
		{"rule 17: a direct confirmation, and a claim of another that agrees", told(claims("jnim"), confirms("army", "", "OCCURRENCE")),
			"OCCURRENCE", "OCCURRENCE CORROBORATED", "army; ;  | confirmation:army"},
		{"rule 17: two direct confirmations", told(confirms("un", "", "OCCURRENCE"), confirms("army", "", "OCCURRENCE")),
			"OCCURRENCE", "OCCURRENCE CORROBORATED", "army un; ;  | confirmation:un confirmation:army"},
		{"rule 15: one of two accused denies it of itself to the raid", told(accuses("army", "jnim daesh"), denies("jnim", "", "RESPONSIBILITY", concerning("jnim"))),
			"RESPONSIBILITY", "RESPONSIBILITY PARTLY_DISPUTED", "; jnim;  | denial:jnim"},
		{"rule 15: of two accused by two, one denies the charge that names it alone", told(accuses("army", "jnim"), accuses("press", "daesh"), denies("jnim", "army", "RESPONSIBILITY", concerning("jnim"))),
			"RESPONSIBILITY", "RESPONSIBILITY DENIED", "; jnim;  | denial:jnim"},
		{"rule 16: never having said so says nothing of the raid", told(claims("jnim"), denies("jnim", "jnim", "AUTHENTICITY")),
			"OCCURRENCE", "OCCURRENCE UNANSWERED", "; ;  | "},
		{"rule 16: neither said nor done", told(claims("jnim"), denies("jnim", "jnim", "AUTHENTICITY RESPONSIBILITY")),
			"RESPONSIBILITY", "RESPONSIBILITY DENIED", "; jnim;  | denial:jnim"},
		{"rule 19: a tie, claimed and denied", toldOfATie(claims("jnim"), denies("qaeda", "jnim", "")),
			"AFFILIATION", "AFFILIATION DENIED?", "; qaeda;  | denial:qaeda"},
		{"rule 19: a tie, denied of itself", toldOfATie(denies("qaeda", "", "AFFILIATION")),
			"AFFILIATION", "AFFILIATION DENIED", "; qaeda;  | denial:qaeda"},
		{"rule 19: a tie, reported by two", toldOfATie(reports("press"), reports("un")), "AFFILIATION", "AFFILIATION CORROBORATED", "press un; ;  | "},
		{"rule 19: a tie, nobody answered", toldOfATie(claims("jnim")), "AFFILIATION", "AFFILIATION UNANSWERED", "; ;  | "},
	} {
		t.Run(c.story, func(t *testing.T) {
			s := c.world.Known(graph.Now).SubjectStanding(c.aspect)
			expect(t, short(s), c.want)
			expect(t, heard(s), c.by)
		})
	}
}

// Rule 17: which aspects of an attack are kept: those of which somebody speaks.
func TestStandingsOfAnAttack(t *testing.T) {
	w := told(claims("jnim", killed(2, 2)), confirms("army", "jnim", "OCCURRENCE"), denies("niger", "jnim", "AUTHENTICITY CASUALTIES"))
	w.Derive()
	attack := w.Subject.(*graph.Attack)
	var kept string
	for _, s := range attack.Standings {
		kept += short(s) + "; "
	}
	expect(t, kept, "OCCURRENCE CORROBORATED; CASUALTIES DENIED; ")
	for _, c := range []struct {
		story  string
		aspect graph.Aspect
		want   string
		code   graph.Code
	}{
		{"rule 17: an aspect somebody speaks of", "CASUALTIES", "CASUALTIES DENIED", ""},
		{"rule 17: an aspect nobody speaks of", "MOTIVE", "MOTIVE UNANSWERED", ""},
		{"rule 16: whether it was said is no question of an attack", "AUTHENTICITY", " ", graph.CodeBadInput},
		{"rule 17: no aspect in particular", "UNSPECIFIED", " ", graph.CodeBadInput},
	} {
		t.Run(c.story, func(t *testing.T) {
			s, err := attack.StandingOf(c.aspect, nil)
			expect(t, short(s), c.want)
			if c.code != "" {
				expect(t, graph.CodeOf(err), c.code)
			}
		})
	}
}

// Rule 19: a tie keeps its standing.
func TestStandingOfATie(t *testing.T) {
	w := toldOfATie(claims("jnim"), confirms("qaeda", "jnim", "AFFILIATION"))
	w.Derive()
	expect(t, short(w.Subject.(*graph.Affiliation).Stands), "AFFILIATION CORROBORATED")
}
