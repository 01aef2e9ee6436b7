package naive

import (
	"slices"

	"claimgraph/graph"
)

// DeniedFor tells whether there is a conflict by denial on an aspect: it is
// disputed with and without those who do not say of what they speak (rule 35).
func DeniedFor(w World, attack graph.ID, aspect graph.Aspect, asOf graph.AsOf) bool {
	disputed := func(s graph.Standing) bool {
		return s == graph.Denied || s == graph.Contested || s == graph.PartlyDisputed
	}
	s := SubjectStanding(w, attack, aspect, asOf)
	return disputed(s.Standing) && disputed(s.Named)
}

// Denying are all that take part in a conflict by denial on an aspect (rule 35):
// who denies it, the counted claims denied and those that say the same, and who
// confirms it with weight or of the attack itself.
func Denying(w World, attack graph.ID, aspect graph.Aspect, asOf graph.AsOf) []graph.ID {
	if !DeniedFor(w, attack, aspect, asOf) {
		return nil
	}
	voices := w.toItself(attack, aspect, asOf)
	for _, c := range w.claims(attack) {
		voices = append(voices, w.toClaimOf(attack, c, aspect, asOf)...)
	}
	var denials []*graph.Reply
	partakes := map[graph.ID]bool{}
	for _, v := range voices {
		r := w.At(v.response).(graph.Response).Replied()
		switch {
		case !v.named:
		case v.kind == graph.ResponseDenial:
			denials, partakes[r.ID] = append(denials, r), true
		case v.kind == graph.ResponseConfirmation && (v.weighty || r.RespondsTo == ""):
			partakes[r.ID] = true
		}
	}
	for _, c := range w.denied(attack, aspect, denials, asOf) {
		partakes[c.ID] = true
	}
	return each(idsOf(w.assertions(attack)), partakes)
}

// denied are the claims that denials go against, and those of other parties that
// agree with one of them on the aspect (rule 18).
func (w World) denied(attack graph.ID, aspect graph.Aspect, denials []*graph.Reply, asOf graph.AsOf) []*graph.Claim {
	var against []*graph.Claim
	for _, c := range w.claims(attack) {
		if Counted(w, c, asOf) && slices.ContainsFunc(denials, func(d *graph.Reply) bool { return goesAgainst(d, c, aspect) }) {
			against = append(against, c)
		}
	}
	found := slices.Clone(against)
	for _, p := range w.parties(attack, asOf) {
		for _, q := range w.parties(attack, asOf) {
			if p.claim == nil || q.claim == nil || !slices.Contains(against, q.claim) || !slices.Contains(OwnAspects(p.claim), aspect) {
				continue
			}
			if same, _ := w.agree(p, q, aspect, asOf); same {
				found = append(found, p.claim)
			}
		}
	}
	return found
}

// goesAgainst tells whether a denial answers a claim, or denies of the attack
// itself what the claim asserts: of who did it, as far as it concerns one whom
// the claim names.
func goesAgainst(d *graph.Reply, c *graph.Claim, aspect graph.Aspect) bool {
	if d.RespondsTo != "" || !slices.Contains(OwnAspects(c), aspect) {
		return d.RespondsTo == c.ID
	}
	all := len(d.Concerning) == 0 || len(c.AttributedTo) == 0
	return all || aspect != graph.AspectResponsibility || meet(d.Concerning, c.AttributedTo)
}
