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
	if i := slices.IndexFunc(s.walked, func(w graph.Reaches) bool { return reflect.DeepEqual(w, r) }); i >= 0 {
		return walkName(i)
	}
	from, to, l := s.name("m"), s.name("n"), s.name("r")
	walk := "CALL () { MATCH (" + from + ":" + nodeLabel + ")" + where(from+"."+idOf+" IN "+s.value(texts(r.Far))) +
		" MATCH (" + from + ")<-[" + l + ":" + quoted(r.Relation.Name) + "*1..]-(" + to + ")" + where(s.everyLink(r.Edge, l)) +
		" WITH DISTINCT " + to + " RETURN collect(" + to + ") AS " + walkName(len(s.walks)) + " }\n"
	s.walks, s.walked = append(s.walks, walk), append(s.walked, r)
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
