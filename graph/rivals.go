package graph

import (
	"fmt"
	"slices"
)

// Rivals are the claims that hold somebody else responsible for the case's
// attack (rule 24), in their default order: counted claims of responsibility
// and accusations that name nobody in common with the claim, and nobody who
// possibly belonged to one of its actors on the attack's days, or the other way
// round. A claim that names nobody has none and is none; nor has one that does
// not count.
func (v *View) Rivals(c *Claim) []ID {
	var out []ID
	v.rivalry().each(c, func(other *Claim) bool {
		out = append(out, other.ID)
		return true
	})
	return out
}

// rivalled are the claims of the case that have rivals. Claims that name the
// same actors have the same: of many about one attack, most do.
func (v *View) rivalled() idSet {
	out, r := idSet{}, v.rivalry()
	has := map[string]bool{}
	for _, c := range v.Claims {
		if !r.takesPart(c) {
			continue
		}
		named := fmt.Sprint(c.AttributedTo)
		if _, known := has[named]; !known {
			has[named] = false
			r.each(c, func(*Claim) bool {
				has[named] = true
				return false
			})
		}
		if has[named] {
			out.add(c.ID)
		}
	}
	return out
}

// rivalry compares whom claims about an attack name.
type rivalry struct {
	*View
	attack ID
	days   DateRange
	camps  map[ID][]ID // of an actor: itself and whom it possibly lay under
}

func (v *View) rivalry() *rivalry {
	r := &rivalry{View: v, attack: v.Subject.Head().ID, camps: map[ID][]ID{}}
	if a, ok := v.Subject.(*Attack); ok {
		r.days = v.occurred(a)
	}
	return r
}

// each visits the rivals of a claim, until told to stop.
func (r *rivalry) each(c *Claim, visit func(*Claim) bool) {
	if r.attack.Kind() != KindAttack || !r.takesPart(c) {
		return
	}
	for _, other := range r.Claims {
		accuses := other.Kind == ClaimResponsibility || other.Kind == ClaimAccusation
		if other != c && accuses && r.takesPart(other) && r.strangers(c.AttributedTo, other.AttributedTo) && !visit(other) {
			return
		}
	}
}

func (r *rivalry) takesPart(c *Claim) bool {
	return len(c.AttributedTo) > 0 && slices.Contains(c.About, r.attack) && r.counted(c)
}

// strangers tells whether nobody of the ones is, or possibly belonged to,
// anybody of the others, or the other way round.
func (r *rivalry) strangers(ones, others []ID) bool {
	for _, a := range ones {
		for _, b := range others {
			if slices.Contains(r.camp(a), b) || slices.Contains(r.camp(b), a) {
				return false
			}
		}
	}
	return true
}

func (r *rivalry) camp(of ID) []ID {
	if r.camps[of] == nil {
		r.camps[of] = append([]ID{of}, keys(r.climb(of, r.days))...)
	}
	return r.camps[of]
}
