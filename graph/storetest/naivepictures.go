package storetest

import (
	"slices"

	"claimgraph/graph"
	"claimgraph/graph/naive"
)

// What filters ask of the computed pictures, drawn by the second evaluation of
// the rules.

func (k *known) world() naive.World {
	if k.records == nil {
		k.records = naive.Of(k.of())
	}
	return k.records
}

func (k *known) ofPictures(name string, asked any, a *graph.Attack) (verdict, bool) {
	switch name {
	case "attributed":
		return k.attributed(asked, a), true
	case "toll":
		return k.tolled(asked, a), true
	case "conflicts":
		return sure(slices.ContainsFunc(graph.Aspects, func(aspect graph.Aspect) bool { return among(asked, aspect) && k.disagreed(a, aspect) })), true
	}
	return no, false
}

func (k *known) attributed(asked any, a *graph.Attack) verdict {
	fields := object(asked)
	p := graph.AttributionPolicy{Bases: []graph.AttributionBasis{graph.SelfClaimed}}
	if policy := fields["policy"]; policy != nil {
		p.ExcludeDisputed = object(policy)["excludeDisputed"] == true
		if bases := object(policy)["bases"]; bases != nil {
			p.Bases = slices.DeleteFunc(slices.Clone(graph.AttributionBases), func(b graph.AttributionBasis) bool { return !among(bases, b) })
		}
	}
	var to []graph.ID
	for _, id := range list(fields["to"]) {
		to = append(to, graph.ID(id.(string)))
	}
	certain, possible := naive.AttributedTo(k.world(), a.ID, to, p, fields["includeAffiliates"] == true, graph.Now)
	return max(sure(certain), min(maybe, sure(possible)))
}

// tolled is the table's row on tolls.
func (k *known) tolled(asked any, a *graph.Attack) verdict {
	fields := object(asked)
	t := naive.Toll(k.world(), a.ID, graph.CasualtyOutcome(fields["outcome"].(string)), naive.Asked{}, graph.Now)
	v := yes
	if stated := fields["stated"]; stated != nil {
		v = sure(stated == t.Stated)
	}
	bound := func(name string, certainly, possibly *int, holds func(bound, n int) bool) {
		if fields[name] == nil {
			return
		}
		n, _ := graph.IntOf(fields[name])
		switch {
		case t.Stated && certainly != nil && holds(*certainly, n):
		case !t.Stated || possibly == nil || holds(*possibly, n):
			v = min(v, maybe)
		default:
			v = no
		}
	}
	bound("atLeast", t.Min, t.Max, func(bound, n int) bool { return bound >= n })
	bound("atMost", t.Max, t.Min, func(bound, n int) bool { return bound <= n })
	return v
}

// disagreed is rule 35.
func (k *known) disagreed(a *graph.Attack, aspect graph.Aspect) bool {
	return naive.DeniedFor(k.world(), a.ID, aspect, graph.Now) || len(naive.Differing(k.world(), a.ID, aspect, graph.Now)) > 0
}

// rivalled: it has a rival over some attack that it is about.
func (k *known) rivalled(c *graph.Claim) bool {
	return slices.ContainsFunc(c.About, func(id graph.ID) bool {
		return id.Kind() == graph.KindAttack && len(naive.Rivals(k.world(), c.ID, id, graph.Now)) > 0
	})
}

func dayOf(v any) graph.Date {
	on, err := graph.ParseDate(v.(string))
	if err != nil {
		panic(err)
	}
	return on
}
