package graph

import (
	"cmp"
	"slices"
)

// mostKnown bounds how many nodes of one family the numbers of another database
// may find: each finds one, but for a mistake or two.
func mostKnown(values []string) int { return 4 * max(len(values), MaxListed) }

// KnownAs are the queries that find what another database knows under some
// numbers: one for each family that keeps such numbers.
func KnownAs(scheme string, values []string) []*Query {
	keys := make([]string, len(values))
	for i, v := range values {
		keys[i] = externalKey(scheme, v)
	}
	var queries []*Query
	for _, f := range Families {
		c := f.Column("external_ids")
		if c == nil {
			continue
		}
		q := &Query{Where: Cmp{Column: c, Op: OpIn, Words: keys}, Limit: mostKnown(values)}
		for _, k := range Kinds {
			if k.Family == f {
				q.Kinds = append(q.Kinds, k.Name)
			}
		}
		queries = append(queries, q)
	}
	return queries
}

// ByKnownAs sorts nodes by the first of the numbers each is known under, then by id.
func ByKnownAs(nodes []Node, scheme string, values []string) {
	at := map[string]int{}
	for i, v := range slices.Backward(values) {
		at[externalKey(scheme, v)] = i
	}
	first := func(n Node) int {
		least := len(values)
		for _, key := range KindNamed(n.Head().ID.Kind()).Family.Column("external_ids").Of(n).([]string) {
			if i, asked := at[key]; asked {
				least = min(least, i)
			}
		}
		return least
	}
	slices.SortFunc(nodes, func(a, b Node) int {
		return cmp.Or(cmp.Compare(first(a), first(b)), cmp.Compare(a.Head().ID, b.Head().ID))
	})
}
