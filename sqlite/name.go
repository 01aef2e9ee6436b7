package sqlite

import (
	"slices"
	"strings"

	"claimgraph/graph"
)

// Every name in a statement comes from the table of kinds, with something in
// front of it: a relation or a column may be called "from", "to" or "within".

func familyTable(f *graph.Family) string { return "family_" + f.Name }

func wordTable(c *graph.Column) string { return "word_" + familyOf[c].Name + "_" + c.Name }

func noteTable(c *graph.Column) string { return "note_" + familyOf[c].Name + "_" + c.Name }

func gramTable(c *graph.Column) string { return "gram_" + familyOf[c].Name + "_" + c.Name }

func linkTable(r *graph.Relation) string { return "link_" + strings.ToLower(r.Name) }

func nodeColumn(c *graph.Column) string { return "c_" + c.Name }

func edgeColumn(c *graph.Column) string { return "e_" + c.Name }

// familyOf tells whose column a column is; those of links have no family.
var familyOf = func() map[*graph.Column]*graph.Family {
	of := map[*graph.Column]*graph.Family{}
	for _, f := range graph.Families {
		for _, c := range f.Columns {
			of[c] = f
		}
	}
	return of
}()

// onlyFamily is the family all of the kinds belong to; nil where they belong to several.
func onlyFamily(kinds []graph.NodeKind) *graph.Family {
	var only *graph.Family
	for _, k := range kinds {
		f := graph.KindNamed(k).Family
		if only != nil && f != only {
			return nil
		}
		only = f
	}
	return only
}

func kindsOf(f *graph.Family) []graph.NodeKind {
	var kinds []graph.NodeKind
	for _, k := range graph.Kinds {
		if k.Family == f {
			kinds = append(kinds, k.Name)
		}
	}
	return kinds
}

// both are the kinds in the two lists; nil stands for all.
func both(a, b []graph.NodeKind) []graph.NodeKind {
	switch {
	case a == nil:
		return b
	case b == nil:
		return a
	}
	return slices.DeleteFunc(slices.Clone(a), func(k graph.NodeKind) bool { return !slices.Contains(b, k) })
}
