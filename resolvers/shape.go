package resolvers

import (
	"claimgraph/graph"

	"github.com/vektah/gqlparser/v2/ast"
)

// A query's shape is looked at before it is validated: validation compares all
// fields of one name with each other, and each fragment with each. The walk
// visits each fragment once, however often it is spread.
type shape struct {
	fragments map[string]*ast.FragmentDefinition
	seen      map[string]extent
	named     map[string]int // fields by the name they have in the answer
	spreads   int
}

// extent is how far a selection goes: down, and at its top level across.
type extent struct{ depth, across int }

// shaped refuses what is too deep, too wide, or repeats itself too often.
func (l Limits) shaped(doc *ast.QueryDocument) error {
	s := &shape{fragments: map[string]*ast.FragmentDefinition{}, seen: map[string]extent{}, named: map[string]int{}}
	for _, f := range doc.Fragments {
		s.fragments[f.Name] = f
	}
	for _, op := range doc.Operations {
		e := s.of(op.SelectionSet)
		if e.depth > l.Depth {
			return graph.LimitExceeded(graph.LimitDepth, "the query is %d levels deep, and more than %d are not answered; ask in fewer levels", e.depth, l.Depth)
		}
		if e.across > l.Roots {
			return graph.LimitExceeded(graph.LimitRoots, "the query has %d fields at its root, and more than %d are not answered; send several queries", e.across, l.Roots)
		}
	}
	for _, f := range doc.Fragments {
		s.fragment(f.Name)
	}
	most := l.Tokens / 5 * (l.Tokens / 5)
	steps := s.spreads * s.spreads
	for _, n := range s.named {
		steps += n * n
	}
	if steps > most {
		return graph.LimitExceeded(graph.LimitTokens, "the query repeats the same fields so often that comparing them takes %d steps, and more than %d are not taken; ask for each once", steps, most)
	}
	return nil
}

func (s *shape) of(set ast.SelectionSet) extent {
	var all extent
	add := func(below extent) {
		all.depth, all.across = max(all.depth, below.depth), min(all.across+below.across, 1<<30)
	}
	for _, selected := range set {
		switch selected := selected.(type) {
		case *ast.Field:
			s.named[selected.Alias]++
			add(extent{depth: 1 + s.of(selected.SelectionSet).depth, across: 1})
		case *ast.InlineFragment:
			add(s.of(selected.SelectionSet))
		case *ast.FragmentSpread:
			s.spreads++
			add(s.fragment(selected.Name))
		}
	}
	return all
}

// fragment is the extent of a fragment; of one that leads to itself, which
// validation refuses, as far as the first round goes.
func (s *shape) fragment(name string) extent {
	if known, ok := s.seen[name]; ok {
		return known
	}
	s.seen[name] = extent{}
	if f := s.fragments[name]; f != nil {
		s.seen[name] = s.of(f.SelectionSet)
	}
	return s.seen[name]
}
