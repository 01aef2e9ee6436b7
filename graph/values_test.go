package graph_test

import (
	"fmt"
	"testing"

	"claimgraph/graph"
)

// recorded is what the record of the raid says in its sources' own voice.
func recorded(values graph.AttackValues) sentence {
	return func(w world) { w.Subject.(*graph.Attack).Recorded = values }
}

func (w world) attack() *graph.Attack {
	w.Derive()
	return w.Subject.(*graph.Attack)
}

func on19th(how graph.Derivation) graph.AttackValues {
	return graph.AttackValues{Occurred: graph.OnDay(october(19), how)}
}

// Rule 7: when the raid took place, as all say it together.
func TestWhenItTookPlace(t *testing.T) {
	siege := days(18, 21)
	siege.Extent = graph.Span
	inferred := days(17, 18)
	inferred.Derivation = graph.Inferred
	for _, c := range []struct {
		story string
		tell  []sentence
		want  string
	}{
		{"rule 7: nobody says", nil, "- MOMENT UNKNOWN UNSTATED"},
		{"rule 7: nobody says, before a day at least", []sentence{recorded(graph.AttackValues{Occurred: graph.NoDate(october(27))})}, "-2017-10-27 MOMENT UNKNOWN UNSTATED"},
		{"rule 7: the record alone", []sentence{recorded(on19th(graph.Partial))}, "2017-10-19-2017-10-19 MOMENT DAY PARTIAL"},
		{"rule 7: a claim alone: what the record leaves unstated yields", []sentence{recorded(graph.AttackValues{Occurred: graph.NoDate(october(17))}), claims("jnim", dated(days(19, 19)))},
			"2017-10-19-2017-10-19 MOMENT DAY EXPLICIT"},
		{"rule 7: all say the same: the record's word stands", []sentence{recorded(on19th(graph.Partial)), claims("jnim", dated(days(19, 19)))}, "2017-10-19-2017-10-19 MOMENT DAY PARTIAL"},
		{"rule 7: two days apart, from the first to the last", []sentence{recorded(on19th(graph.Explicit)), claims("jnim", dated(days(21, 21)))},
			"2017-10-19-2017-10-21 MOMENT RANGE EXPLICIT"},
		{"rule 7: the weakest derivation of several", []sentence{recorded(on19th(graph.Partial)), claims("jnim", dated(inferred)), reports("un", dated(days(20, 20)))},
			"2017-10-17-2017-10-20 MOMENT RANGE INFERRED"},
		{"rule 7: a siege, if one says so", []sentence{recorded(on19th(graph.Explicit)), claims("jnim", dated(siege))}, "2017-10-18-2017-10-21 SPAN RANGE EXPLICIT"},
		{"rule 7: one does not know how early", []sentence{recorded(on19th(graph.Explicit)), claims("jnim", dated(days(0, 20)))}, "-2017-10-20 MOMENT RANGE EXPLICIT"},
		{"rule 7: one does not know how late", []sentence{recorded(on19th(graph.Explicit)), claims("jnim", dated(days(18, 0)))}, "2017-10-18- MOMENT RANGE EXPLICIT"},
		{"rule 7: what is denied is said all the same", []sentence{recorded(on19th(graph.Explicit)), claims("jnim", dated(days(21, 21))), denies("army", "jnim", "")},
			"2017-10-19-2017-10-21 MOMENT RANGE EXPLICIT"},
		{"rule 7: what was taken back is said no more", []sentence{recorded(on19th(graph.Explicit)), claims("jnim", dated(days(21, 21)), takenBack(25))},
			"2017-10-19-2017-10-19 MOMENT DAY EXPLICIT"},
		{"rule 7: what is said of another raid", []sentence{recorded(on19th(graph.Explicit)), claims("jnim", dated(days(21, 21)), about("attack:other"))},
			"2017-10-19-2017-10-19 MOMENT DAY EXPLICIT"},
	} {
		t.Run(c.story, func(t *testing.T) {
			r := told(c.tell...).attack().Occurred
			expect(t, fmt.Sprintf("%s-%s %s %s %s", r.Earliest, r.Latest, r.Extent, r.Precision, r.Derivation), c.want)
		})
	}
}

