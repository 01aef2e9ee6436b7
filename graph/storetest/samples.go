package storetest

// samples are values for every field of every filter input, as a client writes
// them in JSON. A field without one fails the suite.
var samples = map[string]map[string][]string{
	"ActorFilter":        with(actorSamples, affiliatedSamples, map[string][]string{"nodeKind": {`["GROUP"]`, `["PERSON", "ORGANIZATION"]`, `[]`}}),
	"GroupFilter":        with(actorSamples, affiliatedSamples, map[string][]string{"active": windows, "claims": claimSamples}),
	"OrganizationFilter": actorSamples,
	"PersonFilter":       without(actorSamples, "kind", "country"),
	"AffiliationFilter": {
		"id":         {`{"eq": "affiliation:cell-band"}`, `{"in": ["affiliation:sun-moon", "affiliation:nobody"]}`},
		"kind":       {`["PART_OF"]`, `["RIVAL_OF", "EMPLOYED_BY"]`, `"PART_OF"`},
		"from":       actorValues,
		"to":         actorValues,
		"during":     windows,
		"externalId": append([]string{`{"scheme": "UCDP-dyad", "value": ["7"]}`}, numbers...),
	},
	"LocationFilter": {
		"id":         {`{"eq": "location:town"}`, `{}`},
		"kind":       {`["ADMIN1", "AREA"]`, `["COUNTRY"]`},
		"name":       texts,
		"place":      places,
		"externalId": numbers,
	},
	"AttackFilter": {
		"id":             {`{"in": ["attack:gate", "attack:raid"]}`, `{"in": []}`},
		"title":          texts,
		"kind":           {`["IED"]`, `["RAID"]`, `["AIRSTRIKE", "ARSON"]`, `[]`},
		"occurred":       windows,
		"place":          places,
		"target":         actorValues,
		"targetCategory": {`["CIVILIAN"]`, `["CAPTIVE", "PEACEKEEPER"]`},
		"claims":         claimSamples,
		"attributed":     attributions,
		"toll":           tolls,
		"conflicts":      {`["CASUALTIES", "TIME"]`, `["OCCURRENCE", "RESPONSIBILITY", "LOCATION"]`, `[]`},
		"source":         sourceValues,
		"externalId":     numbers,
	},
	"StatementFilter": {
		"id":       {`{"eq": "statement:army"}`},
		"issuer":   actorValues,
		"released": windows,
		"claims":   claimSamples,
		"source":   sourceValues,
	},
	"ClaimFilter": {
		"id":           {`{"in": ["claim:gate", "claim:fire"]}`, `{"eq": "claim:nobody"}`},
		"kind":         {`["RESPONSIBILITY"]`, `["REPORT", "SUSPICION"]`, `[]`},
		"disputed":     {`true`, `false`},
		"standing":     standings,
		"asserter":     actorValues,
		"attributedTo": actorValues,
		"attack":       {`{}`, `{"kind": ["IED"]}`, `{"place": {"in": ["location:north"]}}`, `{"occurred": {"from": "2017-10-24"}}`},
		"affiliation":  {`{}`, `{"from": {"kind": ["ARMED_GROUP"]}}`, `{"during": {"from": "2017-10-01", "to": "2017-10-04"}}`},
		"statement":    {`{}`, `{"released": {"to": "2017-10-25"}}`, `{"issuer": {"id": {"eq": "group:cell"}}}`},
		"made":         windows,
		"knownBy":      days,
		"hasRivals":    {`true`, `false`},
		"responses":    {`{"none": {}}`, `{"some": {"kind": ["DENIAL"]}}`, `{"some": {"made": {"to": "2017-10-26"}}, "none": {"independent": false}}`, `{}`},
		"retracted":    {`true`, `false`},
		"source":       sourceValues,
	},
	"ResponseFilter": {
		"id":          {`{"in": ["denial:twin", "doubt:fire", "confirmation:twin"]}`},
		"kind":        {`["DENIAL"]`, `["CONFIRMATION", "DOUBT"]`},
		"asserter":    actorValues,
		"judgedBy":    actorValues,
		"aspect":      {`["OCCURRENCE"]`, `["UNSPECIFIED", "CASUALTIES"]`, `[]`},
		"degree":      {`["FULL"]`, `["PARTLY", "UNSPECIFIED"]`},
		"independent": {`true`, `false`},
		"made":        windows,
		"knownBy":     days,
		"claim":       {`{}`, `{"disputed": true}`, `{"made": {"to": "2017-10-25"}}`},
		"attack":      {`{}`, `{"title": {"startsWith": "twin"}}`, `{"place": {"in": ["location:south"]}}`},
		"source":      sourceValues,
		"retracted":   {`true`, `false`},
	},
	"SourceFilter": {
		"id":           {`{"eq": "source:wire"}`},
		"title":        texts,
		"kind":         {`["COMMUNIQUE"]`, `["ARTICLE", "OTHER"]`},
		"publisher":    actorValues,
		"published":    windows,
		"reliability":  {`["F"]`, `["A", "B"]`},
		"availability": {`["UNKNOWN"]`, `["REMOVED", "PUBLISHED"]`},
	},
	"StatisticFilter": {
		"id":       {`{"eq": "statistic:halves"}`},
		"metric":   {`["ATTACKS"]`, `["KILLED", "WOUNDED"]`},
		"place":    places,
		"period":   windows,
		"compiler": actorValues,
	},
}

