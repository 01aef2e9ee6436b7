package graph_test

import (
	"strings"
	"testing"
)

// Rule 9: which aspects of a claim a response reaches. The claim asserts that
// the raid took place, who did it, and how many died; a question mark stands
// after what the response does not name.
func TestReach(t *testing.T) {
	claim := claims("jnim", killed(2, 2))
	for _, c := range []struct {
		story    string
		response sentence
		want     string
	}{
		{"rule 9: a denial reaches what it names", denies("army", "jnim", "CASUALTIES"), "CASUALTIES DENIED"},
		{"rule 9: what is denied to have taken place is denied altogether", denies("army", "jnim", "OCCURRENCE"), "OCCURRENCE DENIED, RESPONSIBILITY DENIED, CASUALTIES DENIED"},
		{"rule 9: what is denied to have been said is denied altogether", denies("army", "jnim", "AUTHENTICITY"), "OCCURRENCE DENIED, RESPONSIBILITY DENIED, CASUALTIES DENIED, AUTHENTICITY DENIED"},
		{"rule 9: a denial of nobody knows what reaches all, possibly", denies("army", "jnim", ""), "OCCURRENCE DENIED?, RESPONSIBILITY DENIED?, CASUALTIES DENIED?"},
		{"rule 9: a doubt reaches what it names", doubts("army", "jnim", "OCCURRENCE"), "OCCURRENCE QUESTIONED"},
		{"rule 9: a doubt of nobody knows what reaches all, possibly", doubts("army", "jnim", ""), "OCCURRENCE QUESTIONED?, RESPONSIBILITY QUESTIONED?, CASUALTIES QUESTIONED?"},
		{"rule 9: a confirmation that it took place says nothing of who did it", confirms("army", "jnim", "OCCURRENCE"), "OCCURRENCE CORROBORATED"},
		{"rule 9: who confirms the dead confirms that it took place", confirms("army", "jnim", "CASUALTIES"), "OCCURRENCE CORROBORATED, CASUALTIES CORROBORATED"},
		{"rule 9: in full, even where the dead are confirmed in part", confirms("army", "jnim", "CASUALTIES", degree("PARTLY")), "OCCURRENCE CORROBORATED, CASUALTIES PARTLY_CORROBORATED"},
		{"rule 9: who confirms who did it confirms that it took place", confirms("army", "jnim", "RESPONSIBILITY"), "OCCURRENCE CORROBORATED, RESPONSIBILITY CORROBORATED"},
		{"rule 9: a confirmation of nobody knows what confirms that it took place, possibly", confirms("army", "jnim", ""), "OCCURRENCE CORROBORATED?"},
		{"rule 9: nobody can confirm what is not asserted", confirms("army", "jnim", "MOTIVE"), ""},
		{"rule 9: figures of one's own confirm nobody else's", confirms("army", "jnim", "OCCURRENCE", killed(2, 2)), "OCCURRENCE CORROBORATED"},
	} {
		t.Run(c.story, func(t *testing.T) {
			w := told(claim, c.response)
			expect(t, spokenOf(pictured(w.Known(0).ClaimStanding(w.claimOf("jnim")))), c.want)
		})
	}
}

// Rule 9: each of the seven confirms that the attack took place; a motive, a
// captive held, does not.
func TestWhatImpliesThatItTookPlace(t *testing.T) {
	for aspect, implies := range map[string]bool{
		"CASUALTIES": true, "EFFECTS": true, "TARGET": true, "TIME": true, "LOCATION": true, "METHOD": true, "RESPONSIBILITY": true,
		"CUSTODY": false, "MOTIVE": false,
	} {
		t.Run("rule 9: a confirmation of "+aspect, func(t *testing.T) {
			w := told(claims("jnim", on(aspect)), confirms("army", "jnim", aspect))
			got := spokenOf(pictured(w.Known(0).ClaimStanding(w.claimOf("jnim"))))
			expect(t, strings.Contains(got, "OCCURRENCE CORROBORATED"), implies)
		})
	}
}

// Rule 9, of ties: what says nothing of its scope confirms the tie.
func TestReachOfATie(t *testing.T) {
	w := toldOfATie(reports("press"), confirms("army", "press", ""))
	expect(t, pictured(w.Known(0).ClaimStanding(w.claimOf("press"))), "CORROBORATED: AFFILIATION CORROBORATED?")
}

// spokenOf leaves out of a picture what nobody answered.
func spokenOf(picture string) string {
	_, list, _ := strings.Cut(picture, ": ")
	var answered []string
	for _, aspect := range strings.Split(list, ", ") {
		if !strings.HasSuffix(aspect, "UNANSWERED") {
			answered = append(answered, aspect)
		}
	}
	return strings.Join(answered, ", ")
}