// Rule 7: where, how and against whom, as all say it together; and what is
// certain of it: kinds and targets given by one whose word stands.
func TestWhatItWas(t *testing.T) {
	said := func(kind graph.AttackKind, target graph.VictimCategory, where ...graph.PlaceRef) detail {
		return func(a graph.Assertion) {
			c := a.(*graph.Claim)
			c.AssertedKinds, c.AssertedTargets, c.AssertedPlaces = []graph.AttackKind{kind}, []graph.Target{{Category: target}}, where
		}
	}
	record := recorded(graph.AttackValues{
		Kinds: []graph.AttackKind{"AMBUSH"}, Targets: []graph.Target{{Category: "STATE_FORCE"}}, Places: []graph.PlaceRef{place("NEAR", "soumpi")},
	})
	for _, c := range []struct {
		story                           string
		tell                            []sentence
		kinds, certain, targets, places string
	}{
		{"rule 7: the record alone", nil, "AMBUSH", "AMBUSH STATE_FORCE", "STATE_FORCE", "NEAR soumpi"},
		{"rule 7: a claim adds to the record", []sentence{claims("jnim", said("RAID", "CIVILIAN", place("AT", "soumpi")))},
			"AMBUSH RAID", "AMBUSH RAID STATE_FORCE CIVILIAN", "STATE_FORCE CIVILIAN", "NEAR soumpi; AT soumpi"},
		{"rule 7: what two say stands once", []sentence{claims("jnim", said("AMBUSH", "STATE_FORCE", place("NEAR", "soumpi")))},
			"AMBUSH", "AMBUSH STATE_FORCE", "STATE_FORCE", "NEAR soumpi"},
		{"rule 7: by word of a claim that is denied: said, not certain", []sentence{claims("jnim", said("RAID", "CIVILIAN")), denies("army", "jnim", "")},
			"AMBUSH RAID", "AMBUSH STATE_FORCE", "STATE_FORCE CIVILIAN", "NEAR soumpi"},
		{"rule 7: by word of a claim that is doubted", []sentence{claims("jnim", said("RAID", "CIVILIAN")), doubts("army", "jnim", "")},
			"AMBUSH RAID", "AMBUSH STATE_FORCE", "STATE_FORCE CIVILIAN", "NEAR soumpi"},
		{"rule 7: by word of a claim that is contested", []sentence{claims("jnim", said("RAID", "CIVILIAN")), denies("army", "jnim", ""), confirms("un", "jnim", "RESPONSIBILITY")},
			"AMBUSH RAID", "AMBUSH STATE_FORCE", "STATE_FORCE CIVILIAN", "NEAR soumpi"},
		{"rule 7: by word of a claim that is disputed in part: it stands", []sentence{claims("jnim", said("RAID", "CIVILIAN")), denies("army", "jnim", "MOTIVE")},
			"AMBUSH RAID", "AMBUSH RAID STATE_FORCE CIVILIAN", "STATE_FORCE CIVILIAN", "NEAR soumpi"},
	} {
		t.Run(c.story, func(t *testing.T) {
			a := told(append([]sentence{mali, record}, c.tell...)...).attack()
			var targets []graph.VictimCategory
			for _, target := range a.Targets {
				targets = append(targets, target.Category)
			}
			expect(t, joined(a.Kinds), c.kinds)
			expect(t, joined(a.Index.KindsCertain)+" "+joined(a.Index.TargetsCertain), c.certain)
			expect(t, joined(targets), c.targets)
			expect(t, placesOf(a), c.places)
			expect(t, joined(a.Recorded.Kinds), "AMBUSH") // the record alone stays to be seen
		})
	}
}

func placesOf(a *graph.Attack) (text string) {
	for i, p := range a.Places {
		if i > 0 {
			text += "; "
		}
		text += string(p.Relation)
		for _, id := range p.Locations {
			text += " " + string(id[len("location:"):])
		}
	}
	return text
}

// Rule 7: whose dates must match for a match to be certain, and whose make it
// possible: all that are stated; one in brackets does not stand.
func TestWhoseDatesMustMatch(t *testing.T) {
	for _, c := range []struct {
		story string
		tell  []sentence
		want  string
	}{
		{"rule 7: all who state one", []sentence{recorded(on19th(graph.Explicit)), claims("jnim", dated(days(20, 20)))}, "attack:raid claim:jnim"},
		{"rule 7: who states none is not asked", []sentence{recorded(on19th(graph.Explicit)), claims("jnim"), reports("un", dated(graph.NoDate(october(27))))}, "attack:raid"},
		{"rule 7: the record states none", []sentence{claims("jnim", dated(days(20, 20)))}, "claim:jnim"},
		{"rule 7: nobody states one: the record's bound", nil, "attack:raid"},
		{"rule 7: a claim that is denied", []sentence{recorded(on19th(graph.Explicit)), claims("jnim", dated(days(20, 20))), denies("army", "jnim", "")}, "attack:raid (claim:jnim)"},
		{"rule 7: a claim that is doubted", []sentence{claims("jnim", dated(days(20, 20))), doubts("army", "jnim", "")}, "(claim:jnim)"},
		{"rule 7: a claim that is disputed in part stands", []sentence{claims("jnim", dated(days(20, 20))), denies("army", "jnim", "MOTIVE")}, "claim:jnim"},
	} {
		t.Run(c.story, func(t *testing.T) {
			var whose []string
			for _, link := range told(c.tell...).attack().Index.Dates {
				name := string(link.To)
				if firm := link.Values[3]; firm != int64(1) {
					name = "(" + name + ")"
				}
				whose = append(whose, name)
			}
			expect(t, joined(whose), c.want)
		})
	}
}
