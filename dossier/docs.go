package dossier

import (
	"reflect"
	"strings"
)

// docFor is the sentence on a key.
func docFor(key string) string { return docs[key] }

// docOf is the sentence on a key of a type, or on the key wherever it stands.
func docOf(t reflect.Type, key, otherwise string) string {
	if doc, ok := docs[strings.TrimSuffix(t.Name(), "Written")+"."+key]; ok {
		return doc
	}
	if doc, ok := docs[key]; ok {
		return doc
	}
	return otherwise
}

// docs says what the keys mean, to whoever writes them: in the editor, in the
// manual, and where a key is missing.
var docs = map[string]string{
	// The document.
	"source":           "The source of the file: described here, or the id of one that is described elsewhere. Everything below cites it.",
	"Document.at":      "Where in the source everything below stands, unless it says so itself.",
	"groups":           "Armed actors: armed groups, state forces, international forces.",
	"organizations":    "Unarmed actors: governments, companies, media, foundations.",
	"persons":          "Authors, officials, spokespersons.",
	"affiliations":     "Dated, cited ties from one actor to another.",
	"locations":        "Countries, administrative areas, settlements, areas, routes, sites.",
	"attacks":          "What reportedly happened.",
	"statements":       "Acts of speaking, with what was claimed and answered in them.",
	"claims":           "Propositions about an attack or an affiliation that stand in no statement of this file.",
	"sources":          "Further sources.",
	"statistics":       "Published aggregates with their scope.",
	"Document.answers": "Answers to claims and attacks that are described elsewhere.",
	"additions":        "What this file adds to nodes described elsewhere: names, identifiers, citations, answers, a retraction, values left open.",
	"additions.to":     "The id of the node that is added to.",

	// Every record.
	"id":      "What it is called, for ever and on every machine: ml-2017-dioro.",
	"at":      "Where it stands written: a paragraph, or a mapping, or several. Inherited from around it.",
	"answers": "Who confirms, denies or doubts it.",

	// Actors and places.
	"name":                       "The preferred name.",
	"names":                      "Further names; a rename is one of them.",
	"description":                "What else is known, in our own words.",
	"country":                    "The country it belongs to.",
	"externalIds":                "Its identifiers in other lists: a mapping from scheme to value.",
	"Profile.kind":               "The sort of actor. A person is individual, and it need not be written.",
	"Group.active":               "Since and until when it was active.",
	"Location.kind":              "The sort of place.",
	"Location.parent":            "The place that it lies in.",
	"Location.point":             "Where it lies, in degrees of WGS 84.",
	"Location.uncertaintyMeters": "How far from the point it may lie, or reaches, in metres.",
	"Point.latitude":             "Degrees north.",
	"Point.longitude":            "Degrees east.",
	"Name.value":                 "The name.",
	"Name.language":              "Its language: fr.",
	"Name.kind":                  "The sort of name: alias where it is not said.",
	"Name.valid":                 "Since and until when it was the name.",
	"Name.source":                "Who calls it so; the file's source where it is not said.",
	"ExternalID.scheme":          "The list: geonames.",
	"ExternalID.value":           "The identifier in it.",
	"ExternalID.url":             "Where it can be looked up.",

	// Affiliations.
	"Affiliation.from":   "Who is tied.",
	"Affiliation.to":     "To whom.",
	"Affiliation.kind":   "The sort of tie.",
	"Affiliation.role":   "The source's words for the tie, or for the office.",
	"Affiliation.period": "Since and until when it held, as far as that is known.",
	"Period.start":       "When it began.",
	"Period.end":         "When it ended.",
	"Period.attested":    "When a source speaks of it as holding.",

	// Attacks.
	"Attack.title":          "A short title in our own words.",
	"AttackValues.occurred": "When it happened, by the source's own word. Not after its publication where it is not said.",
	"AttackValues.places":   "Where it happened, by the source's own word.",
	"AttackValues.kinds":    "How it was made, by the source's own word.",
	"AttackValues.targets":  "Whom or what it was aimed at, by the source's own word.",
	"PlaceRef.at":           "At the place itself. Several are alternatives.",
	"PlaceRef.in":           "Inside the place. Several are alternatives.",
	"PlaceRef.near":         "Near the place. Several are alternatives.",
	"PlaceRef.between":      "Between these places.",
	"PlaceRef.on route":     "On the way between these places.",
	"PlaceRef.within":       "The area that the source names for the event itself.",
	"PlaceRef.precision":    "How finely the place is known.",
	"Target.category":       "The sort of people.",
	"Target.actor":          "The actor they belong to.",
	"Target.description":    "Who or what it was, in words.",
	"Target.protects":       "Whom they guarded.",

	// Statements.
	"Statement.by":       "Who issued it: one actor or several.",
	"Statement.released": "When it was released. Not after the source's publication where it is not said.",
	"Statement.medium":   "Over which medium.",
	"Statement.label":    "What the source calls it: first, last.",
	"Statement.claims":   "What was claimed in it, in this order. Speakers and date come from the statement.",

	// Assertions.
	"by":                    "Who says so: an actor, several together, or a mapping with either or words. Left out where the source names nobody.",
	"voice":                 "The spokesperson or medium that spoke for them.",
	"statement":             "The statement that it stands in.",
	"made":                  "When it was said. The statement's date, or not after the source's publication, where it is not said.",
	"verbatim":              "A few words of the source.",
	"supersedes":            "The earlier assertion whose figures this one replaces.",
	"retraction":            "That it was taken back: when, and where that is written.",
	"killed":                "How many were killed, by this account.",
	"wounded":               "How many were wounded, by this account.",
	"killed or wounded":     "How many were killed or wounded, not told apart.",
	"captured":              "How many were captured, by this account.",
	"held":                  "How many were held, by this account.",
	"released":              "How many were let go, by this account.",
	"missing":               "How many are missing, by this account.",
	"actors.actors":         "Actors who act or speak together.",
	"actors.either":         "Actors of whom only one did, and it is contested which.",
	"actors.words":          "The source's words for them: a security source.",
	"Claim.responsibility":  "It claims the attack as its own deed.",
	"Claim.accusation":      "It says that somebody else did it.",
	"Claim.suspicion":       "Somebody is suspected.",
	"Claim.report":          "It reports facts, without taking a side on who did it.",
	"claim.attributedTo":    "Who did it, by this claim. Of a claim of responsibility, the speakers.",
	"claim.aspects":         "What it asserts, where that does not follow from its fields.",
	"Claim.position":        "Its place in the statement, from 1. Counted from the list where it is not said.",
	"Claim.motive":          "Why it was done, by this claim.",
	"Claim.assertedDate":    "When it happened, by this claim.",
	"Claim.assertedPlaces":  "Where it happened, by this claim.",
	"Claim.assertedKinds":   "How it was made, by this claim.",
	"Claim.assertedTargets": "Whom it was aimed at, by this claim.",
	"Claim.effects":         "What it did besides casualties.",
	"Effect.kind":           "The sort of effect.",
	"Effect.object":         "What was taken or destroyed.",
	"Effect.quantity":       "How many of them.",
	"Reply.confirms":        "Which aspects it says are so. unspecified where the source does not say.",
	"Reply.denies":          "Which aspects it says are not so. unspecified where the source does not say.",
	"Reply.doubts":          "Which aspects it questions. unspecified where the source does not say.",
	"Reply.respondsTo":      "The assertion that it answers, where it does not stand beneath it.",
	"reply.about":           "The attack or tie that it speaks of. What it answers is about, where it is not said.",
	"Reply.degree":          "How far it goes. A confirmation of a named aspect is in full where it is not said.",
	"Reply.judgedBy":        "Who reads it as an answer, if not the speaker.",
	"Reply.concerning":      "Which of several attributed actors it speaks of.",
	"Doubt.ground":          "Why it is doubted.",
	"Doubt.questions":       "The questions asked.",

	// Figures.
	"number":                    "The number as people write it: 5, at least 5, 5 to 8, several, not given.",
	"min":                       "The lowest number it can be.",
	"max":                       "The highest number it can be.",
	"quantifier":                "How the number was put.",
	"CasualtyFigure.disclosure": "Whether a number was given at all.",
	"CasualtyFigure.victims":    "Who they were: a category, or a mapping.",
	"provisional":               "Whether it was given as provisional.",
	"Victims.category":          "The sort of people. unknown where it is not said; mixed for several sorts.",
	"Victims.actor":             "The actor they belonged to.",
	"Victims.text":              "The source's words for them.",

	// Dates.
	"date.on":              "The date: 2017-10-23, 2017-10, not after 2017-10-27.",
	"date.from":            "The first day it can be.",
	"date.to":              "The last day it can be.",
	"date.basis":           "How it is known, in the words of citations. Another way to write derivation.",
	"DateRange.derivation": "How it is known: explicit where a date is written, unstated where none is.",
	"DateRange.precision":  "How finely it is known.",
	"DateRange.extent":     "Whether it is one moment in the range, or fills it.",

	// Citations.
	"citation.paragraph": "The paragraph, counted from 1.",
	"citation.page":      "The page.",
	"citation.row":       "The row of a data set.",
	"citation.locator":   "Where else it stands: 00:14:05.",
	"citation.source":    "Another source than the file's.",
	"citation.basis":     "Whether it stands there, is read out of it, or comes from elsewhere: stated where it is not said.",
	"citation.role":      "Whether the source speaks for itself or relays. The words of somebody who neither wrote nor published it are relayed.",
	"citation.quote":     "A few words of it.",
	"citation.note":      "Why it is read so.",

	// Sources.
	"Source.title":        "Its title.",
	"Source.kind":         "The sort of source.",
	"Source.publisher":    "Who published it.",
	"Source.authors":      "Who wrote it.",
	"Source.published":    "When it was published.",
	"Source.url":          "Where it can be read.",
	"Source.archiveUrl":   "Where a copy is kept.",
	"Source.language":     "Its language: en.",
	"Source.reliability":  "How reliable it is on the Admiralty scale, A to F. F, cannot be judged, where it is not said.",
	"Source.availability": "Whether it can be had.",
	"Source.licence":      "Its terms, and the credit they ask for.",
	"Source.derivedFrom":  "The sources that it was made from.",
	"Retraction.on":       "When it was taken back.",
	"Retraction.source":   "Where that is written; the file's source where it is not said, except for a source itself.",
	"Retraction.reason":   "Why.",

	// Statistics.
	"Statistic.metric":   "What was counted.",
	"Statistic.places":   "In which places.",
	"Statistic.period":   "Over which period.",
	"Statistic.actors":   "By which actors, those tied to them included.",
	"Statistic.compiler": "Who counted.",
}