var actorSamples = map[string][]string{
	"id":         {`{"eq": "group:band"}`, `{"eq": "organization:paper"}`, `{"in": ["group:cell", "person:ana", "organization:nobody"]}`, `{"eq": "group:band", "in": ["group:cell"]}`, `{"in": []}`, `{}`},
	"kind":       {`["ARMED_GROUP"]`, `["MEDIA", "INDIVIDUAL"]`, `[]`},
	"name":       texts,
	"country":    {`{"eq": "location:land"}`, `{"in": ["location:isle", "location:town"]}`, `{}`},
	"externalId": numbers,
}

var affiliatedSamples = map[string][]string{"affiliated": {
	`{"to": ["group:league"]}`, `{"to": ["group:league"], "transitive": false}`, `{"to": ["group:sun"]}`, `{"to": ["group:moon", "organization:ministry"]}`,
	`{"to": ["organization:ministry"], "kinds": ["EMPLOYED_BY", "PART_OF"]}`, `{"to": ["group:army"], "kinds": ["RIVAL_OF"], "transitive": true}`,
	`{"to": []}`, `{"to": ["group:band"], "kinds": []}`, `{"to": ["group:nobody"]}`,
	`{"to": ["group:league"], "on": "2017-10-05"}`, `{"to": ["group:league", "group:moon"], "on": "2017-10-20", "transitive": false}`, `{"to": ["group:sun"], "on": "2017-10-03"}`,
}}

var days = []string{`"2017-10-25"`, `"2017-10-23"`, `"2018-01-01"`, `"2017-10-01"`}

var attributions = []string{
	`{"to": ["group:band"]}`, `{"to": ["group:league"], "includeAffiliates": true}`, `{"to": ["group:army", "group:cell"], "policy": {"bases": ["ACCUSED", "SUSPECTED", "REPORTED"]}}`,
	`{"to": ["group:band", "group:cell"], "policy": {"excludeDisputed": true}}`, `{"to": ["group:league", "group:sun"], "includeAffiliates": true, "policy": {"bases": ["SELF_CLAIMED", "REPORTED", "ACCUSED"], "excludeDisputed": true}}`,
	`{"to": []}`, `{"to": ["group:band"], "policy": {"bases": []}}`, `{"to": ["group:nobody"]}`,
}

var tolls = []string{
	`{"outcome": "KILLED", "atLeast": 2}`, `{"outcome": "KILLED", "atMost": 5}`, `{"outcome": "WOUNDED", "atLeast": 1, "atMost": 3}`, `{"outcome": "KILLED", "stated": true}`,
	`{"outcome": "WOUNDED", "stated": false}`, `{"outcome": "CAPTURED", "atLeast": 0}`, `{"outcome": "KILLED"}`,
}

