package graph_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"claimgraph/graph"
)

// A world is told in sentences: who claims, reports or accuses, who confirms,
// denies or doubts it. Speakers are groups, several of them in one string; what
// somebody says bears the first one's name (claim:jnim, denial:french), and is
// about the raid. Days are days of October 2017: claims are made on the 20th,
// responses on the 22nd, and the paper that all of it stands in is of the 27th.
type world struct{ *graph.Case }

type (
	sentence func(world)
	detail   func(graph.Assertion) // more about what is said
)

const (
	raid   graph.ID = "attack:raid"
	theTie graph.ID = "affiliation:tie"
)

func told(sentences ...sentence) world { return toldOf(&graph.Attack{Header: header(raid)}, sentences) }

// toldOfATie is a world about a tie instead of the raid.
func toldOfATie(sentences ...sentence) world {
	return toldOf(&graph.Affiliation{Header: header(theTie)}, sentences)
}

func toldOf(subject graph.Subject, sentences []sentence) world {
	w := world{&graph.Case{
		Subject: subject, Answered: map[graph.ID]graph.Assertion{},
		Sources: map[graph.ID]*graph.Source{}, Actors: map[graph.ID]graph.Actor{}, Places: map[graph.ID]*graph.Location{},
	}}
	published("paper", 27)(w)
	for _, tell := range sentences {
		tell(w)
	}
	subject.Normal()
	return w
}

func header(id graph.ID) graph.Header { return graph.Header{ID: id} }

// october is a day of the month; 0 is a day nobody gave.
func october(day int) graph.Date {
	if day == 0 {
		return 0
	}
	return 20171000 + graph.Date(day)
}

// days is a moment somewhere between two days.
func days(from, to int) graph.DateRange {
	return graph.DateRange{Earliest: october(from), Latest: october(to), Derivation: graph.Explicit}.Normal()
}

func published(source string, day int) sentence {
	return func(w world) {
		id := graph.ID("source:" + source)
		w.Sources[id] = &graph.Source{Header: header(id), Published: days(day, day)}
	}
}

// withdrawn takes a source back, after it was published.
func withdrawn(source string, day int) sentence {
	return func(w world) { w.Sources[graph.ID("source:"+source)].Retraction = onTheDay(day) }
}

func onTheDay(day int) *graph.Retraction {
	return &graph.Retraction{On: days(day, day), Source: "source:paper"}
}

// tie lays one group under another, and under whatever that lies under. Ties
// are told from the top down.
func tie(from, to string) sentence {
	return func(w world) {
		near, far := w.group(from).Profiled(), w.group(to).Profiled()
		near.Web.Above = append(append(near.Web.Above, far.ID), far.Web.Above...)
	}
}

func (w world) group(name string) graph.Actor {
	id := graph.ID("group:" + name)
	if w.Actors[id] == nil {
		w.Actors[id] = &graph.Group{Profile: graph.Profile{Header: header(id), Names: []graph.Name{{Value: name}}}}
	}
	return w.Actors[id]
}

func groups(names string) (ids []graph.ID) {
	for _, name := range strings.Fields(names) {
		ids = append(ids, graph.ID("group:"+name))
	}
	return ids
}

func (w world) said(kind, by string, day int) graph.Said {
	for _, name := range strings.Fields(by) {
		w.group(name)
	}
	key, _, _ := strings.Cut(by+" ", " ")
	if key == "" {
		key = "nobody"
	}
	return graph.Said{
		Header: header(graph.ID(kind + ":" + key)), Cited: citing("paper"), Asserters: groups(by),
		About: []graph.ID{w.Subject.Head().ID}, Made: days(day, day),
	}
}

func citing(sources ...string) (c graph.Cited) {
	for _, s := range sources {
		c.Citations = append(c.Citations, graph.Citation{Source: graph.ID("source:" + s)})
	}
	return c
}

func claims(by string, more ...detail) sentence { return says(graph.ClaimResponsibility, by, "", more) }

func reports(by string, more ...detail) sentence { return says(graph.ClaimReport, by, "", more) }

func accuses(by, whom string, more ...detail) sentence {
	return says(graph.ClaimAccusation, by, whom, more)
}

func suspects(by, whom string, more ...detail) sentence {
	return says(graph.ClaimSuspicion, by, whom, more)
}

func says(kind graph.ClaimKind, by, of string, more []detail) sentence {
	return func(w world) {
		c := &graph.Claim{Said: w.said("claim", by, 20), Kind: kind, AttributedTo: groups(of)}
		finish(c, more)
		w.Claims = append(w.Claims, c)
	}
}

// Responses: to whose claim, and on which aspects; to nobody's ("") is to the raid itself.
func confirms(by, whose, aspects string, more ...detail) sentence {
	return responds(&graph.Confirmation{Reply: graph.Reply{Degree: graph.DegreeFull}}, "confirmation", by, whose, aspects, more)
}

func denies(by, whose, aspects string, more ...detail) sentence {
	return responds(&graph.Denial{}, "denial", by, whose, aspects, more)
}

func doubts(by, whose, aspects string, more ...detail) sentence {
	return responds(&graph.Doubt{}, "doubt", by, whose, aspects, more)
}

