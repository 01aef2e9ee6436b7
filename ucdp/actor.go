package ucdp

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"claimgraph/graph"
)

// The values of Org in the Actor Dataset.
const (
	formallyOrganized = 1
	state             = 4 // 2 and 3: supporters of a party, and communities
)

// actor is what a row of the Actor Dataset says of an actor.
type actor struct {
	number  int
	names   []graph.Name
	org     int // 0: no such column
	release string
}

func (r *row) actor() actor {
	a := actor{number: r.number("actorid", math.MaxInt), release: r.text("version")}
	if a.release != "" && !isRelease(a.release) {
		r.wrong("version", "%q is not a version, which is written like 22.1", clip(a.release))
	}
	if r.text("org") != "" {
		a.org = r.number("org", state)
	}
	a.name(r.must("namedata"), "", graph.NamePreferred)
	former := graph.NameAlias
	if r.text("namechange") == "1" {
		former = graph.NameFormer
	}
	a.name(r.text("nameorig"), "", former)
	a.name(r.text("nameorigfull"), "", former)
	a.name(r.text("nameorigfulleng"), "en", former)
	for _, later := range list(r.text("newname"), r.text("newnamefulleng")) {
		a.name(later, "", graph.NameAlias)
	}
	for _, full := range list(r.text("newnamefullmothertongue"), r.text("newname")) {
		a.name(full, "", graph.NameAlias)
	}
	for _, full := range list(r.text("newnamefulleng"), r.text("newname")) {
		a.name(full, "en", graph.NameAlias)
	}
	return a
}

// list takes names apart that stand in one column, separated by commas, where a
// column beside it has as many: a single name may have commas, too.
func list(text, beside string) []string {
	parts := strings.Split(text, ", ")
	if len(parts) != len(strings.Split(beside, ", ")) {
		return []string{text}
	}
	return parts
}

// name adds a name, unless the actor has it.
func (a *actor) name(value string, language graph.Text, kind graph.NameKind) {
	value = tidy(value)
	known := slices.ContainsFunc(a.names, func(n graph.Name) bool { return n.Value == value })
	if value != "" && !known {
		a.names = append(a.names, graph.Name{Value: value, Language: language, Kind: kind})
	}
}

// group is the actor as a record. UCDP's states are governments that fight: it
// has one actor for a government, its army and its police.
func (a actor) group(from dataset) *graph.Group {
	kind := map[int]graph.ActorKind{0: graph.ActorUnknown, formallyOrganized: graph.ActorArmedGroup, state: graph.ActorGovernment}[a.org]
	if kind == "" {
		kind = graph.ActorOther
	}
	for i := range a.names {
		a.names[i].Source = from.id()
	}
	return groupOf(a.number, kind, a.names)
}

func groupOf(number int, kind graph.ActorKind, names []graph.Name) *graph.Group {
	return &graph.Group{Profile: graph.Profile{Header: graph.Header{ID: plain.actor(number)}, Kind: kind, Names: names,
		ExternalIDs: []graph.ExternalID{{Scheme: actorScheme, Value: strconv.Itoa(number)}}}}
}

// group is a side as its rows alone tell it.
func (s side) group(from dataset) *graph.Group {
	kind := graph.ActorUnknown
	switch {
	case s.state:
		kind = graph.ActorGovernment
	case s.armed:
		kind = graph.ActorArmedGroup
	}
	return groupOf(s.id, kind, []graph.Name{{Value: s.name, Kind: graph.NamePreferred, Source: from.id()}})
}

// tie puts the two sides of a dyad against each other.
func (e *event) tie(from dataset, ids naming) *graph.Affiliation {
	a, b := ids.actor(e.a.id), ids.actor(e.b.id)
	if e.violence == oneSided || a == b {
		return nil
	}
	number := strconv.Itoa(e.dyad)
	return &graph.Affiliation{Header: graph.Header{ID: graph.ID("affiliation:ucdp-dyad-" + number)}, Cited: from.cite("dyad_new_id "+number, e.dyadName),
		From: a, To: b, Kind: graph.RivalOf, ExternalIDs: []graph.ExternalID{{Scheme: dyadScheme, Value: number}}}
}
