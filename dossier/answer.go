package dossier

import (
	"slices"
	"strings"

	"claimgraph/graph"
)

// nameAnswers gives answers without an id one made of what they answer and who
// speaks, under their verb: "denial:ml-2017-abeibara-jnim-french-forces". It
// does not change when other answers are added.
func (w *whole) nameAnswers() {
	given := map[graph.ID]*record{}
	for _, rec := range w.own() {
		reply := replied(rec.node)
		if reply == nil {
			continue
		}
		w.answerTo(rec, reply)
		if reply.ID != "" || rec.broken["id"] {
			continue
		}
		id := answerID(kindOf(rec), reply)
		first := given[id]
		switch {
		case reply.RespondsTo == "" && len(reply.About) == 0:
			w.report(rec.at, "an answer that stands beneath nothing says what it answers, with \"respondsTo\" or \"about\"")
			rec.broken["about"] = true
		case id == "":
			w.report(rec.at, "this answer needs an \"id\": none follows from what it answers and who speaks")
		case first != nil:
			reply.ID, rec.second = id, true
		default:
			reply.ID, given[id] = id, rec
			if w.files[id] == nil {
				w.files[id] = rec
			}
		}
	}
}

// answerTo fills in what an answer answers from where it stands: the assertion
// above it, or the attack or tie directly.
func (w *whole) answerTo(rec *record, reply *graph.Reply) {
	if rec.scope.answered == nil {
		return
	}
	above := rec.scope.answered.node
	id := above.Head().ID
	if _, ok := above.(graph.Assertion); ok {
		if reply.RespondsTo == "" {
			reply.RespondsTo = id
		}
		if reply.RespondsTo != id {
			w.report(rec.spot([]string{"respondsTo"}), "this answer stands beneath %s and answers %s; leave \"respondsTo\" out, or write it elsewhere", id, reply.RespondsTo)
		}
		return
	}
	if len(reply.About) == 0 && id != "" && !rec.broken["about"] {
		reply.About = []graph.ID{id}
	}
}

func replied(n graph.Node) *graph.Reply {
	if r, ok := n.(graph.Response); ok {
		return r.Replied()
	}
	return nil
}

// answerID is the default id of an answer, "" where none follows.
func answerID(kind graph.NodeKind, reply *graph.Reply) graph.ID {
	answered := reply.RespondsTo
	if answered == "" && len(reply.About) == 1 {
		answered = reply.About[0]
	}
	if answered == "" {
		return ""
	}
	parts := []string{keyOf(answered)}
	for _, who := range reply.Asserters {
		parts = append(parts, keyOf(who))
	}
	if len(reply.Asserters) == 0 {
		parts = append(parts, "unnamed")
	}
	id, err := graph.ParseID(graph.KindNamed(kind).Prefix + ":" + strings.Join(parts, "-"))
	if err != nil {
		return ""
	}
	return id
}

func keyOf(id graph.ID) string {
	_, key, _ := strings.Cut(string(id), ":")
	return key
}

// fillAnswers fills in what answers are about: what that is about which they answer.
func (w *whole) fillAnswers() {
	for _, rec := range w.own() {
		if replied(rec.node) != nil {
			w.aboutOf(rec.node, 0)
		}
	}
}

// aboutOf follows answers to answers; a circle of them ends with nothing.
func (w *whole) aboutOf(n graph.Node, depth int) []graph.ID {
	said := spoken(n)
	if said == nil {
		return nil
	}
	reply := replied(n)
	if len(said.About) > 0 || reply == nil || depth > maxDepth {
		return said.About
	}
	said.About = slices.Clone(w.aboutOf(w.node(reply.RespondsTo), depth+1))
	return said.About
}
