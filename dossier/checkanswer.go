package dossier

import (
	"slices"
	"strings"

	"claimgraph/graph"
)

// checkAnswers holds answers against what they answer.
func (w *whole) checkAnswers() {
	for _, rec := range w.own() {
		reply := replied(rec.node)
		if reply == nil {
			continue
		}
		answered, _ := w.node(reply.RespondsTo).(graph.Assertion)
		if answered == nil {
			continue
		}
		switch rec.node.(type) {
		case *graph.Confirmation:
			w.checkConfirmed(rec, reply, answered)
		case *graph.Denial:
			w.checkDenied(rec, reply, answered)
		}
		w.checkAbout(rec, reply, answered)
	}
}

// checkConfirmed refuses to confirm what is not asserted (rule 9).
func (w *whole) checkConfirmed(rec *record, reply *graph.Reply, answered graph.Assertion) {
	claim, ok := answered.(*graph.Claim)
	if !ok || rec.broken["aspects"] || w.brokenFile(claim.ID) {
		return
	}
	own := claim.OwnAspects()
	for _, aspect := range reply.Aspects {
		if aspect != graph.AspectUnspecified && !slices.Contains(own, aspect) {
			w.report(rec.spot([]string{"aspects"}), "%s confirms %s, which %s does not assert: it asserts %s. Write the figure, place or aspect on the claim, or leave it out here",
				rec.node.Head().ID, spelling(string(aspect)), claim.ID, spelled(own))
		}
	}
}

// checkDenied refuses denials by who asserted (rule 16).
func (w *whole) checkDenied(rec *record, reply *graph.Reply, answered graph.Assertion) {
	if slices.Equal(reply.Aspects, []graph.Aspect{graph.AspectAuthenticity}) || rec.broken["asserters"] {
		return
	}
	for _, who := range reply.Asserters {
		if slices.Contains(answered.Spoken().Asserters, who) {
			w.report(rec.at, "%s asserted it and cannot deny it: write a \"retraction\" on %s (or deny authenticity, if it is said never to have said so)", who, answered.Head().ID)
		}
	}
}

// checkAbout refuses answers that are about something else than what they answer.
func (w *whole) checkAbout(rec *record, reply *graph.Reply, answered graph.Assertion) {
	about := answered.Spoken().About
	for _, id := range reply.About {
		if len(about) > 0 && !slices.Contains(about, id) {
			w.report(rec.spot([]string{"about"}), "%s is about %s, and what it answers is not", rec.node.Head().ID, id)
		}
	}
}

// brokenFile tells whether a node's record in the files could not be read whole.
func (w *whole) brokenFile(id graph.ID) bool {
	rec := w.files[id]
	return rec != nil && len(rec.broken) > 0
}

func spelled[W ~string](words []W) string {
	list := make([]string, len(words))
	for i, word := range words {
		list[i] = spelling(string(word))
	}
	return strings.Join(list, ", ")
}
