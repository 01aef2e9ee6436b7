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

// tracks are the relations of the table behind each word of the API. What a
// claim says of places and targets is said of its attack, and is met there.
var tracks = map[LinkKind][]Track{
	LinkAffiliatedWith: {{Relation: TiesFrom, Onward: TiesTo}, {Relation: TiesTo, Onward: TiesFrom}},
	LinkLocatedIn:      {{Relation: LocatedIn}, {Relation: BasedIn}},
	LinkOccurredAt:     {{Relation: OccurredAt, From: []NodeKind{KindAttack}}},
	LinkTargets:        {{Relation: Targets, From: []NodeKind{KindAttack}}},
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

	seen  *witnesses
	first *Around // what lies around the nodes where it starts, which are not crossed, and perhaps beyond
}

// level is what lies around the nodes of a level.
type level struct {
	links   []Link
	crowded idSet // nodes with too many links of one relation
	full    bool  // there is too much to be looked at; nothing was
}

// start gives those of some nodes that there are and were then, each once, by
// id. What lies around them is seen by the same look, or, where the walk goes
// further, with what lies beyond.
func (w *Walker) start(ctx context.Context, further int, of ...ID) ([]ID, error) {
	w.seen = newWitnesses(w.Known)
	distinct := idSet{}
	distinct.add(of...)
	var err error
	if w.first, err = w.look(ctx, Look{Of: keys(distinct), Further: further}); err != nil {
		return nil, err
	}
	if w.Known == Now {
		slices.Sort(w.first.There)
		return w.first.There, nil
	}
	if err := w.hear(ctx, distinct); err != nil {
		return nil, err
	}
	return slices.DeleteFunc(keys(distinct), func(id ID) bool { return w.seen.nodes[id] == nil || !w.seen.existed(id) }), nil
}

func (w *Walker) look(ctx context.Context, l Look) (*Around, error) {
	l.Along, l.Most = Tracks(w.Kinds), w.Most+1
	return w.Store.Arcs(ctx, l)
}

// hear reads what tells whether nodes existed then.
func (w *Walker) hear(ctx context.Context, of idSet) error {
	if len(of) == 0 {
		return nil
	}
	tree, err := w.Store.Fetch(ctx, Fetch{IDs: keys(of), Then: w.seen.branches()})
	if err == nil {
		w.seen.hear(tree)
	}
	return err
}

// around looks around the nodes of a level. Of a crowded node the relations
// that it has too many links of are left out; where nodes are to be crossed,
// all of its links are.
func (w *Walker) around(ctx context.Context, nodes []ID, crossing bool) (*level, error) {
	found := &level{}
	steps, err := w.steps(ctx, nodes, found, crossing)
	if err != nil {
		return nil, err
	}
	unheard := w.unheard(steps)
	if len(unheard) > mostMet {
		return &level{crowded: found.crowded, full: true}, nil
	}
	if err := w.hear(ctx, unheard); err != nil {
		return nil, err
	}
	for _, s := range steps {
		if link, ok := w.link(s); ok {
			found.links = append(found.links, link)
		}
	}
	return found, nil
}

// unheard are the nodes of which something must be read before it is known
// whether links were known and held then. Whether they count now, the store
// says of each.
func (w *Walker) unheard(steps []Step) idSet {
	unheard := idSet{}
	for _, s := range steps {
		switch {
		case w.Known != Now:
			for _, id := range []ID{s.At, s.Far, s.Via} {
				if w.seen.unheard(id) {
					unheard.add(id)
				}
			}
		case w.On != 0 && !s.Gone:
			unheard.add(s.Via)
		}
	}
	return unheard
}

// steps asks the store, and notes which nodes are crowded.
func (w *Walker) steps(ctx context.Context, nodes []ID, found *level, crossing bool) ([]Step, error) {
	var seen *Around
	if !crossing {
		seen = w.first.of(nodes)
	} else if seen = w.first.beyond(nodes); seen == nil {
		var err error
		if seen, err = w.look(ctx, Look{Of: nodes, Cross: true}); err != nil {
			return nil, err
		}
	}
	type side struct {
		at   ID
		kind LinkKind
	}
	count := map[side]int{}
	found.crowded = idSet{}
	found.crowded.add(seen.Crowded...)
	for _, s := range seen.Steps {
		at := side{s.At, kindOfLink[s.Relation]}
		if count[at]++; count[at] > w.Most {
			found.crowded.add(s.At)
		}
	}
	return slices.DeleteFunc(seen.Steps, func(s Step) bool {
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
	from, to := s.At, s.Far
	if s.In != (kind == LinkAffiliatedWith && s.Relation == TiesFrom) {
		from, to = to, from
	}
	link := Link{from, to, kind, Certain, s.Via}
	switch {
	case w.Known == Now && s.Gone:
		return Link{}, false
	case w.Known != Now && !(w.seen.existed(s.At) && w.seen.existed(s.Far) && (s.Via == "" || w.seen.existed(s.Via))):
		return Link{}, false
	case s.Via != "" && w.On != 0:
		return w.seen.nodes[s.Via].(*Affiliation).link(w.On)
	}
	return link, w.Known == Now || w.seen.said(from, to, kind)
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
