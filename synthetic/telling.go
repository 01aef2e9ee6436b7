package synthetic

import (
	"fmt"

	"claimgraph/graph"
)

// telling is one part of a world being made: some attacks, and all that is said
// of them.
type telling struct {
	chance
	*ground
	nodes   []graph.Node
	part    int
	ordinal map[graph.NodeKind]int
	open    map[graph.ID]*communique // the latest of each band, that may carry further claims
}

// event is an attack as it really was in this world, which nobody in it knows:
// what is said of it differs from it now and then.
type event struct {
	id     graph.ID
	on     int // days after the world began
	at     town
	kind   graph.AttackKind
	killed int
	hurt   int
	band   int // who did it
	report graph.ID
}

func newTelling(g *ground, part int) *telling {
	return &telling{chance: newChance(g.seed, part), ground: g, part: part, ordinal: map[graph.NodeKind]int{}, open: map[graph.ID]*communique{}}
}

// id numbers the nodes of a kind through the world; no part has more than the
// gap between it and the next.
func (t *telling) id(kind graph.NodeKind) graph.ID {
	t.ordinal[kind]++
	return named(t.seed, kind, "", t.part*20*perPart+t.ordinal[kind])
}

func (t *telling) add(n graph.Node) { t.nodes = append(t.nodes, n) }

// attack makes one attack, the reports of it, what is claimed and what is answered.
func (t *telling) attack(number int) {
	e := &event{id: World{Seed: t.seed}.Attack(number), on: t.IntN(Years * 365), at: t.towns[t.skewed(len(t.towns)*4)%len(t.towns)],
		kind: pick(t.chance, graph.AttackKinds[:13]), killed: t.skewed(60), hurt: t.skewed(90), band: t.skewed(bands)}
	e.report = t.article(e.on+1+t.skewed(20), "report")
	recorded := graph.AttackValues{Occurred: t.date(e.on), Places: t.places(e.at), Kinds: []graph.AttackKind{e.kind}}
	if t.in(60) {
		recorded.Targets = []graph.Target{t.target(e)}
	}
	t.add(&graph.Attack{Header: graph.Header{ID: e.id}, Cited: cites(graph.RolePrimary, e.report),
		Title: fmt.Sprintf("Invented attack %d near %s", number, e.at.name), Recorded: recorded})
	t.claims(e)
}

// claims are what is said of an attack: nothing at times, mostly one or two
// things, and dozens of a few attacks that everybody speaks of.
func (t *telling) claims(e *event) {
	number := t.weighted(8, 55, 27, 8, 2)
	if t.IntN(1000) == 0 {
		number = 20 + t.IntN(40)
	}
	for range number {
		switch t.weighted(45, 20, 10, 25) {
		case 0:
			t.responsibility(e)
		case 1:
			t.accusation(e)
		case 2:
			t.suspicion(e)
		default:
			t.report(e)
		}
	}
	if t.in(3) { // the army speaks of the attack itself; nobody had claimed that
		t.direct(e)
	}
}

// article is a source of an outlet. Every fifth only relays another.
func (t *telling) article(on int, what string) graph.ID {
	s := &graph.Source{Header: graph.Header{ID: t.id(graph.KindSource)}, Kind: graph.SourceArticle, Publisher: t.media[t.skewed(outlets)],
		Published: graph.OnDay(day(on), graph.Explicit), Language: pick(t.chance, []graph.Text{"en", "fr", "ar"}),
		Reliability: pick(t.chance, graph.Reliabilities), Availability: graph.AvailabilityPublished}
	s.Title = fmt.Sprintf("Invented %s %d (synthetic data)", what, t.part*20*perPart+t.ordinal[graph.KindSource])
	t.add(s)
	return s.ID
}

// relay is an article that takes over what another source says.
func (t *telling) relay(of graph.ID, on int) graph.ID {
	id := t.article(on, "relay")
	t.nodes[len(t.nodes)-1].(*graph.Source).DerivedFrom = []graph.ID{of}
	return id
}
