package graph

import (
	"context"
	"slices"
)

// MaxLinks is with how many links of one relation a node is still crossed: what
// lies beyond one that has more is joined by it to nothing in particular.
const MaxLinks = 1000

// mostMet bounds how much of the graph one walk looks at.
const mostMet = 20_000

// Track is a relation as a walk follows it: its links from nodes of some kinds.
type Track struct {
	Relation *Relation
	From     []NodeKind // nil: all that have the relation
}

// Near are the kinds of the nodes where the links begin.
func (t Track) Near() []NodeKind {
	if t.From != nil {
		return t.From
	}
	return t.Relation.From
}

// tracks are the relations of the table behind each word of the API. What a
// claim says of places and targets is said of its attack, and is met there.
var tracks = map[LinkKind][]Track{
	LinkAffiliatedWith: {{Relation: Ties}},
	LinkLocatedIn:      {{Relation: LocatedIn}, {Relation: BasedIn}},
	LinkOccurredAt:     {{OccurredAt, []NodeKind{KindAttack}}},
	LinkTargets:        {{Targets, []NodeKind{KindAttack}}},
	LinkAssertedBy:     {{Relation: AssertedBy}},
	LinkAttributedTo:   {{Relation: Attributed}},
	LinkIssuedBy:       {{Relation: IssuedBy}},
	LinkInStatement:    {{Relation: InStatement}},
	LinkAbout:          {{Relation: About}},
	LinkRespondsTo:     {{Relation: RespondsTo}},
	LinkSupersedes:     {{Relation: Supersedes}},
	LinkCites:          {{Relation: Cites}},
	LinkPublishedBy:    {{Relation: PublishedBy}},
	LinkAuthoredBy:     {{Relation: AuthoredBy}},
	LinkDerivedFrom:    {{Relation: DerivedFrom}},
	LinkScopedTo:       {{Relation: ScopedTo}},
}

// Tracks are the ways that links of some kinds lead.
func Tracks(of []LinkKind) []Track {
	var out []Track
	for _, kind := range LinkKinds {
		if slices.Contains(of, kind) {
			out = append(out, tracks[kind]...)
		}
	}
	return out
}

// WalkedKinds are the links that a walk follows where it is not told which: an
// article would join everything that it mentions.
func WalkedKinds() []LinkKind {
	return slices.DeleteFunc(slices.Clone(LinkKinds), func(k LinkKind) bool {
		return k == LinkCites || k == LinkPublishedBy || k == LinkAuthoredBy
	})
}

// Walker looks around nodes of a store, one level at a time, over links of some
// kinds that were known by then (rule 1), and ties that possibly held on a day
// (rule 23; 0: any).
type Walker struct {
	Store Store
	Kinds []LinkKind
	On    Date
	Known AsOf
	Most  int // links of one relation with which a node is still crossed

	seen *witnesses
}

// level is what lies around the nodes of a level.
type level struct {
	links   map[ID][]Link // by the node at which they were met
	crowded idSet         // nodes with too many links of one relation
	full    bool          // there is too much to be looked at; nothing was
}

// start gives those of some nodes that there are and were then, each once, by id.
func (w *Walker) start(ctx context.Context, of ...ID) ([]ID, error) {
	w.seen = newWitnesses(w.Known)
	distinct := idSet{}
	distinct.add(of...)
	tree, err := w.Store.Fetch(ctx, Fetch{IDs: keys(distinct), Then: w.seen.branches()})
	if err != nil {
		return nil, err
	}
	w.seen.hear(tree)
	return slices.DeleteFunc(keys(distinct), func(id ID) bool { return tree.Nodes[id] == nil || !w.seen.existed(id) }), nil
}

// around looks around the nodes of a level. Of a crowded node the relations
// that it has too many links of are left out; where nodes are to be crossed,
// all of its links are.
func (w *Walker) around(ctx context.Context, nodes []ID, crossing bool) (*level, error) {
	found := &level{links: map[ID][]Link{}}
	steps, err := w.steps(ctx, nodes, found, crossing)
	if err != nil {
		return nil, err
	}
	unheard := idSet{}
	for _, s := range steps {
		for _, id := range []ID{s.At, s.Far} {
			if w.seen.unheard(id) {
				unheard.add(id)
			}
		}
	}
	if len(unheard) > mostMet {
		return &level{crowded: found.crowded, full: true}, nil
	}
	if len(unheard) > 0 {
		tree, err := w.Store.Fetch(ctx, Fetch{IDs: keys(unheard), Then: w.seen.branches()})
		if err != nil {
			return nil, err
		}
		w.seen.hear(tree)
	}
	for _, s := range steps {
		if link, ok := w.link(s); ok {
			found.links[s.At] = append(found.links[s.At], link)
		}
	}
	return found, nil
}

// steps asks the store, and notes which nodes are crowded.
func (w *Walker) steps(ctx context.Context, nodes []ID, found *level, crossing bool) ([]Step, error) {
	all, err := w.Store.Arcs(ctx, nodes, Tracks(w.Kinds), w.Most+1)
	if err != nil {
		return nil, err
	}
	type side struct {
		at   ID
		kind LinkKind
	}
	count := map[side]int{}
	found.crowded = idSet{}
	for _, s := range all {
		at := side{s.At, kindOfLink[s.Relation]}
		if count[at]++; count[at] > w.Most {
			found.crowded.add(s.At)
		}
	}
	return slices.DeleteFunc(all, func(s Step) bool {
		return found.crowded[s.At] && (crossing || count[side{s.At, kindOfLink[s.Relation]}] > w.Most)
	}), nil
}

// crowded gives those of some nodes that are not to be crossed.
func (w *Walker) crowded(ctx context.Context, nodes []ID) (idSet, error) {
	found := &level{}
	if len(nodes) == 0 {
		return idSet{}, nil
	}
	_, err := w.steps(ctx, nodes, found, true)
	return found.crowded, err
}

// link is what a step is in a drawing, if it was known and may have held then.
func (w *Walker) link(s Step) (Link, bool) {
	kind := kindOfLink[s.Relation]
	if !w.seen.existed(s.At) || !w.seen.existed(s.Far) {
		return Link{}, false
	}
	if kind == LinkAffiliatedWith {
		tie, ok := w.seen.nodes[s.Far].(*Affiliation)
		if !ok { // from the tie's own side: it is no end of itself
			return Link{}, false
		}
		return tie.link(w.On)
	}
	from, to := s.At, s.Far
	if s.In {
		from, to = to, from
	}
	if !w.seen.said(from, to, kind) {
		return Link{}, false
	}
	return Link{from, to, kind, Certain, ""}, true
}

// kindOfLink is the API's word for a relation that is walked.
var kindOfLink = func() map[*Relation]LinkKind {
	of := map[*Relation]LinkKind{}
	for kind, all := range tracks {
		for _, t := range all {
			of[t.Relation] = kind
		}
	}
	return of
}()
