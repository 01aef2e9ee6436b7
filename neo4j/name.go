package neo4j

import (
	"slices"
	"strings"

	"claimgraph/graph"
)

// The names in the database are those of the table of kinds: a person who opens
// it in Neo4j's browser sees (:Claim)-[:ASSERTED_BY]->(:Group). Every node is a
// Node, one of its family, and one of its kind.

// The properties every node has beside its family's columns, and every
// relationship beside its edge columns.
const (
	nodeLabel = "Node"
	metaLabel = "Meta"

	idOf       = "id"       // of the node; on a relationship, of the node it leaves
	docOf      = "doc"      // the record, as JSON
	viewOf     = "view"     // what is derived and shown, as JSON
	indexOf    = "index"    // what is derived and looked up, as JSON, as far as no other property holds it
	recordedOf = "recorded" // when
	byOf       = "by"       // by whom
	keyOf      = "key"      // what the node a relationship leaves sorts by, seen from its far end
	ordOf      = "ord"      // place in the record
	farOf      = "far"      // the id of the far end, where links are looked up by it

	searchWordsOf = "search_words" // what searches look through
	searchNamesOf = "search_names" // by what they rank
	searchDateOf  = "search_date"
)

func quoted(name string) string { return "`" + name + "`" }

func property(of string, c *graph.Column) string { return of + "." + quoted(c.Name) }

// familyOf tells a node's columns from one another, and from those of links,
// which have none.
var familyOf = map[*graph.Column]*graph.Family{}

var kindsOf = map[*graph.Family][]graph.NodeKind{}

func init() {
	for _, f := range graph.Families {
		for _, c := range f.Columns {
			familyOf[c] = f
		}
	}
	for _, k := range graph.Kinds {
		kindsOf[k.Family] = append(kindsOf[k.Family], k.Name)
	}
}

// labels is a label expression for nodes of some kinds: a family's own label
// where all of its kinds are meant.
func labels(kinds []graph.NodeKind) string {
	var all []string
	for _, f := range families(kinds) {
		of := both(kindsOf[f], kinds)
		if len(of) == len(kindsOf[f]) {
			all = append(all, quoted(f.Label))
			continue
		}
		for _, k := range of {
			all = append(all, quoted(graph.KindNamed(k).Label))
		}
	}
	return strings.Join(all, "|")
}

// families are those of some kinds, each once.
func families(kinds []graph.NodeKind) []*graph.Family {
	var all []*graph.Family
	for _, k := range kinds {
		if f := graph.KindNamed(k).Family; !slices.Contains(all, f) {
			all = append(all, f)
		}
	}
	return all
}

// onlyFamily is the family of some kinds, nil where they are of several.
func onlyFamily(kinds []graph.NodeKind) *graph.Family {
	if all := families(kinds); len(all) == 1 {
		return all[0]
	}
	return nil
}

// both are the kinds in two lists, where nil lists all.
func both(a, b []graph.NodeKind) []graph.NodeKind {
	switch {
	case a == nil:
		return b
	case b == nil:
		return a
	}
	return slices.DeleteFunc(slices.Clone(a), func(k graph.NodeKind) bool { return !slices.Contains(b, k) })
}

// among tells whether all of some kinds stand in a list, where nil lists all.
func among(kinds, list []graph.NodeKind) bool {
	return list == nil || kinds != nil && !slices.ContainsFunc(kinds, func(k graph.NodeKind) bool { return !slices.Contains(list, k) })
}