// together are filters of several fields, by list: what looks into texts beside what
// finds nothing, names something, or says when and where.
var together = map[string][]string{
	"attacks": {
		`{"title": {"contains": "STRING of att"}, "kind": []}`, `{"title": {"contains": "raid"}, "or": []}`, `{"place": {"in": ["location:land"]}, "title": {"in": []}}`,
		`{"place": {"in": ["location:land"]}, "occurred": {"from": "2017-10-02", "to": "2017-10-25"}}`,
		`{"place": {"in": ["location:land"]}, "occurred": {"from": "2017-10-02"}, "title": {"contains": "the"}}`,
		`{"place": {"in": ["location:land"]}, "externalId": {"scheme": "acled", "value": ["LA-2"]}}`,
		`{"place": {"in": ["location:land"]}, "kind": ["RAID", "IED"]}`,
		`{"source": {"title": {"contains": "string of"}}, "place": {"in": ["location:land"]}}`,
		`{"source": {"title": {"contains": "string of"}}, "target": {"kind": ["ARMED_GROUP", "STATE_FORCE"]}}`,
		`{"occurred": {"from": "2017-10-02", "to": "2017-10-25"}, "title": {"contains": "raid"}}`,
		`{"occurred": {"from": "2017-10-02", "to": "2017-10-25"}, "conflicts": ["CASUALTIES", "TIME"]}`,
	},
	"claims": {
		`{"attack": {"title": {"contains": "raid"}}, "asserter": {"id": {"eq": "group:band"}}}`, `{"attack": {"title": {"contains": "raid"}, "kind": []}}`,
		`{"attack": {"title": {"startsWith": "t"}, "place": {"in": ["location:land"]}}}`,
	},
	"sources": {`{"title": {"contains": "string of"}, "kind": []}`, `{"title": {"contains": "string of"}, "published": {"from": "2017-10-02"}}`},
}

// inText asks for what stands within a text.
const inText = `{"contains": "STRING of att"}`

var texts = []string{
	`{"eq": "niafunke"}`, `{"eq": "STRASSE"}`, `{"in": ["the band", "Ländli", "ana", "raid"]}`, `{"contains": "e"}`, `{"startsWith": "t"}`, `{"startsWith": "the "}`,
	`{"eq": "отряд"}`, `{"contains": "𞤲𞤮"}`, `{"startsWith": "𐌰"}`, `{"startsWith": "𠀀"}`, `{"eq": "communique no 1"}`, `{"contains": "lu"}`, `{"contains": "!!"}`, `{"eq": "?"}`,
	`{"contains": "𞤪𞤳𞤭"}`, inText, `{"contains": "written nowhere"}`, `{"startsWith": "twin", "contains": "blast"}`, `{"in": []}`, `{"contains": "%"}`, `{"contains": "a_a"}`, `{}`,
}

var numbers = []string{
	`{"scheme": "wikidata", "value": ["Q1", "Q7", "Q9"]}`, `{"scheme": "WikiData", "value": "Q9"}`, `{"scheme": "geonames", "value": ["2453348"]}`,
	`{"scheme": "lei", "value": ["M 1", "m 1"]}`, `{"scheme": "acled", "value": ["LA-2"]}`, `{"scheme": "acled", "value": []}`, `{"scheme": "orcid", "value": ["q1"]}`, `{"scheme": "ORCID", "value": ["0000-1", "q1"]}`,
}

var windows = []string{
	`{"from": "2017-10-23", "to": "2017-10-26"}`, `{"from": "2017-10-24"}`, `{"to": "2017-10-23"}`, `{"from": "2017-10-25", "to": "2017-10-25"}`,
	`{"from": "2017-10-01", "to": "2017-10-31"}`, `{"to": "2017-10-04"}`, `{"from": "2018-01-01"}`, `{"from": null}`, `{}`,
}

