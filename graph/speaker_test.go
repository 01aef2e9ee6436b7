package graph_test

import (
	"testing"

	"claimgraph/graph"
)

// Rule 4: who does not speak independently of whom.
func TestTied(t *testing.T) {
	for _, c := range []struct {
		story string
		ties  []sentence
		want  bool
	}{
		{"rule 4: two strangers", nil, false},
		{"rule 4: part of the other", []sentence{tie("katiba", "jnim")}, true},
		{"rule 4: the other is part of it", []sentence{tie("jnim", "katiba")}, true},
		{"rule 4: part of a part of the other", []sentence{tie("ansar", "jnim"), tie("katiba", "ansar")}, true},
		{"rule 4: both under a third", []sentence{tie("jnim", "qaeda"), tie("katiba", "qaeda")}, true},
		{"rule 4: under two that are strangers", []sentence{tie("jnim", "qaeda"), tie("katiba", "daesh")}, false},
		{"rule 4: a third lies under both", []sentence{tie("third", "jnim"), tie("third", "katiba")}, false},
	} {
		t.Run(c.story, func(t *testing.T) {
			w := told(c.ties...)
			expect(t, graph.Tied("group:katiba", "group:jnim", w.Actors), c.want)
			expect(t, graph.Tied("group:jnim", "group:katiba", w.Actors), c.want)
		})
	}
	t.Run("rule 4: everybody is tied to himself", func(t *testing.T) {
		expect(t, graph.Tied("group:jnim", "group:jnim", nil), true)
	})
}

// Rules 3 and 5: whose word carries weight.
func TestIndependent(t *testing.T) {
	for _, c := range []struct {
		story string
		tell  []sentence
		want  bool
	}{
		{"rule 5: another than who claimed it", []sentence{claims("jnim"), confirms("army", "jnim", "OCCURRENCE")}, true},
		{"rule 5: who claimed it himself", []sentence{claims("jnim"), confirms("jnim", "jnim", "OCCURRENCE")}, false},
		{"rule 5: somebody tied to who claimed it", []sentence{tie("katiba", "jnim"), claims("jnim"), confirms("katiba", "jnim", "OCCURRENCE")}, false},
		{"rule 5: tied to who claimed it through a third", []sentence{
			tie("jnim", "qaeda"), tie("shabaab", "qaeda"), claims("jnim"), confirms("shabaab", "jnim", "OCCURRENCE"),
		}, false},
		{"rule 5: two speak, one of them tied", []sentence{tie("katiba", "jnim"), claims("jnim"), confirms("army katiba", "jnim", "OCCURRENCE")}, false},
		{"rule 5: tied to one of two who claimed it", []sentence{tie("katiba", "jnim"), claims("daesh jnim"), confirms("katiba", "daesh", "OCCURRENCE")}, false},
		{"rule 5: it answers the raid itself, and names its speaker", []sentence{confirms("army", "", "OCCURRENCE")}, true},
		{"rule 5: it answers the raid itself, and names nobody", []sentence{confirms("", "", "OCCURRENCE")}, false},
		{"rule 3: the source names nobody", []sentence{claims("jnim"), confirms("", "jnim", "OCCURRENCE")}, false},
		{"rule 3: of two of whom one spoke, one is tied", []sentence{tie("katiba", "jnim"), claims("jnim"), confirms("army katiba", "jnim", "OCCURRENCE", oneOrTheOther)}, false},
		{"rule 3: one of two who may have claimed it", []sentence{claims("daesh jnim", oneOrTheOther), confirms("jnim", "daesh", "OCCURRENCE")}, false},
		{"rule 3: a spokesman's words are those for whom he speaks", []sentence{
			tie("voice", "jnim"), claims("jnim"), confirms("army", "jnim", "OCCURRENCE", func(a graph.Assertion) { a.Spoken().Voice = "group:voice" }),
		}, true},
		{"rule 5: what it answers is not at hand", []sentence{confirms("army", "lost", "OCCURRENCE")}, false},
	} {
		t.Run(c.story, func(t *testing.T) {
			w := told(c.tell...)
			w.Derive()
			expect(t, w.Responses[0].Replied().Independent, c.want)
		})
	}
}
