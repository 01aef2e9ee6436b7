package storetest

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"claimgraph/graph"
)

// guesser makes filters as clients send them, out of what the world holds.
type guesser struct {
	*rand.Rand
	known *known
}

// filter makes a filter of one or two fields, nested to a depth.
func (g *guesser) filter(input string, depth int) map[string]any {
	out := map[string]any{}
	if depth > 0 && g.IntN(3) == 0 {
		switch g.IntN(3) {
		case 0:
			out["and"] = []any{g.filter(input, depth-1), g.filter(input, depth-1)}
		case 1:
			out["or"] = []any{g.filter(input, depth-1), g.filter(input, depth-1)}
		default:
			out["not"] = g.filter(input, depth-1)
		}
		return out
	}
	names := sortedKeys(graph.Filters[input])
	for range 1 + g.IntN(2) {
		name := names[g.IntN(len(names))]
		out[name] = g.value(input, name, depth-1)
	}
	return out
}

// inputOf is the filter input that a field asks of the far end.
var inputOf = map[string]string{
	"from": "ActorFilter", "to": "ActorFilter", "target": "ActorFilter", "issuer": "ActorFilter", "asserter": "ActorFilter",
	"attributedTo": "ActorFilter", "judgedBy": "ActorFilter", "publisher": "ActorFilter", "compiler": "ActorFilter",
	"source": "SourceFilter", "attack": "AttackFilter", "affiliation": "AffiliationFilter", "statement": "StatementFilter", "claim": "ClaimFilter",
}

// value makes what a field of a filter may ask.
func (g *guesser) value(input, name string, depth int) any {
	if far, ok := inputOf[name]; ok {
		if depth < 0 {
			return map[string]any{"id": map[string]any{"in": g.ids(2)}}
		}
		return g.filter(far, depth)
	}
	switch name {
	case "id", "country":
		return map[string]any{"in": g.ids(4)}
	case "name", "title":
		return g.text()
	case "occurred", "released", "made", "published", "period", "active", "during":
		return g.window()
	case "place":
		return g.place()
	case "claims", "responses":
		far := map[string]string{"claims": "ClaimFilter", "responses": "ResponseFilter"}[name]
		return map[string]any{pick(g, "some", "none"): g.filter(far, max(depth, 0))}
	case "affiliated":
		out := map[string]any{"to": g.ids(2, graph.KindGroup, graph.KindOrganization)}
		if g.IntN(2) == 0 {
			out["transitive"] = g.IntN(2) == 0
		}
		if g.IntN(2) == 0 {
			out["kinds"] = g.words(graph.AffiliationKinds)
		}
		if g.IntN(2) == 0 {
			out["on"] = october(1 + g.IntN(31)).String()
		}
		return out
	case "externalId":
		return map[string]any{"scheme": pick(g, "wikidata", "WIKIDATA", "GeoNames"), "value": []any{"Q1", "Q7", "Q9", "2453348"}}
	case "standing":
		out := map[string]any{"in": g.words(graph.Standings)}
		if g.IntN(3) > 0 {
			out["aspect"] = pick(g, "OCCURRENCE", "RESPONSIBILITY", "CASUALTIES", "AFFILIATION", "LOCATION")
		}
		if g.IntN(3) == 0 {
			out["asOf"] = october(1 + g.IntN(31)).String()
		}
		return out
	case "attributed":
		out := map[string]any{"to": g.ids(1+g.IntN(2), graph.KindGroup), "includeAffiliates": g.IntN(2) == 0}
		if g.IntN(2) == 0 {
			out["policy"] = map[string]any{"bases": g.words(graph.AttributionBases), "excludeDisputed": g.IntN(2) == 0}
		}
		return out
	case "toll":
		out := map[string]any{"outcome": pick(g, "KILLED", "WOUNDED", "CAPTURED")}
		switch g.IntN(4) {
		case 0:
			out["stated"] = g.IntN(2) == 0
		case 1:
			out["atMost"] = g.IntN(8)
		case 2:
			out["atLeast"], out["atMost"] = g.IntN(4), 3+g.IntN(5)
		default:
			out["atLeast"] = g.IntN(8)
		}
		return out
	case "conflicts":
		return g.words(graph.Aspects)
	case "knownBy":
		return october(1 + g.IntN(31)).String()
	case "disputed", "retracted", "independent", "hasRivals":
		return g.IntN(2) == 0
	}
	return g.enum(input, name)
}

