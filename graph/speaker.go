package graph

import (
	"slices"
	"strings"
)

// Tied tells whether two actors do not speak independently (rule 4): they are
// the same, one lies in the other's upward closure, or both lie under a third,
// whenever the tie held.
func Tied(a, b ID, actors map[ID]Actor) bool {
	return intersect(closure(a, actors), closure(b, actors))
}

// closure is the actor itself and all it lies under.
func closure(id ID, actors map[ID]Actor) []ID {
	actor := actors[id]
	if actor == nil {
		return []ID{id}
	}
	return append([]ID{id}, actor.Profiled().Web.Above...)
}

func intersect(a, b []ID) bool {
	return slices.ContainsFunc(a, func(id ID) bool { return slices.Contains(b, id) })
}

// Independent tells whether a response carries weight (rule 5). One to an
// assertion that is not at hand does not: its speaker may be anyone's.
func Independent(r Response, answered Assertion, actors map[ID]Actor) bool {
	reply := r.Replied()
	switch {
	case len(reply.Asserters) == 0:
		return false
	case reply.RespondsTo == "":
		return true
	case answered == nil:
		return false
	}
	return apart(reply.Asserters, answered.Spoken().Asserters, actors)
}

// apart tells whether nobody among the ones is tied to anybody among the others.
func apart(ones, others []ID, actors map[ID]Actor) bool {
	for _, a := range ones {
		if slices.ContainsFunc(others, func(b ID) bool { return Tied(a, b, actors) }) {
			return false
		}
	}
	return true
}

// answersHimself tells whether whoever asserted it denies or doubts it himself,
// which is no answer: only others answer (rule 16). Who is said to have spoken
// may deny having said it (AUTHENTICITY), and of alternative asserters nobody
// is sure to be one (rule 3).
func answersHimself(r Response, answered Assertion) bool {
	said, reply := answered.Spoken(), r.Replied()
	if _, confirms := r.(*Confirmation); confirms || said.Alternative() || len(reply.Asserters) == 0 {
		return false
	}
	return !slices.Contains(reply.Aspects, AspectAuthenticity) && within(reply.Asserters, said.Asserters)
}

// byName puts actors into their order in pictures: by name, then id, each once
// (rule 37).
func byName(given []ID, actors map[ID]Actor) []ID {
	out := slices.Clone(given)
	slices.Sort(out)
	if out = slices.Compact(out); len(out) < 2 {
		return out
	}
	names := make(map[ID]string, len(out))
	for _, id := range out {
		if actor := actors[id]; actor != nil {
			names[id] = textKey(actor.Profiled().Name())
		}
	}
	slices.SortStableFunc(out, func(a, b ID) int { return strings.Compare(names[a], names[b]) })
	return out
}
