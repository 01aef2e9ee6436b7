package graph_test

import (
	"testing"

	"claimgraph/graph"
)

func asOf(day int) graph.AsOf { return graph.AsOf(october(day)) }

// Rule 1: what counts, and when. The claim is made on the 20th.
func TestCounted(t *testing.T) {
	now := graph.Now
	for _, c := range []struct {
		story string
		tell  []sentence
		asOf  graph.AsOf
		want  bool
	}{
		{"rule 1: a claim nobody took back", []sentence{claims("jnim")}, now, true},
		{"rule 1: not yet made by then", []sentence{claims("jnim")}, asOf(19), false},
		{"rule 1: made by the end of that day", []sentence{claims("jnim")}, asOf(20), true},
		{"rule 1: taken back", []sentence{claims("jnim", takenBack(25))}, now, false},
		{"rule 1: the day before it was taken back", []sentence{claims("jnim", takenBack(25))}, asOf(24), true},
		{"rule 1: the day it was taken back", []sentence{claims("jnim", takenBack(25))}, asOf(25), false},
		{"rule 1: taken back on a day unknown, before the paper said so", []sentence{claims("jnim", takenBack(0))}, asOf(26), true},
		{"rule 1: taken back on a day unknown, once the paper said so", []sentence{claims("jnim", takenBack(0))}, asOf(27), false},
		{"rule 1: taken back between two days, not sure to have been by the first", []sentence{claims("jnim", func(a graph.Assertion) {
			a.Spoken().Retraction = &graph.Retraction{On: days(22, 25)}
		})}, asOf(23), true},
		{"rule 1: taken back, nobody knows when: on no day is it sure to count", []sentence{published("blog", 0), claims("jnim", func(a graph.Assertion) {
			a.Spoken().Retraction = &graph.Retraction{Source: "source:blog"}
		})}, asOf(20), false},
		{"rule 1: one of two papers taken back", []sentence{published("late", 28), withdrawn("late", 29), claims("jnim", in("paper", "late"))}, now, true},
		{"rule 1: all papers taken back", []sentence{withdrawn("paper", 29), claims("jnim")}, now, false},
		{"rule 1: before all papers were taken back", []sentence{withdrawn("paper", 29), claims("jnim")}, asOf(28), true},
		{"rule 1: the only paper of the day taken back, the other not yet out", []sentence{
			published("late", 30), withdrawn("paper", 28), claims("jnim", in("paper", "late")),
		}, asOf(29), false},
		{"rule 1: the other paper is out", []sentence{
			published("late", 30), withdrawn("paper", 28), claims("jnim", in("paper", "late")),
		}, asOf(30), true},
		{"rule 1: heard on the radio before any paper wrote of it", []sentence{claims("jnim")}, asOf(21), true},
	} {
		t.Run(c.story, func(t *testing.T) {
			w := told(c.tell...)
			expect(t, graph.Counted(w.Claims[0], w.Sources, c.asOf), c.want)
		})
	}
}

// Rule 2: since when something is public. The paper is of the 27th.
func TestPublicSince(t *testing.T) {
	blog := published("blog", 0) // it bears no date
	for _, c := range []struct {
		story string
		tell  []sentence
		want  int
	}{
		{"rule 2: said on a day", []sentence{denies("french", "", "", made(22))}, 22},
		{"rule 2: said between two days", []sentence{denies("french", "", "", func(a graph.Assertion) { a.Spoken().Made = days(22, 24) })}, 24},
		{"rule 2: nobody says when: with the paper", []sentence{denies("french", "", "", made(0))}, 27},
		{"rule 2: nobody says when: with the earliest paper", []sentence{published("early", 24), denies("french", "", "", made(0), in("paper", "early"))}, 24},
		{"rule 2: nobody says when, a paper without a date beside one with", []sentence{blog, denies("french", "", "", made(0), in("blog", "paper"))}, 27},
		{"rule 2: nobody says when, and the paper has no date", []sentence{blog, denies("french", "", "", made(0), in("blog"))}, 0},
		{"rule 2: an author takes it for an answer: with the author's paper", []sentence{denies("french", "", "", judgedBy("author"))}, 27},
		{"rule 2: said after the paper that takes it for an answer", []sentence{denies("french", "", "", judgedBy("author"), made(29))}, 29},
		{"rule 2: an author takes it for an answer, and no paper has a date", []sentence{blog, denies("french", "", "", judgedBy("author"), in("blog"))}, 0},
		{"rule 2: who speaks says himself what he answers", []sentence{denies("french", "", "", judgedBy("french"))}, 22},
	} {
		t.Run(c.story, func(t *testing.T) {
			w := told(c.tell...)
			r := w.Responses[0]
			expect(t, graph.PublicSince(r, w.Sources), october(c.want))
			expect(t, graph.Public(r, w.Sources, graph.Now), true)
			expect(t, graph.Public(r, w.Sources, asOf(31)), c.want != 0)
		})
	}
}
