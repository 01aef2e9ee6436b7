package graph_test

import (
	"testing"

	"claimgraph/graph"
)

// Rules 8 to 16: where a claim stands, overall and aspect by aspect. JNIM is the
// speaker of most; the French are those it accuses.
func TestStanding(t *testing.T) {
	claimed, accused := claims("jnim"), accuses("jnim", "french")
	both := accuses("army", "jnim daesh")
	for _, c := range []struct {
		story string
		tell  []sentence
		want  string
	}{
		{"rule 8: a response may bring up what the claim does not assert", []sentence{claimed, denies("army", "jnim", "MOTIVE"), doubts("un", "jnim", "CASUALTIES")},
			"PARTLY_DISPUTED: OCCURRENCE UNANSWERED, RESPONSIBILITY UNANSWERED, CASUALTIES QUESTIONED, MOTIVE DENIED"},
		{"rule 9: an answer to an answer changes nothing", []sentence{claimed, denies("army", "jnim", "RESPONSIBILITY"), func(w world) {
			denies("un", "jnim", "RESPONSIBILITY", degree("PARTLY"))(w)
			w.Responses[1].Replied().RespondsTo = "denial:army"
		}}, "DENIED: OCCURRENCE UNANSWERED, RESPONSIBILITY DENIED"},

		{"rule 10: nobody answered", []sentence{claimed}, "UNANSWERED: OCCURRENCE UNANSWERED, RESPONSIBILITY UNANSWERED"},
		{"rule 10: denied by the force it accuses", []sentence{accused, denies("french", "jnim", "RESPONSIBILITY")}, "DENIED: OCCURRENCE UNANSWERED, RESPONSIBILITY DENIED"},
		{"rule 10: denied in full", []sentence{accused, denies("french", "jnim", "RESPONSIBILITY", degree("FULL"))}, "DENIED: OCCURRENCE UNANSWERED, RESPONSIBILITY DENIED"},
		{"rule 10: largely denied", []sentence{accused, denies("french", "jnim", "RESPONSIBILITY", degree("LARGELY"))}, "PARTLY_DISPUTED: OCCURRENCE UNANSWERED, RESPONSIBILITY PARTLY_DISPUTED"},
		{"rule 10: partly denied, though confirmed", []sentence{accused, denies("french", "jnim", "RESPONSIBILITY", degree("PARTLY")), confirms("un", "jnim", "RESPONSIBILITY")},
			"PARTLY_DISPUTED: OCCURRENCE CORROBORATED, RESPONSIBILITY PARTLY_DISPUTED"},
		{"rule 10: denied, and confirmed by a third", []sentence{accused, denies("french", "jnim", "RESPONSIBILITY"), confirms("un", "jnim", "RESPONSIBILITY")},
			"CONTESTED: OCCURRENCE CORROBORATED, RESPONSIBILITY CONTESTED"},
		{"rule 10: denied, and confirmed in part by a third", []sentence{accused, denies("french", "jnim", "RESPONSIBILITY"), confirms("un", "jnim", "RESPONSIBILITY", degree("PARTLY"))},
			"CONTESTED: OCCURRENCE CORROBORATED, RESPONSIBILITY CONTESTED"},
		{"rule 10: denied, and confirmed by none but itself", []sentence{accused, denies("french", "jnim", "RESPONSIBILITY"), confirms("jnim", "jnim", "RESPONSIBILITY")},
			"DENIED: OCCURRENCE UNANSWERED, RESPONSIBILITY DENIED"},
		{"rule 10: confirmed in full", []sentence{claimed, confirms("army", "jnim", "RESPONSIBILITY")}, "CORROBORATED: OCCURRENCE CORROBORATED, RESPONSIBILITY CORROBORATED"},
		{"rule 10: largely confirmed", []sentence{claimed, confirms("un", "jnim", "OCCURRENCE", degree("LARGELY"))}, "PARTLY_CORROBORATED: OCCURRENCE PARTLY_CORROBORATED, RESPONSIBILITY UNANSWERED"},
		{"rule 10: confirmed, nobody says how far", []sentence{claimed, confirms("un", "jnim", "OCCURRENCE", degree(""))}, "PARTLY_CORROBORATED: OCCURRENCE PARTLY_CORROBORATED, RESPONSIBILITY UNANSWERED"},
		{"rule 10: confirmed, and doubted", []sentence{claimed, confirms("army", "jnim", "RESPONSIBILITY"), doubts("un", "jnim", "RESPONSIBILITY")},
			"CORROBORATED: OCCURRENCE CORROBORATED, RESPONSIBILITY CORROBORATED"},
		{"rule 10: doubted", []sentence{claimed, doubts("un", "jnim", "RESPONSIBILITY")}, "QUESTIONED: OCCURRENCE UNANSWERED, RESPONSIBILITY QUESTIONED"},
		{"rule 10: taken back, whatever was answered", []sentence{claims("jnim", takenBack(25)), denies("army", "jnim", "RESPONSIBILITY")}, "RETRACTED: OCCURRENCE RETRACTED, RESPONSIBILITY RETRACTED"},
		{"rule 1: the denial was taken back", []sentence{accused, denies("french", "jnim", "RESPONSIBILITY", takenBack(25))}, "UNANSWERED: OCCURRENCE UNANSWERED, RESPONSIBILITY UNANSWERED"},
		{"rule 1: the doubt was taken back", []sentence{accused, doubts("un", "jnim", "", takenBack(25))}, "UNANSWERED: OCCURRENCE UNANSWERED, RESPONSIBILITY UNANSWERED"},
		{"rule 3: the source names nobody who denies it", []sentence{accused, denies("", "jnim", "RESPONSIBILITY")}, "DENIED: OCCURRENCE UNANSWERED, RESPONSIBILITY DENIED"},
		{"rule 3: the source names nobody who confirms it", []sentence{accused, confirms("", "jnim", "RESPONSIBILITY")}, "UNANSWERED: OCCURRENCE UNANSWERED, RESPONSIBILITY UNANSWERED"},

		{"rule 11: one denies who did it, another nobody knows what", []sentence{accused, denies("french", "jnim", "RESPONSIBILITY"), denies("niger", "jnim", "")},
			"DENIED: OCCURRENCE DENIED?, RESPONSIBILITY DENIED"},
		{"rule 11: confirmed by name, denied nobody knows of what", []sentence{claimed, confirms("army", "jnim", "OCCURRENCE"), denies("niger", "jnim", "")},
			"DENIED: OCCURRENCE CONTESTED?, RESPONSIBILITY DENIED?"},
		{"rule 11: the dead confirmed, so it took place, doubtless", []sentence{claims("jnim", killed(2, 2)), confirms("army", "jnim", "CASUALTIES"), confirms("un", "jnim", "")},
			"PARTLY_CORROBORATED: OCCURRENCE CORROBORATED, RESPONSIBILITY UNANSWERED, CASUALTIES CORROBORATED"},

		{"rule 13: a suspicion turns on who did it", []sentence{suspects("press", "jnim"), denies("jnim", "press", "RESPONSIBILITY")}, "DENIED: OCCURRENCE UNANSWERED, RESPONSIBILITY DENIED"},
		{"rule 13: a report turns on all it asserts, and one part is denied", []sentence{reports("press", killed(2, 2)), denies("army", "press", "CASUALTIES")},
			"PARTLY_DISPUTED: OCCURRENCE UNANSWERED, CASUALTIES DENIED"},
		{"rule 13: all of a report is denied", []sentence{reports("press", killed(2, 2)), denies("army", "press", "OCCURRENCE")}, "DENIED: OCCURRENCE DENIED, CASUALTIES DENIED"},
		{"rule 13: all of a report is denied, and a part of it confirmed", []sentence{reports("press", killed(2, 2)), denies("army", "press", "OCCURRENCE"), confirms("un", "press", "OCCURRENCE")},
			"CONTESTED: OCCURRENCE CONTESTED, CASUALTIES DENIED"},
		{"rule 13: a part of a report is confirmed", []sentence{reports("press", killed(2, 2)), confirms("un", "press", "OCCURRENCE")},
			"PARTLY_CORROBORATED: OCCURRENCE CORROBORATED, CASUALTIES UNANSWERED"},
		{"rule 13: all of a report is confirmed", []sentence{reports("press", killed(2, 2)), confirms("un", "press", "CASUALTIES")}, "CORROBORATED: OCCURRENCE CORROBORATED, CASUALTIES CORROBORATED"},

		{"rule 14: the army confirmed that it took place: nobody confirmed who did it", []sentence{claimed, confirms("army", "jnim", "OCCURRENCE")},
			"PARTLY_CORROBORATED: OCCURRENCE CORROBORATED, RESPONSIBILITY UNANSWERED"},
		{"rule 14: denied without saying what: the whole is denied", []sentence{accused, denies("french", "jnim", "")}, "DENIED: OCCURRENCE DENIED?, RESPONSIBILITY DENIED?"},
		{"rule 14: who did it is confirmed, the dead are denied", []sentence{claims("jnim", killed(2, 2)), confirms("army", "jnim", "RESPONSIBILITY"), denies("army", "jnim", "CASUALTIES")},
			"PARTLY_DISPUTED: OCCURRENCE CORROBORATED, RESPONSIBILITY CORROBORATED, CASUALTIES DENIED"},
		{"rule 14: one part is confirmed, another doubted", []sentence{claimed, confirms("army", "jnim", "OCCURRENCE"), doubts("un", "jnim", "RESPONSIBILITY")},
			"PARTLY_CORROBORATED: OCCURRENCE CORROBORATED, RESPONSIBILITY QUESTIONED"},

		{"rule 15: one of two accused denies it for itself", []sentence{both, denies("jnim", "army", "RESPONSIBILITY", concerning("jnim"))},
			"PARTLY_DISPUTED: OCCURRENCE UNANSWERED, RESPONSIBILITY PARTLY_DISPUTED"},
		{"rule 15: confirmed of one of two accused", []sentence{both, confirms("un", "army", "RESPONSIBILITY", concerning("jnim"))},
			"PARTLY_CORROBORATED: OCCURRENCE CORROBORATED, RESPONSIBILITY PARTLY_CORROBORATED"},
		{"rule 15: denied of both, confirmed of one alone: not contested by that", []sentence{both, denies("niger", "army", "RESPONSIBILITY"), confirms("un", "army", "RESPONSIBILITY", concerning("jnim"))},
			"DENIED: OCCURRENCE CORROBORATED, RESPONSIBILITY DENIED"},
		{"rule 15: denied of both by name", []sentence{both, denies("niger", "army", "RESPONSIBILITY", concerning("jnim daesh"))}, "DENIED: OCCURRENCE UNANSWERED, RESPONSIBILITY DENIED"},
		{"rule 15: denied of somebody nobody accused", []sentence{both, denies("niger", "army", "RESPONSIBILITY", concerning("french"))}, "UNANSWERED: OCCURRENCE UNANSWERED, RESPONSIBILITY UNANSWERED"},
		{"rule 15: one of two accused denies that it took place: as usual", []sentence{both, denies("jnim", "army", "OCCURRENCE", concerning("jnim"))},
			"PARTLY_DISPUTED: OCCURRENCE DENIED, RESPONSIBILITY PARTLY_DISPUTED"},
		{"rule 15: of two raids claimed, one is denied", []sentence{claims("jnim", about(raid, "attack:other")), denies("army", "jnim", "RESPONSIBILITY")},
			"PARTLY_DISPUTED: OCCURRENCE UNANSWERED, RESPONSIBILITY PARTLY_DISPUTED"},

		{"rule 16: who claimed it denies it: that is no answer", []sentence{claimed, denies("jnim", "jnim", "RESPONSIBILITY")}, "UNANSWERED: OCCURRENCE UNANSWERED, RESPONSIBILITY UNANSWERED"},
		{"rule 16: who claimed it doubts it: that is no answer", []sentence{claimed, doubts("jnim", "jnim", "RESPONSIBILITY")}, "UNANSWERED: OCCURRENCE UNANSWERED, RESPONSIBILITY UNANSWERED"},
		{"rule 16: who is said to have claimed it never said so", []sentence{claimed, denies("jnim", "jnim", "AUTHENTICITY")}, "DENIED: OCCURRENCE DENIED, RESPONSIBILITY DENIED, AUTHENTICITY DENIED"},
		{"rule 16: one of two who may have claimed it denies it", []sentence{claims("jnim daesh", oneOrTheOther), denies("daesh", "jnim", "RESPONSIBILITY")}, "DENIED: OCCURRENCE UNANSWERED, RESPONSIBILITY DENIED"},
	} {
		t.Run(c.story, func(t *testing.T) {
			w := told(c.tell...)
			expect(t, pictured(w.Known(graph.Now).ClaimStanding(w.Claims[0])), c.want)
		})
	}
}

