package naive

import (
	"cmp"
	"slices"

	"claimgraph/graph"
)

// Timeline is what happened and was said of an attack by then, in no order of
// time: by event, then node. What was taken back is told as well.
func Timeline(w World, attack graph.ID, asOf graph.AsOf) []graph.TimelineEntry {
	var found []graph.TimelineEntry
	var cited []graph.Citation
	note := func(event graph.TimelineEvent, node graph.ID, on graph.DateRange) {
		found = append(found, graph.TimelineEntry{On: on, Event: event, Node: node})
	}
	takenBack := func(r *graph.Retraction, node graph.ID) {
		if !Retracted(w, r, asOf) {
			return
		}
		on := r.On
		if on.Latest == 0 {
			on = w.At(r.Source).(*graph.Source).Published
		}
		note(graph.EventRetracted, node, on)
	}
	a := w.At(attack).(*graph.Attack)
	if reached(w.firstSource(a), asOf) {
		note(graph.EventOccurred, attack, AttackValues(w, attack, asOf).Occurred)
	}
	cited = append(cited, a.Citations...)
	events := map[graph.NodeKind]graph.TimelineEvent{
		graph.KindClaim: graph.EventClaimed, graph.KindConfirmation: graph.EventConfirmed,
		graph.KindDenial: graph.EventDenied, graph.KindDoubt: graph.EventDoubted,
	}
	var statements []graph.ID
	for _, n := range w {
		said, ok := n.(graph.Assertion)
		if !ok || !slices.Contains(said.Spoken().About, attack) || !Public(w, said, asOf) {
			continue
		}
		s := said.Spoken()
		note(events[s.ID.Kind()], s.ID, s.Made)
		takenBack(s.Retraction, s.ID)
		cited = append(cited, s.Citations...)
		if s.Statement != "" && !slices.Contains(statements, s.Statement) {
			statements = append(statements, s.Statement)
		}
	}
	for _, id := range statements {
		s := w.At(id).(*graph.Statement)
		since := s.Released.Latest
		if since == 0 {
			since = w.firstSource(s)
		}
		if reached(since, asOf) {
			note(graph.EventStated, id, s.Released)
			cited = append(cited, s.Citations...)
		}
	}
	for _, n := range w {
		s, ok := n.(*graph.Source)
		carries := func(c graph.Citation) bool { return c.Source == n.Head().ID }
		if ok && slices.ContainsFunc(cited, carries) && reached(s.Published.Latest, asOf) {
			note(graph.EventPublished, s.ID, s.Published)
			takenBack(s.Retraction, s.ID)
		}
	}
	slices.SortFunc(found, func(a, b graph.TimelineEntry) int {
		return cmp.Or(slices.Index(graph.TimelineEvents, a.Event)-slices.Index(graph.TimelineEvents, b.Event), cmp.Compare(a.Node, b.Node))
	})
	return found
}
