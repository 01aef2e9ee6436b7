package graph_test

import (
	"strings"
	"testing"

	"claimgraph/graph"
)

// What a response contradicts in what it answers.
func TestResponsesFitWhatTheyAnswer(t *testing.T) {
	for _, c := range []struct {
		story           string
		claim, response sentence
		at              string
	}{
		{"rule 9: it confirms what is asserted", claims("jnim"), confirms("army", "jnim", "OCCURRENCE"), ""},
		{"rule 9: it confirms what is not asserted", claims("jnim"), confirms("army", "jnim", "OCCURRENCE CASUALTIES"), "aspects.1"},
		{"rule 9: it confirms nobody knows what", claims("jnim"), confirms("army", "jnim", ""), ""},
		{"rule 8: it denies what is not asserted", claims("jnim"), denies("army", "jnim", "CASUALTIES"), ""},
		{"it is about another raid", claims("jnim"), denies("army", "jnim", "", about(raid, "attack:other")), "about.1"},
		{"rule 15: it concerns one who is accused", accuses("jnim", "french niger"), denies("french", "jnim", "", concerning("french")), ""},
		{"rule 15: it concerns somebody nobody accused", accuses("jnim", "french"), denies("french", "jnim", "", concerning("french un")), "concerning.1"},
		{"rule 16: who claimed it denies it: a retraction", claims("jnim"), denies("jnim", "jnim", "RESPONSIBILITY"), "asserters.0"},
		{"rule 16: of two who claimed it one denies it with others", claims("daesh jnim"), denies("army jnim", "daesh", ""), "asserters.1"},
		{"rule 16: who is said to have claimed it denies having said so", claims("jnim"), denies("jnim", "jnim", "AUTHENTICITY"), ""},
		{"rule 16: one of two who may have claimed it denies it", claims("jnim daesh", oneOrTheOther), denies("jnim", "jnim", ""), ""},
		{"rule 16: one of two denies it, and one of them claimed it", claims("jnim"), denies("jnim daesh", "jnim", "", oneOrTheOther), ""},
		{"rule 5: who claimed it confirms it: heard, without weight", claims("jnim"), confirms("jnim", "jnim", "OCCURRENCE"), ""},
	} {
		t.Run(c.story, func(t *testing.T) {
			w := told(c.claim, c.response)
			expect(t, trouble(graph.CheckResponse(w.Responses[0], w.Claims[0])), c.at)
		})
	}
}

// Rule 27: what an assertion may stand in place of.
func TestOnlyTheSpeakerReplacesHisWords(t *testing.T) {
	for _, c := range []struct {
		story          string
		earlier, later sentence
		at             string
	}{
		{"rule 27: its own speaker's", reports("army"), reports("army"), ""},
		{"rule 27: one of two who said it", reports("army police"), reports("police"), ""},
		{"rule 27: somebody else's", reports("army"), reports("un"), "supersedes"},
		{"rule 27: the source names neither speaker", reports(""), reports(""), ""},
		{"rule 27: the source names the later speaker alone", reports(""), reports("army"), "supersedes"},
		{"rule 27: about one of two raids alone", reports("army", about(raid, "attack:other")), reports("army"), "supersedes"},
		{"rule 27: about one raid more", reports("army"), reports("army", about(raid, "attack:other")), ""},
	} {
		t.Run(c.story, func(t *testing.T) {
			w := told(c.earlier, c.later)
			expect(t, trouble(graph.CheckSupersedes(w.Claims[1], w.Claims[0])), c.at)
		})
	}
}

// What leads back to itself: each letter leads to the next, the last one nowhere
// or, after a stroke, to the letter named there.
func TestCircles(t *testing.T) {
	for _, c := range []struct{ story, way, from, at string }{
		{"a village in a region in a country", "vrc", "v", ""},
		{"a country in its own village", "vrc/v", "v", "parent"},
		{"in itself", "v/v", "v", "parent"},
		{"a village in a circle of others is found at those", "vrc/r", "v", ""},
		{"at those in it", "vrc/r", "r", "parent"},
	} {
		t.Run(c.story, func(t *testing.T) {
			line, back, _ := strings.Cut(c.way, "/")
			next := func(id graph.ID) graph.ID {
				if i := strings.Index(line, string(id)); i+1 < len(line) {
					return graph.ID(line[i+1])
				}
				return graph.ID(back)
			}
			expect(t, trouble(graph.CheckCircle("parent", graph.ID(c.from), next)), c.at)
		})
	}
}