var places = []string{
	`{"in": ["location:land"]}`, `{"in": ["location:north"]}`, `{"in": ["location:south"]}`, `{"in": ["location:town"]}`, `{"in": ["location:gate"]}`, `{"in": ["location:ford"]}`,
	`{"in": ["location:isle"]}`, `{"in": ["location:north", "location:south"]}`, `{"in": ["location:gate", "location:isle", "location:road"]}`, `{"in": ["location:nowhere"]}`, `{"in": []}`, `{}`,
	`{"box": {"south": 15, "west": -5, "north": 17, "east": -3}}`, `{"box": {"south": 15.9, "west": -4, "north": 15.94, "east": -3.98}}`,
	`{"box": {"south": -20, "west": 179, "north": -10, "east": -179}}`, `{"box": {"south": -20, "west": 170, "north": 15, "east": -3}}`, `{"box": {"south": -90, "west": -180, "north": 90, "east": 180}}`,
	`{"circle": {"center": {"latitude": 15.931, "longitude": -3.992}, "radiusKm": 1}}`, `{"circle": {"center": {"latitude": 15, "longitude": -4}, "radiusKm": 150}}`,
	`{"circle": {"center": {"latitude": -90, "longitude": 0}, "radiusKm": 20038}}`, `{"circle": {"center": {"latitude": 80, "longitude": 10}, "radiusKm": 10}}`,
	`{"in": ["location:land"], "box": {"south": 13, "west": -5, "north": 17, "east": -3}}`, `{"in": ["location:south"], "circle": {"center": {"latitude": 15.9, "longitude": -4}, "radiusKm": 20}}`,
	`{"box": {"south": 14, "west": -5, "north": 17, "east": -3}, "circle": {"center": {"latitude": 15.93, "longitude": -3.99}, "radiusKm": 0.5}}`,
}

var standings = []string{
	`{"in": ["UNANSWERED"]}`, `{"in": ["DENIED", "CONTESTED", "QUESTIONED"]}`, `{"in": ["RETRACTED"]}`, `{"in": []}`, `{"aspect": "OCCURRENCE", "in": ["CORROBORATED", "PARTLY_CORROBORATED"]}`,
	`{"aspect": "RESPONSIBILITY", "in": ["DENIED"]}`, `{"aspect": "CASUALTIES", "in": ["QUESTIONED", "DENIED", "PARTLY_CORROBORATED"]}`, `{"aspect": "MOTIVE", "in": ["UNANSWERED"]}`,
	`{"aspect": "RESPONSIBILITY", "in": ["UNANSWERED"]}`,
	`{"in": ["UNANSWERED"], "asOf": "2017-10-25"}`, `{"in": ["DENIED", "CONTESTED", "PARTLY_CORROBORATED"], "asOf": "2017-10-26"}`,
	`{"aspect": "OCCURRENCE", "in": ["CORROBORATED", "DENIED", "CONTESTED"], "asOf": "2017-10-27"}`, `{"aspect": "RESPONSIBILITY", "in": ["UNANSWERED", "DENIED"], "asOf": "2017-10-24"}`,
}

var actorValues = []string{
	`{}`, `{"id": {"eq": "group:army"}}`, `{"id": {"in": ["group:band", "group:cell", "group:league"]}}`, `{"kind": ["MEDIA"]}`, `{"nodeKind": ["PERSON"]}`,
	`{"affiliated": {"to": ["group:league"]}}`, `{"not": {"country": {"eq": "location:land"}}}`,
}

var sourceValues = []string{`{}`, `{"id": {"eq": "source:wire"}}`, `{"published": {"to": "2017-10-24"}}`, `{"publisher": {"kind": ["MEDIA"]}, "reliability": ["B", "F"]}`}

var claimSamples = []string{
	`{"some": {}}`, `{"none": {}}`, `{"some": {"kind": ["RESPONSIBILITY"]}}`, `{"none": {"kind": ["RESPONSIBILITY"]}}`, `{"some": {"made": {"to": "2017-10-24"}}}`,
	`{"none": {"made": {"from": "2017-10-25"}}}`, `{"some": {"disputed": true}, "none": {"retracted": true}}`, `{}`,
}

func with(tables ...map[string][]string) map[string][]string {
	joined := map[string][]string{}
	for _, table := range tables {
		for field, values := range table {
			joined[field] = values
		}
	}
	return joined
}

func without(table map[string][]string, fields ...string) map[string][]string {
	rest := with(table)
	for _, field := range fields {
		delete(rest, field)
	}
	return rest
}
