package neo4j

import (
	"reflect"
	"slices"
	"strconv"

	"claimgraph/graph"
)

// walk gives the list of all nodes that reach one of those named. It is found
// once, before anything else, from the far end: with nothing but distinct ends
// wanted the server visits every node once, however many ways lead there and
// whatever circles they make.
// The same walk asked for twice is one.
func (s *statement) walk(r graph.Reaches) string {
	l := s.name("r")
	return s.once(r, r.Far, func(from, to string) string {
		return "(" + from + ")<-[" + l + ":" + quoted(r.Relation.Name) + "*1..]-(" + to + ")" + where(s.everyLink(r.Edge, l))
	})
}

// around gives the list of the places that those named lie in: a few, where the
// named ones are a few. Asked of each place by itself, whether one of them lies in
// it, all that lie there are looked at.
func (s *statement) around(h graph.Has) (list string, ok bool) {
	far, named := h.Far.(graph.IDIn)
	if h.Relation != graph.Inside || !h.In || h.Edge != nil || !named {
		return "", false
	}
	return s.once(h, far, func(from, to string) string { return link(from, "", h.Relation, false, to) }), true
}

// once gives the list of what is found from the nodes named, once.
func (s *statement) once(what graph.Pred, named graph.IDIn, pattern func(from, to string) string) string {
	if i := slices.IndexFunc(s.walked, func(p graph.Pred) bool { return reflect.DeepEqual(p, what) }); i >= 0 {
		return walkName(i)
	}
	from, to := s.name("m"), s.name("n")
	walk := "CALL () { MATCH (" + from + ":" + nodeLabel + ")" + where(from+"."+idOf+" IN "+s.value(graph.Texts(named))) + " MATCH " + pattern(from, to) +
		" WITH DISTINCT " + to + " RETURN collect(" + to + ") AS " + walkName(len(s.walks)) + " }\n"
	s.walks, s.walked = append(s.walks, walk), append(s.walked, what)
	return walkName(len(s.walks) - 1)
}

func (s *statement) everyLink(edge graph.Pred, l string) string {
	if edge == nil {
		return always
	}
	one := s.name("e")
	return "all(" + one + " IN " + l + " WHERE " + s.test(edge, spot{name: one}) + ")"
}

func walkName(i int) string { return "w" + strconv.Itoa(i) }
