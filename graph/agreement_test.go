package graph_test

import (
	"testing"

	"claimgraph/graph"
)

// Rule 18: when a report counts as a confirmation, because somebody else agrees.
func TestAgreement(t *testing.T) {
	pair := func(ours, theirs detail) world { return told(reports("army", ours), reports("un", theirs)) }
	soumpi, timbuktu := place("IN", "soumpi"), place("IN", "timbuktu")
	abeibara, niger := place("IN", "abeibara"), place("IN", "niger")
	for _, c := range []struct {
		story  string
		world  world
		aspect graph.Aspect
		want   graph.Standing
	}{
		{"rule 18: one party alone", told(reports("army")), "OCCURRENCE", "UNANSWERED"},
		{"rule 18: two parties", told(reports("army"), reports("un")), "OCCURRENCE", "CORROBORATED"},
		{"rule 18: one party twice", told(reports("army"), accuses("army", "jnim")), "OCCURRENCE", "UNANSWERED"},
		{"rule 18: two parties tied to each other", told(tie("army", "state"), tie("police", "state"), reports("army"), reports("police")), "OCCURRENCE", "UNANSWERED"},
		{"rule 18: a report and another's claim of responsibility", told(reports("army"), claims("jnim")), "OCCURRENCE", "CORROBORATED"},
		{"rule 18: two accusations, no report", told(accuses("army", "jnim"), accuses("un", "jnim")), "RESPONSIBILITY", "UNANSWERED"},
		{"rule 18: the other report was taken back", told(reports("army"), reports("un", takenBack(25))), "OCCURRENCE", "UNANSWERED"},
		{"rule 3: the other report names no speaker", told(reports("army"), reports("")), "OCCURRENCE", "UNANSWERED"},
		{"rule 18: agreed by two, denied by a third", told(reports("army"), reports("un"), denies("french", "", "OCCURRENCE")), "OCCURRENCE", "CONTESTED"},

		{"rule 18: both name the same", told(reports("army", naming("jnim")), claims("jnim")), "RESPONSIBILITY", "CORROBORATED"},
		{"rule 18: one they both name is enough", pair(naming("jnim daesh"), naming("jnim french")), "RESPONSIBILITY", "CORROBORATED"},
		{"rule 18: they name others", pair(naming("jnim"), naming("daesh")), "RESPONSIBILITY", "UNANSWERED"},
		{"rule 18: one names it as one of two", told(reports("army", naming("jnim daesh"), amongOthers), claims("jnim")), "RESPONSIBILITY", "PARTLY_CORROBORATED"},
		{"rule 18: the other names it as one of two", told(reports("army", naming("jnim")), suspects("press", "jnim daesh", amongOthers)), "RESPONSIBILITY", "PARTLY_CORROBORATED"},
		{"rule 18: one names nobody", told(reports("army", on("RESPONSIBILITY")), claims("jnim")), "RESPONSIBILITY", "UNANSWERED"},
		{"rule 18: a direct confirmation that names whom it concerns", told(confirms("army", "", "RESPONSIBILITY", concerning("jnim")), claims("jnim")), "RESPONSIBILITY", "CORROBORATED"},
		{"rule 18: a direct confirmation that names nobody", told(confirms("army", "", "RESPONSIBILITY"), claims("jnim")), "RESPONSIBILITY", "UNANSWERED"},
		{"rule 18: a direct confirmation in part", told(confirms("army", "", "OCCURRENCE", degree("PARTLY")), claims("jnim")), "OCCURRENCE", "PARTLY_CORROBORATED"},

		{"rule 18: the same figure", pair(killed(5, 5), killed(5, 5)), "CASUALTIES", "CORROBORATED"},
		{"rule 18: figures overlap", pair(killed(5, 8), killed(8, 10)), "CASUALTIES", "CORROBORATED"},
		{"rule 18: at least five, and six", pair(killed(5, -1), killed(6, 6)), "CASUALTIES", "CORROBORATED"},
		{"rule 18: figures apart", pair(killed(5, 5), killed(6, 6)), "CASUALTIES", "UNANSWERED"},
		{"rule 18: one gives no figure", pair(killed(5, 5), killed(-1, -1)), "CASUALTIES", "UNANSWERED"},
		{"rule 18: of the same victims", pair(killed(5, 5, "CIVILIAN"), killed(5, 5, "CIVILIAN")), "CASUALTIES", "CORROBORATED"},
		{"rule 18: of other victims nothing is stated on one side", pair(killed(5, 5, "CIVILIAN"), killed(5, 5, "CAPTIVE")), "CASUALTIES", "UNANSWERED"},
		{"rule 18: the parts of one are the total of the other", told(
			reports("army", killed(3, 3, "CIVILIAN"), killed(2, 2, "STATE_FORCE")), reports("un", killed(5, 5))), "CASUALTIES", "CORROBORATED"},
		{"rule 18: one part agrees, another is apart", told(
			reports("army", killed(3, 3, "CIVILIAN"), killed(2, 2, "CAPTIVE")), reports("un", killed(3, 3, "CIVILIAN"), killed(4, 4, "CAPTIVE"))), "CASUALTIES", "UNANSWERED"},
		{"rule 18: the figures of two raids together, and those of one", told(
			reports("army", killed(5, 5), about(raid, "attack:other")), reports("un", killed(5, 5))), "CASUALTIES", "UNANSWERED"},
		{"rule 18: a figure that its speaker has replaced since", told(reports("army", killed(5, 5)), reports("un", killed(5, 5)), reports("un", killed(9, 9), instead("claim:un"))), "CASUALTIES", "UNANSWERED"},
		{"rule 18: the figure in its place", told(reports("army", killed(9, 9)), reports("un", killed(5, 5)), reports("un", killed(9, 9), instead("claim:un"))), "CASUALTIES", "CORROBORATED"},

		{"rule 18: the same day", pair(dated(days(19, 19)), dated(days(19, 19))), "TIME", "CORROBORATED"},
		{"rule 18: days that can both hold", pair(dated(days(17, 19)), dated(days(19, 20))), "TIME", "CORROBORATED"},
		{"rule 18: days that cannot", pair(dated(days(17, 18)), dated(days(19, 20))), "TIME", "UNANSWERED"},
		{"rule 18: by the 19th, and on the 18th", pair(dated(days(0, 19)), dated(days(18, 18))), "TIME", "CORROBORATED"},
		{"rule 18: one gives no date", pair(dated(days(19, 19)), dated(graph.NoDate(20171027))), "TIME", "UNANSWERED"},

		{"rule 18: the same place", told(mali, reports("army", at(soumpi)), reports("un", at(soumpi))), "LOCATION", "CORROBORATED"},
		{"rule 18: the village and its region", told(mali, reports("army", at(soumpi)), reports("un", at(timbuktu))), "LOCATION", "CORROBORATED"},
		{"rule 18: villages apart", told(mali, reports("army", at(soumpi)), reports("un", at(abeibara))), "LOCATION", "UNANSWERED"},
		{"rule 18: of two places one is not in the other's", told(mali, reports("army", at(soumpi, niger)), reports("un", at(timbuktu, abeibara))), "LOCATION", "UNANSWERED"},
		{"rule 18: one gives no place", told(mali, reports("army", at(soumpi)), reports("un", on("LOCATION"))), "LOCATION", "UNANSWERED"},

		{"rule 18: of other aspects there is no agreement", pair(on("MOTIVE"), on("MOTIVE")), "MOTIVE", "UNANSWERED"},
	} {
		t.Run(c.story, func(t *testing.T) {
			expect(t, c.world.Known(graph.Now).SubjectStanding(c.aspect).Standing, c.want)
		})
	}
}

// Rules 11 and 18: an agreement is possible where one does not name the aspect.
func TestAgreementMayBePossible(t *testing.T) {
	for _, c := range []struct{ story, scope, want string }{
		{"rule 18: the direct confirmation names it", "OCCURRENCE", "OCCURRENCE CORROBORATED"},
		{"rule 18: it names what cannot be without it", "TARGET", "OCCURRENCE CORROBORATED"},
		{"rule 18: it names nothing", "", "OCCURRENCE CORROBORATED?"},
		{"rule 18: it names something else", "MOTIVE", "OCCURRENCE UNANSWERED"},
	} {
		t.Run(c.story, func(t *testing.T) {
			w := told(claims("jnim"), confirms("army", "", c.scope))
			expect(t, short(w.Known(graph.Now).SubjectStanding("OCCURRENCE")), c.want)
		})
	}
}