func responds(r graph.Response, kind, by, whose, aspects string, more []detail) sentence {
	return func(w world) {
		reply := r.Replied()
		reply.Said = w.said(kind, by, 22)
		if whose != "" {
			reply.RespondsTo = graph.ID("claim:" + whose)
		}
		finish(r, append([]detail{on(aspects)}, more...))
		w.Responses = append(w.Responses, r)
	}
}

func finish(a graph.Assertion, more []detail) {
	for _, tell := range more {
		tell(a)
	}
	a.Normal()
}

func on(aspects string) detail {
	return func(a graph.Assertion) { a.Spoken().Aspects = words[graph.Aspect](aspects) }
}

func words[W ~string](text string) (all []W) {
	for _, word := range strings.Fields(text) {
		all = append(all, W(word))
	}
	return all
}

func made(day int) detail { return func(a graph.Assertion) { a.Spoken().Made = days(day, day) } }

func in(sources ...string) detail {
	return func(a graph.Assertion) { a.Spoken().Cited = citing(sources...) }
}

func takenBack(day int) detail {
	return func(a graph.Assertion) { a.Spoken().Retraction = onTheDay(day) }
}

// instead of what the same speaker said before.
func instead(of graph.ID) detail {
	return func(a graph.Assertion) { a.Head().ID, a.Spoken().Supersedes = of+"-later", of }
}

func oneOrTheOther(a graph.Assertion) { a.Spoken().AsserterMode = graph.Alternative }

func about(ids ...graph.ID) detail { return func(a graph.Assertion) { a.Spoken().About = ids } }

func degree(d graph.Degree) detail {
	return func(a graph.Assertion) { a.(graph.Response).Replied().Degree = d }
}

func concerning(whom string) detail {
	return func(a graph.Assertion) { a.(graph.Response).Replied().Concerning = groups(whom) }
}

func judgedBy(whom string) detail {
	return func(a graph.Assertion) { a.(graph.Response).Replied().JudgedBy = groups(whom)[0] }
}

func naming(whom string) detail {
	return func(a graph.Assertion) { a.(*graph.Claim).AttributedTo = groups(whom) }
}

func amongOthers(a graph.Assertion) { a.(*graph.Claim).AttributionMode = graph.Alternative }

// killed gives how many at least and at most; below 0 nobody says how many.
func killed(low, high int, victims ...graph.VictimCategory) detail {
	return func(a graph.Assertion) {
		f := graph.CasualtyFigure{Outcome: graph.OutcomeKilled}
		if low >= 0 {
			f.Min = &low
		}
		if high >= 0 {
			f.Max = &high
		}
		for _, v := range victims {
			f.Victims.Category = v
		}
		a.Spoken().Casualties = append(a.Spoken().Casualties, f)
	}
}

func dated(r graph.DateRange) detail {
	return func(a graph.Assertion) { a.(*graph.Claim).AssertedDate = &r }
}

func at(places ...graph.PlaceRef) detail {
	return func(a graph.Assertion) { a.(*graph.Claim).AssertedPlaces = places }
}

// mali is the country, its places each with its line of parents.
func mali(w world) {
	for _, line := range [][]graph.ID{
		{"location:mali"}, {"location:niger"},
		{"location:timbuktu", "location:mali"}, {"location:kidal", "location:mali"},
		{"location:soumpi", "location:timbuktu", "location:mali"},
		{"location:abeibara", "location:kidal", "location:mali"},
	} {
		w.Places[line[0]] = &graph.Location{Header: header(line[0]), Ancestors: line[1:]}
	}
}

func place(how graph.PlaceRelation, names string) graph.PlaceRef {
	p := graph.PlaceRef{Relation: how}
	for _, name := range strings.Fields(names) {
		p.Locations = append(p.Locations, graph.ID("location:"+name))
	}
	return p
}

// The pictures are texts, so that a table shows what is expected. A question
// mark stands after what is merely possible.

func (w world) claimOf(by string) *graph.Claim {
	i := slices.IndexFunc(w.Claims, func(c *graph.Claim) bool { return c.ID == graph.ID("claim:"+by) })
	return w.Claims[i]
}

func pictured(s graph.ClaimStanding) string {
	var aspects []string
	for _, a := range s.Aspects {
		aspects = append(aspects, short(a))
	}
	return fmt.Sprintf("%s: %s", s.Overall, strings.Join(aspects, ", "))
}

func short(a graph.AspectStanding) string {
	mark := ""
	if a.Certainty == graph.Possible {
		mark = "?"
	}
	return fmt.Sprintf("%s %s%s", a.Aspect, a.Standing, mark)
}

// heard is who gave a standing: confirmed by; denied by; doubted by | what was listed.
func heard(a graph.AspectStanding) string {
	return strings.Join([]string{joined(a.ConfirmedBy), joined(a.DeniedBy), joined(a.DoubtedBy)}, "; ") + " | " + joined(a.Responses)
}

func joined[W ~string](all []W) string {
	var texts []string
	for _, w := range all {
		texts = append(texts, strings.TrimPrefix(string(w), "group:"))
	}
	return strings.Join(texts, " ")
}

func expect[T comparable](t *testing.T, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("\n got %v\nwant %v", got, want)
	}
}
