package graph

import "slices"

// AttributionPolicy says on whose word an attack counts as somebody's (rule
// 20). Without bases, nil: on their own word alone.
type AttributionPolicy struct {
	Bases           []AttributionBasis
	ExcludeDisputed bool // without claims and ties that are DENIED or CONTESTED, certainly or possibly
}

// bases are those of the policy, in enum order.
func (p AttributionPolicy) bases() []AttributionBasis {
	if p.Bases == nil {
		return []AttributionBasis{SelfClaimed}
	}
	set := map[AttributionBasis]bool{}
	for _, b := range p.Bases {
		set[b] = true
	}
	return sorted(set, AttributionBases)
}

// Attribution is what holds an actor responsible for an attack (rule 21).
type Attribution struct {
	Actor    ID
	Bases    []AttributionBasis
	Standing Standing
	Mode     ActorsMode
	Claims   []ID // in their default order
}

// basis is on what word a claim attributes (rule 20).
func (c *Claim) basis() AttributionBasis {
	switch c.Kind {
	case ClaimResponsibility:
		return SelfClaimed
	case ClaimAccusation:
		return Accused
	case ClaimSuspicion:
		return Suspected
	}
	return Reported
}

// namesEither tells whether the claim names the actor as one of several of whom
// it does not say which; an alternative asserter is none but one of those (rules 3, 21).
func (c *Claim) namesEither(actor ID) bool {
	return c.AttributionMode == Alternative && len(c.AttributedTo) > 1 || c.Alternative() && slices.Contains(c.Asserters, actor)
}

// Attribution is whom the attack is attributed to under a policy (rules 20,
// 21), by name.
func (v *View) Attribution(p AttributionPolicy) []Attribution {
	d := v.docket()
	heard := map[ID][]hearing{}
	for _, h := range d.hearings {
		if d.attributes(h.claim, p) {
			for _, actor := range h.claim.AttributedTo {
				heard[actor] = append(heard[actor], h)
			}
		}
	}
	var out []Attribution
	for _, actor := range byName(keys(heard), v.Actors) {
		out = append(out, d.attribution(actor, heard[actor]))
	}
	return out
}

// attributes tells whether a claim counts under the policy (rule 20).
func (v *View) attributes(c *Claim, p AttributionPolicy) bool {
	return slices.Contains(p.bases(), c.basis()) && v.counted(c) && !(p.ExcludeDisputed && v.responsibilityDenied(c))
}

// responsibilityDenied tells whether the claim's RESPONSIBILITY is DENIED or
// CONTESTED, certainly or possibly.
func (v *View) responsibilityDenied(c *Claim) bool {
	return slices.ContainsFunc(v.ClaimStanding(c).Aspects, func(s AspectStanding) bool {
		return s.Aspect == AspectResponsibility && s.denied()
	})
}

func (d *docket) attribution(actor ID, heard []hearing) Attribution {
	a := Attribution{Actor: actor, Mode: Alternative}
	bases := map[AttributionBasis]bool{}
	var claims []*Claim
	for _, h := range heard {
		claims = append(claims, h.claim)
		bases[h.claim.basis()] = true
		if !h.claim.namesEither(actor) {
			a.Mode = Joint
		}
	}
	sortByDefault(claims)
	for _, c := range claims {
		a.Claims = append(a.Claims, c.ID)
	}
	a.Bases = sorted(bases, AttributionBases)
	a.Standing = standingOf(d.holding(actor, heard))
	return a
}

// holding is all that bears on whether it was this actor (rule 21): the
// responses to the claims that name it, AUTHENTICITY among them (rule 16), and
// those directly about the attack, as far as they do not concern only others;
// and where those claims and direct confirmations agree on it (rule 18).
func (d *docket) holding(actor ID, heard []hearing) []answer {
	about := func(r *Reply) bool {
		return slices.Contains(r.About, d.id) && (len(r.Concerning) == 0 || slices.Contains(r.Concerning, actor))
	}
	var answers []answer
	for _, h := range heard {
		if !slices.Contains(h.listed, AspectResponsibility) {
			continue
		}
		for _, r := range h.replies {
			reply := r.Replied()
			if a, ok := bearing(r, reply.Aspects, AspectResponsibility, h.claim.mainAspect()); ok && about(reply) {
				a.weighs = a.kind == ResponseConfirmation && d.weighty[reply.ID] && slices.Contains(h.own, AspectResponsibility)
				answers = append(answers, a)
			}
		}
	}
	for _, r := range d.direct {
		if a, ok := bearing(r, happened(r.Replied().Aspects), AspectResponsibility, d.main); ok && about(r.Replied()) {
			answers = append(answers, a)
		}
	}
	return append(answers, d.onlyOf(actor, heard).agreed(AspectResponsibility)...)
}

