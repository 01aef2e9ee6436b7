package graph

import (
	"maps"
	"slices"
)

// View is a case as it was known at the end of a day: what counts, and what
// answers what.
type View struct {
	*Case
	on      AsOf
	replies map[ID][]Response // the counted ones, by what they answer; under "" those to the subject itself
	weighty map[ID]bool       // the independent ones among them (rule 5)
	rank    map[ID]int        // the responses' default order
}

// Known is the case as it was known then.
func (c *Case) Known(on AsOf) *View {
	return c.knownWith(on, func(r Response) bool { return Counted(r, c.Sources, on) })
}

// knownWith is the case as it was known then, of the responses those alone that count.
func (c *Case) knownWith(on AsOf, counts func(Response) bool) *View {
	v := &View{Case: c, on: on, replies: map[ID][]Response{}, weighty: map[ID]bool{}, rank: map[ID]int{}}
	answered := c.answered()
	inOrder := c.Responses
	if !c.ordered {
		inOrder = slices.Clone(inOrder)
		sortByDefault(inOrder)
	}
	for i, r := range inOrder {
		reply := r.Replied()
		v.rank[reply.ID] = i
		if !counts(r) {
			continue
		}
		v.weighty[reply.ID] = Independent(r, answered[reply.RespondsTo], c.Actors)
		v.replies[reply.RespondsTo] = append(v.replies[reply.RespondsTo], r)
	}
	return v
}

// answered is all that the responses answer, as far as it is at hand.
func (c *Case) answered() map[ID]Assertion {
	all := maps.Clone(c.Answered)
	if all == nil {
		all = map[ID]Assertion{}
	}
	for _, claim := range c.Claims {
		all[claim.ID] = claim
	}
	for _, r := range c.Responses {
		all[r.Head().ID] = r
	}
	return all
}

func (v *View) counted(a Assertion) bool { return Counted(a, v.Sources, v.on) }

func (v *View) retracted(c *Claim) bool {
	return Public(c, v.Sources, v.on) && Withdrawn(c.Retraction, v.Sources, v.on)
}

// inOrder puts responses into their default order, each once.
func (v *View) inOrder(ids []ID) []ID {
	slices.SortFunc(ids, func(a, b ID) int { return v.rank[a] - v.rank[b] })
	return slices.Compact(ids)
}

// hearing is a claim with what it asserts and the responses to it.
type hearing struct {
	claim   *Claim
	about   []ID     // the subjects looked at: the claim's, or one of them (rule 17)
	own     []Aspect // rule 6
	listed  []Aspect // rule 8: its own, and those its responses name
	replies []Response
}

func (v *View) hear(c *Claim) hearing {
	h := hearing{claim: c, about: c.About, own: c.OwnAspects()}
	set := map[Aspect]bool{}
	for _, a := range h.own {
		set[a] = true
	}
	for _, r := range v.replies[c.ID] {
		if answersHimself(r, c) {
			continue
		}
		h.replies = append(h.replies, r)
		for _, a := range r.Replied().Aspects {
			set[a] = true
		}
	}
	delete(set, AspectUnspecified)
	h.listed = sorted(set, Aspects)
	return h
}