// Rules 1 and 2: where a claim of the 20th stood on a day. The French deny it on
// the 22nd, and it is taken back on the 25th.
func TestStandingOfADay(t *testing.T) {
	w := told(accuses("jnim", "french", takenBack(25)), denies("french", "jnim", "RESPONSIBILITY"), denies("niger", "jnim", "CASUALTIES", made(19)))
	for _, c := range []struct {
		story string
		asOf  graph.AsOf
		want  string
	}{
		{"rule 2: before anybody made it: no responses, though one was known", asOf(19), "UNANSWERED: OCCURRENCE UNANSWERED, RESPONSIBILITY UNANSWERED"},
		{"rule 1: the day it was made", asOf(20), "PARTLY_DISPUTED: OCCURRENCE UNANSWERED, RESPONSIBILITY UNANSWERED, CASUALTIES DENIED"},
		{"rule 1: the day it was denied", asOf(22), "DENIED: OCCURRENCE UNANSWERED, RESPONSIBILITY DENIED, CASUALTIES DENIED"},
		{"rule 1: the day it was taken back", asOf(25), "RETRACTED: OCCURRENCE RETRACTED, RESPONSIBILITY RETRACTED, CASUALTIES RETRACTED"},
	} {
		t.Run(c.story, func(t *testing.T) { expect(t, pictured(w.Known(c.asOf).ClaimStanding(w.Claims[0])), c.want) })
	}
}

