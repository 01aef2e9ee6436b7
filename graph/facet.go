package graph

import (
	"cmp"
	"slices"
)

// Facet counts the nodes of a whole list by bucket, each node where it
// certainly belongs. The list's own certainty says which nodes are counted.
type Facet[By ~string] struct {
	By      By
	Buckets []*Bucket
}

type (
	// AttackFacet is of a list of attacks.
	AttackFacet = Facet[AttackFacetBy]
	// ClaimFacet is of a list of claims.
	ClaimFacet = Facet[ClaimFacetBy]
)

// Bucket is one value and how many nodes have it; without a key, those that
// certainly have none.
type Bucket struct {
	Key   Text
	Label string
	Node  ID // of the actor or place that the bucket stands for
	Count int
}

// unplaced is the label of the bucket of what cannot be placed.
const unplaced = "not certain"

// MostBuckets is how many buckets a facet shows at most, beside the last one.
const MostBuckets = MaxPage

// FacetOf is how a store groups the nodes of a list for a facet: by the columns
// and links of what is certain.
func FacetOf(of NodeKind, by string) Sharing {
	if of == KindClaim {
		switch ClaimFacetBy(by) {
		case ClaimsByKind:
			return Sharing{Column: claimFamily.Column("kind")}
		case ClaimsByStanding:
			return Sharing{Column: claimFamily.Column("standing")}
		case ClaimsByAsserter:
			return Sharing{Links: Has{Relation: AssertedBy, Edge: is(AssertedBy, "firm", 1)}}
		case ClaimsByYear:
			return Sharing{Column: claimFamily.Column("years")}
		default:
			return Sharing{Column: claimFamily.Column("months")}
		}
	}
	switch AttackFacetBy(by) {
	case AttacksByCountry:
		return liesInOne(LocationCountry)
	case AttacksByAdmin1:
		return liesInOne(LocationAdmin1)
	case AttacksByYear:
		return Sharing{Column: attackFamily.Column("years")}
	case AttacksByMonth:
		return Sharing{Column: attackFamily.Column("months")}
	case AttacksByKind:
		return Sharing{Column: attackFamily.Column("kinds_certain")}
	case AttacksByClaimant:
		return Sharing{Links: Has{Relation: ClaimedBy, Edge: is(ClaimedBy, "firm", 1)}}
	default:
		return Sharing{Column: attackFamily.Column("targets_certain")}
	}
}

// liesInOne groups attacks by the places of a kind in which they certainly lie.
func liesInOne(kind LocationKind) Sharing {
	of := Cmp{Column: locationFamily.Column("kind"), Op: OpIn, Words: []string{string(kind)}}
	return Sharing{Links: Has{Relation: LiesIn, Edge: is(LiesIn, "certain", 1), Far: of}}
}

// ByTime tells whether a facet's buckets stand in the order of time.
func ByTime(by string) bool { return by == string(AttacksByYear) || by == string(AttacksByMonth) }

// Leading are the groups of which the first so many buckets are made: those at
// least as large as the last of these. Which of equal ones come first, their
// labels say.
func Leading(grouped map[string]int, top int) []string {
	var sizes []int
	for key, n := range grouped {
		if key != "" {
			sizes = append(sizes, n)
		}
	}
	if top == 0 || len(sizes) == 0 {
		return nil
	}
	slices.SortFunc(sizes, func(a, b int) int { return b - a })
	least := sizes[min(top, len(sizes))-1]
	var out []string
	for key, n := range grouped {
		if key != "" && n >= least {
			out = append(out, key)
		}
	}
	slices.Sort(out)
	return out
}

// BucketsOf are the buckets of a facet: the top largest, by size and then by
// label, or in the order of time; last what cannot be placed, if there is any.
// node gives what the keys that are ids stand for.
func BucketsOf(grouped map[string]int, top int, byTime bool, node func(ID) Node) []*Bucket {
	out := []*Bucket{}
	for _, key := range Leading(grouped, top) {
		b := &Bucket{Key: Text(key), Label: key, Count: grouped[key]}
		if n := node(ID(key)); n != nil {
			b.Node, b.Label = ID(key), nameOf(n)
		}
		out = append(out, b)
	}
	slices.SortFunc(out, func(a, b *Bucket) int {
		return cmp.Or(b.Count-a.Count, cmp.Compare(textKey(a.Label), textKey(b.Label)), cmp.Compare(a.Key, b.Key))
	})
	out = out[:min(top, len(out))]
	if byTime {
		slices.SortFunc(out, func(a, b *Bucket) int { return cmp.Compare(a.Key, b.Key) })
	}
	if n := grouped[""]; n > 0 {
		out = append(out, &Bucket{Label: unplaced, Count: n})
	}
	return out
}

func nameOf(n Node) string {
	switch n := n.(type) {
	case Actor:
		return n.Profiled().Name()
	case *Location:
		return n.Name()
	}
	return string(n.Head().ID)
}

// claimants are the asserters of counted claims of responsibility for an attack,
// as links; firm where one of the claims leaves no doubt who spoke (rule 3).
func (v *View) claimants(attack ID) []Arc {
	firm := map[ID]bool{}
	for _, c := range v.Claims {
		if c.Kind != ClaimResponsibility || !slices.Contains(c.About, attack) || !v.counted(c) {
			continue
		}
		for _, id := range c.Asserters {
			firm[id] = firm[id] || !c.Alternative()
		}
	}
	var out []Arc
	for _, id := range keys(firm) {
		out = append(out, Arc{id, []any{flag(firm[id])}})
	}
	return out
}