// onlyOf is the docket with what is said of one actor alone.
func (d *docket) onlyOf(actor ID, heard []hearing) *docket {
	narrow := *d
	narrow.said = nil
	for _, t := range d.said {
		named := t.claim != nil && slices.ContainsFunc(heard, func(h hearing) bool { return h.claim == t.claim })
		if named || t.claim == nil && slices.Contains(t.actors, actor) {
			t.actors = []ID{actor}
			narrow.said = append(narrow.said, t)
		}
	}
	return &narrow
}

// What the filter `attributed` and `Actor.attacks` look up: links from the
// attack to all whom it is attributed to and all they lay under on its days.
// Each says: on what basis; whether the claim is clean of dispute on
// RESPONSIBILITY; whether the actor itself is named; whether every tie on the
// way certainly held on every day of the attack; whether there is a way over
// ties clean of dispute; which of the attack's sets of alternatives it belongs
// to, as which alternative, out of how many (one where all are meant together).
//
// A set is certainly met where each of its alternatives is. Where an actor lay
// certainly under another by disputed ties, and possibly by clean ones, there are
// two links, so that each question is one test of one link.
func (v *View) attributions(days DateRange) []Arc {
	id := v.Subject.Head().ID
	ways := map[ID]map[ID]membership{}
	var out []Arc
	set := 0
	for _, c := range v.Claims {
		if !slices.Contains(c.About, id) || !v.counted(c) {
			continue
		}
		clean := !v.responsibilityDenied(c)
		for _, alternatives := range c.alternativeSets() {
			for part, actors := range alternatives {
				for _, to := range v.linked(actors, days, ways) {
					out = append(out, Arc{to.actor, []any{
						string(c.basis()), flag(clean), flag(to.direct), flag(to.certain), flag(to.clean),
						int64(set), int64(part), int64(len(alternatives)),
					}})
				}
			}
			set++
		}
	}
	return out
}

// alternativeSets are the sets out of which the claim means one: each actor
// an alternative, or one alternative of all who are meant together. Where it is
// contested who spoke, the speakers are such a set, whoever else is named.
func (c *Claim) alternativeSets() [][][]ID {
	var either [][]ID
	var joint []ID
	for _, actor := range c.AttributedTo {
		if c.namesEither(actor) {
			either = append(either, []ID{actor})
		} else {
			joint = append(joint, actor)
		}
	}
	var out [][][]ID
	if len(joint) > 0 {
		out = append(out, [][]ID{joint})
	}
	if len(either) > 0 {
		out = append(out, either)
	}
	return out
}

// attributed is one actor that an attack is attributed to, or lies under.
type attributed struct {
	actor                  ID
	direct, certain, clean bool
}

// linked are the actors of one alternative and all they lay under, by id; who
// is named itself is not also linked as somebody's upper.
func (v *View) linked(actors []ID, days DateRange, ways map[ID]map[ID]membership) []attributed {
	var out []attributed
	above := map[ID]membership{}
	for _, actor := range actors {
		out = append(out, attributed{actor, true, true, true})
		if ways[actor] == nil {
			ways[actor] = v.climb(actor, days)
		}
		for id, m := range ways[actor] {
			have := above[id]
			above[id] = membership{
				have.certain || m.certain, have.possible || m.possible,
				have.certainClean || m.certainClean, have.possibleClean || m.possibleClean,
			}
		}
	}
	for _, id := range keys(above) {
		if slices.Contains(actors, id) {
			continue
		}
		m := above[id]
		switch {
		case m.certainClean || m.certain && !m.possibleClean || !m.certain:
			out = append(out, attributed{id, false, m.certain, m.certainClean || m.possibleClean})
		default:
			out = append(out, attributed{id, false, true, false}, attributed{id, false, false, true})
		}
	}
	return out
}