// Rule 12: who is listed: confirmed by; denied by; doubted by | the responses.
func TestWhoGaveAStanding(t *testing.T) {
	for _, c := range []struct {
		story string
		tell  []sentence
		want  string
	}{
		{"rule 12: all who spoke of it, actors by name, responses in their default order", []sentence{confirms("un", "jnim", "OCCURRENCE"), confirms("army", "jnim", "OCCURRENCE"), denies("french", "jnim", "OCCURRENCE"), doubts("press", "jnim", "OCCURRENCE")},
			"army un; french; press | doubt:press denial:french confirmation:un confirmation:army"},
		{"rule 12: who carries no weight is listed, and confirms nothing", []sentence{tie("katiba", "jnim"), confirms("katiba", "jnim", "OCCURRENCE")}, "; ;  | confirmation:katiba"},
		{"rule 12: a denial that may speak of it", []sentence{denies("french", "jnim", "")}, "; french;  | denial:french"},
		{"rule 3: nobody named denies it", []sentence{denies("", "jnim", "OCCURRENCE")}, "; ;  | denial:nobody"},
		{"rule 12: two deny it together", []sentence{denies("niger french", "jnim", "OCCURRENCE")}, "; french niger;  | denial:niger"},
		{"rule 12: what does not reach it is not listed", []sentence{denies("french", "jnim", "MOTIVE")}, "; ;  | "},
		{"rule 1: what does not count is not listed", []sentence{denies("french", "jnim", "OCCURRENCE", takenBack(25))}, "; ;  | "},
	} {
		t.Run(c.story, func(t *testing.T) {
			w := told(append([]sentence{claims("jnim")}, c.tell...)...)
			expect(t, heard(w.Known(graph.Now).ClaimStanding(w.Claims[0]).Aspects[0]), c.want)
		})
	}
}

// Rules 13 and 19: a claim about a tie turns on the tie alone.
func TestStandingOfAClaimAboutATie(t *testing.T) {
	w := toldOfATie(claims("jnim", on("AFFILIATION TIME")), denies("qaeda", "jnim", "TIME"), confirms("press", "jnim", "AFFILIATION"))
	expect(t, pictured(w.Known(graph.Now).ClaimStanding(w.Claims[0])), "PARTLY_DISPUTED: TIME DENIED, AFFILIATION CORROBORATED")
}

// Rule 14: what counts as disputed.
func TestDisputed(t *testing.T) {
	disputed := map[graph.Standing]bool{graph.Denied: true, graph.Contested: true, graph.PartlyDisputed: true}
	for _, s := range graph.Standings {
		t.Run("rule 14: "+string(s), func(t *testing.T) {
			expect(t, graph.ClaimStanding{Overall: s}.Disputed(), disputed[s])
		})
	}
}
