package dossier

import (
	"reflect"

	"claimgraph/graph"
)

// wordLists are the lists of words of the model, by their Go type.
var wordLists = lists(
	of(graph.ActorKinds), of(graph.AffiliationKinds), of(graph.LocationKinds), of(graph.AttackKinds),
	of(graph.ClaimKinds), of(graph.ActorsModes), of(graph.DoubtGrounds), of(graph.Aspects), of(graph.Degrees),
	of(graph.SourceKinds), of(graph.Reliabilities), of(graph.Availabilities), of(graph.Metrics), of(graph.Extents),
	of(graph.DatePrecisions), of(graph.Derivations), of(graph.PlaceRelations), of(graph.PlacePrecisions),
	of(graph.NameKinds), of(graph.CitationRoles), of(graph.CitationBases), of(graph.VictimCategories),
	of(graph.CasualtyOutcomes), of(graph.Disclosures), of(graph.Quantifiers), of(graph.EffectKinds),
)

type wordList struct {
	of    reflect.Type
	words []string
}

func of[W ~string](words []W) wordList {
	list := wordList{of: reflect.TypeFor[W]()}
	for _, w := range words {
		list.words = append(list.words, string(w))
	}
	return list
}

func lists(all ...wordList) map[reflect.Type][]string {
	byType := map[reflect.Type][]string{}
	for _, l := range all {
		byType[l.of] = l.words
	}
	return byType
}

// families of kinds that stand together in a field.
var (
	actors     = familyOf(graph.KindGroup)
	responses  = familyOf(graph.KindDenial)
	assertions = append([]graph.NodeKind{graph.KindClaim}, responses...)
	subjects   = []graph.NodeKind{graph.KindAttack, graph.KindAffiliation}
	locations  = []graph.NodeKind{graph.KindLocation}
	sources    = []graph.NodeKind{graph.KindSource}
)

// kindsOf tells which kinds of node can stand in a field, by the field's name:
// the same word means the same in every type.
var kindsOf = map[string][]graph.NodeKind{
	"from": actors, "to": actors, "publisher": actors, "authors": actors, "issuers": actors, "voice": actors,
	"actors": actors, "either": actors, "actor": actors, "protects": actors, "compiler": actors,
	"judgedBy": actors, "concerning": actors, "attributedTo": actors,
	"about": subjects, "respondsTo": assertions, "supersedes": assertions,
	"source": sources, "derivedFrom": sources, "statement": {graph.KindStatement},
	"country": locations, "parent": locations, "places": locations, "locations": locations, "within": locations,
}

// kindsAt is kindsOf, and every kind for a field the table does not know.
func kindsAt(field string) []graph.NodeKind {
	if kinds, ok := kindsOf[field]; ok {
		return kinds
	}
	return graph.NodeKinds
}

func familyOf(kind graph.NodeKind) []graph.NodeKind {
	var kinds []graph.NodeKind
	for _, k := range graph.Kinds {
		if k.Family == graph.KindNamed(kind).Family {
			kinds = append(kinds, k.Name)
		}
	}
	return kinds
}

func wordsOf[W ~string]() form { return wordForm{wordLists[reflect.TypeFor[W]()]} }
