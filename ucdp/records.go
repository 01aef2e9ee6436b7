package ucdp

import (
	"fmt"
	"strconv"
	"strings"

	"claimgraph/graph"
)

// The lists whose numbers UCDP's rows carry.
const (
	eventScheme   = "ucdp-ged"
	relidScheme   = "ucdp-ged-relid"
	actorScheme   = "ucdp-actor"
	dyadScheme    = "ucdp-dyad"
	countryScheme = "gleditsch-ward"
)

// naming says under which ids a row's actors and its country stand.
type naming struct {
	actor   func(number int) graph.ID
	country func(number int) graph.ID
}

// plain are the ids of what nobody else has described.
var plain = naming{
	func(number int) graph.ID { return graph.ID("group:ucdp-actor-" + strconv.Itoa(number)) },
	func(number int) graph.ID { return graph.ID("location:ucdp-country-" + strconv.Itoa(number)) },
}

// records are what a row says for itself: the attack, UCDP's claim of what
// happened there, and the articles it names.
func (e *event) records(from dataset, ids naming) []graph.Node {
	_, place := e.where.places(ids.country(e.where.country))
	key := "ucdp-" + strconv.Itoa(e.id)
	locator := "id " + strconv.Itoa(e.id)
	values := graph.AttackValues{Occurred: e.when(), Places: []graph.PlaceRef{place}}
	attack := &graph.Attack{Header: graph.Header{ID: graph.ID("attack:" + key)}, Cited: from.cite(locator, e.codes()),
		Title: e.dyadName + ", " + e.where.name + ", " + e.days(), Description: graph.Text(e.described()), Recorded: values,
		ExternalIDs: []graph.ExternalID{{Scheme: eventScheme, Value: strconv.Itoa(e.id)}}}
	if e.relid != "" {
		attack.ExternalIDs = append(attack.ExternalIDs, graph.ExternalID{Scheme: relidScheme, Value: e.relid})
	}
	claim := &graph.Claim{Said: graph.Said{Header: graph.Header{ID: graph.ID("claim:" + key)}, Cited: from.cite(locator, e.account()),
		Asserters: []graph.ID{publisher}, About: []graph.ID{attack.ID}, Casualties: e.figures(ids)},
		Kind: graph.ClaimReport, AssertedDate: new(e.when()), AssertedPlaces: []graph.PlaceRef{place}}
	if e.violence == oneSided { // the only sort of which UCDP says who did it, and to whom
		targets := []graph.Target{{Category: graph.VictimCivilian}}
		claim.AttributedTo, claim.AssertedTargets = []graph.ID{ids.actor(e.a.id)}, targets
		attack.Recorded.Targets = targets
	}
	nodes := []graph.Node{attack, claim}
	for _, c := range e.cited {
		article := c.source()
		attack.Citations = append(attack.Citations, graph.Citation{Source: article.ID, Role: graph.RolePrimary, Basis: graph.BasisInferred,
			Note: "UCDP names it as a source of this event"})
		nodes = append(nodes, article)
	}
	return nodes
}

// described says what sort of event it is, and between whom.
func (e *event) described() string {
	sort := map[int]string{stateBased: "State-based", nonState: "Non-state", oneSided: "One-sided"}[e.violence]
	text := fmt.Sprintf("%s violence, UCDP dyad %d: %s.", sort, e.dyad, e.dyadName)
	if e.conflict != 0 && e.conflictName != "" {
		text += fmt.Sprintf(" Conflict %d: %s.", e.conflict, e.conflictName)
	}
	if e.violence != oneSided {
		text += " Both are parties to it; which of them attacked is not said."
	}
	if e.aggregate() {
		text += " The sources give several incidents as one."
	}
	return text
}

// codes are how well UCDP knows the event, in its own numbers.
func (e *event) codes() string {
	text := fmt.Sprintf("date_prec %d, where_prec %d", e.datePrec, e.where.prec)
	if e.clarity != 0 {
		text += fmt.Sprintf(", event_clarity %d", e.clarity)
	}
	if e.status != "" && !strings.EqualFold(e.status, "clear") {
		text += ", code_status " + e.status
	}
	return text
}

// account says whose account the sources gave, where the row does.
func (e *event) account() string {
	if e.original == "" {
		return ""
	}
	return "source_original: " + e.original
}
