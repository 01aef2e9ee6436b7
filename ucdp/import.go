package ucdp

import (
	"context"
	"regexp"

	"claimgraph/graph"
)

// Import is what some files hold, read once and found good. What several rows
// share is kept: actors, dyads, places. The rows are read again when they are
// written, so that any number of them fits into memory.
type Import struct {
	Counts
	files   []file
	release string

	events map[int]mark // which of the rows of an event counts: the last
	sides  map[int]*party
	actors map[int]*actor
	ground map[graph.ID]graph.Node // sources, groups, dyads, places
	order  []graph.ID              // of ground: each after what it refers to

	known     map[graph.ID]bool // of ground: the store has it
	ids       naming
	actorIDs  map[int]graph.ID // under which the store knows actors already
	countries map[int]graph.ID
}

// Counts say what was read.
type Counts struct {
	Rows     int // all of them
	Skipped  int // for a problem
	Repeated int // rows of an event, or an actor, of which a later row counts
	Events   int
	Actors   int // named as sides, or by the Actor Dataset
	Linked   int // of these, known to the store under another id
}

// party is a side as it was met first, and where.
type party struct {
	side
	from dataset
}

// file is one that was read, and the rows in it that are of no use.
type file struct {
	path    string
	release string
	bad     map[int]bool
}

// mark is a row of a file, counted from 0.
type mark struct{ file, row int }

var releases = regexp.MustCompile(`^\d{1,4}(\.\d{1,6}){0,3}$`)

func isRelease(text string) bool { return releases.MatchString(text) }

// Read reads the files and tells every problem. A release named here is that of
// all events whose file does not tell its own. Nothing is read of files that are
// none of UCDP's: that is an error.
func Read(ctx context.Context, paths []string, release string, tell func(Problem)) (*Import, error) {
	if release != "" && !isRelease(release) {
		return nil, graph.BadInput("release %q: releases of UCDP are numbered like 23.1", clip(release))
	}
	i := &Import{release: release, events: map[int]mark{}, sides: map[int]*party{}, actors: map[int]*actor{},
		ground: map[graph.ID]graph.Node{}, known: map[graph.ID]bool{}, actorIDs: map[int]graph.ID{}, countries: map[int]graph.ID{}}
	i.ids = naming{linked(i.actorIDs, plain.actor), linked(i.countries, plain.country)}
	for _, path := range paths { // before the first row is told to be wrong
		t, err := open(path)
		if err != nil {
			return nil, err
		}
		_ = t.close()
	}
	for _, path := range paths {
		if err := i.read(ctx, path, tell); err != nil {
			return nil, err
		}
	}
	i.settle()
	return i, nil
}

// linked is the id of a number: one that the store has already, or our own.
func linked(known map[int]graph.ID, own func(int) graph.ID) func(int) graph.ID {
	return func(number int) graph.ID {
		if id, met := known[number]; met {
			return id
		}
		return own(number)
	}
}

func (i *Import) read(ctx context.Context, path string, tell func(Problem)) error {
	f := file{path: path, bad: map[int]bool{}}
	err := each(ctx, path, func(at int, t *table, r *row) error {
		if f.release = t.release; f.release == "" {
			f.release = i.release
		}
		i.Rows++
		here := mark{len(i.files), at}
		if r.problem == nil {
			if t.actors {
				i.meetActor(r)
			} else {
				i.meetEvent(r, here, eventsOf(f.release))
			}
		}
		if r.problem != nil {
			i.Skipped++
			f.bad[at] = true
			tell(*r.problem)
		}
		return nil
	})
	i.files = append(i.files, f)
	return err
}

func (i *Import) meetActor(r *row) {
	a := r.actor()
	if r.problem != nil {
		return
	}
	if i.actors[a.number] != nil {
		i.Repeated++
	}
	i.actors[a.number] = &a
}

// meetEvent takes in a row: it is of use where all records it makes are.
func (i *Import) meetEvent(r *row, here mark, from dataset) {
	e := r.event()
	if r.problem != nil {
		return
	}
	for _, n := range e.records(from, plain) {
		n.Normal()
		if err := n.Validate(); err != nil {
			r.wrong("id", "%s: %s", n.Head().ID, err)
			return
		}
	}
	if _, again := i.events[e.id]; again {
		i.Repeated++
	}
	if i.ground[from.id()] == nil {
		i.lay(from.source())
	}
	i.events[e.id] = here
	for _, s := range []side{e.a, e.b} {
		if known := i.sides[s.id]; known != nil {
			known.armed = known.armed || s.armed
		} else if s.id != 0 {
			i.sides[s.id] = &party{s, from}
		}
	}
	if tie := e.tie(from, plain); tie != nil {
		i.lay(tie)
	}
	places, _ := e.where.places(plain.country(e.where.country))
	for _, p := range places {
		p.Names[0].Source = from.id()
		i.lay(p)
	}
}

// lay keeps what several rows share: the first that speaks of it counts, and of
// a place the first that has a point.
func (i *Import) lay(n graph.Node) {
	id := n.Head().ID
	known, met := i.ground[id]
	if !met {
		i.ground[id] = n
		return
	}
	if place, is := known.(*graph.Location); is && place.Point == nil {
		place.Point = n.(*graph.Location).Point
	}
}
