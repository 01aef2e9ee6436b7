package graph

import (
	"slices"
	"strings"
)

// TimelineEntry is one thing that happened to what is known of an attack.
type TimelineEntry struct {
	On    DateRange     `json:"on"`
	Event TimelineEvent `json:"event"`
	Node  ID            `json:"node"`
}

// Timeline is what happened and was said by then, in order of time, the
// undated last: the attack, the statements, claims and responses about it, the
// publication of the sources that carry any of these, and what was taken back.
// What was retracted is still listed (rule 1).
func (v *View) Timeline() []TimelineEntry {
	t := &timeline{View: v, sources: idSet{}}
	if attack, ok := v.Subject.(*Attack); ok && v.on.knows(firstPublished(attack.Citations, v.Sources).Latest) {
		t.add(v.occurred(attack), EventOccurred, attack.ID)
	}
	t.cite(v.Subject.Cites())
	stated := idSet{}
	for _, a := range v.assertions() {
		said := a.Spoken()
		if !Public(a, v.Sources, v.on) || !slices.Contains(said.About, v.Subject.Head().ID) {
			continue
		}
		t.add(said.Made, eventOf(a), said.ID)
		t.retract(said.Retraction, said.ID)
		t.cite(said.Citations)
		stated.add(said.Statement)
	}
	for id := range stated {
		if s := v.Statements[id]; s != nil && v.released(s) {
			t.add(s.Released, EventStated, id)
			t.cite(s.Citations)
		}
	}
	for id := range t.sources {
		if s := v.Sources[id]; s != nil && v.on.knows(s.Published.Latest) {
			t.add(s.Published, EventPublished, id)
			t.retract(s.Retraction, id)
		}
	}
	slices.SortFunc(t.entries, compareEntries)
	return t.entries
}

// released tells whether a statement was public by then, as rule 2 has it of
// assertions.
func (v *View) released(s *Statement) bool {
	if s.Released.Latest != 0 {
		return v.on.knows(s.Released.Latest)
	}
	return v.on.knows(firstPublished(s.Citations, v.Sources).Latest)
}

type timeline struct {
	*View
	entries []TimelineEntry
	sources idSet
}

func (t *timeline) add(on DateRange, event TimelineEvent, node ID) {
	t.entries = append(t.entries, TimelineEntry{on, event, node})
}

func (t *timeline) retract(r *Retraction, node ID) {
	if Withdrawn(r, t.Sources, t.on) {
		t.add(withdrawn(r, t.Sources), EventRetracted, node)
	}
}

func (t *timeline) cite(citations []Citation) { t.sources.add(citedIDs(citations)...) }

// eventOf is the making of an assertion.
func eventOf(a Assertion) TimelineEvent {
	switch a.(type) {
	case *Confirmation:
		return EventConfirmed
	case *Denial:
		return EventDenied
	case *Doubt:
		return EventDoubted
	}
	return EventClaimed
}

func compareEntries(a, b TimelineEntry) int {
	if c := int(flag(undated(a.On)) - flag(undated(b.On))); c != 0 {
		return c
	}
	for _, c := range []int{
		strings.Compare(dateKey(a.On), dateKey(b.On)),
		strings.Compare(wordKey(a.Event, TimelineEvents), wordKey(b.Event, TimelineEvents)),
	} {
		if c != 0 {
			return c
		}
	}
	return strings.Compare(string(a.Node), string(b.Node))
}

func undated(r DateRange) bool { return r.Earliest == 0 && r.Latest == 0 }