func (g *guesser) enum(input, name string) any {
	switch input + "." + name {
	case "ActorFilter.nodeKind":
		return g.words([]graph.NodeKind{graph.KindGroup, graph.KindOrganization, graph.KindPerson, graph.KindClaim})
	case "ActorFilter.kind", "GroupFilter.kind", "OrganizationFilter.kind":
		return g.words(graph.ActorKinds)
	case "AffiliationFilter.kind":
		return g.words(graph.AffiliationKinds)
	case "LocationFilter.kind":
		return g.words(graph.LocationKinds)
	case "AttackFilter.kind":
		return g.words(graph.AttackKinds)
	case "AttackFilter.targetCategory":
		return g.words(graph.VictimCategories)
	case "ClaimFilter.kind":
		return g.words(graph.ClaimKinds)
	case "ResponseFilter.kind":
		return g.words(graph.ResponseKinds)
	case "ResponseFilter.aspect":
		return g.words(graph.Aspects)
	case "ResponseFilter.degree":
		return g.words(graph.Degrees)
	case "SourceFilter.kind":
		return g.words(graph.SourceKinds)
	case "SourceFilter.reliability":
		return g.words(graph.Reliabilities)
	case "SourceFilter.availability":
		return g.words(graph.Availabilities)
	case "StatisticFilter.metric":
		return g.words(graph.Metrics)
	}
	panic("the suite has no value for " + input + "." + name)
}

// words are some values of an enum, rarely none.
func (g *guesser) words(list any) []any {
	var all []any
	for _, text := range strings.Fields(strings.Trim(fmt.Sprint(list), "[]")) {
		if g.IntN(2) == 0 {
			all = append(all, text)
		}
	}
	if all == nil {
		return []any{}
	}
	return all
}

// ids are some ids of the world, of some kinds, now and then one of nobody.
func (g *guesser) ids(n int, kinds ...graph.NodeKind) []any {
	nodes := g.known.of(kinds...)
	if len(nodes) == 0 {
		return []any{"group:nobody"}
	}
	var out []any
	for range n {
		out = append(out, string(nodes[g.IntN(len(nodes))].Head().ID))
	}
	if g.IntN(8) == 0 {
		out = append(out, "group:nobody")
	}
	return out
}

// place asks of places by name, by the map, or both.
func (g *guesser) place() map[string]any {
	out := map[string]any{}
	kind := g.IntN(6)
	if kind < 4 {
		out["in"] = g.ids(1+g.IntN(2), graph.KindLocation)
	}
	if kind > 2 {
		south, north := oneFrom(g, -90, -30, -2, 0, 1), oneFrom(g, 1.5, 4, 60, 90)
		out["box"] = map[string]any{"south": south, "west": oneFrom(g, -180, -20, -1, 0, 1, 170), "north": north, "east": oneFrom(g, 180, -170, 1.5, 3, 50)}
	}
	if kind == 5 {
		center := map[string]any{"latitude": oneFrom(g, -90, 0, 1.2, 89), "longitude": oneFrom(g, -180, 0, 1.2, 179)}
		out["circle"] = map[string]any{"center": center, "radiusKm": oneFrom(g, 20, 150, 400, 9000, 20038)}
	}
	return out
}

func oneFrom(g *guesser, numbers ...float64) float64 { return numbers[g.IntN(len(numbers))] }

func (g *guesser) text() map[string]any {
	words := []string{"strasse", "Straße", "the", "NIAFUNKE", "a", "ana", "Communiqué", "attack", "blast", "", "Отр", "𞤅𞤫𞤲𞤮", "at the"}
	word := words[g.IntN(len(words))]
	switch how := pick(g, "eq", "in", "contains", "startsWith"); how {
	case "in":
		return map[string]any{"in": []any{word, "Tinariwen"}}
	default:
		return map[string]any{how: word}
	}
}

func (g *guesser) window() map[string]any {
	out := map[string]any{}
	from := 1 + g.IntN(28)
	if g.IntN(4) > 0 {
		out["from"] = october(from).String()
	}
	if g.IntN(4) > 0 {
		out["to"] = october(min(from+g.IntN(6), 31)).String()
	}
	return out
}

func pick(g *guesser, words ...string) string { return words[g.IntN(len(words))] }
