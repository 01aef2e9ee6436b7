package dossier

import (
	"slices"
	"strconv"
	"strings"

	"claimgraph/graph"
)

// checkAnswers holds answers against what they answer, and what supersedes
// against what it supersedes.
func (w *whole) checkAnswers() {
	for _, rec := range w.own() {
		if reply := replied(rec.node); reply != nil {
			if answered, ok := w.node(reply.RespondsTo).(graph.Assertion); ok {
				w.checkAnswer(rec, reply, answered)
			}
		}
		if said := spoken(rec.node); said != nil && said.Supersedes != said.ID {
			if earlier, ok := w.node(said.Supersedes).(graph.Assertion); ok && !w.brokenFile(said.Supersedes) {
				w.complain(rec, "", graph.CheckSupersedes(rec.node.(graph.Assertion), earlier))
			}
		}
	}
}

func (w *whole) checkAnswer(rec *record, reply *graph.Reply, answered graph.Assertion) {
	w.checkAbout(rec, reply, answered)
	if rec.node.Head().ID.Kind() == graph.KindDenial {
		w.checkDenied(rec, reply, answered)
	}
	claim, ok := answered.(*graph.Claim)
	if !ok || w.brokenFile(claim.ID) {
		return
	}
	if rec.node.Head().ID.Kind() == graph.KindConfirmation {
		w.checkConfirmed(rec, reply, claim)
	}
	w.checkConcerning(rec, reply, claim)
}

// checkConfirmed refuses to confirm what is not asserted (rule 9).
func (w *whole) checkConfirmed(rec *record, reply *graph.Reply, claim *graph.Claim) {
	if rec.broken["aspects"] {
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

// checkConcerning refuses to speak of actors whom the claim does not name (rule 15).
func (w *whole) checkConcerning(rec *record, reply *graph.Reply, claim *graph.Claim) {
	for i, id := range reply.Concerning {
		if len(claim.AttributedTo) > 0 && !slices.Contains(claim.AttributedTo, id) {
			w.report(rec.spot([]string{"concerning", strconv.Itoa(i)}), "%s concerns %s, whom %s does not name: it names %s",
				rec.node.Head().ID, id, claim.ID, spelledIDs(claim.AttributedTo))
		}
	}
}

// checkDenied refuses denials by who asserted (rule 16). Whoever denies having
// said it is heard, and where it is contested who spoke, nobody surely asserted.
func (w *whole) checkDenied(rec *record, reply *graph.Reply, answered graph.Assertion) {
	said := answered.Spoken()
	if slices.Contains(reply.Aspects, graph.AspectAuthenticity) || said.Alternative() || reply.Alternative() || rec.broken["asserters"] {
		return
	}
	for _, who := range reply.Asserters {
		if slices.Contains(said.Asserters, who) {
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

func spelledIDs(ids []graph.ID) string {
	list := make([]string, len(ids))
	for i, id := range ids {
		list[i] = string(id)
	}
	return strings.Join(list, ", ")
}

func spelled[W ~string](words []W) string {
	list := make([]string, len(words))
	for i, word := range words {
		list[i] = spelling(string(word))
	}
	return strings.Join(list, ", ")
}
